/** Scores what a question may ask for by the samples that are closest to it. */
import type { UnderstandingIndex } from './index-file.ts';

export interface Candidate {
  readonly target: string;
  readonly section: string;
  /** 0 to 1. */
  readonly score: number;
}

/** The samples, made ready to be searched: once for each process that needs them. */
export interface SampleIndex {
  /** Token to its tokenId in the index's `tokens`. */
  readonly tokenIds: ReadonlyMap<string, number>;
  readonly commonStems: ReadonlySet<string>;
  /** Stem to the token that is used alike. */
  readonly similarTo: ReadonlyMap<string, UnderstandingIndex['similar'][string]>;
  /** For each token the samples that have it. */
  readonly samplesOf: readonly Uint16Array[];
  /** 1 for the tokens that more than one sample in ten has. */
  readonly isFrequent: Uint8Array;
  /** For each of those tokens 1 where a sample has it. */
  readonly hasFrequent: ReadonlyMap<number, Uint8Array>;
  /** For each sample the sum of its tokens' weights. */
  readonly sampleWeights: Float64Array;
  /** For each sample its target. */
  readonly targetOf: Uint16Array;
  /** 1 where a target's samples have a token: target × number of tokens + token. */
  readonly knows: Uint8Array;
  /** 1 for the terms that a question is about if it names them. */
  readonly isHardTerm: Uint8Array;
  /** For each sample the weight that it shares with the question; all 0 between two searches. */
  readonly shared: Float64Array;
}

/** Terms that nearly every question names; they do not tell what it is about. */
export const EVERYDAY_TERMS: ReadonlySet<string> = new Set([
  '#chemotherapy',
  '#tumour',
  '#neuroendocrine',
]);

/** What a word weighs that no sample has: a name, most likely of what the guide does not cover. */
const UNKNOWN_WEIGHT = 5;
/** What a common word weighs that no sample has. */
const COMMON_WEIGHT = 1.5;
/** How much what only the question says takes away, and what only the sample says (Tversky's index). */
const ASKED_ONLY = 0.35;
const SAMPLE_ONLY = 0.5;
/** How much the closest sample counts; the rest is the share of the question that the target knows. */
const SAMPLE_SHARE = 0.7;
/** An answer whose samples never name the term that is asked about. */
const LACKS_TERM = 0.75;
/** One whose samples never name chemo, in a question about chemo. */
const LACKS_CHEMO = 0.9;
/** A target whose closest sample is further away than this is none. */
const LEAST_CLOSENESS = 0.3;
/** A token is frequent if more than one sample in so many has it. */
const FREQUENT = 10;
/** How far a question is believed that has one ordinary word only. */
const ONE_WORD = 0.78;

export function buildSampleIndex(index: UnderstandingIndex): SampleIndex {
  const { tokens, targets, samples, weights } = index;
  const samplesOf: number[][] = tokens.map(() => []);
  const knows = new Uint8Array(targets.length * tokens.length);
  const sampleWeights = new Float64Array(samples.length);
  const targetOf = new Uint16Array(samples.length);
  for (const [sample, [target, ...tokenIds]] of samples.entries()) {
    targetOf[sample] = target;
    for (const tokenId of tokenIds) {
      samplesOf[tokenId]?.push(sample);
      knows[target * tokens.length + tokenId] = 1;
      sampleWeights[sample] = (sampleWeights[sample] ?? 0) + (weights[tokenId] ?? 0);
    }
  }
  const isFrequent = Uint8Array.from(samplesOf, (list) =>
    list.length * FREQUENT > samples.length ? 1 : 0,
  );
  const hasFrequent = new Map<number, Uint8Array>();
  for (const [tokenId, list] of samplesOf.entries()) {
    if (isFrequent[tokenId] !== 1) continue;
    const has = new Uint8Array(samples.length);
    for (const sample of list) has[sample] = 1;
    hasFrequent.set(tokenId, has);
  }
  return {
    isFrequent,
    hasFrequent,
    tokenIds: new Map(tokens.map((token, tokenId) => [token, tokenId])),
    commonStems: new Set(index.common.split(' ')),
    similarTo: new Map(Object.entries(index.similar)),
    samplesOf: samplesOf.map((list) => Uint16Array.from(list)),
    sampleWeights,
    targetOf,
    knows,
    isHardTerm: Uint8Array.from(tokens, (token) =>
      token.startsWith('#') && !EVERYDAY_TERMS.has(token) ? 1 : 0,
    ),
    shared: new Float64Array(samples.length),
  };
}

