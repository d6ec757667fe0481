/**
 * Trains what lambda/understand/coverage.ts weighs a question by: a logistic regression over the samples,
 * those of the answers against those of the safety entries. AdaGrad; each time it sees a sample, some of
 * its cues are left out, so that none is relied on alone. The mean over the second half of the epochs counts:
 * the last weights hang on the order of the samples. The same samples give the same weights.
 */
import { toLikelihood } from '../lambda/understand/coverage.ts';
import type { CueEntry } from '../lambda/understand/index-file.ts';
import {
  DECAY,
  FIRST_SQUARE,
  LEARNING_RATE,
  LEFT_OUT,
  randomNumbers,
  shuffle,
} from './learning.ts';

export interface CoverageSample {
  /** The names of its cues. */
  readonly cues: readonly string[];
  /** Whether it asks for an answer, not for a safety entry. */
  readonly isCovered: boolean;
}

/** A cue that fewer samples have tells of them only. */
const LEAST_SAMPLES = 3;
const EPOCHS = 60;
/** A sample that is understood this well teaches nothing. */
const LEAST_ERROR = 1e-4;

/** The weight of each cue that tells anything, in hundredths. */
export function trainCoverage(samples: readonly CoverageSample[]): Map<string, CueEntry> {
  const numbers = numberCues(samples.map(({ cues }) => cues));
  const seen = samples.map(({ cues, isCovered }) => ({
    cues: cues.flatMap((cue) => numbers.get(cue) ?? []),
    label: isCovered ? 1 : 0,
  }));
  const weights = new Float64Array(numbers.size);
  const gradients = new Float64Array(numbers.size).fill(FIRST_SQUARE);
  const means = new Float64Array(numbers.size);
  const random = randomNumbers();
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(seen, random);
    for (const { cues, label } of seen) {
      const kept = cues.filter(() => random() >= LEFT_OUT);
      const sum = kept.reduce((total, cue) => total + (weights[cue] ?? 0), 0);
      const error = toLikelihood(sum) - label;
      if (Math.abs(error) < LEAST_ERROR) continue;
      for (const cue of kept) {
        const gradient = (gradients[cue] ?? 0) + error * error;
        gradients[cue] = gradient;
        weights[cue] = (weights[cue] ?? 0) - (LEARNING_RATE * error) / Math.sqrt(gradient);
      }
    }
    for (let cue = 0; cue < weights.length; cue++) {
      const weight = (weights[cue] ?? 0) * (1 - DECAY);
      weights[cue] = weight;
      if (epoch >= EPOCHS / 2) means[cue] = (means[cue] ?? 0) + weight / (EPOCHS / 2);
    }
  }
  return toEntries(numbers, means);
}

/** A number for each cue that enough samples have. */
function numberCues(samples: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cue of samples.flat()) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count >= LEAST_SAMPLES);
  return new Map(usual.map(([cue], number) => [cue, number]));
}

function toEntries(
  numbers: ReadonlyMap<string, number>,
  weights: Float64Array,
): Map<string, CueEntry> {
  const entries = [...numbers].map(([cue, number]): [string, CueEntry] => {
    return [cue, Math.round(100 * (weights[number] ?? 0))];
  });
  return new Map(entries.filter(([, hundredths]) => hundredths !== 0));
}
