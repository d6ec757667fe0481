/** What is made of the measured values: medians, percentiles, ratios with their interval. Pure. */
import { createRandom } from './random.ts';

/** How many times a ratio's interval is drawn anew. */
const RESAMPLES = 2000;
/** The share of the redrawn ratios that lies inside the interval. */
const CONFIDENCE = 0.95;

/** A ratio of two medians, with the interval that it lies in 95 times out of a hundred. */
export interface Ratio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The value in the middle, or half-way between the two in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The smallest value that a share (0 to 1) of all values does not exceed; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * How many times the median of `values` is that of `reference`, both in the order of the rounds. The
 * interval is a bootstrap over whole rounds: what disturbs one round disturbs both of its values.
 */
export function ratioOfMedians(values: readonly number[], reference: readonly number[]): Ratio {
  const rounds = Math.min(values.length, reference.length);
  const random = createRandom(rounds);
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const drawn = Array.from({ length: rounds }, () => Math.floor(random() * rounds));
    const pick = (from: readonly number[]): number => median(drawn.map((n) => from[n] ?? 0));
    return pick(values) / pick(reference);
  });
  const tail = (1 - CONFIDENCE) / 2;
  return {
    value: median(values) / median(reference),
    low: percentile(ratios, tail),
    high: percentile(ratios, 1 - tail),
  };
}

/** The same thing measured twice may differ by this share at most; else the run tells nothing. */
export const MOST_NOISE = 0.02;

/** Whether a run is void: what was measured against itself came out as something else. */
export function isVoid(twins: Pick<Ratio, 'value'>): boolean {
  return !(Math.abs(twins.value - 1) <= MOST_NOISE);
}