/** The tokens of a question that some sample has, or has one like it. */
interface Asked {
  readonly tokenIds: number[];
  /** What each of them weighs here: less for a token that is only like the question's. */
  readonly weights: number[];
  /** The weight of all tokens of the question. */
  readonly total: number;
}

/** The targets that are near the question, best first. */
export function findCandidates(
  names: readonly string[],
  index: UnderstandingIndex & SampleIndex,
): Candidate[] {
  const asked = weigh(names, index);
  const closest = closestSamples(asked, index);
  const [only = 0] = asked.tokenIds;
  const isThin = asked.tokenIds.length === 1 && index.tokens[only]?.startsWith('#') !== true;
  const belief = isThin ? ONE_WORD : 1;
  const candidates: Candidate[] = [];
  for (let target = 0; target < closest.length; target++) {
    const closeness = closest[target] ?? 0;
    if (closeness < LEAST_CLOSENESS) continue;
    const { covered, lack } = coverage(target, asked, index);
    const score = SAMPLE_SHARE * closeness + (1 - SAMPLE_SHARE) * (covered / asked.total);
    candidates.push({
      target: index.targets[target] ?? '',
      section: index.sections[target] ?? '',
      score: score * lack * belief,
    });
  }
  return candidates.sort((a, b) => b.score - a.score || (a.target < b.target ? -1 : 1));
}

function weigh(names: readonly string[], index: UnderstandingIndex & SampleIndex): Asked {
  const tokenIds: number[] = [];
  const weights: number[] = [];
  let total = 0;
  for (const name of new Set(names)) {
    const own = index.tokenIds.get(name);
    const similar = own === undefined ? index.similarTo.get(name) : undefined;
    const tokenId = own ?? similar?.[0];
    if (tokenId === undefined) {
      const isWord = index.commonStems.has(name) || /^[#=]/.test(name);
      total += isWord ? COMMON_WEIGHT : UNKNOWN_WEIGHT;
      continue;
    }
    const likeness = similar === undefined ? 1 : similar[1] / 100;
    const weight = (index.weights[tokenId] ?? 0) * likeness * likeness;
    tokenIds.push(tokenId);
    weights.push(weight);
    total += weight;
  }
  return { tokenIds, weights, total };
}

/** For each target how close its closest sample is, 0 to 1. */
function closestSamples(
  { tokenIds, weights, total }: Asked,
  index: UnderstandingIndex & SampleIndex,
) {
  const { shared, targetOf, sampleWeights } = index;
  const touched: number[] = [];
  const add = (n: number): void => {
    const samples = index.samplesOf[tokenIds[n] ?? 0] ?? [];
    const weight = weights[n] ?? 0;
    for (const sample of samples) {
      if (shared[sample] === 0) touched.push(sample);
      shared[sample] = (shared[sample] ?? 0) + weight;
    }
  };
  // Tokens that very many samples have tell little: they count only for samples with another token.
  const frequent: number[] = [];
  for (let n = 0; n < tokenIds.length; n++) {
    if (index.isFrequent[tokenIds[n] ?? 0] === 1) frequent.push(n);
    else add(n);
  }
  if (touched.length === 0) frequent.forEach(add);
  else for (const n of frequent) addToTouched(tokenIds[n] ?? 0, weights[n] ?? 0, touched, index);
  const closest = new Float64Array(index.targets.length);
  for (const sample of touched) {
    const both = shared[sample] ?? 0;
    shared[sample] = 0;
    const sampleOnly = Math.max(0, (sampleWeights[sample] ?? 0) - both);
    const closeness = both / (both + ASKED_ONLY * (total - both) + SAMPLE_ONLY * sampleOnly);
    const target = targetOf[sample] ?? 0;
    if (closeness > (closest[target] ?? 0)) closest[target] = closeness;
  }
  return closest;
}

function addToTouched(
  tokenId: number,
  weight: number,
  touched: readonly number[],
  { shared, hasFrequent }: SampleIndex,
): void {
  const has = hasFrequent.get(tokenId);
  for (const sample of touched) {
    if (has?.[sample] === 1) shared[sample] = (shared[sample] ?? 0) + weight;
  }
}

function coverage(
  target: number,
  { tokenIds, weights }: Asked,
  index: UnderstandingIndex & SampleIndex,
) {
  const row = target * index.tokens.length;
  let covered = 0;
  let lack = 1;
  for (const [n, tokenId] of tokenIds.entries()) {
    if (index.knows[row + tokenId] === 1) covered += weights[n] ?? 0;
    else if (index.isHardTerm[tokenId] === 1) lack = LACKS_TERM;
    else if (index.tokens[tokenId] === '#chemotherapy') lack = Math.min(lack, LACKS_CHEMO);
  }
  return { covered, lack };
}
