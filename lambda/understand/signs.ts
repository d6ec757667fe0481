/**
 * Safety before understanding: words that give away an emergency, a personal decision or an uncovered
 * topic, from the content. A sign is a list of parts that all have to be there, in any order.
 */
import { isDenied, isDeniedAt } from './denial.ts';
import type { SignEntry, SignKind } from './index-file.ts';
import { isGeneralQuestion, type PeopleIndex } from './people.ts';
import { sortFew } from './sort-few.ts';
import type { Phrase, SignHint, Stem, StemIndex } from './stem.ts';
import { toText, type Word } from './word.ts';

/** What an utterance is matched as. */
export interface Heard {
  readonly words: readonly Word[];
  /** They, with a space between each two. */
  readonly text: string;
  /** The numbers of their stems. */
  readonly numbers: readonly number[];
  /** Terms (`#id`) and classes of words (`@drug`, `@cancer`) in it. */
  readonly marks: readonly Stem[];
}

/** Phrases of which one has to be there: each a mark, or one or more stems. */
interface Part {
  readonly phrases: readonly Phrase[];
  /** The first stem of each: most are not said, and that is told without a look at the phrases. */
  readonly firsts: readonly number[];
}

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
  /** 1 for each stem and mark that is said, by its number; all 0 between two searches. */
  readonly isSaid: Uint8Array;
  /** Signs are looked for in the order of their numbers. */
  readonly signAt: (number: number) => Sign;
}

/** How a sign counts: as its kind says, or less, or more where all of several parts are there. */
type SignWeight = SignKind | 'weak-advice' | 'surely-not-covered';

/** The signs that are there: the first of each kind. */
export type FoundSigns = Partial<Record<SignWeight, string>>;

/** An exception that asks counts before an emergency is told, and none so many words after it. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'do doe did can could will would should may is are what how when why which if'.split(' '),
);
const NEAR = 3;
export function readSign(entry: SignEntry, stems: StemIndex): Sign {
  const { id, kind, isWeak, isAsked, parts, not } = entry;
  const readPart = (part: string): Part => {
    const phrases = stems.readPhrases(part);
    return { phrases, firsts: phrases.map(([first = 0]) => first) };
  };
  return {
    id,
    kind,
    isWeak: isWeak === true,
    isAsked: isAsked === true,
    parts: parts.map(readPart),
    not: not === undefined ? { phrases: [], firsts: [] } : readPart(not),
  };
}

export function hear(words: readonly Word[], marks: readonly Stem[]): Heard {
  return { words, text: toText(words), numbers: words.map(({ stem }) => stem.number), marks };
}

/** The first sign of each kind that is there. An emergency has to be somebody's, and now. */
export function findSigns(heard: Heard, index: SignIndex): FoundSigns {
  const found: FoundSigns = {};
  const { isSaid } = index;
  markSaid(heard, isSaid, 1);
  let last = -1;
  for (const number of possibleSigns(heard)) {
    if (number === last) continue;
    last = number;
    const sign = index.signAt(number);
    const kind = weightOf(sign);
    if (found[kind] !== undefined || !isThere(sign, heard, isSaid)) continue;
    if (sign.kind === 'urgent' && !sign.isAsked && isGeneralQuestion(heard, index)) continue;
    found[kind] = sign.id;
  }
  markSaid(heard, isSaid, 0);
  return found;
}

function markSaid({ numbers, marks }: Heard, isSaid: Uint8Array, mark: 0 | 1): void {
  for (let at = 0; at < numbers.length; at++) isSaid[numbers[at] ?? 0] = mark;
  for (const { number } of marks) isSaid[number] = mark;
}

function weightOf({ kind, isWeak, parts }: Sign): SignWeight {
  if (isWeak) return 'weak-advice';
  return kind === 'not-covered' && parts.length > 1 ? 'surely-not-covered' : kind;
}

/** The numbers of the signs of which a phrase is said, in order; one may be there several times. */
function possibleSigns({ words, numbers, marks }: Heard): number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const stem = words[at]?.stem;
    const next = words[at + 1]?.stem;
    if (stem === undefined) continue;
    followHints(stem.hints, numbers, at, found);
    if (next !== undefined) followHints(stem.pairWith(next).hints, numbers, at, found);
  }
  for (const mark of marks) followHints(mark.hints, numbers, 0, found);
  return sortFew(found, (one, other) => one - other);
}

