/**
 * Safety before understanding: words that give away an emergency, a personal decision or an uncovered
 * topic, from the content. A sign is a list of parts that all have to be there, in any order.
 */
import type { SignEntry, SignKind } from './index-file.ts';
import { isGeneralQuestion, type PeopleIndex } from './people.ts';
import { type Phrase, readPhrases, type SignHint, toText, type Word } from './word.ts';

/** What an utterance is matched as. */
export interface Heard {
  readonly words: readonly Word[];
  /** They, with a space between each two. */
  readonly text: string;
  readonly stems: readonly string[];
  /** Terms (`#id`) and classes of words (`@drug`, `@cancer`) in it. */
  readonly marks: readonly string[];
}

/** Phrases of which one has to be there, by their first stem or mark. */
type Part = ReadonlyMap<string, readonly Phrase[]>;

/** All parts have to be there, in any order; `not` must not be. */
export interface Sign {
  readonly id: string;
  readonly kind: SignKind;
  /** Whether a close answer goes before it. */
  readonly isWeak: boolean;
  /** Whether an emergency is meant where it is asked about, too: "what is the point of living". */
  readonly isAsked: boolean;
  /** The first one is said where the sign may be there. */
  readonly parts: readonly Part[];
  readonly not: Part;
}

export interface SignIndex extends PeopleIndex {
  /** The signs that a term or a class of words may give away; words have their own. */
  readonly hintsOf: (mark: string) => readonly SignHint[];
  /** Signs are looked for in the order of their numbers. */
  readonly signAt: (number: number) => Sign;
}

/** How a sign counts: as its kind says, or less, or more where all of several parts are there. */
type SignWeight = SignKind | 'weak-advice' | 'surely-not-covered';

/** The signs that are there: the first of each kind. */
export type FoundSigns = Partial<Record<SignWeight, string>>;

/** Words before a sign that deny it: "I don't have a fever". */
const DENIALS: ReadonlySet<string> = new Set(['no', 'without', 'never', 'nobody', 'neither']);
const OWNS = /^(?:have|having|had|got)$/;
/** What somebody had long ago is no emergency: "I had a fever last year". */
const LONG_AGO =
  /\b(?:last (?:year|summer|winter|spring|fall|autumn)|years? ago|months ago|as a (?:child|kid|baby|boy|girl|teenager|teen)|when (?:i|he|she|they|we) (?:was|were) (?:a|an|in|little|young|younger|small|born)|years back|in the past|before (?:i|he|she) (?:was|got) diagnosed)\b/;
/** An exception that asks counts before an emergency is told, and none so many words after it. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'do doe did can could will would should may is are what how when why which if'.split(' '),
);
const NEAR = 3;
const PAST: ReadonlySet<string> = new Set(['had', 'was', 'were']);
/** It is one if it is so again. */
const NOW =
  /\b(?:now|again|today|tonight|this (?:morning|afternoon|evening)|suddenly|right away)\b/;

export function readSign({ id, kind, isWeak, isAsked, parts, not }: SignEntry): Sign {
  return {
    id,
    kind,
    isWeak: isWeak === true,
    isAsked: isAsked === true,
    parts: parts.map(readPart),
    not: readPart(not),
  };
}

function readPart(phrases: string | undefined): Part {
  const part = new Map<string, Phrase[]>();
  if (phrases === undefined) return part;
  for (const phrase of readPhrases(phrases)) {
    const first = phrase[0] ?? '';
    const others = part.get(first);
    if (others === undefined) part.set(first, [phrase]);
    else others.push(phrase);
  }
  return part;
}

export function hear(words: readonly Word[], marks: readonly string[]): Heard {
  return { words, text: toText(words), stems: words.map(({ stem }) => stem), marks };
}

/** The first sign of each kind that is there. An emergency has to be somebody's, and now. */
export function findSigns(heard: Heard, index: SignIndex): FoundSigns {
  const found: FoundSigns = {};
  let last = -1;
  for (const number of possibleSigns(heard, index)) {
    if (number === last) continue;
    last = number;
    const sign = index.signAt(number);
    const kind = weightOf(sign);
    if (found[kind] !== undefined || !isThere(sign, heard)) continue;
    if (sign.kind === 'urgent' && !sign.isAsked && isGeneralQuestion(heard, index)) continue;
    found[kind] = sign.id;
  }
  return found;
}

function weightOf({ kind, isWeak, parts }: Sign): SignWeight {
  if (isWeak) return 'weak-advice';
  return kind === 'not-covered' && parts.length > 1 ? 'surely-not-covered' : kind;
}

/** The numbers of the signs of which a phrase is said, in order; one may be there several times. */
function possibleSigns({ words, stems, marks }: Heard, { hintsOf }: SignIndex): number[] {
  const numbers: number[] = [];
  const follow = (hints: readonly SignHint[], at: number): void => {
    for (const { number, phrases, before } of hints) {
      if (phrases.length === 0 || phrases.some((phrase) => standsAt(phrase, stems, at - before))) {
        numbers.push(number);
      }
    }
  };
  for (const [at, word] of words.entries()) {
    follow(word.hints, at);
    const second = words[at + 1];
    if (second !== undefined) follow(word.pairWith(second).hints, at);
  }
  for (const mark of marks) follow(hintsOf(mark), 0);
  return numbers.sort((one, other) => one - other);
}

