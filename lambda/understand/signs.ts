/**
 * Safety before understanding: words that give away an emergency, a personal decision or an uncovered
 * topic, from the content. A sign is a list of parts that all have to be there, in any order.
 */
import type { SignEntry, SignKind, SignStartsEntry } from './index-file.ts';
import { toText, type Word } from './tokens.ts';

/** What an utterance is matched as. */
export interface Heard {
  readonly words: readonly Word[];
  readonly stems: readonly string[];
  /** Terms (`#id`) and classes of words (`@drug`, `@cancer`) in it. */
  readonly marks: readonly string[];
  /** All stems and marks, to see at once what is not there. */
  readonly has: ReadonlySet<string>;
}

/** One or more stems that stand one after the other. */
type Phrase = readonly string[];

/** All parts have to be there, in any order; `not` must not be. */
export interface Sign {
  readonly id: string;
  readonly kind: SignKind;
  /** Whether a close answer goes before it. */
  readonly isWeak: boolean;
  /** Whether an emergency is meant where it is asked about, too: "what is the point of living". */
  readonly isAsked: boolean;
  readonly parts: readonly (readonly Phrase[])[];
  readonly not: readonly Phrase[];
}

/** The phrases of a sign's rarest part that begin alike. */
export interface SignStart {
  readonly number: number;
  readonly phrases: readonly Phrase[];
}

/** The numbers of the signs that may be there where one stem is said. */
export interface SignStarts {
  /** Those that the stem gives away by itself. */
  readonly alone: readonly number[];
  /** Those of longer phrases, by their second stem. */
  readonly longer: ReadonlyMap<string, readonly SignStart[]>;
}

export interface SignIndex {
  /** The signs that phrases may give away which begin with a stem, or that a mark does. */
  readonly signsFrom: (start: string) => SignStarts | undefined;
  /** Signs are looked for in the order of their numbers. */
  readonly signAt: (number: number) => Sign;
  readonly people: ReadonlySet<string>;
}

/** How a sign counts: as its kind says, or less, or more where all of several parts are there. */
type SignWeight = SignKind | 'weak-advice' | 'surely-not-covered';

/** The signs that are there: the first of each kind. */
export type FoundSigns = Partial<Record<SignWeight, string>>;

const QUESTION_START =
  /^(?:(?:so|and|but|okay|um|uh|well|please|tell me|can you tell me|i want to know|do you know) )*(?:what|which|how|when|why|where|who|does|do|is|are|can|could|should|will|would|did|has|have)\b(?! not\b)/;
/** Words that make a question of what is said, wherever they stand. */
const ASKS =
  /\b(?:what|which|how|when|why|where|who|whose|can you|could you|tell|explain|describe|know|hear|about|ask|wonder|wondering|question|mean|means)\b/;
const MAY_BE: ReadonlySet<string> = new Set(
  'will would can could should shall may might must do does did'.split(' '),
);
/** Words before a sign that deny it: "I don't have a fever". */
const DENIALS: ReadonlySet<string> = new Set(['no', 'without', 'never', 'nobody', 'neither']);
const OWNS = /^(?:have|having|had|got)$/;
/** What was long ago is told, and is no emergency: "I had a fever last year". */
const LONG_AGO =
  /\b(?:last (?:year|summer|winter|spring|fall|autumn)|years? ago|months ago|as a (?:child|kid|baby|boy|girl|teenager|teen)|when (?:i|he|she|they|we) (?:was|were) (?:a|an|in|little|young|younger|small|born)|used to|back in|years back|in the past|before (?:i|he|she) (?:was|got) diagnosed)\b/;
/** It is one if it is so again. */
const NOW =
  /\b(?:now|again|today|tonight|this (?:morning|afternoon|evening)|suddenly|right away)\b/;

export function readSign({ id, kind, isWeak, isAsked, parts, not }: SignEntry): Sign {
  return {
    id,
    kind,
    isWeak: isWeak === true,
    isAsked: isAsked === true,
    parts: parts.map(readPhrases),
    not: readPhrases(not),
  };
}

export function readStarts(starts: SignStartsEntry): SignStarts {
  const { '': alone = [], ...longer } = starts;
  return {
    alone: alone.map(([number]) => number),
    longer: new Map(
      Object.entries(longer).map(([next, entries]) => [
        next,
        entries.map(([number, phrases]) => ({ number, phrases: readPhrases(phrases) })),
      ]),
    ),
  };
}

function readPhrases(phrases = ''): Phrase[] {
  return phrases === '' ? [] : phrases.split('|').map((phrase) => phrase.split(' '));
}

export function hear(words: readonly Word[], marks: readonly string[]): Heard {
  const stems = words.map(({ stem }) => stem);
  const has = new Set(stems);
  for (const mark of marks) has.add(mark);
  return { words, stems, marks, has };
}

/** The first sign of each kind that is there. An emergency has to be somebody's, and now. */
export function findSigns(heard: Heard, index: SignIndex): FoundSigns {
  const found: FoundSigns = {};
  for (const number of possibleSigns(heard, index)) {
    const sign = index.signAt(number);
    const kind = weightOf(sign);
    if (found[kind] !== undefined || !isThere(sign, heard)) continue;
    if (sign.kind === 'urgent' && !sign.isAsked && !isHappening(heard, index)) continue;
    found[kind] = sign.id;
  }
  return found;
}

