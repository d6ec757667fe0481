import { describe, expect, test } from '@jest/globals';
import { byHint, rarestFirst } from '../../../compiler/build-signs.ts';
import type { SignEntry } from '../../../lambda/understand/index-file.ts';
import { findSigns, hear, readSign, type SignIndex } from '../../../lambda/understand/signs.ts';
import { StemIndex } from '../../../lambda/understand/stem.ts';
import { toWordIndex } from '../../../lambda/understand/word.ts';

/** The alternatives of a part, as the index has them. */
function alternatives(...phrases: readonly string[]): string {
  return phrases.join('|');
}

function sign(parts: Partial<SignEntry>): SignEntry {
  return { id: 'none', kind: 'not-covered', parts: [], ...parts };
}

const SIGNS = [
  sign({ id: 'scald', kind: 'urgent', parts: [alternatives('scald', 'burn my hand')] }),
  sign({
    id: 'faint',
    kind: 'urgent',
    parts: [alternatives('pass out', 'faint'), alternatives('tea', '#tea')],
    not: alternatives('joke', 'long ago', 'may i'),
  }),
  sign({
    id: 'quit',
    kind: 'advice',
    parts: [alternatives('stop'), alternatives('tea', '@drink')],
  }),
  sign({ id: 'swap', kind: 'advice', isWeak: true, parts: [alternatives('swap', 'chang')] }),
  sign({ id: 'spill', parts: [alternatives('milk'), alternatives('drip', 'cold milk')] }),
  sign({
    id: 'drips',
    kind: 'advice',
    isWeak: true,
    parts: [alternatives('cup', 'drip'), alternatives('drip', 'drip on')],
  }),
  sign({ id: 'price', parts: [alternatives('price', 'cost')] }),
  sign({ id: 'shop', parts: [alternatives('shop', 'price')] }),
  sign({ id: 'bill', parts: [alternatives('how much salt')] }),
];

/** Finds these signs; "burn my" is said often, so that "burn my hand" is found by "my hand". */
function finderOf(entries: readonly SignEntry[]): (words: string, ...marks: string[]) => object {
  const timesSaid = (stems: string): number => (stems === 'burn my' ? 2 : 1);
  const signs = rarestFirst(entries, timesSaid);
  const hints = byHint(signs, timesSaid);
  const stems = new StemIndex({
    hintsOf: (said) => hints.get(said),
    cueOf: none,
    phrasingOf: none,
  });
  const stemOf = (text: string) => stems.stemOf(text);
  const { wordOf } = toWordIndex({ formOf: none, formsFrom: none, tokenOf: none }, stemOf);
  const index: SignIndex = {
    people: new Set(['i', 'my', 'she', 'you', 'they']),
    signAt: (number) => readSign(signs[number] ?? sign({}), stems),
    isSaid: new Uint8Array(1000),
  };
  return (words, ...marks) => {
    const found = findSigns(hear(words.split(' ').map(wordOf), marks.map(stemOf)), index);
    // Nothing of this question is left for the next one.
    expect(index.isSaid.every((mark) => mark === 0)).toBe(true);
    return found;
  };
}

function none(): undefined {
  // Nothing is known but the signs.
}

