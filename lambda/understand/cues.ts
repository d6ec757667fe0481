/**
 * What a question is weighed by as a whole: its words, each two in a row, its tokens and its signs. Whether
 * it is answered (coverage.ts) and how it is phrased (phrasing.ts) are learned of the same cues.
 */
import type { FoundSigns } from './signs.ts';
import type { Token } from './tokens.ts';

/** They stand before the first word and after the last; the first is in every question. */
const START = '^';
const END = '$';
/** So many words of a question are looked at. Nobody says more in a breath. */
const MOST_WORDS = 60;

/** What the cues of a question are taken from: its units (phrasing.ts), its tokens and its signs. */
export interface Cued {
  readonly units: readonly string[];
  readonly tokens: readonly Token[];
  readonly signs: FoundSigns;
}

/** Tells of the cues of a question, each once: its words, each two in a row, its tokens and its signs. */
export function visitCues(question: Cued, tell: (first: string, second?: string) => void): void {
  // To tell each once, every word is compared with those before it: with thousands it would take seconds.
  const units = question.units.slice(0, MOST_WORDS);
  const tokens = question.tokens.slice(0, MOST_WORDS);
  tell(START);
  let before = START;
  for (const [at, unit] of units.entries()) {
    const isNew = units.indexOf(unit) === at;
    if (isNew) tell(unit);
    if (isNew || !isPairBefore(before, unit, at, units)) tell(before, unit);
    before = unit;
  }
  tell(before, END);
  for (const [at, { token }] of tokens.entries()) {
    const isNew = tokens.findIndex((other) => other.token === token) === at;
    if (isNew && !units.includes(token)) tell(token);
  }
  for (const [kind, id] of Object.entries(question.signs)) {
    tell(`!${kind}`);
    tell(`!${kind}`, id);
  }
}

/** Whether two words stand in a row before a word that is the second of them. */
function isPairBefore(
  first: string,
  second: string,
  at: number,
  units: readonly string[],
): boolean {
  for (let n = 1; n < at; n++) if (units[n] === second && units[n - 1] === first) return true;
  return false;
}

/** A word, a token or a sign, or two words in a row. */
export type Cue = readonly [first: string, second?: string];

/** The cues of a question, see {@link visitCues}. */
export function cuesOf(question: Cued): Cue[] {
  const cues: Cue[] = [];
  visitCues(question, (first, second) => {
    cues.push(second === undefined ? [first] : [first, second]);
  });
  return cues;
}
