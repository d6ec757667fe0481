/** What all of a question together tells, where single phrases of it tell something else, or nothing. */
import { coverageOf } from './coverage.ts';
import { isWord } from './named-token.ts';
import { whatIsMeant } from './meant.ts';
import type { Reading } from './reading.ts';
import type { Searchable } from './searchable.ts';

/** From here on an answer may be meant although something tells of a decision or an uncovered topic. */
const COVERED_SCORE = 0.6;
/** What is closer by more than this is meant. */
const NOT_FAR = 0.15;
/** It is, where the question is answered this likely by all that is said: more so against a decision. */
const SURELY_COVERED = 0.93;
const COVERED_NOT_DECIDED = 0.98;
/** What an answer needs that is given because the words are more usual for it than for any other. */
interface Need {
  /** How likely the question is answered at all. */
  readonly coverage: number;
  /** How sure it is which answer is meant. */
  readonly share: number;
  /** With more words than this that nobody knows, a question is about something else. */
  readonly mostUnknown: number;
  /** With fewer tokens there is too little to tell by; fewer do where the guide is about one of them. */
  readonly leastTokens: number;
  readonly leastOnTopic: number;
}
/** Where no sample is near. */
const NOTHING_NEAR: Need = {
  coverage: 0.95,
  share: 0.95,
  mostUnknown: 2,
  leastTokens: 4,
  leastOnTopic: 1,
};
/** Where samples are near, but it would be asked which of their answers is meant. */
const NEAR: Need = { coverage: 0.9, share: 0.9, mostUnknown: 2, leastTokens: 1, leastOnTopic: 1 };

/**
 * The reading without what tells of a decision or of an uncovered topic, where all of the question together
 * sounds like what the guide answers and there is an answer.
 */
export function asCovered(reading: Reading, index: Searchable): Reading {
  const { signs, candidates } = reading;
  const isDoubted = Object.keys(signs).length > 0 || (candidates[0]?.kind ?? null) !== null;
  if (!isDoubted || isFinal(reading)) return reading;
  const answers = candidates.filter(({ kind }) => kind === null);
  const best = candidates[0]?.score ?? 0;
  if ((answers[0]?.score ?? 0) < Math.max(COVERED_SCORE, best - NOT_FAR)) return reading;
  return isCovered(reading, SURELY_COVERED, index)
    ? { ...reading, signs: {}, candidates: answers }
    : reading;
}

/**
 * The answer that all words of a question point to, though no sample is near, or samples of several answers
 * are; null if none is.
 */
export function answerAsAWhole(
  reading: Reading,
  isNear: boolean,
  index: Searchable,
): string | null {
  const need = isNear ? NEAR : NOTHING_NEAR;
  const { tokens } = reading;
  if (isFinal(reading)) return null;
  const isOnTopic = tokens.some(({ token }) => token.startsWith('#') || index.topics.has(token));
  if (tokens.length < (isOnTopic ? need.leastOnTopic : need.leastTokens)) return null;
  if (tokens.filter((token) => !isWord(token)).length > need.mostUnknown) return null;
  if (!isCovered(reading, need.coverage, index)) return null;
  const meant = whatIsMeant(reading, index);
  return meant === null || meant.share < need.share ? null : meant.target;
}

/** Whether a sample of an emergency is closest, or somebody only tells how they are: neither is outweighed. */
function isFinal({ isTold, candidates }: Reading): boolean {
  return candidates[0]?.kind === 'urgent' || isTold;
}

/** Whether a question is likely enough one that the guide answers; against a decision it has to be sure. */
function isCovered(reading: Reading, least: number, index: Searchable): boolean {
  const isDecision = reading.signs.advice !== undefined;
  return coverageOf(reading, index) >= (isDecision ? COVERED_NOT_DECIDED : least);
}
