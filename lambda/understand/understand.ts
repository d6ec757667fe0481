/**
 * What a listener's own words ask for. Safety first: an emergency, then a personal decision; then the
 * closest answer or uncovered topic, with a term that was only half heard asked back. Pure.
 */
import {
  asksMeaning,
  CHEMO,
  onlyChemo,
  onlyHardTerm,
  onlyTerm,
  termOfIt,
  wordAskedFor,
} from './asked-term.ts';
import type { Candidate } from './closest.ts';
import { whatIsMeant } from './meant.ts';
import { isHardTerm, outsideTerms } from './named-token.ts';
import { asksWhatTo, asksWhy, namesPatient } from './people.ts';
import { lastQuestionAt } from './preamble.ts';
import {
  findMisheard,
  leansBack,
  readAsWritten,
  type Reading,
  readWithTerm,
  SURE,
  type Topic,
  weighIn,
} from './reading.ts';
import type { Searchable } from './searchable.ts';
import { type SoundAlike, SURELY_HEARD } from './terms.ts';
import type { Token } from './tokens.ts';
import type { Understanding } from './understanding.ts';
import { answerAsAWhole, asCovered } from './whole.ts';
import { toWords } from './words.ts';

/** From here to SURE it is asked whether the candidate was meant. */
const LIKELY = 0.48;
/** Where it is less likely than this which answer is meant, it has to be asked. */
const SURELY_MEANT = 0.75;
/** What the sign of an uncovered topic counts: a closer answer wins. */
const SIGN_SCORE = 0.8;
/** The same for a sign of several parts, which tells more. */
const PARTS_SCORE = 0.9;
/** The same for a weak sign of a personal decision. */
const WEAK_SIGN_SCORE = 0.68;

/** What a question asks for, in the listener's own words; `topic` is what was talked about before it. */
export function understand(
  question: string,
  index: Searchable,
  topic: Topic | null = null,
): Understanding {
  const words = toWords(question).map(index.wordOf);
  const asWritten = readAsWritten(words, index, topic);
  const { urgent } = asWritten.signs;
  if (urgent !== undefined) return toSafety(urgent, namesOf(asWritten));
  const mistaken = namesOf(asWritten).find(isLookAlike);
  if (mistaken !== undefined) return toLookAlike(mistaken);

  const soundAlike = findMisheard(words, asWritten, index);
  if (soundAlike !== null && isLookAlike(soundAlike.token)) return toLookAlike(soundAlike.token);
  const first =
    soundAlike === null ? asWritten : readWithTerm(words, asWritten, soundAlike, index, topic);
  const heard = weighIn(first, index);
  const isHalfHeard = soundAlike !== null && soundAlike.likeness < SURELY_HEARD;
  const understood = understandReading(asCovered(heard, index), soundAlike, index, topic);
  const isClear = understood.kind === 'answer' || understood.kind === 'term';
  if (isClear || isHalfHeard || (topic !== null && leansBack(words))) return understood;
  const answer = answerAsAWhole(heard, understood.kind === 'choice', index);
  return answer === null ? understood : { kind: 'answer', id: answer.slice('answer/'.length) };
}

/** What a reading of the words asks for that is no emergency; `soundAlike` is the term that it has by its sound. */
function understandReading(
  reading: Reading,
  soundAlike: SoundAlike | null,
  index: Searchable,
  topic: Topic | null,
): Understanding {
  const { words } = reading;
  const askedWord = wordAskedFor(reading);
  if (askedWord !== null) return { kind: 'term', id: askedWord };
  const safety = decisionOrUncovered(reading, index);
  if (safety !== null) return safety;
  if (soundAlike !== null && soundAlike.likeness < SURELY_HEARD) return toHalfHeard(reading);
  const isFollowUp = topic !== null && leansBack(words) && isSureAnswer(reading.candidates[0]);
  if (isFollowUp) return choose(reading, index, topic);
  const term = termMeant(reading, soundAlike, index, topic);
  return term === null ? chooseOrExplain(reading, index, topic) : { kind: 'term', id: term };
}

