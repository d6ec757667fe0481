/**
 * What a listener's own words ask for. Safety first: an emergency, then a personal decision; then the
 * closest answer or uncovered topic, with a term that was only half heard asked back. Pure.
 */
import { type Candidate, EVERYDAY_TERMS, findCandidates } from './closest.ts';
import type { Searchable } from './searchable.ts';
import {
  findSigns,
  type FoundSigns,
  hear,
  type Heard,
  isAboutSomeone,
  namesSomeone,
} from './signs.ts';
import { findSoundAlike, type SoundAlike, type WordKind } from './terms.ts';
import { type Token, toTokens } from './tokens.ts';
import type { Understanding } from './understanding.ts';
import { toWords } from './words.ts';

/** What was talked about before: where the listener is, if anywhere. */
export interface Topic {
  readonly section: string;
}

/** At or above this score (0 to 1) a candidate is taken. */
const SURE = 0.56;
/** From here to SURE it is asked whether the candidate was meant. */
const LIKELY = 0.48;
/** Two answers of different sections this close to each other: ask which one. */
const TOO_CLOSE = 0.02;
/** What the sign of an uncovered topic counts: a closer answer wins. */
const SIGN_SCORE = 0.8;
/** The same for a weak sign of a personal decision. */
const WEAK_SIGN_SCORE = 0.68;
/** A question that names nothing of this guide has to be this close to a sample. */
const OFF_TOPIC_SCORE = 0.79;
/** An emergency or a decision that no sign gave away has to be this close to a sample. */
const UNSIGNED_SCORE = 0.85;
/** What the section that is being heard adds. */
const TOPIC_BONUS = 0.08;
/** A run of words that sounds this much like a term is taken for it; below, it is asked back. */
const SURELY_HEARD = 0.78;
/** In a question that is understood this well as it stands no term was mis-heard. */
const WELL_WITHOUT = 0.7;
/** Endings of drug names, from the stems that international names are made of. */
const DRUG_ENDING =
  /(?:mab|nib|platin|rubicin|taxel|mycin|cillin|cycline|floxacin|azole|statin|prazole|sartan|olol|pril|lukast|tide|limus|mustine|bine|ciclib|parib|setron|triptan|gliptin|gliflozin|oxetine|azepam|profen|caine|cort|sone|olone|vir|parin|xaban|dronate|mide|trexate|abine|citabine)$/;
/** "What is …", "explain …": a question about a word. */
const ASKS_MEANING =
  /\b(?:what(?: is| are| does|s)|explain|mean|means|meaning|tell (?:me|us) about|tell (?:me|us) what|define|talking about|heard of|learn|know about|idea)\b/;
/** Words that stand for what was said before. */
const LEANS_BACK: ReadonlySet<string> = new Set(
  'it its that this those these they them there'.split(' '),
);

export function understand(
  question: string,
  index: Searchable,
  topic: Topic | null = null,
): Understanding {
  const words = toWords(question);
  const asWritten = read(words, toTokens(words, index), index, topic);
  if (asWritten.signs.urgent !== undefined)
    return toSafety(asWritten.signs.urgent, asWritten.names);
  const mistaken = asWritten.names.find((name) => name.startsWith('?'));
  if (mistaken !== undefined) return toLookAlike(mistaken);

  const soundAlike = findMisheard(words, asWritten, index);
  const reading =
    soundAlike === null ? asWritten : readWithTerm(words, asWritten, soundAlike, index, topic);
  const { signs, candidates, names } = reading;
  if (signs.advice !== undefined) return toSafety(signs.advice, names);
  const best = candidates[0]?.score ?? 0;
  const uncovered = best < SIGN_SCORE ? signs['not-covered'] : undefined;
  const decision = best < WEAK_SIGN_SCORE ? signs['weak-advice'] : undefined;
  const sign = uncovered ?? decision;
  if (sign !== undefined) return toSafety(sign, names);
  if (soundAlike !== null && soundAlike.likeness < SURELY_HEARD) return toHalfHeard(reading);
  const only = onlyTerm(names);
  if (only !== null) return { kind: 'term', id: only };
  const chosen = choose(reading, topic);
  const term = orTerm(names, words);
  if (chosen.kind === 'nothing') return term;
  const isGuess = chosen.kind === 'choice' && chosen.options.length === 1;
  return isGuess && term.kind === 'term' ? term : chosen;
}