function weightOf({ kind, isWeak, parts }: Sign): SignWeight {
  if (isWeak) return 'weak-advice';
  return kind === 'not-covered' && parts.length > 1 ? 'surely-not-covered' : kind;
}

/** The numbers of the signs of which a phrase is said, in order. */
function possibleSigns({ stems, marks }: Heard, { signsFrom }: SignIndex): number[] {
  const numbers = new Set<number>();
  for (let at = 0; at < stems.length; at++) {
    const starts = signsFrom(stems[at] ?? '');
    if (starts === undefined) continue;
    for (const number of starts.alone) numbers.add(number);
    for (const { number, phrases } of starts.longer.get(stems[at + 1] ?? '') ?? noStarts) {
      if (phrases.some((phrase) => standsAt(phrase, stems, at))) numbers.add(number);
    }
  }
  for (const mark of marks) for (const number of signsFrom(mark)?.alone ?? []) numbers.add(number);
  return [...numbers].sort((one, other) => one - other);
}

const noStarts: readonly SignStart[] = [];

function standsAt(phrase: Phrase, stems: readonly string[], at: number): boolean {
  for (let n = 0; n < phrase.length; n++) if (stems[at + n] !== phrase[n]) return false;
  return true;
}

function isThere({ kind, parts, not }: Sign, heard: Heard): boolean {
  const isSaid = (phrase: Phrase): boolean => findPhrase(phrase, heard) !== null;
  const isReported = (phrase: Phrase): boolean => {
    const at = findPhrase(phrase, heard);
    return at !== null && !isDenied(heard, at);
  };
  const fits = kind === 'urgent' ? isReported : isSaid;
  return parts.every((alternatives) => alternatives.some(fits)) && !not.some(isSaid);
}

/** Where a phrase begins; null if it is not there. A mark stands nowhere: 0. */
function findPhrase(phrase: Phrase, { stems, marks, has }: Heard): number | null {
  const first = phrase[0] ?? '';
  if (!has.has(first)) return null;
  if (marks.includes(first)) return 0;
  for (let at = stems.indexOf(first); at >= 0; at = stems.indexOf(first, at + 1)) {
    if (standsAt(phrase, stems, at)) return at;
  }
  return null;
}

/** Whether somebody is spoken about at all. */
export function namesSomeone({ words }: Heard, { people }: SignIndex): boolean {
  return words.some(({ text }) => people.has(text));
}

/** "They" are the ones who give the chemo, mostly. */
const CARE_TEAM: ReadonlySet<string> = new Set(['they', 'them', 'their']);

/** "Is it right for you": a leaflet's words for the listener. */
const ADDRESSED: ReadonlySet<string> = new Set(['you', 'your', 'yours']);

/** Whether the listener or somebody of theirs is spoken about: a decision has to be somebody's. */
export function namesPatient(words: readonly Word[], { people }: SignIndex): boolean {
  return words.some(
    ({ text }) => ADDRESSED.has(text) || (people.has(text) && !CARE_TEAM.has(text)),
  );
}

/** Whether somebody is spoken about as they are, not as they may be. */
export function isAboutSomeone({ words }: Heard, { people }: SignIndex): boolean {
  const isPerson = (at: number): boolean => people.has(words[at]?.text ?? '');
  // "What should I do, my port is bleeding": that "do" asks nothing about the port.
  const mayBe = (at: number): boolean => MAY_BE.has(words[at - 1]?.text ?? '') && !isPerson(at - 2);
  return words.some((_, at) => isPerson(at) && !mayBe(at));
}

/** Whether somebody tells something of a person and asks nothing: "I can't take it any more". */
export function isTold(heard: Heard, index: SignIndex): boolean {
  const text = toText(heard.words);
  return namesSomeone(heard, index) && !ASKS.test(text) && !QUESTION_START.test(text);
}

/**
 * A question about no one, or about what may be: "what are the signs of an emergency", "can I get a
 * fever". A person who stands after anything but such a verb makes it a report: "should I worry, I have
 * a fever".
 */
function isGeneralQuestion(heard: Heard, index: SignIndex): boolean {
  return QUESTION_START.test(toText(heard.words)) && !isAboutSomeone(heard, index);
}

/** Whether what is said is so now, of somebody. */
function isHappening(heard: Heard, index: SignIndex): boolean {
  if (isGeneralQuestion(heard, index)) return false;
  const text = toText(heard.words);
  return !LONG_AGO.test(text) || NOW.test(text);
}

/** Whether anything is denied in it, so that what else is said may be no report. */
export function denies(heard: Heard): boolean {
  return heard.words.some((_, at) => isDenied(heard, at + 1));
}

/** "No fever", "I do not have a fever", "I am not bleeding". */
function isDenied({ words }: Heard, at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  return before.some(({ text }, n) => {
    if (DENIALS.has(text)) return true;
    const next = before[n + 1]?.text;
    return text === 'not' && (next === undefined || OWNS.test(next));
  });
}
