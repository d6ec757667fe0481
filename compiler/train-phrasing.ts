/**
 * Trains what lambda/understand/phrasing.ts tells targets apart by: a multinomial logistic regression over
 * the samples of all targets. A cue has a weight for those targets only whose samples have it, so that
 * there is no more to keep than to count. AdaGrad; the same samples give the same weights.
 */
import type { Cue } from '../lambda/understand/cues.ts';
import type { PhrasingEntry } from '../lambda/understand/index-file.ts';
import { LEFT_OUT, type Random, randomNumbers, shuffle } from './learning.ts';
import { WeightedCue } from './weighted-cue.ts';

/** The cues of each sample of a target. */
export type CuedSamples = readonly (readonly Cue[])[];

const EPOCHS = 20;
/** A cue that fewer samples have is no more than that sample. */
const LEAST_SAMPLES = 2;
/** A sample is told from so many targets at least, if there are as many. */
const LEAST_RIVALS = 20;
/** With more than this, only those count that share what the fewest targets have. */
const MOST_RIVALS = 100;

interface Sample {
  readonly target: number;
  readonly cues: readonly WeightedCue[];
  /** The targets that it has to be told from, and its own. */
  readonly rivals: readonly number[];
}

/** The weights of each target, in hundredths. */
export function trainPhrasing(targets: readonly CuedSamples[]): PhrasingEntry[] {
  const cues = weightedCues(targets);
  const samples = targets.flatMap((cued, target) =>
    cued.map((sample): Sample => {
      const known = sample.flatMap((cue) => cues.get(cue.join(' ')) ?? []);
      return { target, cues: known, rivals: rivalsOf(target, known, targets.length) };
    }),
  );
  const random = randomNumbers();
  const sums = new Float64Array(targets.length);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(samples, random);
    for (const sample of samples) learnFrom(sample, sums, random);
    for (const cue of cues.values()) cue.decay();
  }
  return toEntries(targets.length, cues);
}

/** The cues that enough samples have, by their names, in the order of the names. */
function weightedCues(targets: readonly CuedSamples[]): Map<string, WeightedCue> {
  const found = new Map<string, { count: number; targets: number[] }>();
  for (const [target, samples] of targets.entries()) {
    for (const name of samples.flat().map((cue) => cue.join(' '))) {
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

/** What each cue weighs, under the targets and their words. */
function toEntries(targetCount: number, cues: ReadonlyMap<string, WeightedCue>): PhrasingEntry[] {
  const words = Array.from({ length: targetCount }, () => new Map<string, Weights>());
  for (const [name, { targets, weights }] of cues) {
    const [first = '', second] = name.split(' ');
    for (const [slot, target] of targets.entries()) {
      const hundredths = Math.round(100 * (weights[slot] ?? 0));
      const ofTarget = words[target];
      if (hundredths === 0 || ofTarget === undefined) continue;
      const ofWord = ofTarget.get(first) ?? { alone: 0, next: {} };
      ofTarget.set(first, ofWord);
      if (second === undefined) ofWord.alone = hundredths;
      else ofWord.next[second] = hundredths;
    }
  }
  return words.map((ofTarget) =>
    Object.fromEntries([...ofTarget].map(([word, weights]) => [word, toEntry(weights)])),
  );
}

interface Weights {
  alone: number;
  readonly next: Record<string, number>;
}

function toEntry({ alone, next }: Weights): PhrasingEntry[string] {
  return Object.keys(next).length === 0 ? [alone] : [alone, next];
}