const signsIn = finderOf(SIGNS);
describe('a sign is there', () => {
  test.each<[string, string, object]>([
    ['by its only word', 'what is the price', { 'not-covered': 'price' }],
    ['by another form of the word', 'prices', { 'not-covered': 'price' }],
    ['by the word of an alternative', 'costs', { 'not-covered': 'price' }],
    ['by all words of a phrase', 'so how much salt', { 'not-covered': 'bill' }],
    ['by all of its parts', 'i stopped tea', { advice: 'quit' }],
    ['by all of its parts, in any order', 'tea i stopped', { advice: 'quit' }],
    ['by a phrase that is found by its last words', 'i burned my hand', { urgent: 'scald' }],
    ['by a phrase in its order', 'i passed out tea', { urgent: 'faint' }],
    ['by a phrase that is begun twice', 'i pass i pass out tea', { urgent: 'faint' }],
    ['by a phrase at the end', 'i had tea then pass out', { urgent: 'faint' }],
    ['as a weak one', 'swap it', { 'weak-advice': 'swap' }],
    [
      'beside one of another kind',
      'stop tea or change the price',
      {
        advice: 'quit',
        'weak-advice': 'swap',
        'not-covered': 'price',
      },
    ],
  ])('%s', (_, words, found) => {
    expect(signsIn(words)).toEqual(found);
  });

  test('by a mark in place of a word', () => {
    expect(signsIn('i stopped it', '@drink')).toEqual({ advice: 'quit' });
    expect(signsIn('i pass out', '#tea')).toEqual({ urgent: 'faint' });
  });

  test('the first in the order of the signs, not of the words', () => {
    expect(signsIn('shop price')).toEqual({ 'not-covered': 'price' });
    expect(signsIn('i scald i pass out tea')).toEqual({ urgent: 'scald' });
    expect(signsIn('shop')).toEqual({ 'not-covered': 'shop' });
  });
});

describe('a sign is not there', () => {
  test.each([
    ['without one of its parts', 'i stopped'],
    ['where a phrase is broken up', 'i pass it out tea'],
    ['where a phrase is turned round', 'i out pass tea'],
    ['where only its beginning is said', 'i burn my'],
    ['where only its end is said', 'my hand is cold'],
    ['where only what it is found by is said', 'how much is it'],
    ['in words that have none', 'good morning'],
    ['in no words', ''],
  ])('%s', (_, words) => {
    expect(signsIn(words)).toEqual({});
  });

  test.each([
    ['i fainted from tea as a joke', {}],
    ['i fainted from tea long ago', {}],
    ['i fainted from tea ago long', { urgent: 'faint' }],
  ])('where a word says that it is something else: %s', (words, found) => {
    expect(signsIn(words)).toEqual(found);
  });

  test.each([
    ['may i pass out of tea', {}],
    ['i pass out of tea may i have it', { urgent: 'faint' }],
    ['i pass out of tea for a joke', {}],
    ['i pass out of tea and he told me a joke', { urgent: 'faint' }],
    ['a joke i pass out of tea', {}],
    ['i pass out of tea it was hot and he told me a joke may i', { urgent: 'faint' }],
    ['a joke i pass out of tea and he told me a joke', {}],
    ['tea and i pass out he told a joke i pass out', { urgent: 'faint' }],
  ])('but an emergency is, where that is asked or said only after it: %s', (words, found) => {
    expect(signsIn(words)).toEqual(found);
  });

  test('where the same word would have to be two of its parts', () => {
    expect(signsIn('the drip')).toEqual({});
    expect(signsIn('dripping drip')).toEqual({ 'weak-advice': 'drips' });
    expect(signsIn('a cup drips')).toEqual({ 'weak-advice': 'drips' });
  });

  test('unless one of its parts has more words than that', () => {
    expect(signsIn('drip on it')).toEqual({ 'weak-advice': 'drips' });
    expect(signsIn('cold milk')).toEqual({ 'surely-not-covered': 'spill' });
  });

  test('for a mark that the question does not have', () => {
    expect(signsIn('i stopped it', '@food')).toEqual({});
  });
});

