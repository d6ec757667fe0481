/**
 * What a listener's own words ask for. Safety first: an emergency, then a personal decision; then the
 * closest answer or uncovered topic, with a term that was only half heard asked back. Pure.
 */
import { type Candidate, findCandidates, type Searchable } from './closest.ts';
import { findSign, hear, type Heard, isAboutSomeone } from './signs.ts';
import { findSoundAlike, type SoundAlike } from './terms.ts';
import { type Token, toTokens } from './tokens.ts';
import type { Understanding } from './understanding.ts';
import { toWords } from './words.ts';

/** What was talked about before: where the listener is, if anywhere. */
export interface Topic {
  readonly section: string;
}

/** At or above this score (0 to 1) a candidate is taken. */
export const U = { sure: 0.56, likely: 0.48, tie: 0.02, sign: 0.8, offTopic: 0.85 };
/** What the section that is being heard adds. */
const TOPIC_BONUS = 0.08;
/** A run of words that sounds this much like a term is taken for it; below, it is asked back. */
const SURELY_HEARD = 0.78;
/** Endings of drug names, from the stems that international names are made of. */
const DRUG_ENDING =
  /(?:mab|nib|platin|rubicin|taxel|mycin|cillin|cycline|floxacin|azole|statin|prazole|sartan|olol|pril|lukast|tide|limus|mustine|bine|ciclib|parib|setron|triptan|gliptin|gliflozin|oxetine|azepam|profen|caine|cort|sone|olone|vir|parin|xaban|dronate|mide|trexate|abine|citabine)$/;
/** "What is …", "explain …": a question about a word. */
const ASKS_MEANING =
  /\b(?:what(?: is| are| does|s)|explain|mean|means|meaning|tell (?:me|us) about|tell (?:me|us) what|who is|define|talking about|heard of)\b/;
/** Words that stand for what was said before. */
const LEANS_BACK = /\b(?:it|its|that|this|those|these|they|them|there)\b/;

export function understand(
  question: string,
  index: Searchable,
  topic: Topic | null = null,
): Understanding {
  const words = toWords(question);
  const { tokens, soundAlike } = readTokens(words, index);
  const names = tokens.map(({ token }) => token);
  const heard = hear(words, marksOf(words, tokens, index));
  const urgent = findSign(heard, 'urgent', index);
  if (urgent !== null) return { kind: 'safety', id: urgent.id };
  const mistaken = names.find((token) => token.startsWith('?'));
  if (mistaken !== undefined) return toLookAlike(mistaken);
  const advice = findSign(heard, 'advice', index);
  if (advice !== null) return { kind: 'safety', id: advice.id };

  const candidates = findInContext(names, LEANS_BACK.test(words.join(' ')), index, topic);
  const uncovered = findSign(heard, 'not-covered', index);
  if (uncovered !== null && (candidates[0]?.score ?? 0) < U.sign) {
    return { kind: 'safety', id: uncovered.id };
  }
  const only = onlyTerm(names);
  if (soundAlike !== null && soundAlike.likeness < SURELY_HEARD) {
    return toHalfHeard(soundAlike, candidates);
  }
  if (only !== null) return { kind: 'term', id: only };
  const isOnTopic =
    topic !== null || names.some((name) => name.startsWith('#') || index.topics.has(name));
  const chosen = choose(
    candidates.filter(({ target, score }) => score >= leastScore(target, isOnTopic, heard, index)),
  );
  const term = names.findLast((name) => name.startsWith('#') && name !== '#chemotherapy');
  if (chosen.kind === 'nothing' && term !== undefined && ASKS_MEANING.test(words.join(' '))) {
    return { kind: 'term', id: term.slice(1) };
  }
  return chosen;
}

/** What a candidate needs at least: an emergency or a decision that no sign gave away has to be near. */
function leastScore(target: string, isOnTopic: boolean, heard: Heard, index: Searchable): number {
  const kind = index.kinds[target];
  if (kind === 'urgent' || kind === 'advice')
    return isAboutSomeone(heard, index) ? U.offTopic : 1.1;
  return isOnTopic || kind !== undefined ? 0 : U.offTopic;
}

/** The tokens of the words, with what sounds like a term read as that term. */
function readTokens(
  words: readonly string[],
  index: Searchable,
): { tokens: Token[]; soundAlike: SoundAlike | null } {
  const tokens = toTokens(words, index);
  const odd = new Set(
    tokens
      .filter(({ token }) => !isKnown(token, index))
      .flatMap(({ start, length }) => words.slice(start, start + length)),
  );

  const found = findSoundAlike(words, (word) => odd.has(word), index);
  if (found === null) return { tokens, soundAlike: null };
  const end = found.start + found.length;
  const kept = tokens.filter(({ start, length }) => start + length <= found.start || start >= end);
  const token = { token: `#${found.term}`, start: found.start, length: found.length };
  return { tokens: [...kept, token].sort((a, b) => a.start - b.start), soundAlike: found };
}

function isKnown(token: string, index: Searchable): boolean {
  return /^[#=?]/.test(token) || index.places.has(token);
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

/** Candidates for the question as it stands, and as it reads with the topic in its place. */
function findInContext(
  names: readonly string[],
  leansBack: boolean,
  index: Searchable,
  topic: Topic | null,
): Candidate[] {
  const plain = findCandidates(names, index);
  const about = topic === null ? undefined : index.about[topic.section];
  const namesATerm = names.some((token) => token.startsWith('#') && token !== '#chemotherapy');
  if (topic === null || about === undefined || (namesATerm && !leansBack)) return plain;
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

function choose(candidates: readonly Candidate[]): Understanding {
  const [first, second] = candidates;
  if (first === undefined || first.score < U.likely) return { kind: 'nothing' };
  if (first.target.startsWith('safety/')) {
    return first.score < U.sure ? { kind: 'nothing' } : { kind: 'safety', id: idOf(first) };
  }
  if (first.score < U.sure) return { kind: 'choice', options: [first.target] };
  const isTie =
    second !== undefined &&
    second.target.startsWith('answer/') &&
    second.section !== first.section &&
    first.score < U.sign &&
    first.score - second.score < U.tie;
  if (isTie) return { kind: 'choice', options: [first.target, second.target] };
  return { kind: 'answer', id: idOf(first) };
}

function idOf({ target }: Candidate): string {
  return target.slice(target.indexOf('/') + 1);
}

/** The term, if the question names one and says nothing else. */
function onlyTerm(names: readonly string[]): string | null {
  const [only] = names;
  return names.length === 1 && only?.startsWith('#') ? only.slice(1) : null;
}

function toHalfHeard({ term }: SoundAlike, candidates: readonly Candidate[]): Understanding {
  const [first] = candidates;
  const target =
    first !== undefined && first.score >= U.sure && first.target.startsWith('answer/')
      ? first.target
      : `term/${term}`;
  return { kind: 'choice', options: [target] };
}

/** `?streptozocin/0`: the first of the words that are mistaken for streptozocin. */
function toLookAlike(token: string): Understanding {
  const [term = '', number = '0'] = token.slice(1).split('/');
  return { kind: 'look-alike', term, number: Number(number) };
}