/**
 * A decision, or an uncovered topic, unless an answer is close enough or something else is asked at the
 * end. Null if it is neither.
 */
function decisionOrUncovered(reading: Reading, index: Searchable): Understanding | null {
  const { signs, candidates, text, isTold } = reading;
  const [first] = candidates;
  const best = first?.score ?? 0;
  // A decision is somebody's: a question about no one, or why something is so, may be a general one.
  const isGeneral = (): boolean =>
    (best >= SIGN_SCORE && isNobodys(reading, index)) || (best >= PARTS_SCORE && asksWhy(text));
  if (signs.advice !== undefined && !isGeneral()) return toSafety(signs.advice, namesOf(reading));
  // Only what is covered can be closer than a sign, and only if it is asked for.
  const covered = first?.kind === 'not-covered' || isTold ? 0 : best;
  const uncovered =
    (covered < PARTS_SCORE ? signs['surely-not-covered'] : undefined) ??
    (covered < SIGN_SCORE ? signs['not-covered'] : undefined);
  const isCovered = uncovered === undefined && first?.kind !== 'not-covered';
  const isClear = best >= (isCovered ? SURE : PARTS_SCORE);
  const asked = isClear ? null : askedAtTheEnd(reading, index);
  if (asked !== null) return asked;
  const isDecision = uncovered === undefined ? best < WEAK_SIGN_SCORE : !asksWhatTo(text);
  const weak = isDecision ? signs['weak-advice'] : undefined;
  // What would not be answered anyway is a decision, if it has the sign of one.
  const sign = uncovered === undefined ? weak : (signs.advice ?? weak ?? uncovered);
  return sign === undefined ? null : toSafety(sign, namesOf(reading));
}

/** The term that is meant, where hardly anything else is said; null if more is. */
function termMeant(
  reading: Reading,
  soundAlike: SoundAlike | null,
  index: Searchable,
  topic: Topic | null,
): string | null {
  const names = namesOf(reading);
  const only = onlyTerm(names) ?? (isGarbled(reading, soundAlike) ? onlyHardTerm(names) : null);
  if (only !== null) return only;
  const isAboutChemo = onlyChemo(names) && !asksMore(reading, index);
  return isAboutChemo && reading.isTold ? CHEMO : termOfIt(reading, index, topic);
}

/** Whether more is said than that somebody has chemo, and an answer or an uncovered topic fits that. */
function asksMore({ words, tokens, candidates }: Reading, index: Searchable): boolean {
  const [first] = candidates;
  if (first === undefined) return false;
  const others = tokens.filter(
    ({ token, start }) => !token.startsWith('#') && !index.people.has(words[start]?.text ?? ''),
  );
  if (first.kind !== null) return others.length > 0 && first.score >= SURE;
  return others.some(({ token }) => index.topics.has(token)) && first.score >= SIGN_SCORE;
}

/** The best candidate; where it is not clear which, the word whose meaning was asked. */
function chooseOrExplain(reading: Reading, index: Searchable, topic: Topic | null): Understanding {
  const chosen = choose(reading, index, topic);
  const isUnclear = chosen.kind === 'choice';
  if (chosen.kind !== 'nothing' && !isUnclear) return chosen;
  const term = orTerm(reading);
  return isUnclear && term.kind !== 'term' ? chosen : term;
}

/**
 * What the last question asks for by itself, where something else was said before it. It has to be clear,
 * and nothing before it may be a name that the question is about.
 */
