import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle } from '../../scripts/build/bundle.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
const maps = join(folder, 'maps');
let code = '';

beforeAll(async () => {
  const built = await bundle(PROJECT);
  mkdirSync(maps);
  for (const [name, bytes] of built.maps) writeFileSync(join(maps, name), bytes);
  code = Buffer.from(built.code.get('index.mjs') ?? []).toString('utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

function trace(...args: readonly string[]) {
  const command = ['--import', 'tsx', 'scripts/trace.ts', ...args];
  return spawnSync(process.execPath, command, { cwd: PROJECT, encoding: 'utf8' });
}

/** Where a text stands in a file, as a stack trace writes it. */
function placeOf(text: string, file: string): string {
  const lines = file.slice(0, file.indexOf(text)).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

describe('the trace of an error in the deployed code', () => {
  test('gets the places of the sources, and nothing else changes', () => {
    const file = join(folder, 'log.jsonl');
    const place = placeOf('turn-failed', code);
    const line = (where: string): string =>
      JSON.stringify({
        event: 'turn-failed',
        stack: `    at a (${where})\n    at node:internal/process/task_queues:95:5`,
      });
    const unknown = 'at b (/var/task/other.mjs:1:2) at 12:30:45, see https://example.org:8080/x';
    writeFileSync(file, `${line(`file:///var/task/index.mjs:${place}`)}\n${unknown}\n`);

    const { status, stdout, stderr } = trace('--maps', maps, file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [first = '', second] = stdout.split('\n');
    expect(second).toBe(unknown);
    const found = /lambda\/skill\.ts:(\d+):\d+/.exec(first) ?? [''];
    expect(first).toBe(line(found[0]));
    const source = readFileSync(join(PROJECT, 'lambda/skill.ts'), 'utf8').split('\n');
    expect(source[Number(found[1]) - 1]).toContain('turn-failed');
  });

  test.each([
    ['without a file', [], /There is no file to read/],
    [
      'with a file that is not there',
      ['--maps', '.', 'nowhere.log'],
      /nowhere\.log cannot be read/,
    ],
    ['with no maps', ['--maps', 'nowhere', 'package.json'], /Write them with "npm run build"/],
    ['with an option that it has not', ['--map'], /npm run --silent trace/],
  ])('%s says what to do', (_, args, message) => {
    const { status, stderr } = trace(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