function standsAt(phrase: Phrase, stems: readonly string[], at: number): boolean {
  for (let n = 0; n < phrase.length; n++) if (stems[at + n] !== phrase[n]) return false;
  return true;
}

/**
 * Whether a sign that may be there is: all of its parts, each said in other words than the others. What it
 * was found by is said; it may be denied, still.
 */
function isThere({ kind, parts, not }: Sign, heard: Heard): boolean {
  const isDeniable = kind === 'urgent';
  for (let at = isDeniable ? 0 : 1; at < parts.length; at++) {
    const part = parts[at];
    if (part !== undefined && !isSaid(part, heard, isDeniable)) return false;
  }
  if (parts.length > 1 && !areApart(parts, heard, isDeniable, [])) return false;
  if (not.size === 0) return true;
  return !(isDeniable ? isTakenBack(not, parts, heard) : isSaid(not, heard, false));
}

/**
 * Whether an exception of an emergency is said where it tells of it: "does the pump leak", but not "my pump
 * leaks, does it matter", and not in another sentence: "he passed out, and my phone is nearly dead".
 */
function isTakenBack(not: Part, parts: readonly Part[], heard: Heard): boolean {
  const ends = parts.map((part) => spansOf(part, heard, true)[0]?.[1] ?? 0);
  const end = Math.max(...ends);
  return spansOf(not, heard, false).some(([start]) => {
    const isAsked = QUESTION_WORDS.has(heard.stems[start] ?? '');
    return start < end + (isAsked ? 0 : NEAR);
  });
}

/** Whether a phrase of a part is said, and not denied where that counts. */
function isSaid(part: Part, heard: Heard, isDeniable: boolean): boolean {
  const { stems, marks } = heard;
  for (let at = 0; at < stems.length; at++) {
    const phrases = part.get(stems[at] ?? '');
    if (phrases === undefined || !phrases.some((phrase) => standsAt(phrase, stems, at))) continue;
    if (!isDeniable || !isDeniedAt(heard, at)) return true;
  }
  return marks.some((mark) => part.has(mark)) && !(isDeniable && isDenied(heard, 0));
}

function isDeniedAt(heard: Heard, at: number): boolean {
  return isDenied(heard, at) || isLongAgo(heard, at);
}

/** Where something is said: from one word on, up to another. A mark stands nowhere: at none. */
type Span = readonly [start: number, end: number];

/** Whether phrases of all parts are said in other words than those that are taken, and than each other. */
function areApart(
  parts: readonly Part[],
  heard: Heard,
  isDeniable: boolean,
  taken: readonly Span[],
): boolean {
  const [part, ...others] = parts;
  if (part === undefined) return true;
  return spansOf(part, heard, isDeniable).some(
    (span) =>
      !taken.some((other) => isSame(span, other)) &&
      areApart(others, heard, isDeniable, [...taken, span]),
  );
}

function isSame([start, end]: Span, [otherStart, otherEnd]: Span): boolean {
  return start === otherStart && end === otherEnd && start < end;
}

function spansOf(part: Part, heard: Heard, isDeniable: boolean): Span[] {
  const { stems, marks } = heard;
  const spans: Span[] = [];
  for (let at = 0; at < stems.length; at++) {
    for (const phrase of part.get(stems[at] ?? '') ?? noPhrases) {
      if (!standsAt(phrase, stems, at) || (isDeniable && isDeniedAt(heard, at))) continue;
      spans.push([at, at + phrase.length]);
    }
  }
  const isMarked = marks.some((mark) => part.has(mark)) && !(isDeniable && isDenied(heard, 0));
  return isMarked ? [...spans, [0, 0]] : spans;
}

const noPhrases: readonly Phrase[] = [];

/** Whether anything is denied in it, so that what else is said may be no report. */
export function denies({ words }: Heard): boolean {
  return words.some(({ text }, at) => DENIALS.has(text) || isNotOwned(words, at));
}

/** "No fever", "I do not have a fever", "I am not bleeding". */
function isDenied({ words }: Heard, at: number): boolean {
  if (words[at - 1]?.text === 'not') return true;
  const before = words.slice(Math.max(0, at - 3), at);
  return before.some(({ text }, n) => DENIALS.has(text) || isNotOwned(before, n));
}

/** "Not have", "not had". */
function isNotOwned(words: readonly Word[], at: number): boolean {
  return words[at]?.text === 'not' && OWNS.test(words[at + 1]?.text ?? '');
}

/**
 * "He had a stroke two years ago". Only what somebody had is taken for past: in "I had chemo two months
 * ago and I have a fever", the fever is now.
 */
function isLongAgo({ words, text }: Heard, at: number): boolean {
  const isPast = words.slice(Math.max(0, at - 3), at).some((word) => PAST.has(word.text));
  return isPast && LONG_AGO.test(text) && !NOW.test(text);
}
