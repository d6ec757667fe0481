import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import { toTokens } from '../../../lambda/understand/tokens.ts';
import { toWordIndex } from '../../../lambda/understand/word.ts';

const index = wordIndexOf(
  new Map([
    ['green', '=colour'],
    ['green tea', '#green-tea'],
    ['green tea with milk', '#latte'],
    ['please', ''],
    ['cup of', ''],
  ]),
);

function tokensOf(words: string): unknown[] {
  const read = toTokens(words === '' ? [] : words.split(' ').map(index.wordOf), index);
  return read.map(({ token, start, length }) => ({ token, start, length }));
}

test('a token has what the index knows of it, whether one word was read as it or more', () => {
  const known = { token: null, likeness: 0.5 };
  const tokenOf = (name: string) => (name === 'hot' ? undefined : known);
  const { stemOf } = index;
  const { wordOf } = toWordIndex(
    {
      formOf: (word) => (word === 'green' ? ['=colour', 1] : undefined),
      formsFrom: (two) => (two === 'green tea' ? { 'green tea': '#green-tea' } : undefined),
      tokenOf,
    },
    stemOf,
  );
  const tokens = toTokens('hot green tea pot'.split(' ').map(wordOf), { tokenOf, stemOf });
  expect(tokens.map((token) => [token.stem.text, token.known])).toEqual([
    ['hot', undefined],
    ['#green-tea', known],
    ['pot', known],
  ]);
});

describe('words become tokens', () => {
  test.each<[string, string, unknown[]]>([
    ['nothing of nothing', '', []],
    ['a word as its stem', 'drinking', [{ token: 'drink', start: 0, length: 1 }]],
    ['a form of one word', 'green', [{ token: '=colour', start: 0, length: 1 }]],
    ['the longest form that fits', 'green tea', [{ token: '#green-tea', start: 0, length: 2 }]],
    [
      'the longest of all, to the last word',
      'green tea with milk',
      [{ token: '#latte', start: 0, length: 4 }],
    ],
    [
      'a form that breaks off as a shorter one',
      'green tea with lemon',
      [
        { token: '#green-tea', start: 0, length: 2 },
        { token: 'with', start: 2, length: 1 },
        { token: 'lemon', start: 3, length: 1 },
      ],
    ],
    [
      'ignored words as nothing',
      'cup of green please',
      [{ token: '=colour', start: 2, length: 1 }],
    ],
    ['a word that only begins a form as its stem', 'cup', [{ token: 'cup', start: 0, length: 1 }]],
  ])('%s', (_, words, tokens) => {
    expect(tokensOf(words)).toEqual(tokens);
  });
});
