/**
 * How usual the words of a question are, in their order, for what asks for a target. The closest samples
 * tell which targets may be meant; this tells them apart by all of their samples together, by the words
 * that `ignored` leaves out too: "how long before" and "before how long", "why would they", "does it".
 */
import { byScore, type Candidate } from './closest.ts';
import type { PhrasingEntry } from './index-file.ts';
import type { Token, Word } from './tokens.ts';

/** How the samples of a target are phrased. */
export interface Phrasing {
  readonly size: number;
  readonly counts: ReadonlyMap<string, number>;
}

export interface PhrasingIndex {
  readonly phrasingOf: (target: string) => Phrasing;
}

/** Looked up in a map: words that were just put together are slow to find in an object. */
export function readPhrasing({ size, counts }: PhrasingEntry): Phrasing {
  return { size, counts: new Map(Object.entries(counts)) };
}

/** How much a single word counts, and a pair of neighbours. */
const WORD_SHARE = 0.5;
const PAIR_SHARE = 0.3;
/** A target is taken to have so many samples more, in which a phrase is as rare as `RARE`. */
const MORE_SAMPLES = 5;
const RARE = 0.02;
/** How much of the score depends on the phrasing. */
const PHRASING_SHARE = 0.3;
/** A candidate that is further behind than this is not looked at. */
export const WITHIN_REACH = 0.15;

/** The words in their order; a term is one word, however many it was said in. */
export function unitsOf(words: readonly Word[], tokens: readonly Token[]): string[] {
  const units: string[] = [];
  let at = 0;
  for (const { token, start, length } of tokens) {
    if (!token.startsWith('#') || length === 0 || start < at) continue;
    for (; at < start; at++) units.push(words[at]?.stem ?? '');
    units.push(token);
    at = start + length;
  }
  for (; at < words.length; at++) units.push(words[at]?.stem ?? '');
  return units;
}

/** Each word once, then each pair of neighbours once, joined with a space. */
export function phrasesOf(units: readonly string[]): string[] {
  const pairs = units.slice(1).map((unit, at) => `${units[at]} ${unit}`);
  return [...new Set(units), ...new Set(pairs)];
}

/** The candidates with the phrasing of the question weighed in, best first. */
export function weighPhrasing(
  candidates: readonly Candidate[],
  units: readonly string[],
  { phrasingOf }: PhrasingIndex,
): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const near = candidates.filter(({ score }) => score >= best - WITHIN_REACH);
  if (near.length < 2) return near;
  const phrases = phrasesOf(units);
  const logs = near.map(({ target }) => logLikelihood(phrases, phrasingOf(target)));
  const most = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const weighed = near.map((candidate, at) => ({
    ...candidate,
    score: candidate.score + PHRASING_SHARE * ((shares[at] ?? 0) / total),
  }));
  weighed.sort(byScore);
  // How well the question is understood at all, the closest sample tells: the best keeps that score.
  const surplus = (weighed[0]?.score ?? best) - best;
  return weighed.map((candidate) => ({ ...candidate, score: candidate.score - surplus }));
}

/** The logarithm of how likely the phrases are in a sample of a target. */
function logLikelihood(phrases: readonly string[], { size, counts }: Phrasing): number {
  let log = 0;
  for (const phrase of phrases) {
    const share = phrase.includes(' ') ? PAIR_SHARE : WORD_SHARE;
    const count = counts.get(phrase) ?? 0;
    log += share * Math.log((count + MORE_SAMPLES * RARE) / (size + MORE_SAMPLES));
  }
  return log;
}
