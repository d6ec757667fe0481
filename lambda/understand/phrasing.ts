/**
 * How a question is phrased, and which targets are asked for in such words: by all of its words in their
 * order, each two neighbours and its tokens, with weights that the compiler learns from the samples
 * (compiler/train-phrasing.ts). It hears the words that `ignored` leaves out too: "how long before" and
 * "before how long", "why would they", "does it".
 */
import { byScore, type Candidate } from './closest.ts';
import { type Cued, type CueIndex, visitCues } from './cues.ts';
import type { FoundSigns } from './signs.ts';
import { sortFew } from './sort-few.ts';
import type { Stem } from './stem.ts';
import type { Token } from './tokens.ts';
import type { Word } from './word.ts';

export interface PhrasingIndex extends CueIndex {
  readonly targetCount: number;
}

/** What the words of a question are weighed by. */
export type Phrased = Omit<Cued, 'signs'>;

/** How much of the score depends on the phrasing. */
const PHRASING_SHARE = 0.2;
/** A candidate that is further behind than this is not looked at. */
export const WITHIN_REACH = 0.1;

/** So many candidates are looked at. */
const MOST_NEAR = 5;

/** The words in their order; a term is one word, however many it was said in. */
export function unitsOf(
  words: readonly Word[],
  tokens: readonly Token[],
  { stemOf }: CueIndex,
): Stem[] {
  const units: Stem[] = [];
  let at = 0;
  const addUpTo = (end: number): void => {
    for (; at < end; at++) {
      const word = words[at];
      if (word !== undefined) units.push(word.stem);
    }
  };
  for (const { token, start, length } of tokens) {
    if (!token.startsWith('#') || length === 0 || start < at) continue;
    addUpTo(start);
    units.push(stemOf(token));
    at = start + length;
  }
  addUpTo(words.length);
  return units;
}

const noSigns: FoundSigns = {};

/** What the words of a question weigh: logarithms of how likely it is asked for, up to the same number. */
export interface Weights {
  /** The numbers of the targets for which they weigh anything, each once. */
  readonly targets: readonly number[];
  /** By the number of the target, see {@link weightFor}. */
  readonly sums: Int32Array;
}

/** What they weigh for a target, in hundredths. */
export function weightFor(target: number, { sums }: Weights): number {
  // Doubled, and one more: 0 is left for targets that nothing was added to.
  return (sums[target] ?? 0) >> 1;
}

/** Adds up what the words of a question weigh for targets. */
export function weightsOf(question: Phrased, index: PhrasingIndex): Weights {
  const { units, tokens } = question;
  const sums = new Int32Array(index.targetCount);
  const targets: number[] = [];
  visitCues({ units, tokens, signs: noSigns }, index, (first, second) => {
    const { phrasing } = second === undefined ? first : first.pairWith(second);
    for (let at = 0; at < phrasing.length; at += 2) {
      const target = phrasing[at] ?? 0;
      const before = sums[target] ?? 0;
      if (before === 0) targets.push(target);
      sums[target] = (before || 1) + 2 * (phrasing[at + 1] ?? 0);
    }
  });
  return { targets, sums };
}

/** The candidates with the phrasing of the question weighed in, best first. */
export function weighPhrasing(candidates: readonly Candidate[], weights: Weights): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const near = candidates.slice(0, MOST_NEAR).filter(({ score }) => score >= best - WITHIN_REACH);
  if (near.length < 2) return near;
  const logs = near.map(({ number }) => weightFor(number, weights) / 100);
  const most = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const weighed = near.map((candidate, at) =>
    withScore(candidate, candidate.score + PHRASING_SHARE * ((shares[at] ?? 0) / total)),
  );
  sortFew(weighed, byScore);
  // How well the question is understood at all, the closest sample tells: the best keeps that score.
  const surplus = (weighed[0]?.score ?? best) - best;
  return weighed.map((candidate) => withScore(candidate, candidate.score - surplus));
}

function withScore({ number, target, section, kind }: Candidate, score: number): Candidate {
  return { number, target, section, kind, score };
}
