import { describe, expect, test } from '@jest/globals';
import { toWords } from '../../../lambda/understand/words.ts';

describe('every number of two digits has its own words', () => {
  test.each([
    ['0 1 2 3 4 5 6 7 8 9', 'zero one two three four five six seven eight nine'],
    ['10 11 12 13 14', 'ten eleven twelve thirteen fourteen'],
    ['15 16 17 18 19', 'fifteen sixteen seventeen eighteen nineteen'],
    ['20 30 40 50', 'twenty thirty forty fifty'],
    ['60 70 80 90', 'sixty seventy eighty ninety'],
    ['00 09 21 99 100', 'zero zero zero nine twenty one ninety nine one zero zero'],
  ])('%s', (digits, words) => {
    expect(toWords(digits).join(' ')).toBe(words);
  });
});

test.each([
  ['several accents on one letter', 'e\u0301\u0323tude', 'etude'],
  ['an apostrophe at the end of a word', "the nurse' chair", 'the nurse chair'],
  ['who, when and here', "who's when's here's", 'who is when is here is'],
  ['plain words', 'which drugs are used', 'which drugs are used'],
])('%s', (_, utterance, words) => {
  expect(toWords(utterance).join(' ')).toBe(words);
});

/** Each of these letters was once a place to begin anew: 20,000 of them took seconds. */
test.each(['жa', 'aж', 'ωn'])('20,000 letters of two alphabets are one word: %s', (pair) => {
  const letters = pair.repeat(10_000);
  expect(toWords(letters)).toEqual([letters]);
  expect(toWords(`${letters}n't`)).toEqual([letters, 'not']);
});
