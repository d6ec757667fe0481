import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as util from 'node:util';
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import type { TurnRecord } from '../../simulator/conversation.ts';
import { launchRequest } from '../helpers/requests.ts';
import { spokenProblems } from '../helpers/responses.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Each call is a process of its own, and a busy machine is slow to start one.
jest.setTimeout(60_000);

const text = expect.any(String);
/** The public keys of a turn, in their order, and what stands under them. */
const TURN = {
  utterance: text,
  locale: text,
  request: { type: text, intent: text, slots: expect.any(Object) },
  outcome: expect.stringMatching(
    /^(?:welcome|answer|definition|list|clarify|not-covered|advice|urgent|control|goodbye|error)$/,
  ),
  answerId: text,
  section: text,
  speech: text,
  ssml: expect.stringMatching(/^<speak>.*<\/speak>$/),
  reprompt: text,
  card: { title: text, content: text },
  visual: null,
  shouldEndSession: false,
};

/** Runs the terminal as `npm run ask` does. Gives what it printed. */
function ask(args: readonly string[], input = ''): string {
  const { status, stdout } = spawnSync('node_modules/.bin/tsx', ['simulator/main.ts', ...args], {
    cwd: fileURLToPath(PROJECT),
    input,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout;
}

function turnsIn(output: string): TurnRecord[] {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TurnRecord);
}

describe('in the terminal', () => {
  test('a question is one line of JSON, with the keys that are promised', () => {
    const turns = turnsIn(ask(['--locale', 'en-GB', '--json', 'what is', 'chemoembolization?']));
    expect(turns).toEqual([TURN]);
    expect(turns.map((turn) => Object.keys(turn))).toEqual([Object.keys(TURN)]);
    expect(turns).toMatchObject([
      { utterance: 'what is chemoembolization?', locale: 'en-GB', answerId: 'chemoembolization' },
    ]);
  });

  test('a batch is a line of words for each line, each in a session of its own', () => {
    const heard = ask(['--batch'], 'where is the pump\nyes\n\n').trimEnd().split('\n');
    expect(heard).toHaveLength(3);
    expect(heard[0]).toContain('portable');
    // "Yes" to nothing is no answer, and nothing is shown but words.
    expect(heard[1]).not.toContain('pump');
    expect(heard.join('')).not.toMatch(/[<{]/);
  });

  test('a conversation has one session, and begins another when it has ended', () => {
    const turns = turnsIn(ask(['--conversation', '--json'], 'where is the pump\nyes\nstop\n'));
    expect(turns).toMatchObject([
      { outcome: 'answer', section: 'hai', shouldEndSession: false },
      { outcome: 'answer', section: 'hai', shouldEndSession: false },
      { outcome: 'goodbye', answerId: null, section: null, reprompt: null, card: null },
    ]);
    expect(turns[0]?.answerId).not.toBe(turns[1]?.answerId);
    expect(turns.map((turn) => Object.keys(turn))).toEqual(turns.map(() => Object.keys(TURN)));
  });

  test('a conversation remembers its listener from session to session', () => {
    const said = 'open chemo guide\nspeak slower\nwhere is the pump\nstop\nopen chemo guide\n';
    const turns = turnsIn(ask(['--conversation', '--json'], said));
    expect(turns[0]?.ssml).not.toContain('<prosody');
    expect(turns[4]?.ssml).toContain('<prosody');
    expect(turns[4]?.speech).not.toBe(turns[0]?.speech);
  });

  test('a raw request gives the raw response', async () => {
    const file = join(folder, 'request.json');
    writeFileSync(file, JSON.stringify(launchRequest({ locale: 'en-US' })));
    const response: unknown = JSON.parse(ask(['--envelope', file]));
    expect(await spokenProblems(response, 'en-US')).toEqual([]);
  });
});

describe('called in a way that it does not know', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    jest.resetModules();
  });

  test.each([
    ['no question', []],
    ['an unknown option', ['--nonsense']],
    ['an option without its value', ['--locale']],
    ['a file that is not there', ['--envelope', join(folder, 'nowhere.json')]],
    ['a file that is no JSON', ['--envelope', fileURLToPath(import.meta.url)]],
  ])('it says how it is used, and exits with 2: %s', async (_, args) => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const exit = jest.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    jest.unstable_mockModule('node:util', () => ({
      ...util,
      parseArgs: (config: util.ParseArgsConfig) => util.parseArgs({ ...config, args }),
    }));
    await expect(import('../../simulator/main.ts')).rejects.toThrow('exit 2');
    expect(exit.mock.calls).toEqual([[2]]);
    expect(String(error.mock.calls[0]?.[0])).toContain('npm run --silent ask');
  });
});
