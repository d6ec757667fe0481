import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { underRuntimeClient } from '../../bench/under-runtime-client.ts';

/** Does what AWS's runtime client does, as far as the Runtime API sees it. */
const STAND_IN = `
const api = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/';
const post = (path, body) => fetch(api + path, { method: 'POST', body: JSON.stringify(body) });
console.log('started with ' + process.env.GREETING);
if (process.env._HANDLER !== 'index.handler') {
  await post('init/error', { errorType: 'Runtime.HandlerNotFound' });
  process.exit(1);
}
for (;;) {
  const next = await fetch(api + 'invocation/next');
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const event = await next.json();
  if (event === 'crash') process.exit(7);
  const kind = event === 'fail' ? 'error' : 'response';
  await post('invocation/' + id + '/' + kind, { id, event, root: process.env.LAMBDA_TASK_ROOT });
}
`;

const taskRoot = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
const runtimeClient = join(taskRoot, 'stand-in.mjs');
const options = {
  node: process.execPath,
  runtimeClient,
  taskRoot,
  handler: 'index.handler',
  environment: { GREETING: 'hello' },
};

beforeAll(() => writeFileSync(runtimeClient, STAND_IN));

afterAll(() => rmSync(taskRoot, { recursive: true }));

test('hands out the events one by one and gives what came back, with the times', async () => {
  const { initMs, invocations, output } = await underRuntimeClient({
    ...options,
    events: [{ a: 1 }, 'fail', null],
  });
  expect(invocations.map(({ outcome, body }) => [outcome, body])).toEqual([
    ['response', { id: 'request-1', event: { a: 1 }, root: taskRoot }],
    ['error', { id: 'request-2', event: 'fail', root: taskRoot }],
    ['response', { id: 'request-3', event: null, root: taskRoot }],
  ]);
  expect(output).toBe('started with hello\n');
  expect(initMs).toBeGreaterThan(0);
  for (const { durationMs } of invocations) expect(durationMs).toBeGreaterThan(0);
});

test('fails where the handler cannot be loaded, and says why', async () => {
  const run = underRuntimeClient({ ...options, handler: 'index.nothing', events: [1] });
  await expect(run).rejects.toThrow('Runtime.HandlerNotFound');
});

test('fails where the process ends too early, and shows what it wrote', async () => {
  const run = underRuntimeClient({ ...options, events: [1, 'crash', 2] });
  await expect(run).rejects.toThrow(/ended, with 7\.\nstarted with hello/);
});

test('fails where there is no such Node', async () => {
  const run = underRuntimeClient({ ...options, node: join(taskRoot, 'no-node'), events: [1] });
  await expect(run).rejects.toThrow('The process did not start');
});
