/**
 * How usual the words of a question are, in their order, for what asks for a target. The closest samples
 * tell which targets may be meant; this tells them apart by all of their samples together, by the words
 * that `ignored` leaves out too: "how long before" and "before how long", "why would they", "does it".
 */
import { byScore, type Candidate } from './closest.ts';
import type { PhrasingEntry } from './index-file.ts';
import type { Token } from './tokens.ts';
import type { Word } from './word.ts';

/** How the samples of a target are phrased. */
export interface Phrasing {
  /** How many samples there are. */
  readonly size: number;
  readonly words: ReadonlyMap<string, PhrasedWord>;
}

/** In how many samples a word stands, and in how many each other word stands after it. */
interface PhrasedWord {
  readonly count: number;
  readonly next: ReadonlyMap<string, number>;
}

export interface PhrasingIndex {
  readonly phrasingOf: (target: string) => Phrasing;
}

export function readPhrasing({ size, words }: PhrasingEntry): Phrasing {
  const read = Object.entries(words).map(([word, [count, next]]) => {
    return [word, { count, next: new Map(Object.entries(next ?? {})) }] as const;
  });
  return { size, words: new Map(read) };
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
export const WITHIN_REACH = 0.1;

/** So many candidates are looked at. */
const MOST_NEAR = 5;

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

/** The candidates with the phrasing of the question weighed in, best first. */
export function weighPhrasing(
  candidates: readonly Candidate[],
  units: readonly string[],
  { phrasingOf }: PhrasingIndex,
): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const near = candidates.slice(0, MOST_NEAR).filter(({ score }) => score >= best - WITHIN_REACH);
  if (near.length < 2) return near;
  const logs = near.map(({ target }) => logLikelihood(units, phrasingOf(target)));
  const most = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const weighed = near.map((candidate, at) =>
    withScore(candidate, candidate.score + PHRASING_SHARE * ((shares[at] ?? 0) / total)),
  );
  weighed.sort(byScore);
  // How well the question is understood at all, the closest sample tells: the best keeps that score.
  const surplus = (weighed[0]?.score ?? best) - best;
  return weighed.map((candidate) => withScore(candidate, candidate.score - surplus));
}

function withScore({ target, section, kind }: Candidate, score: number): Candidate {
  return { target, section, kind, score };
}

/** An answer, and how much more usual a question's words are for it than for any of another section. */
export interface MostUsual {
  readonly target: string;
  /** A difference of logarithms. */
  readonly lead: number;
}

/** The answer for which the words of a question are most usual; null without any. */
export function findMostUsual(
  answers: readonly Pick<Candidate, 'target' | 'section'>[],
  units: readonly string[],
  { phrasingOf }: PhrasingIndex,
): MostUsual | null {
  const weighed = answers
    .map(({ target, section }) => ({
      target,
      section,
      log: logLikelihood(units, phrasingOf(target)),
    }))
    .sort((a, b) => b.log - a.log);
  const [first] = weighed;
  if (first === undefined) return null;
  const other = weighed.find(({ section }) => section !== first.section);
  return { target: first.target, lead: first.log - (other?.log ?? -Infinity) };
}

/** The logarithm of how likely the words and the pairs of neighbours are in a sample of a target. */
function logLikelihood(units: readonly string[], { size, words }: Phrasing): number {
  let log = 0;
  let share = 0;
  for (let at = 0; at < units.length; at++) {
    const word = words.get(units[at] ?? '');
    if (units.indexOf(units[at] ?? '') === at) {
      log += WORD_SHARE * logOf(word?.count ?? 0);
      share += WORD_SHARE;
    }
    const next = units[at + 1];
    if (next === undefined) continue;
    log += PAIR_SHARE * logOf(word?.next.get(next) ?? 0);
    share += PAIR_SHARE;
  }
  return log - share * Math.log(size + MORE_SAMPLES);
}

/** The logarithms of the first counts: to work one out takes longer than to look it up. */
const LOGS = Float64Array.from({ length: 100 }, (_, count) =>
  Math.log(count + MORE_SAMPLES * RARE),
);

function logOf(count: number): number {
  return LOGS[count] ?? Math.log(count + MORE_SAMPLES * RARE);
}
