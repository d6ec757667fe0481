/** The samples of the index: which of them, and of their targets, have a token, and how much it tells. */
import type { PagedFile } from '../paged-file.ts';
import type { TokenEntry, UnderstandingHead } from './index-file.ts';
import { remember } from './remember.ts';

/** A token that samples have. */
export interface SampleToken {
  readonly token: string;
  /** How much it tells: its inverse document frequency. */
  readonly weight: number;
  /** The samples that have it; null where they are so many that a bit for each takes less. */
  readonly samples: Uint32Array | null;
  /** A bit for each sample; null where they are listed. */
  readonly sampleBits: Uint8Array | null;
  /** A bit for each target whose samples have it. */
  readonly targetBits: Uint8Array;
}

/** What the index knows of a token: `token` where samples have it, or one that is used alike. */
export interface KnownToken {
  readonly token: SampleToken | null;
  /** 1 for the token itself, less for one that is used alike. */
  readonly likeness: number;
}

export interface SampleIndex {
  /** Undefined for a token that is neither in a sample nor a common word. */
  readonly tokenOf: (name: string) => KnownToken | undefined;
  /** `answer/<id>`, `safety/<id>`. */
  readonly targets: readonly string[];
  /** For each target its section; '' for none. */
  readonly sections: readonly string[];
  /** For each sample the number of its target. */
  readonly targetOf: Uint32Array;
  /** For each sample the sum of its tokens' weights, in hundredths. */
  readonly sampleWeights: Uint16Array;
  /** For each sample the weight that it shares with the question; all 0 between two searches. */
  readonly shared: Float64Array;
  /** Room for the samples that share anything with the question. */
  readonly touched: Uint32Array;
}

export function readSamples(head: UnderstandingHead, file: PagedFile): SampleIndex {
  const targets = head.targets.split(' ');
  const targetOf = new Uint32Array(head.firstSamples.at(-1) ?? 0);
  for (let target = 0; target < targets.length; target++) {
    targetOf.fill(target, head.firstSamples[target], head.firstSamples[target + 1]);
  }
  const readToken = (name: string): KnownToken | undefined => {
    const entry = file.get(`token/${name}`) as TokenEntry | undefined;
    if (entry === undefined) return undefined;
    if (entry === 0) return { token: null, likeness: 0 };
    if ('like' in entry) {
      return { token: tokenOf(entry.like)?.token ?? null, likeness: entry.hundredths / 100 };
    }
    return { token: toSampleToken(name, entry, targetOf, targets.length), likeness: 1 };
  };
  const tokenOf = remember(readToken);
  return {
    tokenOf,
    targets,
    sections: head.sections.split(' ').map((section) => (section === '-' ? '' : section)),
    targetOf,
    sampleWeights: new Uint16Array(
      new Uint8Array(fromBase64(file.get('weights') as string)).buffer,
    ),
    shared: new Float64Array(targetOf.length),
    touched: new Uint32Array(targetOf.length),
  };
}

function toSampleToken(
  token: string,
  entry: Extract<TokenEntry, { weight: number }>,
  targetOf: Uint32Array,
  targetCount: number,
): SampleToken {
  if ('sampleBits' in entry) {
    const sampleBits = fromBase64(entry.sampleBits);
    const targetBits = fromBase64(entry.targetBits);
    return { token, weight: entry.weight, samples: null, sampleBits, targetBits };
  }
  const samples = Uint32Array.from(entry.samples);
  const targetBits = new Uint8Array((targetCount >> 3) + 1);
  let sample = 0;
  for (let n = 0; n < samples.length; n++) {
    sample += samples[n] ?? 0;
    samples[n] = sample;
    setBit(targetBits, targetOf[sample] ?? 0);
  }
  return { token, weight: entry.weight, samples, sampleBits: null, targetBits };
}

export function hasBit(bits: Uint8Array, at: number): boolean {
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

export function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
