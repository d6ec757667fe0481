import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { toPagedLines } from '../../compiler/write-pages.ts';
import { openPagedFile, type PagedFile } from '../../lambda/paged-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

function open(text: string): PagedFile {
  files += 1;
  const path = join(folder, `${files}.jsonl`);
  writeFileSync(path, text);
  return openPagedFile(path);
}

/** Enough entries for many pages, with letters of more than one byte. */
const entries = new Map(
  Array.from({ length: 500 }, (_, index) => [
    `key/${index * 2}`,
    { index, text: 'é'.repeat(index % 90) },
  ]),
);
const text = fileOf({ language: 'en' }, entries);

function fileOf(head: unknown, values: ReadonlyMap<string, unknown>): string {
  return toPagedLines(head, values).join('');
}

describe('a paged file', () => {
  test('gives its head and each of its values', () => {
    const file = open(text);
    expect(file.head).toEqual({ language: 'en' });
    for (const [key, value] of entries) expect(file.get(key)).toEqual(value);
  });

  test('may have any letter in its head', () => {
    const head = { word: 'Tumeur – œsophage, ˌkiːmoʊ, 😀', line: 'a\nb\u2028' };
    expect(open(fileOf(head, entries)).head).toEqual(head);
    expect(open(fileOf(head, entries)).get('key/100')).toEqual(entries.get('key/100'));
  });

  test('gives the same values in any order, and again', () => {
    const file = open(text);
    const keys = [...entries.keys()].sort((one, other) => (one < other ? 1 : -1));
    const before = keys.map((key) => file.get(key));
    expect(keys.map((key) => file.get(key))).toEqual(before);
    expect(before.at(-1)).toBe(file.get('key/0'));
  });

  test.each(['', 'a', 'key/', 'key/1', 'key/997', 'key/9999', 'zoo', 'constructor', '__proto__'])(
    'gives nothing under %j, which it does not have',
    (key) => {
      expect(open(text).get(key)).toBeUndefined();
    },
  );

  test('gives nothing of what all objects have', () => {
    expect(open(fileOf(null, new Map([['a', 1]]))).get('toString')).toBeUndefined();
  });

  test('may have no pages', () => {
    expect(open('{"head": 7, "lists": {"pages": [], "end": 0}}\n').get('a')).toBeUndefined();
  });

  test.each([16_380, 16_383, 16_384, 16_385, 16_400, 70_000, 600_000])(
    'may have a head that makes a first line of about %d bytes',
    (length) => {
      const head = 'x'.repeat(length - 52);
      const file = open(fileOf(head, new Map([['a', 'b']])));
      expect(file.head).toBe(head);
      expect(file.get('a')).toBe('b');
    },
  );
});

describe('a file that is refused when it is opened', () => {
  test.each<[string, string, RegExp]>([
    ['empty', '', /it has no header/],
    ['one line without an end', '{"head":1}', /it has no header/],
    ['long and without a line', 'x'.repeat(9000), /it has no header/],
    ['no JSON', 'head\n', /JSON/],
    ['null', 'null\n', /its first line lists no pages/],
    ['without pages', '{"head":1,"end":0}\n', /its first line lists no pages/],
    ['without an end', '{"head":1,"pages":[]}\n', /its first line lists no pages/],
    ['a byte short', text.slice(0, -1), /it has lost a part of its pages/],
    ['a byte longer', `${text} `, /it has lost a part of its pages/],
    [
      'cut after its header',
      text.slice(0, text.indexOf('\n') + 1),
      /it has lost a part of its pages/,
    ],
  ])('%s', (_, damaged, reason) => {
    expect(() => open(damaged)).toThrow(reason);
  });
});

describe('a page that is damaged', () => {
  const damaged = text.replace('{"key/0"', '!"key/0"#'.slice(0, 8));

  test('is refused each time that it is needed', () => {
    const file = open(damaged);
    expect(() => file.get('key/0')).toThrow(SyntaxError);
    expect(() => file.get('key/0')).toThrow(SyntaxError);
  });

  test('leaves the others to be read', () => {
    expect(open(damaged).get('key/998')).toEqual({ index: 499, text: 'é'.repeat(49) });
  });

  test('that ends too soon is refused', () => {
    const page = '{"a":1}\n';
    const list = `${JSON.stringify({
      pages: [
        ['a', 0],
        ['b', 8],
      ],
      end: 8,
    })}\n`;
    const lists = { pages: [['a', 8]], end: 8 + list.length };
    const file = open(`${JSON.stringify({ head: null, lists })}\n${page}${list}`);
    expect(file.get('a')).toBe(1);
    expect(() => file.get('b')).toThrow(SyntaxError);
  });
});
