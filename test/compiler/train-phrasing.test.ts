import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../compiler/build-forms.ts';
import { type CuedSamples, trainPhrasing } from '../../compiler/train-phrasing.ts';
import { cuesOf } from '../../lambda/understand/cues.ts';
import type { PhrasingEntry } from '../../lambda/understand/index-file.ts';

const { stemOf } = wordIndexOf(new Map());

function cued(...samples: readonly string[]): CuedSamples {
  return samples.map((sample) =>
    cuesOf({ units: sample.split(' ').map(stemOf), tokens: [], signs: {} }, { stemOf }),
  );
}

/** What a cue weighs for each target that it weighs anything for, by the target's number. */
function weightsOf(entry: PhrasingEntry): Map<number, number> {
  const weights = new Map<number, number>();
  let target = 0;
  for (let at = 0; at < entry.length; at += 2) {
    target += entry[at] ?? 0;
    weights.set(target, entry[at + 1] ?? 0);
  }
  return weights;
}

/** What words weigh for so many targets. */
function weigh(words: string, entries: ReadonlyMap<string, PhrasingEntry>, count = 2): number[] {
  const sums = Array.from({ length: count }, () => 0);
  for (const cue of cued(words)[0] ?? []) {
    for (const [target, weight] of weightsOf(entries.get(cue) ?? [])) {
      sums[target] = (sums[target] ?? 0) + weight;
    }
  }
  return sums;
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
    const entries = trainPhrasing([TEA, COFFEE]);
    expect([...weightsOf(entries.get('tea') ?? []).keys()]).toEqual([0]);
    expect([...weightsOf(entries.get('coffee') ?? []).keys()]).toEqual([1]);
  });

  test('is whole hundredths', () => {
    for (const entry of trainPhrasing([TEA, COFFEE]).values()) {
      for (const number of entry) expect(Number.isInteger(number)).toBe(true);
    }
  });

  // What is built must not change but with the samples: these are the weights to the last hundredth.
  test('is the same on every machine and each time', () => {
    const entries = trainPhrasing([TEA, COFFEE]);
    expect([entries.get('tea'), entries.get('tea $')]).toEqual([
      [0, 192],
      [0, 145],
    ]);
    expect(trainPhrasing([TEA, COFFEE])).toEqual(entries);
  });
});

test('words of one sample are no more than that sample', () => {
  const entries = trainPhrasing([cued('blue tea', 'tea'), cued('coffee', 'hot coffee')]);
  expect([...entries.keys()]).not.toContain('blue');
});

test('what too many targets have tells none of them apart, but counts', () => {
  const many = Array.from({ length: 120 }, (_, n) => cued(`what is w${n}`, `what about w${n}`));
  const sums = weigh('what is w7', trainPhrasing(many), 120);
  expect(sums.indexOf(Math.max(...sums))).toBe(7);
});

test('with more than a hundred that share something, those count that share what the fewest have', () => {
  // Each has one of two common words, and a word with one other: that is the one to be told from.
  const many = Array.from({ length: 160 }, (_, n) => {
    const common = n % 2 === 0 ? 'even' : 'odd';
    return cued(
      `${common} p${n >> 1} tea`,
      `${common} p${n >> 1} pot`,
      `${common} w${n} cup`,
      `w${n}`,
    );
  });
  const entries = trainPhrasing(many);
  for (const n of [0, 7, 93, 159]) {
    const sums = weigh(`${n % 2 === 0 ? 'even' : 'odd'} p${n >> 1}`, entries, 160);
    expect(sums.indexOf(Math.max(...sums))).toBe(n);
  }
});

test('a cue is kept for the hundred targets of which it tells most', () => {
  const samples = ['is it hot', 'is it cold', 'hot', 'cold'];
  const many = Array.from({ length: 230 }, (_, n) =>
    cued(...samples.map((sample) => `${sample} w${n}`)),
  );
  const weights = weightsOf(trainPhrasing(many).get('is') ?? []);
  expect(weights.size).toBeLessThanOrEqual(100);
  const targets = [...weights.keys()];
  expect(targets).toEqual(targets.toSorted((a, b) => a - b));
});

test('nothing is learned from nothing', () => {
  expect(trainPhrasing([])).toEqual(new Map());
  expect(trainPhrasing([[]])).toEqual(new Map());
});
