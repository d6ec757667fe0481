/** A cue of the samples with its weights, as train-phrasing.ts learns them (AdaGrad). */
import { DECAY, FIRST_SQUARE, LEARNING_RATE } from './learning.ts';

/** What more targets than this have does not tell which of them may be meant. */
const MOST_TARGETS = 100;
/** What went less wrong than this teaches nothing. */
const LEAST_ERROR = 0.01;

/** A cue, and what it weighs for each target whose samples have it. */
export class WeightedCue {
  readonly targets: readonly number[];
  readonly weights: Float64Array;
  /** What they are on average, once little changes: the last of them depend on the order of the samples. */
  readonly means: Float64Array;
  readonly #squares: Float64Array;
  /** Of what many targets have: where the weight of a target stands, -1 if it has none. */
  readonly #slots: Int32Array | null;

  constructor(targets: readonly number[], targetCount: number) {
    this.targets = targets;
    this.weights = new Float64Array(targets.length);
    this.means = new Float64Array(targets.length);
    this.#squares = new Float64Array(targets.length).fill(FIRST_SQUARE);
    if (targets.length <= MOST_TARGETS) {
      this.#slots = null;
      return;
    }
    this.#slots = new Int32Array(targetCount).fill(-1);
    for (const [slot, target] of targets.entries()) this.#slots[target] = slot;
  }

  get isTelling(): boolean {
    return this.#slots === null;
  }

  /** Adds its weights to the sums of the rivals, which are all its targets if it is telling. */
  addTo(sums: Float64Array, rivals: readonly number[]): void {
    if (this.#slots === null) {
      const { targets, weights } = this;
      for (let slot = 0; slot < targets.length; slot++) {
        const target = targets[slot] ?? 0;
        sums[target] = (sums[target] ?? 0) + (weights[slot] ?? 0);
      }
      return;
    }
    for (const rival of rivals) {
      const slot = this.#slots[rival] ?? -1;
      if (slot >= 0) sums[rival] = (sums[rival] ?? 0) + (this.weights[slot] ?? 0);
    }
  }

  /** Takes from its weights what went wrong for each of the rivals. */
  learn(errors: Float64Array, rivals: readonly number[]): void {
    if (this.#slots === null) {
      const { targets } = this;
      for (let slot = 0; slot < targets.length; slot++) {
        this.#change(slot, errors[targets[slot] ?? 0] ?? 0);
      }
      return;
    }
    for (const rival of rivals) {
      const slot = this.#slots[rival] ?? -1;
      if (slot >= 0) this.#change(slot, errors[rival] ?? 0);
    }
  }

  #change(slot: number, error: number): void {
    if (error < LEAST_ERROR && error > -LEAST_ERROR) return;
    const square = (this.#squares[slot] ?? 0) + error * error;
    this.#squares[slot] = square;
    this.weights[slot] = (this.weights[slot] ?? 0) - (LEARNING_RATE * error) / Math.sqrt(square);
  }

  /** Lets the weights decay, and adds such a share of them to their means. */
  endEpoch(share: number): void {
    const { weights, means } = this;
    for (let slot = 0; slot < weights.length; slot++) {
      const weight = (weights[slot] ?? 0) * (1 - DECAY);
      weights[slot] = weight;
      means[slot] = (means[slot] ?? 0) + share * weight;
    }
  }
}
