import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import {
  isHardTerm,
  isKnown,
  isWord,
  marksOf,
  outsideTerms,
} from '../../../lambda/understand/named-token.ts';
import type { Token } from '../../../lambda/understand/tokens.ts';

const index = wordIndexOf(new Map());
const { wordOf, stemOf } = index;

function named(token: string, start = 0, length = 1, likeness?: number): Token {
  const known = likeness === undefined ? undefined : { token: null, likeness };
  return { token, stem: stemOf(token), start, length, known };
}

test.each([
  ['#catheter', true],
  ['#chemotherapy', false],
  ['#tumour', false],
  ['=tube', false],
  ['catheter', false],
])('%s is a term that tells what a question is about: %s', (token, expected) => {
  expect(isHardTerm(token)).toBe(expected);
});

describe('what the index knows of a token', () => {
  test.each([
    ['#catheter', undefined, true, true],
    ['=tube', undefined, true, true],
    ['?streptozocin/0', undefined, true, true],
    ['carri', 1, true, true],
    ['haul', 0.7, false, true],
    ['very', 0, false, true],
    ['wibbl', undefined, false, false],
  ])('%s, used alike at %s: known %s, a word %s', (token, likeness, known, word) => {
    expect(isKnown(named(token, 0, 1, likeness))).toBe(known);
    expect(isWord(named(token, 0, 1, likeness))).toBe(word);
  });
});

describe('the words outside of terms', () => {
  const words = 'is my k i sixty seven low'.split(' ').map(wordOf);
  const textsOf = (tokens: readonly Token[]): string[] =>
    outsideTerms(words, tokens).map(({ text }) => text);

  test('leave out each word of a term, and nothing else', () => {
    expect(textsOf([named('#ki-67', 2, 4)])).toEqual(['is', 'my', 'low']);
    expect(textsOf([named('=low', 6), named('#ki-67', 2, 4)])).toEqual(['is', 'my', 'low']);
  });

  test('are all of them where there is no term', () => {
    expect(textsOf([named('=low', 6)])).toHaveLength(7);
  });
});

describe('the marks of a question', () => {
  const marks = (text: string, ...tokens: readonly Token[]): string[] =>
    marksOf(text.split(' ').map(wordOf), tokens, index).map((mark) => mark.text);

  test('are its terms and the classes of its words', () => {
    expect(marks('a b c d', named('#pump', 0), named('@cancer', 1), named('=tube', 2))).toEqual([
      '#pump',
      '@cancer',
    ]);
  });

  test.each([
    ['zimovastatin', ['@drug']],
    ['take zimovastatin or blubamycin', ['@drug']],
    ['azole', []],
    ['tablets', []],
  ])('tell "%s" by how drugs end, if it is long enough: %j', (text, expected) => {
    const tokens = text.split(' ').map((word, at) => named(word, at));
    expect(marks(text, ...tokens)).toEqual(expected);
  });

  test('take no known word for a drug', () => {
    expect(marks('zimovastatin', named('zimovastatin', 0, 1, 1))).toEqual([]);
    expect(marks('zimovastatin', named('zimovastatin', 0, 1, 0.7))).toEqual(['@drug']);
  });
});
