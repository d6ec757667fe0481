/** What the tokens of a question weigh when it is compared with samples. */
import { sortFew } from './sort-few.ts';
import type { KnownToken, SampleToken } from './targets.ts';

/** A token of a question, and what the index knows of it. */
export interface Named {
  readonly token: string;
  readonly known: KnownToken | undefined;
  /** Whether it was not said but goes without saying: what is talked about. */
  readonly isGiven?: boolean;
}

/** Terms that nearly every question names; they do not tell what it is about. */
export const EVERYDAY_TERMS: ReadonlySet<string> = new Set([
  '#chemotherapy',
  '#tumour',
  '#neuroendocrine',
]);

/** What a word weighs that no sample has: a name, most likely of what the guide does not cover. */
const UNKNOWN_WEIGHT = 5;
/** What a common word weighs that no sample has. */
const COMMON_WEIGHT = 1.5;
/** An answer whose samples never name the term that is asked about. */
const LACKS_TERM = 0.75;
/** One whose samples never name chemo, in a question about chemo. */
const LACKS_CHEMO = 0.9;
/** How far a question is believed that has one ordinary word only. */
const ONE_WORD = 0.78;

/** So many tokens of a question are compared: a bit of a number for each. Nobody says more in a breath. */
const MOST_TOKENS = 31;

/** A token of a question that some sample has, or has one like it. */
interface AskedToken {
  readonly token: SampleToken;
  /** What it weighs here: less for a token that is only like the question's. */
  readonly weight: number;
  /** What is left of the score of a target whose samples never have it. */
  readonly lack: number;
}

export interface Asked {
  /** Those that tell most first. */
  readonly tokens: readonly AskedToken[];
  /** Which of them goes without saying, and weighs nothing here; -1 if none does. */
  readonly given: number;
  /** The weight of all tokens of the question, those that no sample has included. */
  readonly total: number;
  /** How far the question is believed, 0 to 1. */
  readonly belief: number;
}

/** Weighs the tokens of a question, each once. */
export function weigh(named: readonly Named[]): Asked {
  const tokens: AskedToken[] = [];
  let total = 0;
  for (let n = 0; n < named.length; n++) {
    const { token, known, isGiven } = named[n] ?? nothing;
    if (isNamedBefore(token, n, named)) continue;
    if (known?.token == null) {
      if (isGiven) continue;
      const isWord = known !== undefined || token.startsWith('#') || token.startsWith('=');
      total += isWord ? COMMON_WEIGHT : UNKNOWN_WEIGHT;
      continue;
    }
    const weight = isGiven ? 0 : known.token.weight * known.likeness * known.likeness;
    total += weight;
    tokens.push({ token: known.token, weight, lack: lackOf(known.token.token) });
  }
  sortFew(tokens, (a, b) => b.weight - a.weight);
  const given = tokens.findIndex(({ weight }) => weight === 0);
  const said = given === -1 ? tokens.length : given;
  const isThin = said === 1 && tokens[0]?.token.token.startsWith('#') !== true;
  return { tokens: tokens.slice(0, MOST_TOKENS), given, total, belief: isThin ? ONE_WORD : 1 };
}

const nothing: Named = { token: '', known: undefined };

function isNamedBefore(token: string, end: number, named: readonly Named[]): boolean {
  for (let n = 0; n < end; n++) if (named[n]?.token === token) return true;
  return false;
}

function lackOf(token: string): number {
  if (!token.startsWith('#')) return 1;
  if (!EVERYDAY_TERMS.has(token)) return LACKS_TERM;
  return token === '#chemotherapy' ? LACKS_CHEMO : 1;
}
