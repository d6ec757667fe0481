/**
 * Trains what lambda/understand/coverage.ts weighs a question by: a logistic regression over the samples,
 * those of the answers against those of the safety entries. AdaGrad; each time it sees a sample, some of
 * its cues are left out, so that none is relied on alone. The same samples give the same weights.
 */
import { type Cued, eachCue, toLikelihood } from '../lambda/understand/coverage.ts';
import type { CueEntry } from '../lambda/understand/index-file.ts';

export interface CoverageSample extends Cued {
  /** Whether it asks for an answer, not for a safety entry. */
  readonly isCovered: boolean;
}

/** A cue that fewer samples have tells of them only. */
const LEAST_SAMPLES = 3;
const EPOCHS = 12;
const LEARNING_RATE = 0.3;
/** What each epoch takes away from the weights. */
const DECAY = 0.02;
/** The share of cues that is left out. */
const LEFT_OUT = 0.2;
/** A sample that is understood this well teaches nothing. */
const LEAST_ERROR = 1e-4;

/** The weights in hundredths, by the cues' first words. */
export function trainCoverage(samples: readonly CoverageSample[]): Map<string, CueEntry> {
  const keys = samples.map(keysOf);
  const numbers = numberCues(keys);
  const seen = samples.map(({ isCovered }, sample) => ({
    cues: (keys[sample] ?? []).flatMap((key) => numbers.get(key) ?? []),
    label: isCovered ? 1 : 0,
  }));
  const weights = new Float64Array(numbers.size);
  const gradients = new Float64Array(numbers.size).fill(1e-3);
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
    for (let cue = 0; cue < weights.length; cue++) weights[cue] = (weights[cue] ?? 0) * (1 - DECAY);
  }
  return toEntries(numbers, weights);
}

/** The cues of a sample as texts: the first word, a space, and the one after it if there is one. */
function keysOf(sample: Cued): string[] {
  const keys: string[] = [];
  eachCue(sample, (first, second = '') => keys.push(`${first} ${second}`));
  return keys;
}

/** A number for each cue that enough samples have. */
function numberCues(samples: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of samples.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count >= LEAST_SAMPLES);
  return new Map(usual.map(([key], number) => [key, number]));
}

function toEntries(
  numbers: ReadonlyMap<string, number>,
  weights: Float64Array,
): Map<string, CueEntry> {
  const entries = new Map<string, [number, Record<string, number>?]>();
  for (const [key, number] of [...numbers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const hundredths = Math.round(100 * (weights[number] ?? 0));
    if (hundredths === 0) continue;
    const [first = '', second = ''] = key.split(' ');
    const entry = entries.get(first) ?? [0];
    entries.set(first, entry);
    if (second === '') entry[0] = hundredths;
    else (entry[1] ??= {})[second] = hundredths;
  }
  return entries;
}

function shuffle(items: unknown[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [items[last], items[at]] = [items[at], items[last]];
  }
}

/** Numbers from 0 up to 1, the same each time (Lehmer's generator). */
function randomNumbers(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
