import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import {
  asksMeaning,
  onlyChemo,
  onlyHardTerm,
  onlyTerm,
  termOfIt,
  wordAskedFor,
} from '../../../lambda/understand/asked-term.ts';
import type { Reading, Topic } from '../../../lambda/understand/reading.ts';
import type { Searchable } from '../../../lambda/understand/searchable.ts';
import { toTokens } from '../../../lambda/understand/tokens.ts';
import { toText } from '../../../lambda/understand/word.ts';
import { toWords } from '../../../lambda/understand/words.ts';

const words = wordIndexOf(
  new Map([
    ['adjuvant', '#adjuvant'],
    ['ki sixty seven', '#ki-67'],
    ['chemo', '#chemotherapy'],
  ]),
);

function readingOf(text: string): Reading {
  const said = toWords(text).map(words.wordOf);
  const tokens = toTokens(said, words);
  return {
    words: said,
    text: toText(said),
    isTold: false,
    tokens,
    units: [],
    signs: {},
    near: [],
    weights: null,
    candidates: [],
  };
}

describe('the word that is asked for in the end', () => {
  test.each([
    ['the letter says adjuvant what does that mean', 'adjuvant'],
    ['my report says ki 67 and nobody told me what that is', 'ki-67'],
    ['they mentioned adjuvant, what is it', 'adjuvant'],
    ['adjuvant chemo, what does it even mean', 'adjuvant'],
    ['my grandma has chemo and I do not know what that is', 'chemotherapy'],
    ['ki 67 is on the letter can you say what that test is for', 'ki-67'],
    ['adjuvant adjuvant what is that', 'adjuvant'],
  ])('"%s": %s', (text, term) => {
    expect(wordAskedFor(readingOf(text))).toBe(term);
  });

  test.each([
    ['a number makes it a result', 'my ki 67 is twenty what does that mean'],
    ['so does one right before the word', 'at nine ki 67 what does that mean'],
    ['and one right after it', 'ki 67 nine what does that mean'],
    ['of two terms none can be told', 'adjuvant or ki 67 what does that mean'],
    ['without a term there is none', 'the letter came what does that mean'],
    ['asked in between, it is a question about something else', 'what is that adjuvant for'],
    ['told and not asked', 'the letter says adjuvant'],
  ])('%s: "%s"', (_, text) => {
    expect(wordAskedFor(readingOf(text))).toBeNull();
  });
});

describe('what "it" is where nothing else is said', () => {
  const index = {
    aboutOf: (section: string) => (section === 'uses' ? 'adjuvant' : undefined),
  } as Searchable;
  const uses: Topic = { section: 'uses', term: null };

  test.each<[string, string, Topic | null, string | null]>([
    ['the term of what is talked about', 'tell me what does it mean', uses, 'adjuvant'],
    ['nothing before anything was talked about', 'tell me what does it mean', null, null],
    [
      'nothing where the topic has no term',
      'tell me what does it mean',
      { section: 'cis', term: null },
      null,
    ],
    ['nothing where something else is named', 'what does adjuvant do to it', uses, null],
    ['nothing where nothing leans back', 'tell me what does mean', uses, null],
    ['nothing where no meaning is asked', 'is it', uses, null],
  ])('%s: "%s"', (_, text, topic, expected) => {
    const { tokens, ...rest } = readingOf(text);
    const named = tokens.filter(({ token }) => token.startsWith('#'));
    expect(termOfIt({ tokens: named, ...rest }, index, topic)).toBe(expected);
  });
});

test.each([
  ['what is it', true],
  ['tell me about it', true],
  ['is it safe', false],
])('"%s" asks for a meaning: %s', (text, expected) => {
  expect(asksMeaning(text)).toBe(expected);
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
