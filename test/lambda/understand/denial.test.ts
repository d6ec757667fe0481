import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import { denies } from '../../../lambda/understand/denial.ts';

const { wordOf } = wordIndexOf(new Map());

describe('a denial', () => {
  test.each([
    ['i do not have tea', true],
    ['no tea', true],
    ['i have tea', false],
  ])('in "%s": %s', (words, expected) => {
    expect(denies(words.split(' ').map(wordOf))).toBe(expected);
  });
});
