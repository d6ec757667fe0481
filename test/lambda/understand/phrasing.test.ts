import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import type { Candidate } from '../../../lambda/understand/closest.ts';
import type { PhrasingEntry } from '../../../lambda/understand/index-file.ts';
import {
  findMostUsual,
  type Phrased,
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

function question(text: string): Phrased {
  const words = text === '' ? [] : text.split(' ').map(wordOf);
  const tokens = toTokens(words);
  return { units: unitsOf(words, tokens), tokens };
}

/** The index of targets, each by what its words weigh. */
function indexOf(targets: Readonly<Record<string, PhrasingEntry>>): PhrasingIndex {
  return { phrasingOf: (target) => readPhrasing(targets[target] ?? {}) };
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
    expect(question(text).units).toEqual(expected);
  });

  test('a term of the topic, which was not said, is none', () => {
    const words = ['hot'].map(wordOf);
    expect(unitsOf(words, [{ token: '#green-tea', start: 0, length: 0 }])).toEqual(['hot']);
  });
});

describe('the phrasing', () => {
  const index = indexOf({
    before: { befor: [150, { milk: -100, tea: 50 }], milk: [20], '^': [10] },
    after: { after: [150], befor: [-50, { milk: 300 }], milk: [20], '^': [10] },
  });
  const order = (text: string, candidates: readonly Candidate[]): string[] =>
    weighPhrasing(candidates, question(text), index).map(({ target }) => target);

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
    const weighed = weighPhrasing(both, question('is milk after tea'), index);
    expect(weighed[0]).toMatchObject({ target: 'after' });
    expect(weighed[0]?.score).toBeCloseTo(0.8, 10);
    expect(weighed[1]?.score).toBeLessThan(0.8);
  });

  // Worked out by hand: 0.2 of the score is shared out by the weights, and the best keeps its score.
  test.each([
    ['a word of one of them', 'milk', { milk: [100] }, {}, 0.8 - 0.2 * Math.tanh(0.5)],
    ['two words in a row', 'hot milk', { hot: [0, { milk: 200 }] }, {}, 0.8 - 0.2 * Math.tanh(1)],
    ['nothing, for words that neither has', 'salt', { milk: [100] }, {}, 0.8],
    ['a word once', 'milk milk', { milk: [100] }, {}, 0.8 - 0.2 * Math.tanh(0.5)],
    ['where it begins', 'milk', { '^': [0, { milk: 100 }] }, {}, 0.8 - 0.2 * Math.tanh(0.5)],
    ['where it ends', 'milk', { milk: [0, { $: 100 }] }, {}, 0.8 - 0.2 * Math.tanh(0.5)],
    ['a group of words', 'cup', { '=mug': [100] }, {}, 0.8 - 0.2 * Math.tanh(0.5)],
    ['against one of them', 'milk', {}, { milk: [-100] }, 0.8 - 0.2 * Math.tanh(0.5)],
  ] as const)('weighs %s', (_, text, a, b, behind) => {
    const both = [candidate('a', 0.8), candidate('b', 0.8)];
    const [first, second] = weighPhrasing(both, question(text), indexOf({ a, b }));
    expect(first).toEqual(candidate('a', 0.8));
    expect(second?.target).toBe('b');
    expect(second?.score).toBeCloseTo(behind, 6);
  });

  test('takes in what is just within reach', () => {
    const both = [candidate('before', 0.75), candidate('after', 0.66)];
    expect(order('milk after tea', both)).toHaveLength(2);
  });

  test('has nothing to say where there is one candidate, or none', () => {
    const one = [candidate('before', 0.7)];
    expect(weighPhrasing(one, question('milk'), index)).toEqual(one);
    expect(weighPhrasing([], question('milk'), index)).toEqual([]);
  });

  test('takes two targets alike in the order of their names', () => {
    const alike = indexOf({ a: { milk: [9] }, b: { milk: [9] } });
    const both = [candidate('b', 0.8), candidate('a', 0.8)];
    const weighed = weighPhrasing(both, question('milk'), alike);
    expect(weighed.map(({ target }) => target)).toEqual(['a', 'b']);
  });
});

describe('the answer for which the words are most usual', () => {
  const index = indexOf({
    'answer/tea': { how: [20], made: [10], make: [60], tea: [150] },
    'answer/hot-tea': { how: [20], made: [10], hot: [300], tea: [100] },
    'answer/coffee': { how: [20], made: [10], make: [30], coffee: [400] },
  });
  const answers = [
    { target: 'answer/coffee', section: 'coffee' },
    { target: 'answer/tea', section: 'tea' },
    { target: 'answer/hot-tea', section: 'tea' },
  ];

  test('is found, and leads the best of another section', () => {
    const most = findMostUsual(answers, question('will you make tea for me'), index);
    expect(most?.target).toBe('answer/tea');
    expect(most?.lead).toBeCloseTo(1.8, 10);
    const alone = [answers[1], answers[0]].map((answer) => answer ?? fail());
    expect(findMostUsual(alone, question('will you make tea for me'), index)).toEqual(most);
  });

  test('leads by less where the words are nearly as usual for another section', () => {
    const lead = (text: string): number => findMostUsual(answers, question(text), index)?.lead ?? 0;
    expect(lead('how is tea made')).toBeGreaterThan(lead('how is it made'));
    expect(lead('how is it made')).toBeGreaterThanOrEqual(0);
  });

  test('leads without end where there is no other section', () => {
    const most = findMostUsual(answers.slice(1), question('hot tea'), index);
    expect(most).toEqual({ target: 'answer/hot-tea', lead: Infinity });
  });

  test('is none without answers', () => {
    expect(findMostUsual([], question('tea'), index)).toBeNull();
  });
});

function fail(): never {
  throw new Error('There is no such answer.');
}
