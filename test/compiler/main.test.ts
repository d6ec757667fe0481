import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { addSample, HERE, type Mistake, plant, replace } from '../helpers/planting.ts';
import { PROJECT, withTemporaryProject } from '../helpers/temporary-project.ts';

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiler's command line, as `npm run compile` does. */
function run(...args: string[]): Run {
  return spawnSync(process.execPath, ['--import', 'tsx', 'compiler/main.ts', ...args], {
    cwd: fileURLToPath(PROJECT),
    encoding: 'utf8',
  });
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'writes a digit in a sample',
    rule: 'sample-characters',
    file: 'content/en/answers/hai.yaml',
    plant: addSample(`${HERE}is there a room for 2`),
  },
  {
    name: 'names the skill in one word',
    rule: 'invocation-name',
    file: 'content/en/settings.yaml',
    plant: replace(/^invocation: .*/m, `${HERE}invocation: chemo`),
  },
];

test('checking prints a line for each problem, exits with 1 and writes nothing', async () => {
  await withTemporaryProject((project) => {
    const starts = MISTAKES.map((mistake) => {
      const { file, line, column } = plant(project, mistake);
      return `${file}:${line}:${column}  ${mistake.rule}  `;
    });
    const before = readdirSync(project.root, { recursive: true });
    const { status, stdout, stderr } = run('--check', '--root', project.root);
    const lines = stderr.trimEnd().split('\n');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(lines).toHaveLength(starts.length + 1);
    expect(lines.map((line, index) => line.slice(0, starts[index]?.length ?? line.length))).toEqual(
      [...starts, '2 problems. Nothing was written.'],
    );
    expect(readdirSync(project.root, { recursive: true })).toEqual(before);
  });
});

test('a flag that it does not know is answered with how to use it, and 2', () => {
  const { status, stdout, stderr } = run('--chekc');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('--chekc');
  expect(stderr).toContain('Use: npm run compile -- [--check] [--root DIR]');
  expect(stderr).not.toMatch(/^\s+at /m);
});