describe('an emergency', () => {
  test.each([
    'no scald on my hand',
    'my hand without a scald',
    'i never had a scald',
    'i do not have a scald',
    'i am not having a scald',
    'i have not had a scald',
    'she has not got a scald',
    'without her i scald',
    'i am not scalding',
    'nobody had a scald',
    'neither had a scald',
  ])('is denied: %s', (words) => {
    expect(signsIn(words)).toEqual({});
  });

  test.each([
    'my scald is not nice',
    'i do not like this scald',
    'no tea my poor scald',
    'without her tea i scald',
    'i have a scald',
    'i am not behaving this scald',
    'i could not but have scald',
  ])('is not denied by other words: %s', (words) => {
    expect(signsIn(words)).toEqual({ urgent: 'scald' });
  });

  test.each([
    ['i had a scald last year', {}],
    ['when i was little i had a scald', {}],
    ['my hand was scalded years ago', {}],
    ['i had tea two months ago and i have a scald', { urgent: 'scald' }],
    ['i had a scald years ago and now my hand is scalded', { urgent: 'scald' }],
    ['my scald is worse than it used to be', { urgent: 'scald' }],
    ['i had a scald last year and now again', { urgent: 'scald' }],
    ['i had a scald this morning', { urgent: 'scald' }],
  ])('was long ago, unless it is so again: %s', (words, found) => {
    expect(signsIn(words)).toEqual(found);
  });

  test('is not undone by a denial of another kind of sign', () => {
    expect(signsIn('no price')).toEqual({ 'not-covered': 'price' });
    expect(signsIn('never stop tea')).toEqual({ advice: 'quit' });
  });

  test.each([
    ['what is a scald', {}],
    ['so tell me what is a scald', {}],
    ['and but okay what is a scald', {}],
    ['can i get a scald', {}],
    ['could you get a scald', {}],
    ['what should i do with a scald', {}],
    ['what should i do my hand is scalded', { urgent: 'scald' }],
    ['can i come i have a scald', { urgent: 'scald' }],
    ['what now my hand is scalded', { urgent: 'scald' }],
    ['a scald', { urgent: 'scald' }],
    ['listen what is a scald', { urgent: 'scald' }],
    ['whatever a scald', { urgent: 'scald' }],
  ])('has to be somebody’s, and now: %s', (words, found) => {
    expect(signsIn(words)).toEqual(found);
  });

  test('leaves the other signs of a general question', () => {
    expect(signsIn('what is the price of a scald')).toEqual({ 'not-covered': 'price' });
  });
});

describe('the signs of what is not covered', () => {
  test('weigh more where several parts are there', () => {
    const parts = [alternatives('price'), alternatives('tea')];
    const both = sign({ id: 'tea-price', parts });
    const found = finderOf([both]);
    expect(found('the price of tea')).toEqual({ 'surely-not-covered': 'tea-price' });
    expect(found('the price')).toEqual({});
  });
});

test('a sign of an emergency may count where it is asked about, too', () => {
  const point = sign({ id: 'end', kind: 'urgent', parts: [alternatives('point of tea')] });
  const asked = 'what is the point of tea';
  expect(finderOf([{ ...point, isAsked: true }])(asked)).toEqual({ urgent: 'end' });
  expect(finderOf([point])(asked)).toEqual({});
});

describe('a sign of the index', () => {
  const stems = new StemIndex({ hintsOf: none, cueOf: none, phrasingOf: none });
  const numbersOf = (phrase: string): number[] =>
    phrase.split(' ').map((stem) => stems.numberOf(stem));

  test('has its alternatives by the numbers of their stems', () => {
    const entry = {
      id: 'burn',
      kind: 'urgent',
      parts: ['burn my hand|scald|burn', '#tea'],
    } as const;
    const [burn = 0] = numbersOf('burn');
    expect(readSign({ ...entry, not: 'joke|long ago' }, stems)).toEqual({
      id: 'burn',
      kind: 'urgent',
      isWeak: false,
      isAsked: false,
      parts: [
        {
          phrases: ['burn my hand', 'scald', 'burn'].map(numbersOf),
          firsts: [burn, ...numbersOf('scald'), burn],
        },
        { phrases: [numbersOf('#tea')], firsts: numbersOf('#tea') },
      ],
      not: { phrases: [numbersOf('joke'), numbersOf('long ago')], firsts: numbersOf('joke long') },
    });
  });

  test('may be weak, and may have nothing that must not be there', () => {
    const entry = { id: 'swap', kind: 'advice', isWeak: true, parts: ['swap'] } as const;
    expect(readSign(entry, stems)).toEqual({
      ...entry,
      isAsked: false,
      parts: [{ phrases: [numbersOf('swap')], firsts: numbersOf('swap') }],
      not: { phrases: [], firsts: [] },
    });
  });
});
