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

/** The forms that begin with the words so far. */
export interface FormsFrom {
  /** The token of the words so far; null if they are no form, but begin one. */
  token: string | null;
  /** The forms that go on, by their next word. */
  readonly next: Map<string, FormsFrom>;
}

/** A word, and what it is to the index. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  readonly forms: FormsFrom | undefined;
}

export interface WordIndex {
  readonly wordOf: (text: string) => Word;
}

/** A word without its ending. A short one has none: "ate" is not "at", nor "his" "hi". */
export const toStem = remember((word) => (word.length > 3 ? stemmer(word) : word));

/** Makes words, from the forms that begin with each. */
export function toWordIndex(formsFrom: (text: string) => Forms | undefined): WordIndex {
  return {
    wordOf: remember((text) => ({ text, stem: toStem(text), forms: readForms(formsFrom(text)) })),
  };
}

/** Reads the forms that begin with one word. */
function readForms(forms: Forms | undefined): FormsFrom | undefined {
  if (forms === undefined) return undefined;
  const start: FormsFrom = { token: null, next: new Map() };
  for (const [form, token] of Object.entries(forms)) {
    let from = start;
    for (const word of form.split(' ').slice(1)) {
      const known = from.next.get(word);
      const next = known ?? { token: null, next: new Map() };
      if (known === undefined) from.next.set(word, next);
      from = next;
    }
    from.token = token;
  }
  return start;
}

/** The words as they were said, with a space between each two. */
export function toText(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** The tokens of an utterance's words; the longest form that fits wins, ignored words give none. */
export function toTokens(words: readonly Word[]): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < words.length;) {
    const found = longestFormAt(words, start);
    const length = found?.length ?? 1;
    const token = found?.token ?? words[start]?.stem ?? '';
    if (token !== '') tokens.push({ token, start, length });
    start += length;
  }
  return tokens;
}

function longestFormAt(
  words: readonly Word[],
  start: number,
): { token: string; length: number } | null {
  let found: { token: string; length: number } | null = null;
  let forms = words[start]?.forms;
  for (let length = 1; forms !== undefined; length++) {
    if (forms.token !== null) found = { token: forms.token, length };
    forms = forms.next.get(words[start + length]?.text ?? '');
  }
  return found;
}