function followHints(
  hints: readonly SignHint[],
  numbers: readonly number[],
  at: number,
  found: number[],
): void {
  for (let n = 0; n < hints.length; n++) {
    const hint = hints[n];
    if (hint === undefined) continue;
    const { number, phrases, before } = hint;
    if (phrases.length === 0 || anyStandsAt(phrases, numbers, at - before)) found.push(number);
  }
}

function anyStandsAt(phrases: readonly Phrase[], numbers: readonly number[], at: number): boolean {
  for (const phrase of phrases) if (standsAt(phrase, numbers, at)) return true;
  return false;
}

function standsAt(phrase: Phrase, numbers: readonly number[], at: number): boolean {
  for (let n = 0; n < phrase.length; n++) if (numbers[at + n] !== phrase[n]) return false;
  return true;
}

/**
 * Whether a sign that may be there is: all of its parts, each said in other words than the others. What it
 * was found by is said; it may be denied, still.
 */
function isThere({ kind, parts, not }: Sign, heard: Heard, isSaid: Uint8Array): boolean {
  const isDeniable = kind === 'urgent';
  const spans: (readonly Span[])[] = [];
  if (isDeniable || parts.length > 1) {
    // The last part first: the first one was found.
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at];
      const found = part === undefined ? noSpans : spansOf(part, heard, isSaid, isDeniable);
      if (found.length === 0) return false;
      spans.push(found);
    }
    if (!areApart(spans, noSpans)) return false;
  }
  if (not.phrases.length === 0) return true;
  const exceptions = spansOf(not, heard, isSaid, false);
  if (exceptions.length === 0) return true;
  return isDeniable && !isTakenBack(exceptions, spans, heard);
}

/**
 * Whether an exception of an emergency is said where it tells of it: "does the pump leak", but not "my pump
 * leaks, does it matter", and not in another sentence: "he passed out, and my phone is nearly dead".
 */
function isTakenBack(
  exceptions: readonly Span[],
  parts: readonly (readonly Span[])[],
  { words }: Heard,
): boolean {
  const end = Math.max(...parts.map(endOfFirst));
  return exceptions.some(([start]) => {
    const isAsked = QUESTION_WORDS.has(words[start]?.stem.text ?? '');
    return start < end + (isAsked ? 0 : NEAR);
  });
}

/** Where the first of some spans ends. */
function endOfFirst(spans: readonly Span[]): number {
  const [first = noSpan] = spans;
  return spans.reduce((before, span) => (span[0] < before[0] ? span : before), first)[1];
}

/** Where something is said: from one word on, up to another. A mark stands nowhere: at none. */
type Span = readonly [start: number, end: number];

/** Whether all parts are said in other words than those that are taken, and than each other. */
function areApart(parts: readonly (readonly Span[])[], taken: readonly Span[]): boolean {
  const [spans, ...others] = parts;
  if (spans === undefined) return true;
  return spans.some(
    (span) => !taken.some((other) => isSame(span, other)) && areApart(others, [...taken, span]),
  );
}

function isSame([start, end]: Span, [otherStart, otherEnd]: Span): boolean {
  return start === otherStart && end === otherEnd && start < end;
}

/** Where phrases of a part are said, and not denied where that counts. */
function spansOf(
  { phrases, firsts }: Part,
  heard: Heard,
  isSaid: Uint8Array,
  isDeniable: boolean,
): readonly Span[] {
  const { words, numbers, marks } = heard;
  let spans: Span[] | null = null;
  for (let n = 0; n < firsts.length; n++) {
    const first = firsts[n] ?? 0;
    if (isSaid[first] === 0) continue;
    const phrase = phrases[n] ?? [];
    for (let at = numbers.indexOf(first); at >= 0; at = numbers.indexOf(first, at + 1)) {
      if (!standsAt(phrase, numbers, at) || (isDeniable && isDeniedAt(at, heard))) continue;
      spans ??= [];
      spans.push([at, at + phrase.length]);
    }
    const isMark = marks.some(({ number }) => number === first);
    if (isMark && !(isDeniable && isDenied(words, 0))) (spans ??= []).push(noSpan);
  }
  return spans ?? noSpans;
}

const noSpan: Span = [0, 0];
const noSpans: readonly Span[] = [];
