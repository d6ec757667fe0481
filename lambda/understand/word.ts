/** Words, and the forms of terms that begin with them. */
import { stemmer } from 'stemmer';
import type { FormEntry, Forms } from './index-file.ts';
import { remember } from './remember.ts';
import type { Stem } from './stem.ts';
import type { KnownToken, TargetIndex } from './targets.ts';

/** A word, and what it is to the index. */
export interface Word {
  readonly text: string;
  readonly stem: Stem;
  /** What it is read as by itself; '' for nothing. */
  readonly token: Stem;
  /** What the index knows of that. */
  readonly known: KnownToken | undefined;
  /** The forms that begin with it and the word after it. */
  readonly formsWith: (second: Word) => FormsFrom | undefined;
}

/** The forms that begin with the words so far. */
export interface FormsFrom {
  /** The token of the words so far; null if they are no form, but begin one. */
  token: Stem | null;
  /** The forms that go on, by their next word. */
  readonly next: Map<string, FormsFrom>;
}

export interface WordIndex {
  readonly wordOf: (text: string) => Word;
}

/** Where it is looked up what a word is read as. */
export interface WordFile extends Pick<TargetIndex, 'tokenOf'> {
  readonly formOf: (word: string) => FormEntry | undefined;
  /** Forms of two words and more, by the first two with a space between them. */
  readonly formsFrom: (twoWords: string) => Forms | undefined;
}

/** A word without its ending. A short one has none: "ate" is not "at", nor "his" "hi". */
export const toStem = remember((word) => (word.length > 3 ? stemmer(word) : word));

const noForms = (): undefined => undefined;

/** Makes words, each once. */
export function toWordIndex(file: WordFile, stemOf: (text: string) => Stem): WordIndex {
  const formsAfter = (first: string): Word['formsWith'] => {
    const formsWith = remember((second) => {
      const forms = file.formsFrom(`${first} ${second}`);
      return forms && readForms(forms, stemOf);
    });
    return (second) => formsWith(second.text);
  };
  const makeWord = (text: string): Word => {
    const stem = stemOf(toStem(text));
    const [form, beginsLonger] = file.formOf(text) ?? [null];
    const token = form === null ? stem : stemOf(form);
    return {
      text,
      stem,
      token,
      known: file.tokenOf(token.text),
      formsWith: beginsLonger === 1 ? formsAfter(text) : noForms,
    };
  };
  return { wordOf: remember(makeWord) };
}

/** Reads the forms that begin with two words. */
function readForms(forms: Forms, stemOf: (text: string) => Stem): FormsFrom {
  const start: FormsFrom = { token: null, next: new Map() };
  for (const [form, token] of Object.entries(forms)) {
    let from = start;
    for (const word of form.split(' ').slice(2)) {
      const known = from.next.get(word);
      const next = known ?? { token: null, next: new Map() };
      if (known === undefined) from.next.set(word, next);
      from = next;
    }
    from.token = stemOf(token);
  }
  return start;
}

/** The words as they were said, with a space between each two. */
export function toText(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
