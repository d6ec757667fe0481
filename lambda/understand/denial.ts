/** What is denied or long over is no emergency: "I don't have a fever", "I had a fever last year". */
import type { Word } from './word.ts';

/** Words, and the same as a text with a space between each two. */
interface Said {
  readonly words: readonly Word[];
  readonly text: string;
}

/** Words before a sign that deny it: "I don't have a fever". */
const DENIALS: ReadonlySet<string> = new Set(['no', 'without', 'never', 'nobody', 'neither']);
const OWNS = /^(?:have|having|had|got)$/;
/** What somebody had long ago is no emergency: "I had a fever last year". */
const LONG_AGO =
  /\b(?:last (?:year|summer|winter|spring|fall|autumn)|years? ago|months ago|as a (?:child|kid|baby|boy|girl|teenager|teen)|when (?:i|he|she|they|we) (?:was|were) (?:a|an|in|little|young|younger|small|born)|years back|in the past|before (?:i|he|she) (?:was|got) diagnosed)\b/;
const PAST: ReadonlySet<string> = new Set(['had', 'was', 'were']);
/** It is one if it is so again. */
const NOW =
  /\b(?:now|again|today|tonight|this (?:morning|afternoon|evening)|suddenly|right away)\b/;

/** Whether what is said from a word on is denied before it, or was so long ago. */
export function isDeniedAt(at: number, { words, text }: Said): boolean {
  return isDenied(words, at) || isLongAgo(words, text, at);
}

/** Whether anything is denied in it, so that what else is said may be no report. */
export function denies(words: readonly Word[]): boolean {
  return words.some(({ text }, at) => DENIALS.has(text) || isNotOwned(words, at));
}

/** "No fever", "I do not have a fever", "I am not bleeding". */
export function isDenied(words: readonly Word[], at: number): boolean {
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
function isLongAgo(words: readonly Word[], text: string, at: number): boolean {
  const isPast = words.slice(Math.max(0, at - 3), at).some((word) => PAST.has(word.text));
  return isPast && LONG_AGO.test(text) && !NOW.test(text);
}
