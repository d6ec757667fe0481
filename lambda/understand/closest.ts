/** Scores what a question may ask for by the samples that are closest to it. */
import { hasBit, type SampleIndex, type SampleToken } from './samples.ts';

export interface Candidate {
  readonly target: string;
  readonly section: string;
  /** 0 to 1. */
  readonly score: number;
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
/** Nothing is made of a lower score, not even in the section that is being heard. */
const LEAST_SCORE = 0.4;
/** How far a question is believed that has one ordinary word only. */
const ONE_WORD = 0.78;

/** The tokens of a question that some sample has, or has one like it. */
interface Asked {
  readonly tokens: readonly SampleToken[];
  /** What each of them weighs here: less for a token that is only like the question's. */
  readonly weights: readonly number[];
  /** What is left of the score of a target whose samples never have the token. */
  readonly lacks: readonly number[];
  /** The weight of all tokens of the question. */
  readonly total: number;
}

/** The targets that are near the question, best first. */
export function findCandidates(names: readonly string[], index: SampleIndex): Candidate[] {
  const asked = weigh(names, index);
  const [only] = asked.tokens;
  const isThin = asked.tokens.length === 1 && only?.token.startsWith('#') !== true;
  const belief = isThin ? ONE_WORD : 1;
  const candidates: Candidate[] = [];
  const closest = closestSamples(asked, index);
  for (let target = 0; target < closest.length; target++) {
    const closeness = closest[target] ?? 0;
    if (closeness < LEAST_CLOSENESS) continue;
    const score = scoreOf(target, closeness, asked) * belief;
    if (score < LEAST_SCORE) continue;
    candidates.push({
      target: index.targets[target] ?? '',
      section: index.sections[target] ?? '',
      score,
    });
  }
  return candidates.sort((a, b) => b.score - a.score || (a.target < b.target ? -1 : 1));
}

function weigh(names: readonly string[], index: SampleIndex): Asked {
  const tokens: SampleToken[] = [];
  const weights: number[] = [];
  const lacks: number[] = [];
  let total = 0;
  for (const name of new Set(names)) {
    const known = index.tokenOf(name);
    if (known?.token == null) {
      const isWord = known !== undefined || /^[#=]/.test(name);
      total += isWord ? COMMON_WEIGHT : UNKNOWN_WEIGHT;
      continue;
    }
    const weight = known.token.weight * known.likeness * known.likeness;
    tokens.push(known.token);
    weights.push(weight);
    lacks.push(lackOf(known.token.token));
    total += weight;
  }
  return { tokens, weights, lacks, total };
}

function lackOf(token: string): number {
  if (!token.startsWith('#')) return 1;
  if (!EVERYDAY_TERMS.has(token)) return LACKS_TERM;
  return token === '#chemotherapy' ? LACKS_CHEMO : 1;
}

/** For each target how close its closest sample is, 0 to 1. */
function closestSamples({ tokens, weights, total }: Asked, index: SampleIndex): Float64Array {
  const { shared, touched, targetOf, sampleWeights } = index;
  let count = 0;
  for (let n = 0; n < tokens.length; n++) {
    const samples = tokens[n]?.samples ?? noSamples;
    const weight = weights[n] ?? 0;
    for (let at = 0; at < samples.length; at++) {
      const sample = samples[at] ?? 0;
      if (shared[sample] === 0) touched[count++] = sample;
      shared[sample] = (shared[sample] ?? 0) + weight;
    }
  }
  // Tokens that very many samples have tell little: they count only for samples with another token,
  // if any has one.
  if (count === 0) while (count < targetOf.length) touched[count] = count++;
  for (let n = 0; n < tokens.length; n++) {
    const bits = tokens[n]?.sampleBits ?? null;
    if (bits !== null) addTo(touched.subarray(0, count), bits, weights[n] ?? 0, shared);
  }
  const closest = new Float64Array(index.targets.length);
  for (let n = 0; n < count; n++) {
    const sample = touched[n] ?? 0;
    const both = shared[sample] ?? 0;
    if (both === 0) continue;
    shared[sample] = 0;
    const sampleOnly = Math.max(0, (sampleWeights[sample] ?? 0) / 100 - both);
    const closeness = both / (both + ASKED_ONLY * (total - both) + SAMPLE_ONLY * sampleOnly);
    const target = targetOf[sample] ?? 0;
    if (closeness > (closest[target] ?? 0)) closest[target] = closeness;
  }
  return closest;
}

const noSamples = new Uint32Array();

/** Adds a weight to those of the samples that have the token. */
function addTo(samples: Uint32Array, bits: Uint8Array, weight: number, shared: Float64Array): void {
  for (let n = 0; n < samples.length; n++) {
    const sample = samples[n] ?? 0;
    if (hasBit(bits, sample)) shared[sample] = (shared[sample] ?? 0) + weight;
  }
}

/** How close the closest sample is, and how much of the question all samples of the target know. */
function scoreOf(target: number, closeness: number, asked: Asked): number {
  const { tokens, weights, lacks, total } = asked;
  let covered = 0;
  let lack = 1;
  for (let n = 0; n < tokens.length; n++) {
    const bits = tokens[n]?.targetBits;
    if (bits !== undefined && hasBit(bits, target)) covered += weights[n] ?? 0;
    else lack = Math.min(lack, lacks[n] ?? 1);
  }
  return (SAMPLE_SHARE * closeness + (1 - SAMPLE_SHARE) * (covered / total)) * lack;
}
