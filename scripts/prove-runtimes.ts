/**
 * `npm run prove:runtimes`: builds the artefact, unpacks its zip file, and has it answer on Node 20, 22
 * and 24, then under AWS's own runtime client on the Node that it is deployed on. The sources tell what
 * the answers should be. Prints a table; fails if anything does.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { unzipSync } from 'fflate';
import { type RuntimeClientRun, underRuntimeClient } from '../bench/under-runtime-client.ts';
import { formatProblem } from '../compiler/problem.ts';
import { createSimulator } from '../simulator/conversation.ts';
import { buildArtefact, ZIP_FILE } from './build/artefact.ts';
import { answerInPlainNode } from './prove-runtimes/in-plain-node.ts';
import { DEPLOYED_MAJOR, install } from './prove-runtimes/installed.ts';
import { openLocalTable } from './prove-runtimes/local-table.ts';
import { type Row, toTable, tryOut } from './prove-runtimes/proof.ts';
import { EVENTS, LAUNCH, SKILL_ID, SLOWER } from './prove-runtimes/requests.ts';

const ROOT = new URL('../', import.meta.url);
const names = Object.keys(EVENTS);
const events = Object.values(EVENTS);

const { nodes, runtimeClient } = install();
const taskRoot = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
try {
  await unpack(taskRoot);
  const { invoke } = createSimulator(ROOT);
  const expected = await Promise.all(events.map((event) => invoke(event)));
  const rows: Row[] = [];
  for (const [major, node] of nodes) {
    rows.push(
      await tryOut(`Node ${major}`, `${events.length} events`, async () =>
        compare(await answerInPlainNode({ node, taskRoot, events }), expected),
      ),
    );
  }
  rows.push(...(await proveUnderRuntimeClient(expected)));
  console.log(toTable(rows));
  if (rows.some(({ failure }) => failure !== null)) process.exitCode = 1;
} finally {
  rmSync(taskRoot, { recursive: true, force: true });
}

async function unpack(folder: string): Promise<void> {
  const { problems, files } = await buildArtefact(fileURLToPath(ROOT));
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  for (const [path, bytes] of Object.entries(unzipSync(files.get(ZIP_FILE) ?? new Uint8Array()))) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

async function proveUnderRuntimeClient(expected: readonly unknown[]): Promise<Row[]> {
  const where = `Node ${DEPLOYED_MAJOR}, AWS's runtime client`;
  if (runtimeClient === null) {
    console.error(`${where}: not tried, because it can be built on Linux only.`);
    return [];
  }
  const run = (of: readonly unknown[], environment = {}): Promise<RuntimeClientRun> =>
    underRuntimeClient({
      node: nodes.get(DEPLOYED_MAJOR) ?? '',
      runtimeClient,
      taskRoot,
      handler: 'index.handler',
      events: of,
      environment: { SKILL_ID, ...environment },
    });
  const table = await openLocalTable();
  const { NODE_PATH: _, ...withoutSdk } = table.environment;
  try {
    return [
      await tryOut(where, `${events.length} events`, async () => {
        compare(bodiesOf(await run(events)), expected);
      }),
      await tryOut(where, 'log lines as they were written', async () => {
        for (const line of linesOf(await run(events))) checkLogLine(line);
      }),
      await tryOut(where, 'remembers a listener in a table', async () => {
        await run([SLOWER], table.environment);
        const [speech = ''] = bodiesOf(await run([LAUNCH], table.environment)).map(toSsml);
        if (!speech.includes('<prosody')) throw new Error(`Not spoken slower: ${speech}`);
      }),
      await tryOut(where, 'answers where the AWS SDK is missing', async () => {
        compare(bodiesOf(await run([LAUNCH], withoutSdk)).map(toSsml), [toSsml(expected[0])]);
      }),
    ];
  } finally {
    await table.close();
  }
}

/** @throws {Error} that names the first event whose response is another one */
function compare(responses: readonly unknown[], expected: readonly unknown[]): void {
  for (const [number, response] of expected.entries()) {
    if (isDeepStrictEqual(toPlain(responses[number]), toPlain(response))) continue;
    throw new Error(
      `${names[number]}: ${JSON.stringify(responses[number])}\ninstead of ${JSON.stringify(response)}`,
    );
  }
}

function bodiesOf({ invocations }: RuntimeClientRun): unknown[] {
  return invocations.map(({ outcome, body }) => {
    if (outcome === 'error') throw new Error(JSON.stringify(body));
    return body;
  });
}

function linesOf({ output }: RuntimeClientRun): string[] {
  const lines = output.trim().split('\n');
  if (lines[0] === '') throw new Error('Nothing was logged.');
  return lines;
}

/** @throws {Error} if a line is not ours: the runtime client puts what console methods print in `message` */
function checkLogLine(line: string): void {
  const fields = JSON.parse(line) as Readonly<Record<string, unknown>>;
  if (typeof fields['level'] !== 'string' || 'message' in fields) throw new Error(line);
}

/** As it is after it went through JSON, and without the version of Node, which the SDK tells. */
function toPlain(response: unknown): unknown {
  const text = JSON.stringify(response ?? null);
  return JSON.parse(text.replace(/Node\/v[\d.]+/, 'Node')) as unknown;
}

function toSsml(response: unknown): string {
  const { outputSpeech } = (response as { response: { outputSpeech?: { ssml?: string } } })
    .response;
  return outputSpeech?.ssml ?? '';
}
