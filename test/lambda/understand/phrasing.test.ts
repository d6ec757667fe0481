import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import { phrasingOf } from '../../../compiler/build-targets.ts';
import type { Candidate } from '../../../lambda/understand/closest.ts';
import {
  findMostUsual,
  type PhrasingIndex,
  readPhrasing,
  unitsOf,
  weighPhrasing,
} from '../../../lambda/understand/phrasing.ts';
import { toTokens } from '../../../lambda/understand/tokens.ts';

const { wordOf } = wordIndexOf(
  new Map([
    ['green tea', '#green-tea'],
    ['cup', '=mug'],
  ]),
);

function units(text: string): string[] {
  const words = text === '' ? [] : text.split(' ').map(wordOf);
  return unitsOf(words, toTokens(words));
}

/** The index of targets, each by its samples. */
function indexOf(targets: Readonly<Record<string, readonly string[]>>): PhrasingIndex {
  return {
    phrasingOf: (target) => readPhrasing(phrasingOf((targets[target] ?? []).map(units))),
  };
}

function candidate(target: string, score: number): Candidate {
  return { target, section: '', kind: null, score };
}

describe('the units of a question', () => {
  test.each([
    ['', []],
    ['what is tea', ['what', 'is', 'tea']],
    ['is green tea hot', ['is', '#green-tea', 'hot']],
    ['green tea', ['#green-tea']],
    ['drink green tea green tea', ['drink', '#green-tea', '#green-tea']],
  ])('"%s": a term is one, whatever stands for a group is a word', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });

  test('a term of the topic, which was not said, is none', () => {
    const words = ['hot'].map(wordOf);
    expect(unitsOf(words, [{ token: '#green-tea', start: 0, length: 0 }])).toEqual(['hot']);
  });

  test('are counted by themselves and with their neighbour, each once a sample', () => {
    expect(phrasingOf([['a', 'b', 'a', 'b'], ['b'], []])).toEqual({
      size: 3,
      words: { a: [1, { b: 1 }], b: [2, { a: 1 }] },
    });
  });
});

describe('the phrasing', () => {
  const index = indexOf({
    before: ['milk before tea', 'is milk before tea', 'before tea comes milk'],
    after: ['milk after tea', 'is milk after tea', 'tea before milk'],
  });
  const order = (text: string, candidates: readonly Candidate[]): string[] =>
    weighPhrasing(candidates, units(text), index).map(({ target }) => target);

  test('tells two candidates apart that are as close', () => {
    const both = [candidate('before', 0.8), candidate('after', 0.8)];
    expect(order('does milk go in after tea', both)[0]).toBe('after');
    expect(order('does milk go in before tea', both)[0]).toBe('before');
  });

  test('hears the order of the words', () => {
    const both = [candidate('before', 0.8), candidate('after', 0.8)];
    expect(order('tea before milk', both)[0]).toBe('after');
  });

  test('leaves out what is too far behind', () => {
    const far = [candidate('before', 0.8), candidate('after', 0.6)];
    expect(order('milk after tea', far)).toEqual(['before']);
  });

  test('gives the best one the score of the closest, and the others no more', () => {
    const both = [candidate('before', 0.8), candidate('after', 0.72)];
    const weighed = weighPhrasing(both, units('is milk after tea'), index);
    expect(weighed[0]).toMatchObject({ target: 'after' });
    expect(weighed[0]?.score).toBeCloseTo(0.8, 10);
    expect(weighed[1]?.score).toBeLessThan(0.8);
  });

  // Worked out by hand from the constants: a word counts for 0.5 and a pair for 0.3 of its logarithm.
  test.each([
    ['a word that one of them has', 'milk', ['milk'], ['tea'], 0.639],
    ['a pair that one of them has', 'milk tea', ['milk tea'], ['tea milk'], 0.6965],
    ['a word of one sample, or of one in three', 'milk', ['milk'], ['milk', 'tea', 'cup'], 0.7785],
    ['words that neither has', 'salt', ['milk'], ['tea'], 0.8],
  ])('weighs %s', (_, question, a, b, behind) => {
    const both = [candidate('a', 0.8), candidate('b', 0.8)];
    const [first, second] = weighPhrasing(both, units(question), indexOf({ a, b }));
    expect(first).toEqual(candidate('a', 0.8));
    expect(second?.target).toBe('b');
    expect(second?.score).toBeCloseTo(behind, 3);
  });

  test('takes in what is just within reach', () => {
    const both = [candidate('before', 0.75), candidate('after', 0.66)];
    expect(order('milk after tea', both)).toHaveLength(2);
  });

  test('has nothing to say where there is one candidate, or none', () => {
    const one = [candidate('before', 0.7)];
    expect(weighPhrasing(one, units('milk'), index)).toEqual(one);
    expect(weighPhrasing([], units('milk'), index)).toEqual([]);
  });

  test('takes two targets alike in the order of their names', () => {
    const alike = indexOf({ a: ['milk'], b: ['milk'] });
    const both = [candidate('b', 0.8), candidate('a', 0.8)];
    expect(weighPhrasing(both, ['milk'], alike).map(({ target }) => target)).toEqual(['a', 'b']);
  });
});

describe('the answer for which the words are most usual', () => {
  const targets = {
    'answer/tea': ['how is tea made', 'how do i make tea', 'make tea for me'],
    'answer/hot-tea': ['how is tea made hot', 'make hot tea'],
    'answer/coffee': ['how is coffee made', 'do i make coffee', 'coffee for me'],
  };
  const index = indexOf(targets);
  const answers = [
    { target: 'answer/coffee', section: 'coffee' },
    { target: 'answer/tea', section: 'tea' },
    { target: 'answer/hot-tea', section: 'tea' },
  ];

  test('is found, and leads the best of another section', () => {
    const most = findMostUsual(answers, units('will you make tea for me'), index);
    expect(most?.target).toBe('answer/tea');
    const alone = [answers[1], answers[0]].map((answer) => answer ?? fail());
    expect(findMostUsual(alone, units('will you make tea for me'), index)).toEqual(most);
  });

  test('leads by less where the words are nearly as usual for another section', () => {
    const lead = (text: string): number => findMostUsual(answers, units(text), index)?.lead ?? 0;
    expect(lead('how is tea made')).toBeGreaterThan(lead('how is it made'));
    expect(lead('how is it made')).toBeGreaterThanOrEqual(0);
  });

  test('leads without end where there is no other section', () => {
    const most = findMostUsual(answers.slice(1), units('hot tea'), index);
    expect(most).toEqual({ target: 'answer/hot-tea', lead: Infinity });
  });

  test('is none without answers', () => {
    expect(findMostUsual([], units('tea'), index)).toBeNull();
  });
});

function fail(): never {
  throw new Error('There is no such answer.');
}
