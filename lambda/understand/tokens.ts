/** From words to the tokens that are compared: terms and synonyms as one token each, the rest as stems. */
import { stemmer } from 'stemmer';
import type { UnderstandingIndex } from './index-file.ts';
import { remember } from './remember.ts';

/** A token and the words that it was read from. */
export interface Token {
  readonly token: string;
  readonly start: number;
  readonly length: number;
}

export interface FormIndex {
  readonly tokenOf: ReadonlyMap<string, string>;
  /** A form's first word to the number of words in the longest such form. */
  readonly longestFrom: ReadonlyMap<string, number>;
}

export const toStem = remember(stemmer);

export function buildFormIndex({ forms }: Pick<UnderstandingIndex, 'forms'>): FormIndex {
  const longestFrom = new Map<string, number>();
  for (const form of Object.keys(forms)) {
    const words = form.split(' ');
    const first = words[0] ?? '';
    longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
  }
  return { tokenOf: new Map(Object.entries(forms)), longestFrom };
}

/** The tokens of an utterance's words; the longest form that fits wins, ignored words give none. */
export function toTokens(words: readonly string[], index: FormIndex): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < words.length;) {
    const found = longestFormAt(words, start, index);
    const length = found?.length ?? 1;
    const token = found?.token ?? toStem(words[start] ?? '');
    if (token !== '') tokens.push({ token, start, length });
    start += length;
  }
  return tokens;
}

function longestFormAt(
  words: readonly string[],
  start: number,
  { tokenOf, longestFrom }: FormIndex,
): { token: string; length: number } | null {
  const longest = longestFrom.get(words[start] ?? '') ?? 0;
  for (let length = Math.min(longest, words.length - start); length > 0; length--) {
    const form = length === 1 ? (words[start] ?? '') : words.slice(start, start + length).join(' ');
    const token = tokenOf.get(form);
    if (token !== undefined) return { token, length };
  }
  return null;
}
