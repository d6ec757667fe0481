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
  /** The logarithm of how many samples there are, and are taken to be there. */
  readonly logSize: number;
  readonly words: ReadonlyMap<string, PhrasedWord>;
}

/** In how many samples a word stands, and in how many another word stands right after it. */
class PhrasedWord {
  readonly count: number;
  readonly #next: Readonly<Record<string, number>> | undefined;
  /** Of most words it is never asked: it is made when it is. */
  #known: ReadonlyMap<string, number> | null = null;

  constructor([count, next]: PhrasingEntry['words'][string]) {
    this.count = count;
    this.#next = next;
  }

  countBefore(word: string): number {
    if (this.#next === undefined) return 0;
    this.#known ??= new Map(Object.entries(this.#next));
    return this.#known.get(word) ?? 0;
  }
}

export interface PhrasingIndex {
  readonly phrasingOf: (target: string) => Phrasing;
}

export function readPhrasing({ size, words }: PhrasingEntry): Phrasing {
  const read = new Map<string, PhrasedWord>();
  for (const word in words) {
    const entry = words[word];
    if (entry !== undefined) read.set(word, new PhrasedWord(entry));
  }
  return { logSize: Math.log(size + MORE_SAMPLES), words: read };
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
  index: PhrasingIndex,
): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const near = candidates.slice(0, MOST_NEAR).filter(({ score }) => score >= best - WITHIN_REACH);
  if (near.length < 2) return near;
  const logs = logLikelihoods(near, units, index);
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
  index: PhrasingIndex,
): MostUsual | null {
  const logs = logLikelihoods(answers, units, index);
  const weighed = answers
    .map(({ target, section }, at) => ({ target, section, log: logs[at] ?? -Infinity }))
    .sort((a, b) => b.log - a.log);
  const [first] = weighed;
  if (first === undefined) return null;
  const other = weighed.find(({ section }) => section !== first.section);
  return { target: first.target, lead: first.log - (other?.log ?? -Infinity) };
}

/** For each target the logarithm of how likely the words and the pairs of neighbours are in a sample of it. */
function logLikelihoods(
  targets: readonly Pick<Candidate, 'target'>[],
  units: readonly string[],
  { phrasingOf }: PhrasingIndex,
): number[] {
  // A word counts once, however often it is said.
  const isFirst = units.map((unit, at) => units.indexOf(unit) === at);
  const different = isFirst.filter(Boolean).length;
  const share = WORD_SHARE * different + PAIR_SHARE * Math.max(0, units.length - 1);
  return targets.map(({ target }) => {
    const { logSize, words } = phrasingOf(target);
    let log = 0;
    for (let at = 0; at < units.length; at++) {
      const word = words.get(units[at] ?? '');
      if (isFirst[at] === true) log += WORD_SHARE * logOf(word?.count ?? 0);
      const next = units[at + 1];
      if (next !== undefined) log += PAIR_SHARE * logOf(word?.countBefore(next) ?? 0);
    }
    return log - share * logSize;
  });
}

/** The logarithms of the first counts: to work one out takes longer than to look it up. */
const LOGS = Float64Array.from({ length: 100 }, (_, count) =>
  Math.log(count + MORE_SAMPLES * RARE),
);

function logOf(count: number): number {
  return LOGS[count] ?? Math.log(count + MORE_SAMPLES * RARE);
}