function askedAtTheEnd({ words, tokens }: Reading, index: Searchable): Understanding | null {
  const at = lastQuestionAt(words);
  if (at === null) return null;
  const question = words.slice(at);
  const asked = new Set(tokens.filter(({ start }) => start >= at).map(({ token }) => token));
  const isNamed = ({ token, start }: Token): boolean =>
    start < at && /^[#@?]/.test(token) && token !== `#${CHEMO}` && !asked.has(token);
  if (tokens.some(isNamed)) return null;
  if (leansBack(question)) return null;
  const reading = weighIn(readAsWritten(question, index, null), index);
  const [first] = reading.candidates;
  if (Object.keys(reading.signs).length > 0) return null;
  if (isSureAnswer(first) && first.score >= PARTS_SCORE) return { kind: 'answer', id: idOf(first) };
  const only = onlyTerm(namesOf(reading));
  return only !== null && asksMeaning(reading.text) ? { kind: 'term', id: only } : null;
}

/** Whether neither the listener nor anybody of theirs is spoken about. */
function isNobodys({ words, tokens }: Reading, index: Searchable): boolean {
  return !namesPatient(outsideTerms(words, tokens), index);
}

function namesOf({ tokens }: Pick<Reading, 'tokens'>): string[] {
  return tokens.map(({ token }) => token);
}

function toSafety(id: string, names: readonly string[]): Understanding {
  const term = names.findLast(isHardTerm) ?? names.find((name) => name === `#${CHEMO}`);
  return { kind: 'safety', id, term: term?.slice(1) ?? null };
}

/** Where no answer is near but a word of the glossary was said: explain it if that was asked. */
function orTerm(reading: Reading): Understanding {
  const term = namesOf(reading).findLast(isHardTerm)?.slice(1);
  if (term === undefined) return { kind: 'nothing' };
  return asksMeaning(reading.text) ? { kind: 'term', id: term } : { kind: 'near', term };
}

function choose(reading: Reading, index: Searchable, topic: Topic | null): Understanding {
  const { candidates } = reading;
  const [first] = candidates;
  if (first === undefined || first.score < LIKELY) return { kind: 'nothing' };
  if (first.target.startsWith('safety/')) {
    return first.score < SURE ? { kind: 'nothing' } : toSafety(idOf(first), namesOf(reading));
  }
  if (first.score < SURE) return { kind: 'choice', options: [first.target] };
  const meant = first.section === topic?.section ? null : whatIsMeant(reading, index);
  if (meant === null) return { kind: 'answer', id: idOf(first) };
  const { target, share, other } = meant;
  if (share >= SURELY_MEANT || other === null) return { kind: 'answer', id: idOf(meant) };
  // What is nearly a sample is not asked back.
  if (first.score >= PARTS_SCORE) return { kind: 'answer', id: idOf(first) };
  return { kind: 'choice', options: [target, other] };
}

function idOf({ target }: Pick<Candidate, 'target'>): string {
  return target.slice(target.indexOf('/') + 1);
}

/** Whether a term was heard by its sound, and no answer is sure with it. */
function isGarbled({ candidates }: Reading, soundAlike: SoundAlike | null): boolean {
  return soundAlike !== null && !isSureAnswer(candidates[0]);
}

function isSureAnswer(candidate: Candidate | undefined): candidate is Candidate {
  return candidate !== undefined && candidate.kind === null && candidate.score >= SURE;
}

function toHalfHeard(reading: Reading): Understanding {
  const [first] = reading.candidates;
  const term =
    namesOf(reading)
      .findLast((name) => name.startsWith('#'))
      ?.slice(1) ?? '';
  return { kind: 'choice', options: [isSureAnswer(first) ? first.target : `term/${term}`] };
}

/** Whether a token is a word that is mistaken for a term. */
function isLookAlike(token: string): boolean {
  return token.startsWith('?');
}

/** `?streptozocin/0`: the first of the words that are mistaken for streptozocin. */
function toLookAlike(token: string): Understanding {
  const [term = '', number = '0'] = token.slice(1).split('/');
  return { kind: 'look-alike', term, number: Number(number) };
}
