/** From words to the tokens that are compared: terms and synonyms as one token each, the rest as stems. */
import { stemmer } from 'stemmer';
import type { FormEntry, Forms } from './index-file.ts';
import { remember } from './remember.ts';

/** A token and the words that it was read from. */
export interface Token {
  readonly token: string;
  readonly start: number;
  readonly length: number;
}

/** The forms that begin with the words so far. */
interface FormsFrom {
  /** The token of the words so far; null if they are no form, but begin one. */
  token: string | null;
  /** The forms that go on, by their next word. */
  readonly next: Map<string, FormsFrom>;
}

/** A word, and what it is to the index. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  /** What it is read as by itself. */
  readonly token: string;
  /** The forms that begin with it and a second word; null if it begins none. */
  readonly formsWith: ((second: string) => FormsFrom | undefined) | null;
}

export interface WordIndex {
  readonly wordOf: (text: string) => Word;
}

/** Where forms are looked up. */
export interface FormFile {
  readonly formOf: (word: string) => FormEntry | undefined;
  /** Forms of two words and more, by the first two with a space between them. */
  readonly formsFrom: (twoWords: string) => Forms | undefined;
}

/** A word without its ending. A short one has none: "ate" is not "at", nor "his" "hi". */
export const toStem = remember((word) => (word.length > 3 ? stemmer(word) : word));

/** Makes words, from the forms that begin with each. */
export function toWordIndex({ formOf, formsFrom }: FormFile): WordIndex {
  const longerForms = remember((twoWords) => readForms(formsFrom(twoWords)));
  return {
    wordOf: remember((text) => {
      const stem = toStem(text);
      const [token, beginsLonger] = formOf(text) ?? [null];
      const formsWith = (second: string): FormsFrom | undefined => longerForms(`${text} ${second}`);
      return { text, stem, token: token ?? stem, formsWith: beginsLonger === 1 ? formsWith : null };
    }),
  };
}

/** Reads the forms that begin with two words. */
function readForms(forms: Forms | undefined): FormsFrom | undefined {
  if (forms === undefined) return undefined;
  const start: FormsFrom = { token: null, next: new Map() };
  for (const [form, token] of Object.entries(forms)) {
    let from = start;
    for (const word of form.split(' ').slice(2)) {
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
    const longer = longerFormAt(words, start);
    const length = longer?.length ?? 1;
    const token = longer?.token ?? words[start]?.token ?? '';
    if (token !== '') tokens.push({ token, start, length });
    start += length;
  }
  return tokens;
}

/** The longest form of two words or more that stands there. */
function longerFormAt(
  words: readonly Word[],
  start: number,
): { token: string; length: number } | null {
  let found: { token: string; length: number } | null = null;
  const second = words[start + 1];
  let forms = second && words[start]?.formsWith?.(second.text);
  for (let length = 2; forms !== undefined; length++) {
    if (forms.token !== null) found = { token: forms.token, length };
    forms = forms.next.get(words[start + length]?.text ?? '');
  }
  return found;
}
