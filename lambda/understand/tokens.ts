/** From words to the tokens that are compared: terms and synonyms as one token each, the rest as stems. */
import { stemmer } from 'stemmer';
import type { Forms } from './index-file.ts';
import { remember } from './remember.ts';

/** A token and the words that it was read from. */
export interface Token {
  readonly token: string;
  readonly start: number;
  readonly length: number;
}

/** The forms that begin with one word. */
export interface FormsFrom {
  readonly tokenOf: ReadonlyMap<string, string>;
  /** The number of words in the longest of them. */
  readonly longest: number;
}

export interface FormIndex {
  readonly formsFrom: (word: string) => FormsFrom | undefined;
}

export const toStem = remember(stemmer);

export function readForms(forms: Forms | undefined): FormsFrom | undefined {
  if (forms === undefined) return undefined;
  const lengths = Object.keys(forms).map((form) => form.split(' ').length);
  return { tokenOf: new Map(Object.entries(forms)), longest: Math.max(...lengths) };
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
  { formsFrom }: FormIndex,
): { token: string; length: number } | null {
  const first = words[start] ?? '';
  const forms = formsFrom(first);
  if (forms === undefined) return null;
  for (let length = Math.min(forms.longest, words.length - start); length > 0; length--) {
    const form = length === 1 ? first : words.slice(start, start + length).join(' ');
    const token = forms.tokenOf.get(form);
    if (token !== undefined) return { token, length };
  }
  return null;
}
