import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CatalogueError, entryOf, openCatalogue } from '../../lambda/catalogue.ts';
import { readLanguages } from '../../lambda/languages.ts';
import { languageOf, LOCALES } from '../helpers/skill.ts';

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const file = join(folder, 'catalogue.jsonl');
  writeFileSync(file, text);
  return file;
}

describe('a catalogue that cannot be used', () => {
  test.each([
    ['that is missing', () => join(folder, 'nowhere.json')],
    ['that is no JSON', () => fileWith('{')],
    ['that is null', () => fileWith('null')],
    ['that is something else', () => fileWith('{"texts": 7}\n')],
    ['without a language', () => fileWith('{"head": {}, "lists": {"pages": [], "end": 0}}\n')],
    [
      'that has lost its last page',
      () => fileWith('{"head": {"language": "en"}, "lists": {"pages": [["a", 0]], "end": 9}}\n'),
    ],
  ])('%s is refused with what to do', (_, fileOf) => {
    const file = fileOf();
    expect(() => openCatalogue(file)).toThrow(CatalogueError);
    expect(() => openCatalogue(file)).toThrow(/catalogue\.jsonl|nowhere\.json/);
    expect(() => openCatalogue(file)).toThrow('npm run compile');
  });

  test('keeps the skill from starting', () => {
    expect(() => readLanguages(join(folder, 'none'))).toThrow(CatalogueError);
  });
});

describe('the language of a locale', () => {
  test.each(LOCALES)('$locale has its own', ({ locale, catalogue }) => {
    expect(languageOf(locale).catalogue.language).toBe(catalogue.language);
    expect(languageOf(locale).catalogue.locales).toHaveProperty([locale]);
  });

  test.each(['', 'e', 'ja-JP', 'constructor', '__proto__', 'en', 'english'])(
    '%j gets the default one',
    (locale) => {
      expect(languageOf(locale).catalogue.language).toBe('en');
    },
  );

  test('is read once', () => {
    expect(languageOf('en-US')).toBe(languageOf('en-GB'));
  });
});

test('a record has its own entries only', () => {
  const record = JSON.parse('{"a": 1, "__proto__": 2}') as Record<string, number>;
  expect(['a', '__proto__', 'b', 'constructor'].map((key) => entryOf(record, key))).toEqual([
    1,
    2,
    undefined,
    undefined,
  ]);
});
