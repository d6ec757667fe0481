/**
 * How usual the words of a question are, in their order, for what asks for a target. The closest samples
 * tell which targets may be meant; this tells them apart by all of their samples together, by the words
 * that `ignored` leaves out too: "how long before" and "before how long", "why would they", "does it".
 */
import { byScore, type Candidate } from './closest.ts';
import { type Cued, visitCues } from './cues.ts';
import type { PhrasingEntry } from './index-file.ts';
import type { Token } from './tokens.ts';
import type { Word } from './word.ts';

/** What a word weighs for a target, and with another word right after it. */
class PhrasedWord {
  readonly weight: number;
  readonly #next: Readonly<Record<string, number>> | undefined;
  /** Of most words it is never asked: it is made when it is. */
  #known: ReadonlyMap<string, number> | null = null;

  constructor([weight, next]: PhrasingEntry[string]) {
    this.weight = weight;
    this.#next = next;
  }

  weightBefore(word: string): number {
    if (this.#next === undefined) return 0;
    this.#known ??= new Map(Object.entries(this.#next));
    return this.#known.get(word) ?? 0;
  }
}

/** The words of a target's samples. */
export type Phrasing = ReadonlyMap<string, PhrasedWord>;

export interface PhrasingIndex {
  readonly phrasingOf: (target: string) => Phrasing;
}

export function readPhrasing(entry: PhrasingEntry): Phrasing {
  const words = new Map<string, PhrasedWord>();
  for (const word in entry) {
    const weights = entry[word];
    if (weights !== undefined) words.set(word, new PhrasedWord(weights));
  }
  return words;
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
  question: Phrased,
  index: PhrasingIndex,
): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const near = candidates.slice(0, MOST_NEAR).filter(({ score }) => score >= best - WITHIN_REACH);
  if (near.length < 2) return near;
  const logs = weightsOf(near, question, index);
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
  question: Phrased,
  index: PhrasingIndex,
): MostUsual | null {
  const logs = weightsOf(answers, question, index);
  const weighed = answers
    .map(({ target, section }, at) => ({ target, section, log: logs[at] ?? -Infinity }))
    .sort((a, b) => b.log - a.log);
  const [first] = weighed;
  if (first === undefined) return null;
  const other = weighed.find(({ section }) => section !== first.section);
  return { target: first.target, lead: first.log - (other?.log ?? -Infinity) };
}

/** What a question weighs for each target: logarithms of how likely it is asked for, up to the same number. */
function weightsOf(
  targets: readonly Pick<Candidate, 'target'>[],
  question: Phrased,
  { phrasingOf }: PhrasingIndex,
): number[] {
  const phrasings = targets.map(({ target }) => phrasingOf(target));
  const hundredths = phrasings.map(() => 0);
  visitCues({ ...question, signs: {} }, (first, second) => {
    for (let at = 0; at < phrasings.length; at++) {
      const word = phrasings[at]?.get(first);
      if (word === undefined) continue;
      const weight = second === undefined ? word.weight : word.weightBefore(second);
      hundredths[at] = (hundredths[at] ?? 0) + weight;
    }
  });
  return hundredths.map((sum) => sum / 100);
}
