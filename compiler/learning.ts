/** What both trainings share: samples in a new order each time, the same one on every machine. */

/** How much a weight changes at first for what went wrong (AdaGrad). */
export const LEARNING_RATE = 0.3;
/** What the squares of the changes begin with, so that the first one is not out of all proportion. */
export const FIRST_SQUARE = 1e-3;
/** The share of cues that is left out each time a sample is seen, so that none is relied on alone. */
export const LEFT_OUT = 0.2;
/** What each epoch takes away from the weights. */
export const DECAY = 0.02;

export type Random = () => number;

export function shuffle(items: unknown[], random: Random): void {
  for (let last = items.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [items[last], items[at]] = [items[at], items[last]];
  }
}

/** Numbers from 0 up to 1, the same each time (Lehmer's generator). */
export function randomNumbers(): Random {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