/** One way to read the words. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly names: readonly string[];
  readonly signs: FoundSigns;
  readonly candidates: readonly Candidate[];
}

function read(
  words: readonly string[],
  tokens: readonly Token[],
  index: Searchable,
  topic: Topic | null,
): Reading {
  const names = tokens.map(({ token }) => token);
  const heard = hear(words, marksOf(words, tokens, index));
  const leansBack = words.some((word) => LEANS_BACK.has(word));
  const candidates = findInContext(names, leansBack, index, topic).filter(
    plausibility(names, heard, index, topic),
  );
  return { tokens, names, signs: findSigns(heard, index), candidates };
}

/** The words that sound like a term, where the question is not understood well as it stands. */
function findMisheard(
  words: readonly string[],
  { tokens, candidates }: Reading,
  index: Searchable,
): SoundAlike | null {
  if ((candidates[0]?.score ?? 0) >= WELL_WITHOUT) return null;
  const kinds = words.map((): WordKind => 'known');
  for (const { token, start, length } of tokens) {
    const kind = isHardTerm(token) ? 'term' : isKnown(token, index) ? 'known' : 'odd';
    kinds.fill(kind, start, start + length);
  }
  return findSoundAlike(words, kinds, index.sounds());
}

/** The words with those that sound like a term read as that term; they are no sign of anything else. */
function readWithTerm(
  words: readonly string[],
  { tokens }: Reading,
  { term, start, length }: SoundAlike,
  index: Searchable,
  topic: Topic | null,
): Reading {
  const end = start + length;
  const before = tokens.filter((token) => token.start + token.length <= start);
  const after = tokens
    .filter((token) => token.start >= end)
    .map((token) => ({ ...token, start: token.start - length + 1 }));
  const found = { token: `#${term}`, start, length: 1 };
  const rest = [...words.slice(0, start), term, ...words.slice(end)];
  return read(rest, [...before, found, ...after], index, topic);
}

function toSafety(id: string, names: readonly string[]): Understanding {
  return { kind: 'safety', id, term: names.findLast(isHardTerm)?.slice(1) ?? null };
}

/** Where no answer is near but a word of the glossary was said: explain it if that was asked. */
function orTerm(names: readonly string[], words: readonly string[]): Understanding {
  const term = names.findLast(isHardTerm)?.slice(1);
  if (term === undefined) return { kind: 'nothing' };
  return ASKS_MEANING.test(words.join(' ')) ? { kind: 'term', id: term } : { kind: 'near', term };
}

function isHardTerm(token: string): boolean {
  return token.startsWith('#') && !EVERYDAY_TERMS.has(token);
}

/** Tells of a candidate whether it may be meant at all, in this question. */
function plausibility(
  names: readonly string[],
  heard: Heard,
  index: Searchable,
  topic: Topic | null,
): (candidate: Candidate) => boolean {
  const isReport = isAboutSomeone(heard, index);
  const isPersonal = namesSomeone(heard, index);
  // A word that nobody knows makes it a question about something else, whatever the rest is.
  const isOnTopic =
    topic !== null ||
    names.some((name) => name.startsWith('#')) ||
    (names.some((name) => index.topics.has(name)) && names.every((name) => isWord(name, index)));
  return ({ target, score }) => {
    const kind = index.kinds.get(target);
    // What no sign gave away is an emergency or a decision only if a sample is near and it is somebody's.
    if (kind === 'urgent') return score >= UNSIGNED_SCORE && isReport;
    if (kind === 'advice') return score >= UNSIGNED_SCORE && isPersonal;
    return kind === 'not-covered' || isOnTopic || score >= OFF_TOPIC_SCORE;
  };
}

