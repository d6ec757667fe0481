/**
 * Trains what lambda/understand/phrasing.ts tells targets apart by: a multinomial logistic regression over
 * the samples of all targets. A cue has a weight for those targets only whose samples have it, so that
 * there is no more to keep than to count. AdaGrad; the same samples give the same weights.
 */
import type { Cue } from '../lambda/understand/coverage.ts';
import type { PhrasingEntry } from '../lambda/understand/index-file.ts';
import {
  DECAY,
  FIRST_SQUARE,
  LEARNING_RATE,
  LEFT_OUT,
  type Random,
  randomNumbers,
  shuffle,
} from './learning.ts';

/** The cues of each sample of a target. */
export type CuedSamples = readonly (readonly Cue[])[];

/** A cue that fewer samples have is no more than that sample. */
const LEAST_SAMPLES = 2;
const EPOCHS = 30;
/** What more targets than this have does not tell which of them may be meant. */
const MOST_TARGETS = 100;
/** A sample is told from so many targets at least, if there are as many. */
const LEAST_RIVALS = 20;

/** A cue, and what it weighs for each target whose samples have it. */
class WeightedCue {
  count = 0;
  readonly targets: number[] = [];
  readonly #weights: number[] = [];
  readonly #squares: number[] = [];
  /** Where the weight of a target stands. */
  readonly #slots = new Map<number, number>();

  add(target: number): void {
    this.count++;
    if (this.#slots.has(target)) return;
    this.#slots.set(target, this.targets.length);
    this.targets.push(target);
    this.#weights.push(0);
    this.#squares.push(FIRST_SQUARE);
  }

  get isTelling(): boolean {
    return this.targets.length <= MOST_TARGETS;
  }

  weightFor(target: number): number {
    return this.#weights[this.#slots.get(target) ?? -1] ?? 0;
  }

  /** Adds its weights to the sums of the targets. */
  addTo(sums: Float64Array, targets: readonly number[]): void {
    for (const target of this.isTelling ? this.targets : targets) {
      sums[target] = (sums[target] ?? 0) + this.weightFor(target);
    }
  }

  /** Takes from its weights what went wrong for each of the targets. */
  learn(errors: Float64Array, targets: readonly number[]): void {
    for (const target of this.isTelling ? this.targets : targets) {
      const slot = this.#slots.get(target);
      if (slot === undefined) continue;
      const error = errors[target] ?? 0;
      const square = (this.#squares[slot] ?? 0) + error * error;
      this.#squares[slot] = square;
      this.#weights[slot] =
        (this.#weights[slot] ?? 0) - (LEARNING_RATE * error) / Math.sqrt(square);
    }
  }

  decay(): void {
    for (let slot = 0; slot < this.#weights.length; slot++) {
      this.#weights[slot] = (this.#weights[slot] ?? 0) * (1 - DECAY);
    }
  }
}

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
  return targets.map((cued, target) => toEntry(target, cued, cues));
}

/** The cues that enough samples have, by their names. */
function weightedCues(targets: readonly CuedSamples[]): Map<string, WeightedCue> {
  const cues = new Map<string, WeightedCue>();
  for (const [target, samples] of targets.entries()) {
    for (const name of samples.flat().map((cue) => cue.join(' '))) {
      const cue = cues.get(name) ?? new WeightedCue();
      cue.add(target);
      cues.set(name, cue);
    }
  }
  return new Map([...cues].filter(([, { count }]) => count >= LEAST_SAMPLES));
}

/** The targets that have what a sample tells, its own among them; if they are few, others beside them. */
function rivalsOf(target: number, cues: readonly WeightedCue[], targetCount: number): number[] {
  const rivals = new Set([target]);
  for (const cue of cues) {
    if (cue.isTelling) for (const rival of cue.targets) rivals.add(rival);
  }
  const least = Math.min(LEAST_RIVALS, targetCount);
  for (let n = 1; rivals.size < least; n++) rivals.add((target + n) % targetCount);
  return [...rivals];
}

/** Changes the weights of a sample's cues by what they got wrong; `sums` is room for one of each target. */
function learnFrom({ target, cues, rivals }: Sample, sums: Float64Array, random: Random): void {
  for (const rival of rivals) sums[rival] = 0;
  const kept = cues.filter(() => random() >= LEFT_OUT);
  for (const cue of kept) cue.addTo(sums, rivals);
  const most = rivals.reduce((highest, rival) => Math.max(highest, sums[rival] ?? 0), -Infinity);
  let total = 0;
  for (const rival of rivals) {
    const share = Math.exp((sums[rival] ?? 0) - most);
    sums[rival] = share;
    total += share;
  }
  for (const rival of rivals) sums[rival] = (sums[rival] ?? 0) / total - (rival === target ? 1 : 0);
  for (const cue of kept) cue.learn(sums, rivals);
}

function toEntry(
  target: number,
  samples: CuedSamples,
  cues: ReadonlyMap<string, WeightedCue>,
): PhrasingEntry {
  const weights = new Map<string, [weight: number, next: Map<string, number>]>();
  for (const cue of samples.flat()) {
    const hundredths = Math.round(100 * (cues.get(cue.join(' '))?.weightFor(target) ?? 0));
    if (hundredths === 0) continue;
    const [first, second] = cue;
    const word = weights.get(first) ?? [0, new Map<string, number>()];
    if (second === undefined) word[0] = hundredths;
    else word[1].set(second, hundredths);
    weights.set(first, word);
  }
  return Object.fromEntries(
    inOrder(weights).map(([word, [weight, next]]) => [
      word,
      next.size === 0 ? [weight] : [weight, Object.fromEntries(inOrder(next))],
    ]),
  );
}

function inOrder<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
