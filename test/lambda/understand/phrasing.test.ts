import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import type { Candidate } from '../../../lambda/understand/closest.ts';
import type { PhrasingEntry } from '../../../lambda/understand/index-file.ts';
import {
  unitsOf,
  weighPhrasing,
  weightFor,
  type Weights,
  weightsOf,
} from '../../../lambda/understand/phrasing.ts';
import { StemIndex } from '../../../lambda/understand/stem.ts';
import { toToken, toTokens } from '../../../lambda/understand/tokens.ts';

const FORMS = wordIndexOf(
  new Map([
    ['green tea', '#green-tea'],
    ['cup', '=mug'],
  ]),
);

function unitsIn(text: string): string[] {
  const words = text === '' ? [] : text.split(' ').map(FORMS.wordOf);
  return unitsOf(words, toTokens(words, FORMS), FORMS).map((unit) => unit.text);
}

/** What cues weigh for targets, each by its name and a number of hundredths for each target. */
type CueWeights = Readonly<Record<string, readonly number[]>>;

/** What the words of a question weigh for each of so many targets. */
function weigh(text: string, weights: CueWeights, targetCount = 2): Weights {
  const stems = new StemIndex({
    hintsOf: () => undefined,
    cueOf: () => undefined,
    phrasingOf: (cue) => weights[cue]?.flatMap((weight, n): PhrasingEntry => [n && 1, weight]),
  });
  const stemOf = (name: string) => stems.stemOf(name);
  const words = text === '' ? [] : text.split(' ').map(FORMS.wordOf);
  const tokens = toTokens(words, FORMS).map(({ token }) => ({ stem: stemOf(token) }));
  const units = unitsIn(text).map(stemOf);
  return weightsOf({ units, tokens }, { stemOf, targetCount });
}

const TARGETS = ['before', 'after'];

function candidate(target: string, score: number): Candidate {
  return { number: TARGETS.indexOf(target), target, section: '', kind: null, score };
}

describe('the units of a question', () => {
  test.each([
    ['', []],
    ['what is tea', ['what', 'is', 'tea']],
    ['is green tea hot', ['is', '#green-tea', 'hot']],
    ['green tea', ['#green-tea']],
    ['drink green tea green tea', ['drink', '#green-tea', '#green-tea']],
  ])('"%s": a term is one, whatever stands for a group is a word', (text, expected) => {
    expect(unitsIn(text)).toEqual(expected);
  });

  test('a term of the topic, which was not said, is none', () => {
    const words = ['hot'].map(FORMS.wordOf);
    const given = toToken('#green-tea', 0, 0, FORMS);
    expect(unitsOf(words, [given], FORMS).map(({ text }) => text)).toEqual(['hot']);
  });
});

describe('what the words of a question weigh', () => {
  test.each<[string, string, CueWeights, number]>([
    ['a word', 'milk', { milk: [100] }, 100],
    ['two words in a row', 'hot milk', { 'hot milk': [200] }, 200],
    ['nothing, for words that are not known', 'salt', { milk: [100] }, 0],
    ['a word once', 'milk milk', { milk: [100] }, 100],
    ['where it begins', 'milk', { '^ milk': [100] }, 100],
    ['where it ends', 'milk', { 'milk $': [100] }, 100],
    ['that it is a question at all', 'milk', { '^': [7] }, 7],
    ['a group of words', 'cup', { '=mug': [100] }, 100],
    ['against a target', 'milk', { milk: [-100] }, -100],
    ['all of it together', 'hot milk', { hot: [1], milk: [2], 'hot milk': [4], '^ hot': [8] }, 15],
  ])('is %s', (_, text, weights, expected) => {
    const weighed = weigh(text, weights);
    expect([0, 1].map((target) => weightFor(target, weighed))).toEqual([expected, 0]);
    expect(weighed.targets).toEqual(expected === 0 ? [] : [0]);
  });

  test('is told of each target by its number', () => {
    const weighed = weigh('hot milk', { hot: [1, 2, 3], milk: [-1, 10, 20] }, 3);
    expect([0, 1, 2].map((target) => weightFor(target, weighed))).toEqual([0, 12, 23]);
    expect(weighed.targets).toEqual([0, 1, 2]);
  });
});

describe('the phrasing', () => {
  const weights: CueWeights = {
    befor: [150, -50],
    after: [0, 150],
    'befor milk': [-100, 300],
    'befor tea': [50],
    milk: [20, 20],
    '^': [10, 10],
  };
  const order = (text: string, candidates: readonly Candidate[]): string[] =>
    weighPhrasing(candidates, weigh(text, weights)).map(({ target }) => target);

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
    const weighed = weighPhrasing(both, weigh('is milk after tea', weights));
    expect(weighed[0]).toMatchObject({ target: 'after' });
    expect(weighed[0]?.score).toBeCloseTo(0.8, 10);
    expect(weighed[1]?.score).toBeLessThan(0.8);
  });

  // Worked out by hand: 0.2 of the score is shared out by the weights, and the best keeps its score.
  test('shares out a part of the score', () => {
    const both = [candidate('before', 0.8), candidate('after', 0.8)];
    const [first, second] = weighPhrasing(both, weigh('milk', { milk: [100] }));
    expect(first).toEqual(candidate('before', 0.8));
    expect(second?.target).toBe('after');
    expect(second?.score).toBeCloseTo(0.8 - 0.2 * Math.tanh(0.5), 6);
  });

  test('takes in what is just within reach', () => {
    const both = [candidate('before', 0.75), candidate('after', 0.66)];
    expect(order('milk after tea', both)).toHaveLength(2);
  });

  test('has nothing to say where there is one candidate, or none', () => {
    const one = [candidate('before', 0.7)];
    expect(weighPhrasing(one, weigh('milk', weights))).toEqual(one);
    expect(weighPhrasing([], weigh('milk', weights))).toEqual([]);
  });

  test('takes two targets alike in the order of their names', () => {
    const both = [candidate('before', 0.8), candidate('after', 0.8)];
    expect(order('milk', both)).toEqual(['after', 'before']);
  });
});