function isKnown(token: string, index: Searchable): boolean {
  return /^[#=?]/.test(token) || index.tokenOf(token)?.likeness === 1;
}

/** A word of the samples, or one that everyone uses. */
function isWord(token: string, index: Searchable): boolean {
  return /^[#=?]/.test(token) || index.tokenOf(token) !== undefined;
}

/** Terms, and classes of words that the guide does not cover. */
function marksOf(words: readonly string[], tokens: readonly Token[], index: Searchable): string[] {
  const marks = tokens.map(({ token }) => token).filter((token) => /^[#@]/.test(token));
  const isDrug = tokens.some(({ token, start }) => {
    const word = words[start] ?? '';
    return !isKnown(token, index) && word.length > 5 && DRUG_ENDING.test(word);
  });
  return isDrug ? [...marks, '@drug'] : marks;
}

/** Candidates for the question as it stands, and as it reads with the topic in it. */
function findInContext(
  names: readonly string[],
  leansBack: boolean,
  index: Searchable,
  topic: Topic | null,
): Candidate[] {
  const plain = findCandidates(names, index);
  const about = topic === null ? undefined : index.aboutOf(topic.section);
  const namesATerm = names.some((token) => token.startsWith('#') && token !== '#chemotherapy');
  const isForeign = !names.some((name) => isWord(name, index));
  if (topic === null || about === undefined || isForeign || (namesATerm && !leansBack))
    return plain;
  const inTopic = findCandidates([...names, `#${about}`], index);
  const scores = new Map(plain.map((candidate) => [candidate.target, candidate]));
  for (const candidate of inTopic) {
    const before = scores.get(candidate.target)?.score ?? 0;
    if (candidate.score > before) scores.set(candidate.target, candidate);
  }
  return [...scores.values()]
    .map((candidate) => {
      const bonus = candidate.section === topic.section ? TOPIC_BONUS : 0;
      return { ...candidate, score: Math.min(1, candidate.score + bonus) };
    })
    .sort((a, b) => b.score - a.score);
}

function choose({ candidates, names }: Reading, topic: Topic | null): Understanding {
  const [first, second] = candidates;
  if (first === undefined || first.score < LIKELY) return { kind: 'nothing' };
  if (first.target.startsWith('safety/')) {
    return first.score < SURE ? { kind: 'nothing' } : toSafety(idOf(first), names);
  }
  if (first.score < SURE) return { kind: 'choice', options: [first.target] };
  const isTie =
    second !== undefined &&
    second.target.startsWith('answer/') &&
    second.section !== first.section &&
    first.section !== topic?.section &&
    first.score < SIGN_SCORE &&
    first.score - second.score < TOO_CLOSE;
  if (isTie) return { kind: 'choice', options: [first.target, second.target] };
  return { kind: 'answer', id: idOf(first) };
}

function idOf({ target }: Candidate): string {
  return target.slice(target.indexOf('/') + 1);
}

/** The term, if the question names one and says nothing else but that this is about cancer. */
function onlyTerm(names: readonly string[]): string | null {
  const rest = names.filter((name) => name !== 'cancer');
  const [only] = rest;
  return rest.length === 1 && only?.startsWith('#') ? only.slice(1) : null;
}

function toHalfHeard({ names, candidates }: Reading): Understanding {
  const [first] = candidates;
  const term = names.findLast((name) => name.startsWith('#'))?.slice(1) ?? '';
  const isAnswer = first !== undefined && first.score >= SURE && first.target.startsWith('answer/');
  return { kind: 'choice', options: [isAnswer ? first.target : `term/${term}`] };
}

/** `?streptozocin/0`: the first of the words that are mistaken for streptozocin. */
function toLookAlike(token: string): Understanding {
  const [term = '', number = '0'] = token.slice(1).split('/');
  return { kind: 'look-alike', term, number: Number(number) };
}
