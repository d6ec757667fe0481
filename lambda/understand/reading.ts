/** One way to read a question: its tokens, the signs in it, and what it may ask for. */
import type { Named } from './asked.ts';
import { byScore, type Candidate, findCandidates } from './closest.ts';
import { denies } from './denial.ts';
import type { TargetEntry } from './index-file.ts';
import { isHardTerm, isKnown, isWord, marksOf } from './named-token.ts';
import { beginsAsQuestion, isAboutSomeone, isTold, namesSomeone } from './people.ts';
import { unitsOf, weighPhrasing, type Weights, weightsOf, WITHIN_REACH } from './phrasing.ts';
import type { Searchable } from './searchable.ts';
import { findSigns, type FoundSigns, hear, type Heard } from './signs.ts';
import type { Stem } from './stem.ts';
import { findSoundAlike, type SoundAlike, type WordKind } from './terms.ts';
import { type Token, toToken, toTokens } from './tokens.ts';
import type { Word } from './word.ts';

/** At or above this score (0 to 1) a candidate is taken. */
export const SURE = 0.56;

/** What was talked about before: where the listener is, if anywhere. */
export interface Topic {
  readonly section: string;
  /** The term of that section that was explained or said last, if any. */
  readonly term: string | null;
}

/** What the nearest samples tell, without how usual the words are. */
export interface FirstReading {
  /** The words as they are read: one for what sounds like a term. */
  readonly words: readonly Word[];
  /** The words with a space between each two. */
  readonly text: string;
  /** Whether somebody only tells how they are, and asks nothing. */
  readonly isTold: boolean;
  readonly tokens: readonly Token[];
  readonly units: readonly Stem[];
  readonly signs: FoundSigns;
  /** The best first. */
  readonly near: readonly Candidate[];
}

export interface Reading extends FirstReading {
  /** What the words weigh for targets; null where there was nothing to weigh yet. */
  readonly weights: Weights | null;
  /** Those that are near, with the weights in their scores; the best first. */
  readonly candidates: readonly Candidate[];
}

/** A question that names nothing of this guide has to be this close to a sample. */
const OFF_TOPIC_SCORE = 0.79;
/** An emergency or a decision that no sign gave away has to be this close to a sample. */
const UNSIGNED_SCORE = 0.9;
/** What cannot be meant would need more than any score. */
const IMPOSSIBLE = 2;
/** What the section that is being heard adds. */
const TOPIC_BONUS = 0.08;
/** What is left of an answer's score without the topic, where the question leans on it. */
const ELSEWHERE = 0.9;
/** In a question that is understood this well as it stands no term was mis-heard. */
const WELL_WITHOUT = 0.7;
/** Words that stand for what was said before. */
const LEANS_BACK: ReadonlySet<string> = new Set('it its that this those these them'.split(' '));
/** "And why", "how so": these ask about what was said before, too. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'and but so why how when where who what which'.split(' '),
);

/** Reads the words as they stand. */
export function readAsWritten(
  words: readonly Word[],
  index: Searchable,
  topic: Topic | null,
): FirstReading {
  return read(words, toTokens(words, index), index, topic);
}

function read(
  words: readonly Word[],
  tokens: readonly Token[],
  index: Searchable,
  topic: Topic | null,
): FirstReading {
  const heard = hear(words, marksOf(words, tokens, index));
  const { text } = heard;
  const tells = isTold(heard, index);
  const leastFor = leastScores(tokens, heard, index, tells ? null : (topic?.section ?? null));
  const signs = findSigns(heard, index);
  // What the topic adds does not make a question covered that has the sign of an uncovered topic.
  const isUncovered = (signs['not-covered'] ?? signs['surely-not-covered']) !== undefined;
  const near = findInContext(heard, tokens, index, isUncovered ? null : topic, leastFor);
  return { words, text, isTold: tells, tokens, units: unitsOf(words, tokens, index), signs, near };
}

/** The reading with its phrasing weighed in. The best candidate keeps its score. */
export function weighIn(reading: FirstReading, index: Searchable): Reading {
  const { words, text, isTold: tells, tokens, units, signs, near } = reading;
  const weights = near.length < 2 ? null : weightsOf(reading, index);
  const candidates = weights === null ? near : weighPhrasing(near, weights);
  return { words, text, isTold: tells, tokens, units, signs, near, weights, candidates };
}

/** The words that sound like a term, where the question is not understood well as it stands. */
export function findMisheard(
  words: readonly Word[],
  { tokens, near }: FirstReading,
  index: Searchable,
): SoundAlike | null {
  const isWell = (near[0]?.score ?? 0) >= WELL_WITHOUT;
  if (isWell && !tokens.some((token, at) => at > 0 && mayGoOn(tokens[at - 1], token))) return null;
  const kinds = words.map((): WordKind => 'known');
  for (const token of tokens) {
    kinds.fill(kindOf(token), token.start, token.start + token.length);
  }
  return findSoundAlike(
    words.map(({ text }) => text),
    kinds,
    index.sounds(),
  );
}

function kindOf(token: Token): WordKind {
  if (isHardTerm(token.token)) return 'term';
  return isKnown(token) ? 'known' : 'odd';
}

