/** Words, and what the index finds by one of them or by two in a row: forms of terms, and signs. */
import { stemmer } from 'stemmer';
import type { FormEntry, Forms, SignHintEntry } from './index-file.ts';
import { LONGEST_WORDS, MOST_PAIRS, remember } from './remember.ts';

/** A word, and what it is to the index. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  /** What it is read as by itself. */
  readonly token: string;
  /** The signs that may be there where it is said. */
  readonly hints: readonly SignHint[];
  /** What is found by it and the word after it. */
  readonly pairWith: (second: Word) => WordPair;
}

/** What is found by two words in a row. */
export interface WordPair {
  readonly forms: FormsFrom | undefined;
  readonly hints: readonly SignHint[];
}

/** The forms that begin with the words so far. */
export interface FormsFrom {
  /** The token of the words so far; null if they are no form, but begin one. */
  token: string | null;
  /** The forms that go on, by their next word. */
  readonly next: Map<string, FormsFrom>;
}

/** One or more stems that stand one after the other. */
export type Phrase = readonly string[];

/** A sign that may be there where one stem is said, or two in a row: those that a phrase of it is found by. */
export interface SignHint {
  readonly number: number;
  /** The phrases that are found by them; none where they are such a phrase themselves. */
  readonly phrases: readonly Phrase[];
  /** How many stems of these phrases stand before them. */
  readonly before: number;
}

export interface WordIndex {
  readonly wordOf: (text: string) => Word;
}

/** Where it is looked up what is found by a word or two. */
export interface WordFile {
  readonly formOf: (word: string) => FormEntry | undefined;
  /** Forms of two words and more, by the first two with a space between them. */
  readonly formsFrom: (twoWords: string) => Forms | undefined;
  /** Signs by one stem, or by two with a space between them. */
  readonly hintsOf: (stems: string) => readonly SignHintEntry[] | undefined;
}

const noHints: readonly [] = [];
const nothing: WordPair = { forms: undefined, hints: noHints };

/** A word without its ending. A short one has none: "ate" is not "at", nor "his" "hi". */
export const toStem = remember((word) => (word.length > 3 ? stemmer(word) : word));

/** Makes words, each once. */
export function toWordIndex(file: WordFile): WordIndex {
  let pairCount = 0;
  const makePair = (first: Word, second: Word, beginsLonger: boolean): WordPair => {
    const forms = beginsLonger ? file.formsFrom(`${first.text} ${second.text}`) : undefined;
    const hints = file.hintsOf(`${first.stem} ${second.stem}`);
    if (forms === undefined && hints === undefined) return nothing;
    return { forms: forms && readForms(forms), hints: hints?.map(readHint) ?? noHints };
  };
  const makeWord = (text: string): Word => {
    const stem = toStem(text);
    const [token, beginsLonger] = file.formOf(text) ?? [null];
    // By the words, not by their texts: to put two together for each look takes longer than the look.
    const pairs = new Map<Word, WordPair>();
    const word: Word = {
      text,
      stem,
      token: token ?? stem,
      hints: file.hintsOf(stem)?.map(readHint) ?? noHints,
      pairWith(second) {
        const known = pairs.get(second);
        if (known !== undefined) return known;
        const pair = makePair(word, second, beginsLonger === 1);
        if (pairCount < MOST_PAIRS && second.text.length <= LONGEST_WORDS) {
          pairs.set(second, pair);
          pairCount++;
        }
        return pair;
      },
    };
    return word;
  };
  return { wordOf: remember(makeWord) };
}

/** Reads the forms that begin with two words. */
function readForms(forms: Forms): FormsFrom {
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

export function readHint([number, phrases, before = 0]: SignHintEntry): SignHint {
  return { number, phrases: phrases === undefined ? noHints : readPhrases(phrases), before };
}

/** Phrases that are separated by "|". */
export function readPhrases(phrases: string): Phrase[] {
  return phrases.split('|').map((phrase) => phrase.split(' '));
}

/** The words as they were said, with a space between each two. */
export function toText(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
