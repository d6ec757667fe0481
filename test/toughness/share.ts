/** The share that each kind of input has in the 100,000 turns of a test run. */
import { expect } from '@jest/globals';
import type { Kind } from './kinds.ts';
import { newTally, run, type Tally } from './play.ts';

interface Share {
  readonly plans: number;
  /** Turns in a plan. */
  readonly turns: number;
}

export const SHARES: Readonly<Record<Kind, Share>> = {
  'any JSON': { plans: 25_000, turns: 1 },
  'broken envelopes': { plans: 25_000, turns: 1 },
  giants: { plans: 500, turns: 1 },
  'hostile words': { plans: 20_000, turns: 1 },
  'forged sessions': { plans: 9_500, turns: 1 },
  'tampered sessions': { plans: 10_000, turns: 1 },
  'tampered conversations': { plans: 2_000, turns: 5 },
};

/** The same cases in every run, unless FUZZ_SEED names others. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_124);

/** How long a kind may take on the slowest machine. What never ends is found, what is slow is not. */
export const MOST_MS = 10 * 60_000;

/** Plays a kind's share, and expects that nothing goes wrong and that no turn is left out. */
export async function playShare(kind: Kind): Promise<Tally> {
  const { plans, turns } = SHARES[kind];
  const tally = newTally();
  expect(await run({ kind, plans, seed: SEED }, tally)).toBeNull();
  expect(tally).toMatchObject({ plans, turns: plans * turns });
  return tally;
}
