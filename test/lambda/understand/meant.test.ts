import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import type { Candidate } from '../../../lambda/understand/closest.ts';
import type { TargetEntry } from '../../../lambda/understand/index-file.ts';
import { type Meant, whatIsMeant } from '../../../lambda/understand/meant.ts';
import type { Weights } from '../../../lambda/understand/phrasing.ts';

function target(name: string, section: string, kind: TargetEntry['kind'] = null): TargetEntry {
  return { target: name, section, kind, weights: [], samples: {} };
}

const TARGETS = [
  target('answer/tea', 'tea'),
  target('answer/coffee', 'coffee'),
  target('answer/hot-tea', 'tea'),
  target('answer/juice', 'juice'),
  target('safety/beer', '', 'not-covered'),
];

function near(number: number, score: number): Candidate {
  const { target: name, section, kind } = TARGETS[number] ?? target('', '');
  return { number, target: name, section, kind, score };
}

/** So many hundredths for each target; those of 0 weigh nothing. */
function weigh(hundredths: readonly number[]): Weights {
  const numbers = [...hundredths.keys()].filter((number) => hundredths[number] !== 0);
  return { targets: numbers, sums: Int32Array.from(hundredths, (weight) => 2 * weight + 1) };
}

/** What is meant where these targets are near, and the words weigh so many hundredths for each. */
function meant(candidates: readonly Candidate[], weights: readonly number[] = []): Meant | null {
  const { stemOf } = wordIndexOf(new Map());
  const index = {
    stemOf,
    targetCount: TARGETS.length,
    answerCount: 4,
    targetAt: (number: number) => TARGETS[number] ?? target('', ''),
  };
  return whatIsMeant({ near: candidates, weights: weigh(weights), units: [], tokens: [] }, index);
}

describe('which answer is meant', () => {
  test('is told by the closest sample, where the words tell nothing', () => {
    const found = meant([near(1, 0.9), near(0, 0.82)]);
    expect(found).toMatchObject({ target: 'answer/coffee', other: 'answer/tea' });
    // 12 for the whole score, and 0.08 between them.
    expect(found?.share).toBeCloseTo(1 / (1 + Math.exp(-0.08 * 12)), 10);
  });

  test('may be one that is not near and that the words weigh a little for', () => {
    // 0.3 behind the best, and 1.2 for the logarithm that the words add up to.
    const found = meant([near(1, 0.9), near(0, 0.82)], [0, 0, 0, 50]);
    const [tea, juice] = [Math.exp(-0.08 * 12), Math.exp(-0.3 * 12 + 0.5 * 1.2)];
    expect(found?.share).toBeCloseTo(1 / (1 + tea + juice), 10);
  });

  test('is told by the words, where samples of both are as close', () => {
    const found = meant([near(1, 0.8), near(0, 0.8)], [0, 300, 0, 0]);
    expect(found?.target).toBe('answer/coffee');
    expect(found?.share).toBeCloseTo(1 / (1 + Math.exp(-3.6)), 10);
  });

  test('may be an answer that no sample is near of, if the words tell enough', () => {
    expect(meant([near(1, 0.6)], [0, 0, 0, 400])?.target).toBe('answer/juice');
    expect(meant([near(1, 0.6)], [0, 0, 0, 200])?.target).toBe('answer/coffee');
  });

  test('is the likeliest answer of the section that has most together', () => {
    // Each of the two about tea is a little less likely than coffee.
    const found = meant([near(1, 0.8), near(0, 0.78), near(2, 0.79)]);
    expect(found?.target).toBe('answer/hot-tea');
    expect(found?.share).toBeGreaterThan(0.5);
    expect(found?.other).toBe('answer/coffee');
  });

  test('is never what is not covered', () => {
    expect(meant([near(4, 0.95), near(1, 0.7)], [0, 0, 0, 0, 900])?.target).toBe('answer/coffee');
  });

  test('is sure where nothing else comes near, and there is no other', () => {
    const found = meant([near(1, 0.9)], [0, 900, 0, 0]);
    expect(found).toEqual({ target: 'answer/coffee', share: 1, other: null });
  });

  test('is told by the words alone where no sample is near', () => {
    const found = meant([], [0, 0, 0, 500]);
    expect(found?.target).toBe('answer/juice');
    expect(found?.share).toBeGreaterThan(0.98);
  });
});

test('without answers, none is meant', () => {
  const { stemOf } = wordIndexOf(new Map());
  const index = { stemOf, targetCount: 0, answerCount: 0, targetAt: () => target('', '') };
  const nothing = { near: [], weights: weigh([]), units: [], tokens: [] };
  expect(whatIsMeant(nothing, index)).toBeNull();
});

test('the words are weighed where they were not yet', () => {
  const { stemOf } = wordIndexOf(new Map());
  const index = {
    stemOf,
    targetCount: 1,
    answerCount: 1,
    targetAt: () => target('answer/tea', 'tea'),
  };
  const reading = { near: [near(0, 0.7)], weights: null, units: [], tokens: [] };
  expect(whatIsMeant(reading, index)).toEqual({ target: 'answer/tea', share: 1, other: null });
});
