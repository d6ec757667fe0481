import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../compiler/build-forms.ts';
import { type CoverageSample, trainCoverage } from '../../compiler/train-coverage.ts';
import { coverageOf } from '../../lambda/understand/coverage.ts';
import { type Cued, cuesOf } from '../../lambda/understand/cues.ts';
import { StemIndex } from '../../lambda/understand/stem.ts';

const { stemOf } = wordIndexOf(new Map());

function cued(words: string, of = stemOf): Cued {
  return { units: words.split(' ').map((word) => of(word)), tokens: [], signs: {} };
}

function sample(isCovered: boolean, words: string): CoverageSample {
  return { cues: cuesOf(cued(words), { stemOf }), isCovered };
}

const SAMPLES = [
  ...['hot tea', 'tea hot', 'green tea', 'tea and milk', 'my tea'].map((words) =>
    sample(true, words),
  ),
  ...['hot coffee', 'coffee hot', 'black coffee', 'coffee and milk', 'my coffee'].map((words) =>
    sample(false, words),
  ),
];

/** How likely words are covered, after training on these samples. */
function coverageAfter(samples: readonly CoverageSample[]): (words: string) => number {
  const entries = trainCoverage(samples);
  const stems = new StemIndex({
    hintsOf: () => undefined,
    cueOf: (cue) => entries.get(cue),
    phrasingOf: () => undefined,
  });
  const stemIn = (text: string) => stems.stemOf(text);
  return (words) => coverageOf(cued(words, stemIn), { stemOf: stemIn });
}

describe('what is learned from samples', () => {
  const coverageIn = coverageAfter(SAMPLES);

  test('tells what is covered from what is not', () => {
    for (const words of ['tea', 'hot tea', 'milk in tea'])
      expect(coverageIn(words)).toBeGreaterThan(0.8);
    for (const words of ['coffee', 'my coffee please']) expect(coverageIn(words)).toBeLessThan(0.2);
  });

  test('does not lean on words that both have', () => {
    expect(Math.abs(coverageIn('and milk') - 0.5)).toBeLessThan(0.2);
  });

  // What is built must not change but with the samples: these are the weights to the last hundredth.
  test('is the same on every machine and each time', () => {
    const weights = {
      '^': -15,
      hot: 15,
      tea: 237,
      'tea $': 148,
      coffee: -215,
      'coffee $': -137,
    };
    expect(Object.fromEntries(trainCoverage(SAMPLES))).toEqual(weights);
    expect(Object.fromEntries(trainCoverage(SAMPLES))).toEqual(weights);
  });
});

test('a cue of fewer than three samples is not learned', () => {
  const entries = trainCoverage([
    ...['blue tea', 'blue tea', 'tea', 'tea'].map((words) => sample(true, words)),
    ...['milk', 'milk', 'milk'].map((words) => sample(false, words)),
  ]);
  expect([...entries.keys()]).toEqual(expect.arrayContaining(['tea', 'milk']));
  expect([...entries.keys()]).not.toContain('blue');
});

test('two words in a row can turn what each of them says', () => {
  const coverageIn = coverageAfter([
    ...SAMPLES,
    ...['hot tea pot', 'my tea pot', 'tea pot', 'green tea pot'].map((words) =>
      sample(false, words),
    ),
  ]);
  expect(coverageIn('hot tea')).toBeGreaterThan(0.5);
  expect(coverageIn('hot tea pot')).toBeLessThan(0.5);
});

test('the weights are whole hundredths, and none is nothing', () => {
  for (const weight of trainCoverage(SAMPLES).values()) {
    expect(Number.isInteger(weight)).toBe(true);
    expect(weight).not.toBe(0);
  }
});

test('nothing is learned from nothing', () => {
  expect(trainCoverage([]).size).toBe(0);
});
