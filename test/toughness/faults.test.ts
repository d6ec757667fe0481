/** What becomes of the skill when the files that it was deployed with are damaged. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CatalogueError } from '../../lambda/catalogue.ts';
import { readLanguages } from '../../lambda/languages.ts';
import { intentRequest, launchRequest } from '../helpers/requests.ts';
import { spokenProblems } from '../helpers/responses.ts';
import { createTestSkill } from '../helpers/skill.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const GENERATED = fileURLToPath(new URL('lambda/generated/', PROJECT));
const CATALOGUE = 'en.catalogue.jsonl';
const INDEX = 'en.understanding.jsonl';
/** A file is cut after each of so many equal parts. */
const PARTS = 50;

const catalogue = readFileSync(join(GENERATED, CATALOGUE));
const index = readFileSync(join(GENERATED, INDEX));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
  cpSync(GENERATED, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function cut(bytes: Buffer, part: number): Buffer {
  return bytes.subarray(0, Math.floor((bytes.length * part) / PARTS));
}

const parts = Array.from({ length: PARTS }, (_, part) => part);

describe('a catalogue that was cut off keeps the skill from starting', () => {
  test.each(parts)(`after %d/${PARTS} of it`, (part) => {
    writeFileSync(join(folder, CATALOGUE), cut(catalogue, part));
    expect(() => readLanguages(folder)).toThrow(CatalogueError);
    expect(() => readLanguages(folder)).toThrow('npm run compile');
  });

  test('one byte before its end', () => {
    writeFileSync(join(folder, CATALOGUE), catalogue.subarray(0, -1));
    expect(() => readLanguages(folder)).toThrow(CatalogueError);
  });

  test('and nowhere if it is whole', () => {
    expect(readLanguages(folder)('en-CA').catalogue.language).toBe('en');
  });
});

const QUESTION = intentRequest('AskQuestionIntent', { question: { words: 'where is the pump' } });

describe('an understanding that cannot be used', () => {
  const damages: readonly (readonly [string, () => void])[] = [
    ['missing', () => rmSync(join(folder, INDEX))],
    ['no JSON', () => writeFileSync(join(folder, INDEX), '{\n')],
    ['something else', () => writeFileSync(join(folder, INDEX), catalogue)],
    ['of zeros', () => writeFileSync(join(folder, INDEX), Buffer.alloc(index.length))],
    ...parts.map(
      (part) =>
        [
          `cut off after ${part}/${PARTS} of it`,
          () => writeFileSync(join(folder, INDEX), cut(index, part)),
        ] as const,
    ),
  ];

  test.each(damages)(
    'that is %s: intents work, a free question gets a calm sentence',
    async (_, damage) => {
      damage();
      const { invoke, logs, replies } = createTestSkill({ languageOf: readLanguages(folder) });
      for (const event of [launchRequest(), intentRequest('ExplainPumpIntent')]) {
        expect(await spokenProblems(await invoke(event), 'en-CA')).toEqual([]);
      }
      expect(replies).toMatchObject([
        { outcome: 'welcome' },
        { outcome: 'answer', answerId: 'pump' },
      ]);
      expect(logs).toEqual([]);

      const answered = await invoke(QUESTION);
      expect(await spokenProblems(answered, 'en-CA')).toEqual([]);
      expect(answered.response.shouldEndSession).toBe(false);
      expect(replies.at(-1)).toMatchObject({ outcome: 'error', say: [], card: null });
      expect(logs).toMatchObject([
        { level: 'error', event: 'turn-failed', error: 'CatalogueError' },
      ]);
    },
  );
});

test('an understanding whose pages are garbled costs a question its answer, and nothing else', async () => {
  const garbled = Buffer.from(index);
  garbled.fill('#', index.indexOf('\n') + 1, index.length - 1);
  writeFileSync(join(folder, INDEX), garbled);
  const { invoke, logs, replies } = createTestSkill({ languageOf: readLanguages(folder) });
  for (const event of [QUESTION, QUESTION, intentRequest('ExplainPumpIntent')]) {
    expect(await spokenProblems(await invoke(event), 'en-CA')).toEqual([]);
  }
  expect(replies.map((reply) => reply.kind === 'spoken' && reply.outcome)).toEqual([
    'error',
    'error',
    'answer',
  ]);
  expect(logs).toMatchObject([{ event: 'turn-failed' }, { event: 'turn-failed' }]);
});

test('a catalogue whose page is garbled costs one answer, and nothing else', async () => {
  // A page that was damaged after it was written keeps its length, and so the file is opened.
  const garbled = Buffer.from(catalogue);
  const at = garbled.indexOf('"answer/pump/entry"');
  garbled.write('#', at);
  writeFileSync(join(folder, CATALOGUE), garbled);
  const { invoke, replies } = createTestSkill({ languageOf: readLanguages(folder) });
  for (const event of [intentRequest('ExplainPumpIntent'), launchRequest()]) {
    expect(await spokenProblems(await invoke(event), 'en-CA')).toEqual([]);
  }
  expect(replies).toMatchObject([{ outcome: 'error' }, { outcome: 'welcome' }]);
});
