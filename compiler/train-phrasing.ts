/**
 * Trains what lambda/understand/phrasing.ts tells targets apart by: a multinomial logistic regression over
 * the samples of all targets. A cue has a weight for those targets only whose samples have it, so that
 * there is no more to keep than to count. AdaGrad; the mean over the second half of the epochs counts. The
 * same samples give the same weights.
 */
import type { PhrasingEntry } from '../lambda/understand/index-file.ts';
import { LEFT_OUT, type Random, randomNumbers, shuffle } from './learning.ts';
import { WeightedCue } from './weighted-cue.ts';

/** The names of the cues of each sample of a target. */
export type CuedSamples = readonly (readonly string[])[];

const EPOCHS = 40;
/** A cue that fewer samples have is no more than that sample. */
const LEAST_SAMPLES = 2;
/** A sample is told from so many targets at least, if there are as many. */
const LEAST_RIVALS = 20;
/** With more than this, only those count that share what the fewest targets have. */
const MOST_RIVALS = 100;
/** A cue is kept for so many targets at most: those that it tells most about. */
const MOST_WEIGHTS = 100;

interface Sample {
  readonly target: number;
  readonly cues: readonly WeightedCue[];
  /** The targets that it has to be told from, and its own. */
  readonly rivals: readonly number[];
}

/** What each cue weighs for the targets, by the name of the cue. */
export function trainPhrasing(targets: readonly CuedSamples[]): Map<string, PhrasingEntry> {
  const cues = weightedCues(targets);
  const samples = targets.flatMap((cued, target) =>
    cued.map((sample): Sample => {
      const known = sample.flatMap((cue) => cues.get(cue) ?? []);
      return { target, cues: known, rivals: rivalsOf(target, known, targets.length) };
    }),
  );
  const random = randomNumbers();
  const sums = new Float64Array(targets.length);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(samples, random);
    for (const sample of samples) learnFrom(sample, sums, random);
    for (const cue of cues.values()) cue.endEpoch(epoch < EPOCHS / 2 ? 0 : 2 / EPOCHS);
  }
  return new Map([...cues].map(([name, cue]) => [name, toEntry(cue)]));
}

/** The cues that enough samples have, by their names, in the order of the names. */
function weightedCues(targets: readonly CuedSamples[]): Map<string, WeightedCue> {
  const found = new Map<string, { count: number; targets: number[] }>();
  for (const [target, samples] of targets.entries()) {
    for (const name of samples.flat()) {
      const cue = found.get(name) ?? { count: 0, targets: [] };
      cue.count++;
      if (cue.targets.at(-1) !== target) cue.targets.push(target);
      found.set(name, cue);
    }
  }
  const usual = [...found].filter(([, { count }]) => count >= LEAST_SAMPLES);
  usual.sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(usual.map(([name, cue]) => [name, new WeightedCue(cue.targets, targets.length)]));
}

/** The targets that have what a sample tells, its own among them; if they are few, others beside them. */
function rivalsOf(target: number, cues: readonly WeightedCue[], targetCount: number): number[] {
  const rivals = new Set([target]);
  for (const cue of cues) {
    if (cue.isTelling) for (const rival of cue.targets) rivals.add(rival);
  }
  if (rivals.size > MOST_RIVALS) return closestRivals(target, cues);
  const least = Math.min(LEAST_RIVALS, targetCount);
  for (let n = 1; rivals.size < least; n++) rivals.add((target + n) % targetCount);
  return [...rivals];
}

/** The targets that share what the fewest have. */
function closestRivals(target: number, cues: readonly WeightedCue[]): number[] {
  const rivals = new Set([target]);
  const rarest = cues.toSorted((a, b) => a.targets.length - b.targets.length);
  for (const { targets } of rarest) {
    for (const rival of targets) {
      if (rivals.size === MOST_RIVALS) return [...rivals];
      rivals.add(rival);
    }
  }
  return [...rivals];
}

/**
 * Changes the weights of a sample's cues by what they got wrong; `sums` is room for one of each target. What
 * is no rival has no error.
 */
function learnFrom({ target, cues, rivals }: Sample, sums: Float64Array, random: Random): void {
  sums.fill(0);
  const kept = cues.filter(() => random() >= LEFT_OUT);
  for (const cue of kept) cue.addTo(sums, rivals);
  const most = rivals.reduce((highest, rival) => Math.max(highest, sums[rival] ?? 0), -Infinity);
  let total = 0;
  for (const rival of rivals) {
    const share = Math.exp((sums[rival] ?? 0) - most);
    sums[rival] = share;
    total += share;
  }
  const errors = rivals.map((rival) => (sums[rival] ?? 0) / total - (rival === target ? 1 : 0));
  sums.fill(0);
  for (const [at, rival] of rivals.entries()) sums[rival] = errors[at] ?? 0;
  for (const cue of kept) cue.learn(sums, rivals);
}

/** What a cue weighs for the targets for which it weighs anything. */
function toEntry({ targets, means }: WeightedCue): PhrasingEntry {
  const weighed = targets
    .map((target, slot) => ({ target, hundredths: Math.round(100 * (means[slot] ?? 0)) }))
    .filter(({ hundredths }) => hundredths !== 0)
    .sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths) || a.target - b.target)
    .slice(0, MOST_WEIGHTS)
    .sort((a, b) => a.target - b.target);
  return weighed.flatMap(({ target, hundredths }, n) => [
    target - (weighed[n - 1]?.target ?? 0),
    hundredths,
  ]);
}
