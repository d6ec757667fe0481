/** From words to the tokens that are compared: terms and synonyms as one token each, the rest as stems. */
import { stemmer } from 'stemmer';
import { entryOf } from '../catalogue.ts';
import type { UnderstandingIndex } from './index-file.ts';

/** A token and the words that it was read from. */
export interface Token {
  readonly token: string;
  readonly start: number;
  readonly length: number;
}

export function toStem(word: string): string {
  return stemmer(word);
}

/** The tokens of an utterance's words; the longest form that fits wins, ignored words give none. */
export function toTokens(
  words: readonly string[],
  { forms, longestForm }: Pick<UnderstandingIndex, 'forms' | 'longestForm'>,
): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < words.length;) {
    const found = longestFormAt(words, start, forms, longestForm);
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
  forms: UnderstandingIndex['forms'],
  longestForm: number,
): { token: string; length: number } | null {
  for (let length = Math.min(longestForm, words.length - start); length > 0; length--) {
    const token = entryOf(forms, words.slice(start, start + length).join(' '));
    if (token !== undefined) return { token, length };
  }
  return null;
}
