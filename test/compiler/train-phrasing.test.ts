import { describe, expect, test } from '@jest/globals';
import { type CuedSamples, trainPhrasing } from '../../compiler/train-phrasing.ts';
import { cuesOf } from '../../lambda/understand/cues.ts';
import type { PhrasingEntry } from '../../lambda/understand/index-file.ts';

function cued(...samples: readonly string[]): CuedSamples {
  return samples.map((sample) => cuesOf({ units: sample.split(' '), tokens: [], signs: {} }));
}

/** What words weigh for each of the targets. */
function weigh(words: string, entries: readonly PhrasingEntry[]): number[] {
  const [cues = []] = cued(words);
  return entries.map((entry) =>
    cues.reduce((sum, [first, second]) => {
      const [weight, next] = entry[first] ?? [0];
      return sum + (second === undefined ? weight : (next?.[second] ?? 0));
    }, 0),
  );
}

const TEA = cued('hot tea', 'tea now', 'green tea', 'tea and milk', 'tea');
const COFFEE = cued('hot coffee', 'coffee now', 'black coffee', 'coffee and milk', 'coffee');
const BEFORE = cued('milk before tea', 'is milk before tea', 'tea has milk before');
const AFTER = cued('milk after tea', 'tea before milk', 'is tea before milk');

describe('what is learned from the samples of targets', () => {
  test.each([
    ['tea', 0],
    ['is it tea', 0],
    ['coffee please', 1],
    ['black coffee with milk', 1],
  ])('tells which of them is asked for: %s', (words, target) => {
    const sums = weigh(words, trainPhrasing([TEA, COFFEE]));
    expect(sums.indexOf(Math.max(...sums))).toBe(target);
  });

  test('hears the order of the words', () => {
    const entries = trainPhrasing([BEFORE, AFTER]);
    const [before = 0, after = 0] = weigh('milk before tea', entries);
    expect(before).toBeGreaterThan(after);
    const [turned = 0, right = 0] = weigh('tea before milk', entries);
    expect(right).toBeGreaterThan(turned);
  });

  test('is little of words that both have', () => {
    const [tea = 0, coffee = 0] = weigh('now and milk', trainPhrasing([TEA, COFFEE]));
    expect(Math.abs(tea - coffee)).toBeLessThan(50);
  });

  test('is kept for the targets only whose samples have a word', () => {
    const [tea = {}, coffee = {}] = trainPhrasing([TEA, COFFEE]);
    expect(Object.keys(tea)).not.toContain('coffee');
    expect(Object.keys(coffee)).not.toContain('tea');
  });

  test('is whole hundredths, in the order of the words', () => {
    for (const entry of trainPhrasing([TEA, COFFEE])) {
      expect(Object.keys(entry)).toEqual(Object.keys(entry).sort());
      for (const [weight, next] of Object.values(entry)) {
        for (const value of [weight, ...Object.values(next ?? {})]) {
          expect(Number.isInteger(value)).toBe(true);
        }
      }
    }
  });

  // What is built must not change but with the samples: these are the weights to the last hundredth.
  test('is the same on every machine and each time', () => {
    const [first] = trainPhrasing([TEA, COFFEE]);
    expect(first?.['tea']).toEqual([184, { $: 134 }]);
    expect(trainPhrasing([TEA, COFFEE])).toEqual(trainPhrasing([TEA, COFFEE]));
  });
});

test('words of one sample are no more than that sample', () => {
  const [tea = {}] = trainPhrasing([cued('blue tea', 'tea'), cued('coffee', 'hot coffee')]);
  expect(Object.keys(tea)).not.toContain('blue');
});

test('what too many targets have tells none of them apart, but counts', () => {
  const many = Array.from({ length: 120 }, (_, n) => cued(`what is w${n}`, `what about w${n}`));
  const entries = trainPhrasing(many);
  const sums = weigh('what is w7', entries);
  expect(sums.indexOf(Math.max(...sums))).toBe(7);
});

test('nothing is learned from nothing', () => {
  expect(trainPhrasing([])).toEqual([]);
  expect(trainPhrasing([[]])).toEqual([{}]);
});