/** Whether an odd word before a term may belong to it: "knee oh", before what was read as adjuvant. */
function mayGoOn(before: Token | undefined, token: Token): boolean {
  if (before === undefined || !isHardTerm(token.token) || kindOf(before) !== 'odd') return false;
  return token.start - (before.start + before.length) <= 1;
}

/** Reads the words with those that sound like a term as that term; they are no sign of anything else. */
export function readWithTerm(
  words: readonly Word[],
  { tokens }: FirstReading,
  { token, start, length }: SoundAlike,
  index: Searchable,
  topic: Topic | null,
): FirstReading {
  const end = start + length;
  const before = tokens.filter((other) => other.start + other.length <= start);
  const after = tokens
    .filter((other) => other.start >= end)
    .map((other) => ({ ...other, start: other.start - length + 1 }));
  const found = toToken(token, start, 1, index);
  const rest = [...words.slice(0, start), index.wordOf(token.slice(1)), ...words.slice(end)];
  return read(rest, [...before, found, ...after], index, topic);
}

/**
 * Tells the score that a target needs to be meant at all, in this question, which may follow on what was
 * said of a section.
 */
function leastScores(
  tokens: readonly Token[],
  heard: Heard,
  index: Searchable,
  follows: string | null,
): (target: TargetEntry) => number {
  // A word that nobody knows makes it a question about something else, whatever the rest is.
  const isOnTopic =
    tokens.some(({ token }) => token.startsWith('#')) ||
    (tokens.some(({ token }) => index.topics.has(token)) && tokens.every(isWord));
  // "Where were we", "what should I ask them": without a topic, these tell of nothing.
  const saysMore = tokens.some(({ token }) => !QUESTION_WORDS.has(token) && token !== 'should');
  const ofAnswer = !saysMore ? IMPOSSIBLE : isOnTopic ? 0 : OFF_TOPIC_SCORE;
  // What no sign gave away is an emergency or a decision only if a sample is near and it is somebody's.
  const needed = (isOne: boolean): number => (isOne ? UNSIGNED_SCORE : IMPOSSIBLE);
  let urgent: number | null = null;
  let advice: number | null = null;
  return ({ kind, section }) => {
    switch (kind) {
      case null:
        return section === follows ? 0 : ofAnswer;
      case 'urgent':
        return (urgent ??= needed(tellsOfSomeone(heard, index)));
      case 'advice':
        return (advice ??= needed(namesSomeone(heard.words, index)));
      case 'not-covered':
        return saysMore ? 0 : IMPOSSIBLE;
    }
  };
}

/** Whether it is told how somebody is, and not denied or asked. */
function tellsOfSomeone(heard: Heard, index: Searchable): boolean {
  return isAboutSomeone(heard.words, index) && !beginsAsQuestion(heard) && !denies(heard.words);
}

/** Whether a word stands for what was said before, or only a question word is said. */
export function leansBack(words: readonly Word[]): boolean {
  return (
    words.some(({ text }) => LEANS_BACK.has(text)) ||
    words.every(({ text }) => QUESTION_WORDS.has(text))
  );
}

/** Candidates for the question as it stands, and as it reads with the topic in it. */
function findInContext(
  { words }: Heard,
  tokens: readonly Token[],
  index: Searchable,
  topic: Topic | null,
  leastFor: (target: TargetEntry) => number,
): Candidate[] {
  const margin = topic === null ? WITHIN_REACH : WITHIN_REACH + TOPIC_BONUS;
  const plain = findCandidates(tokens, index, leastFor, margin);
  const about = topic === null ? undefined : (topic.term ?? index.aboutOf(topic.section));
  if (topic === null || about === undefined) return plain;
  const leans = leansBack(words);
  const namesATerm = tokens.some(({ token }) => token.startsWith('#') && token !== '#chemotherapy');
  // The topic alone makes no question of words that no sample has.
  const isForeign = tokens.every(({ known }) => known?.token == null);
  if (isForeign || (namesATerm && !leans)) return plain;
  const isClear = (plain[0]?.score ?? 0) >= SURE;
  const withTopic =
    isClear && !leans
      ? []
      : findCandidates([...tokens, toGiven(about, index)], index, leastFor, margin);
  const scores = new Map(withTopic.map((candidate) => [candidate.target, candidate]));
  for (const candidate of plain) {
    const share = leans && candidate.kind === null ? ELSEWHERE : 1;
    const score = Math.max(candidate.score * share, scores.get(candidate.target)?.score ?? 0);
    scores.set(candidate.target, { ...candidate, score });
  }
  return [...scores.values()].map((candidate) => inTopic(candidate, topic)).sort(byScore);
}

/** The term that is talked about. One that nearly every question names tells no more than if it was said. */
function toGiven(term: string, index: Searchable): Named {
  const token = `#${term}`;
  return { ...toToken(token, 0, 0, index), isGiven: isHardTerm(token) };
}

function inTopic(candidate: Candidate, topic: Topic): Candidate {
  if (candidate.section !== topic.section) return candidate;
  return { ...candidate, score: Math.min(1, candidate.score + TOPIC_BONUS) };
}
