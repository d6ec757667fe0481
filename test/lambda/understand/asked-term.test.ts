import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import {
  asksMeaning,
  onlyChemo,
  onlyHardTerm,
  onlyTerm,
  wordAskedFor,
} from '../../../lambda/understand/asked-term.ts';
import type { Reading } from '../../../lambda/understand/reading.ts';
import { toTokens } from '../../../lambda/understand/tokens.ts';
import { toWords } from '../../../lambda/understand/words.ts';

const { wordOf } = wordIndexOf(
  new Map([
    ['adjuvant', '#adjuvant'],
    ['ki sixty seven', '#ki-67'],
    ['chemo', '#chemotherapy'],
  ]),
);

function readingOf(text: string): Reading {
  const words = toWords(text).map(wordOf);
  const tokens = toTokens(words).map((token) => ({ ...token, known: undefined }));
  return { words, tokens, signs: {}, candidates: [] };
}

describe('the word that is asked for in the end', () => {
  test.each([
    ['the letter says adjuvant what does that mean', 'adjuvant'],
    ['my report says ki 67 and nobody told me what that is', 'ki-67'],
    ['they mentioned adjuvant, what is it', 'adjuvant'],
    ['adjuvant chemo, what does it even mean', 'adjuvant'],
    ['my grandma has chemo and I do not know what that is', 'chemotherapy'],
    ['ki 67 is on the letter can you say what that test is for', 'ki-67'],
  ])('"%s": %s', (text, term) => {
    expect(wordAskedFor(readingOf(text))).toBe(term);
  });

  test.each([
    ['a number makes it a result', 'my ki 67 is twenty what does that mean'],
    ['of two terms none can be told', 'adjuvant or ki 67 what does that mean'],
    ['without a term there is none', 'the letter came what does that mean'],
    ['asked in between, it is a question about something else', 'what is that adjuvant for'],
    ['told and not asked', 'the letter says adjuvant'],
  ])('%s: "%s"', (_, text) => {
    expect(wordAskedFor(readingOf(text))).toBeNull();
  });
});

test.each([
  ['what is it', true],
  ['tell me about it', true],
  ['is it safe', false],
])('"%s" asks for a meaning: %s', (text, expected) => {
  expect(asksMeaning(toWords(text).map(wordOf))).toBe(expected);
});

describe('a question of a term and nothing else', () => {
  test.each([
    [['#adjuvant'], 'adjuvant'],
    [['#adjuvant', 'cancer'], 'adjuvant'],
    [['#chemotherapy'], 'chemotherapy'],
    [['#adjuvant', '=use'], null],
    [['#adjuvant', '#chemotherapy'], null],
    [['tube'], null],
    [[], null],
  ])('%j: %s', (names, expected) => {
    expect(onlyTerm(names)).toBe(expected);
  });

  test.each([
    [['#adjuvant', '#chemotherapy'], 'adjuvant'],
    [['#adjuvant', '#ki-67'], null],
    [['#chemotherapy'], null],
    [['#adjuvant', '=use'], null],
  ])('beside chemo or a tumour, %j: %s', (names, expected) => {
    expect(onlyHardTerm(names)).toBe(expected);
  });

  test.each([
    [['#chemotherapy', '=relative'], true],
    [['#chemotherapy', '#tumour'], true],
    [['#chemotherapy', '#adjuvant'], false],
    [['#tumour'], false],
  ])('%j names chemo alone: %s', (names, expected) => {
    expect(onlyChemo(names)).toBe(expected);
  });
});
