import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { logTo } from '../../lambda/log.ts';
import type { Summary } from '../../scripts/report/summary.ts';
import { beginTalk, createTestSkill } from '../helpers/skill.ts';
import { PROJECT } from '../helpers/temporary-project.ts';
import { logTurns } from '../helpers/turn-lines.ts';
import { watchedMemory } from '../helpers/watched-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Each call is a process of its own, and a busy machine is slow to start one.
jest.setTimeout(60_000);

/** Runs the report as `npm run report` does. */
function report(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/tsx',
    ['scripts/report.ts', ...args],
    { cwd: fileURLToPath(PROJECT), input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const question = (words: string) => ({ question: { words } });

/** The lines that three conversations and a stray event really leave. */
async function talk(): Promise<readonly string[]> {
  const turns = logTurns(true);
  const more: string[] = [];
  const log = logTo((line) => more.push(line));
  const options = { ...turns.options, log, memory: watchedMemory() };

  const first = beginTalk(options);
  await first.launch();
  await first.ask('ExplainPumpIntent');
  await first.ask('AskQuestionIntent', question('purple monkey dishwasher 42'));
  await first.ask('AMAZON.StopIntent');

  const second = beginTalk(options, 'en-US');
  await second.ask('ExplainHaroldJohnsIntent');
  await second.ask('AMAZON.YesIntent');
  await second.end();

  const third = beginTalk(options);
  await third.ask('ExplainPumpIntent');
  await third.ask('AskQuestionIntent', question('Purple monkey, dishwasher 7'));
  await third.ask('AskQuestionIntent', question('I have a fever'));

  await createTestSkill(options).invoke({});
  return [...turns.lines, ...more];
}

describe('the report on what conversations left in the log', () => {
  let summary: Summary;
  let text: string;
  let runs: readonly ReturnType<typeof report>[];

  beforeAll(async () => {
    const lines = await talk();
    const file = fileOf('turns.log', `${['START RequestId: 1', ...lines, 'planted'].join('\n')}\n`);
    const json = report(['--json', file]);
    const told = report([file]);
    runs = [json, told];
    summary = JSON.parse(json.stdout) as Summary;
    text = told.stdout;
  });

  test('ends well', () => {
    expect(runs).toMatchObject([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ]);
  });

  test('counts turns, sessions and cold starts', () => {
    expect(summary).toMatchObject({ turns: 11, newSessions: 3, coldStarts: 1 });
    expect(text).toContain('11 turns, 3 new sessions.');
    expect(text).toContain('1 cold start;');
  });

  test('counts outcomes, most first', () => {
    expect(summary.outcomes).toEqual([
      { outcome: 'answer', count: 4 },
      { outcome: 'not-covered', count: 2 },
      { outcome: 'goodbye', count: 1 },
      { outcome: 'refused', count: 1 },
      { outcome: 'silent', count: 1 },
      { outcome: 'urgent', count: 1 },
      { outcome: 'welcome', count: 1 },
    ]);
    expect(text).toMatch(/4 +36 % +an answer/);
  });

  test('tells what was asked for apart from what was heard', () => {
    expect(summary.answers).toEqual([
      { answerId: 'pump', count: 2, asked: 2 },
      { answerId: 'harold-johns', count: 2, asked: 1 },
    ]);
    expect(summary.sections).toEqual([
      { section: 'hai', count: 2, asked: 2 },
      { section: 'pointers', count: 2, asked: 1 },
    ]);
  });

  test('has the content’s own titles', () => {
    expect(text).toMatch(/asked +heard +answer\n +2 +2 +The pump\n/);
    expect(text).toContain('Hepatic artery infusion');
  });

  test('counts misses by what was talked about, and groups their words', () => {
    expect(summary.misses).toEqual([{ section: 'hai', count: 2 }]);
    expect(summary.unanswered).toEqual([{ question: 'purple monkey dishwasher #', count: 2 }]);
    expect(text).toMatch(/could not place: 2, 18 % of the turns/);
    expect(text).toMatch(/2 +purple monkey dishwasher #/);
  });

  test('tells where people stopped, and how', () => {
    expect(summary.stops).toEqual([
      { answerId: 'pump', piece: 0, count: 2 },
      { answerId: 'harold-johns', piece: 1, count: 1 },
    ]);
    expect(summary.sessionEnds).toEqual([
      { sessionEnd: 'guide', outcome: 'goodbye', count: 1 },
      { sessionEnd: 'guide', outcome: 'urgent', count: 1 },
      { sessionEnd: 'unknown', outcome: 'silent', count: 1 },
    ]);
    expect(text).toMatch(/67 % +The pump +short answer/);
    expect(text).toMatch(/33 % +.* +continuation 1/);
    expect(text).toMatch(/33 % +the listener said stop/);
  });

  test('counts locales, the store and failures', () => {
    expect(summary.locales).toEqual([
      { locale: 'en-CA', count: 7 },
      { locale: 'en-US', count: 3 },
      { locale: null, count: 1 },
    ]);
    expect(summary.store).toEqual([
      { store: 'none', count: 6 },
      { store: 'found', count: 2 },
      { store: 'saved', count: 2 },
      { store: 'new', count: 1 },
    ]);
    expect(summary.failures).toEqual([
      { event: 'request-refused', about: 'no request in it', count: 1 },
    ]);
  });

  test('has durations in order', () => {
    const { p50 = 0, p99 = 0, longest = 0 } = summary.durationMs ?? {};
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50);
    expect(longest).toBeGreaterThanOrEqual(p99);
    expect(text).toContain(`the longest ${longest}`);
  });

  test('shows the first line that it could not read, with its number', () => {
    expect(summary).toMatchObject({ unreadableLines: 1, otherLines: 1 });
    expect(summary.firstUnreadable).toEqual({ line: 16, text: 'planted' });
    expect(text).toMatch(/1 line could not be read\. The first is number 16:\n {2}planted\n$/);
  });
});

describe('the command', () => {
  const turn =
    '{"event":"turn","outcome":"answer","answerId":"gone","section":"gone","durationMs":1}';

  test('reads standard input', () => {
    const { stdout, status } = report(['-'], turn);
    expect(status).toBe(0);
    expect(stdout).toContain('1 turn, 0 new sessions.');
  });

  test('adds up several files, and has ids for what the content does not', () => {
    const files = [fileOf('one.log', turn), fileOf('two.log', `${turn}\n`)];
    expect(report(files).stdout).toMatch(/0 +2 +gone\n/);
  });

  test.each(['', '\n\n'])('says that a log is empty: %j', (nothing) => {
    const { stdout, status } = report([fileOf('empty.log', nothing)]);
    expect({ stdout, status }).toEqual({
      stdout: 'The log is empty, so there is nothing to report.\n',
      status: 0,
    });
  });

  test('says that there is no turn, and what it could not read, on one printable line', () => {
    const { stdout, status } = report(['-'], `\u001b[31mhello\u0007${'x'.repeat(500)}`);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^There is no turn of the guide in this log.*\n1 line could not be read.*\n {2} \[31mhello x+…\n$/,
    );
  });

  test.each([
    ['no file', [], 'There is no file to read.'],
    ['a file that is not there', ['no-such-file.log'], 'no-such-file.log cannot be read'],
    ['a folder', ['docs'], 'docs cannot be read'],
    ['an unknown option', ['--loud', 'x'], '--loud'],
  ])('says what to do, with exit code 2, for %s', (_, args, told) => {
    const { status, stdout, stderr } = report(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(told);
  });

  test('prints how to use it', () => {
    expect(report(['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('npm run --silent report -- FILE'),
    });
  });
});
