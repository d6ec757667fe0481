/**
 * Measures several things in turn, round after round, in an order that is shuffled anew each round: a
 * machine that slows down for a while slows down all of them. One of them is measured twice a round,
 * and if it differs from itself, the run is void and is made again.
 */
import { createRandom, shuffle } from './random.ts';
import { isVoid, ratioOfMedians, type Ratio } from './statistics.ts';

export interface Sample {
  /** User and system CPU of the whole process until the first response. */
  readonly cpuMs: number;
  /** From the start of the process to the first byte of the response. */
  readonly firstByteMs: number;
}

export interface Contestant {
  readonly name: string;
  readonly measure: () => Promise<Sample>;
}

export interface Interleaved {
  /** CPU of each round, by contestant. */
  readonly cpuMs: ReadonlyMap<string, readonly number[]>;
  readonly firstByteMs: ReadonlyMap<string, readonly number[]>;
  /** The CPU of the twin against itself. */
  readonly twins: Ratio;
  readonly isVoid: boolean;
}

export interface InterleaveOptions {
  readonly rounds: number;
  /** How often a run is made at most, until one is not void. */
  readonly tries: number;
  /** Hears that a run is void and is made again. */
  readonly onVoid?: (twins: Ratio) => void;
}

/** What the twin's second measurement of a round stands under. */
const AGAIN = ' (again)';

/** Measures all contestants; the first one is its own twin. */
export async function interleave(
  contestants: readonly Contestant[],
  { rounds, tries, onVoid }: InterleaveOptions,
): Promise<Interleaved> {
  const [twin] = contestants;
  if (twin === undefined) throw new Error('There is nothing to measure.');
  const all = [...contestants, { ...twin, name: twin.name + AGAIN }];
  // A first, unmeasured round puts the files into the system's cache.
  for (const { measure } of all) await measure();
  for (let left = tries; ; left--) {
    const run = await measureRounds(all, rounds);
    const own = run.cpuMs.get(twin.name) ?? [];
    const twins = ratioOfMedians(own, run.cpuMs.get(twin.name + AGAIN) ?? []);
    if (!isVoid(twins) || left <= 1) return { ...run, twins, isVoid: isVoid(twins) };
    onVoid?.(twins);
  }
}

async function measureRounds(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Pick<Interleaved, 'cpuMs' | 'firstByteMs'>> {
  const random = createRandom(rounds);
  const cpuMs = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  const firstByteMs = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, measure } of shuffle(contestants, random)) {
      const sample = await measure();
      cpuMs.get(name)?.push(sample.cpuMs);
      firstByteMs.get(name)?.push(sample.firstByteMs);
    }
  }
  return { cpuMs, firstByteMs };
}
