/** What can be asked for, by the tokens of the samples that it is asked by. */
import type { PagedFile } from '../paged-file.ts';
import type { TargetEntry, TokenEntry, UnderstandingHead } from './index-file.ts';
import { remember } from './remember.ts';

type SampleTokenEntry = Extract<TokenEntry, { readonly weight: number }>;

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
    return { token: new SampleToken(name, entry, targetAt), likeness: 1 };
  };
  const tokenOf = remember(readToken);
  const known: TargetEntry[] = [];
  const targetAt = (number: number): TargetEntry =>
    (known[number] ??= file.get(`target:${number}`) as TargetEntry);
  return { tokenOf, targetAt, asked: new Uint32Array(targetCount) };
}

/** A token that samples have. */
export class SampleToken {
  /** How much it tells: its inverse document frequency. */
  readonly weight: number;
  readonly token: string;
  readonly #entry: SampleTokenEntry;
  readonly #targetAt: TargetIndex['targetAt'];
  /** Null where they are listed. */
  readonly #bits: Uint8Array | null;
  #targets: Uint32Array | null = null;
  /** To find the token in a target by its name each time would take longer than the search. */
  readonly #samplesIn = new Map<number, readonly number[]>();

  constructor(token: string, entry: SampleTokenEntry, targetAt: TargetIndex['targetAt']) {
    this.token = token;
    this.weight = entry.weight;
    this.#entry = entry;
    this.#targetAt = targetAt;
    this.#bits = 'bits' in entry ? Buffer.from(entry.bits, 'base64') : null;
  }

  /** The numbers of the targets whose samples have it, in order. */
  get targets(): Uint32Array {
    return (this.#targets ??= readNumbers(this.#entry, this.#bits));
  }

  /** Whether a target is one of them. */
  isOf(target: number): boolean {
    if (this.#bits !== null) return hasBit(this.#bits, target);
    const { targets } = this;
    let from = 0;
    let to = targets.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((targets[middle] ?? 0) < target) from = middle + 1;
      else to = middle;
    }
    return targets[from] === target;
  }

  /** The numbers of the samples of one of these targets that have it. */
  samplesIn(target: number): readonly number[] {
    const before = this.#samplesIn.get(target);
    if (before !== undefined) return before;
    const samples = this.#targetAt(target).samples[this.token] ?? [];
    this.#samplesIn.set(target, samples);
    return samples;
  }
}

function readNumbers(entry: SampleTokenEntry, bits: Uint8Array | null): Uint32Array {
  if ('targets' in entry) return addUp(entry.targets);
  const numbers: number[] = [];
  for (const [at, byte] of (bits ?? []).entries()) {
    let number = at << 3;
    for (let rest = byte; rest !== 0; rest >>= 1) {
      if ((rest & 1) !== 0) numbers.push(number);
      number++;
    }
  }
  return new Uint32Array(numbers);
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

function hasBit(bits: Uint8Array, at: number): boolean {
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/** Sets the bit of a number; {@link SampleToken} reads it. */
export function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
}
