/** What can be asked for, by the tokens of the samples that it is asked by. */
import type { PagedFile } from '../paged-file.ts';
import type { TargetEntry, TokenEntry, UnderstandingHead } from './index-file.ts';
import { remember } from './remember.ts';

/** A token that samples have. */
export interface SampleToken {
  readonly token: string;
  /** How much it tells: its inverse document frequency. */
  readonly weight: number;
  /** The numbers of the targets whose samples have it, in order. */
  readonly targets: Uint32Array;
  /** The numbers of the samples of one of these targets that have it. */
  readonly samplesIn: (target: number) => readonly number[];
}

/** What the index knows of a token: `token` where samples have it, or one that is used alike. */
export interface KnownToken {
  readonly token: SampleToken | null;
  /** 1 for the token itself, less for one that is used alike. */
  readonly likeness: number;
}

export interface TargetIndex {
  /** Undefined for a token that is neither in a sample nor a common word. */
  readonly tokenOf: (name: string) => KnownToken | undefined;
  /** Reads a target by its number. */
  readonly targetAt: (number: number) => TargetEntry;
  /** For each target a bit for each token of the question that it has; all 0 between two searches. */
  readonly asked: Uint32Array;
}

export function readTargets({ targetCount }: UnderstandingHead, file: PagedFile): TargetIndex {
  const readToken = (name: string): KnownToken | undefined => {
    const entry = file.get(`${name}/token`) as TokenEntry | undefined;
    if (entry === undefined) return undefined;
    if (entry === 0) return { token: null, likeness: 0 };
    if ('like' in entry) {
      return { token: tokenOf(entry.like)?.token ?? null, likeness: entry.hundredths / 100 };
    }
    return { token: toSampleToken(name, entry, targetAt), likeness: 1 };
  };
  const tokenOf = remember(readToken);
  const known: TargetEntry[] = [];
  const targetAt = (number: number): TargetEntry =>
    (known[number] ??= file.get(`target:${number}`) as TargetEntry);
  return { tokenOf, targetAt, asked: new Uint32Array(targetCount) };
}

function toSampleToken(
  token: string,
  { weight, targets }: Extract<TokenEntry, { weight: number }>,
  targetAt: (number: number) => TargetEntry,
): SampleToken {
  // To find the token by its name each time would take longer than the search.
  const known = new Map<number, readonly number[]>();
  const samplesIn = (target: number): readonly number[] => {
    const before = known.get(target);
    if (before !== undefined) return before;
    const samples = targetAt(target).samples[token] ?? [];
    known.set(target, samples);
    return samples;
  };
  return { token, weight, targets: addUp(targets), samplesIn };
}

/** Numbers from the differences between them. */
function addUp(differences: readonly number[]): Uint32Array {
  const numbers = new Uint32Array(differences.length);
  let number = 0;
  for (let n = 0; n < numbers.length; n++) {
    number += differences[n] ?? 0;
    numbers[n] = number;
  }
  return numbers;
}
