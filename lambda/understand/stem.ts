/**
 * The stems that words are compared by, one object for each, with what the index finds by it: so nothing is
 * looked up by its letters twice. Names of terms, of classes of words and of signs are stems too.
 */
import type { CueEntry, PhrasingEntry, SignHintEntry } from './index-file.ts';

/** Where it is looked up what is found by one stem, or by two with a space between them. */
export interface StemFile {
  readonly hintsOf: (stems: string) => readonly SignHintEntry[] | undefined;
  readonly cueOf: (stems: string) => CueEntry | undefined;
  readonly phrasingOf: (stems: string) => PhrasingEntry | undefined;
}

/** One or more stems that stand one after the other, by their numbers. */
export type Phrase = readonly number[];

/** A sign that may be there where one stem is said, or two in a row: those that a phrase of it is found by. */
export interface SignHint {
  readonly number: number;
  /** The phrases that are found by them; none where they are such a phrase themselves. */
  readonly phrases: readonly Phrase[];
  /** How many stems of these phrases stand before them. */
  readonly before: number;
}

/** The numbers of targets, each followed by what a cue weighs for it, in hundredths. */
export type Phrasing = Int32Array;

/** When all stems and pairs have so many letters, they are forgotten: people say fewer, memory is not endless. */
const MOST_LETTERS = 300_000;

const noHints: readonly SignHint[] = [];
const saysNothing: Phrasing = new Int32Array();

/** What is found by one stem, or by two in a row. Each is looked up when it is asked for first. */
export class Stems {
  /** They, with a space between two. */
  readonly text: string;
  protected readonly index: StemIndex;
  #hints: readonly SignHint[] | null = null;
  #cue: number | null = null;
  #phrasing: Phrasing | null = null;

  constructor(text: string, index: StemIndex) {
    this.text = text;
    this.index = index;
  }

  /** The signs that may be there where they are said. */
  get hints(): readonly SignHint[] {
    return (this.#hints ??= this.index.readHints(this.text));
  }

  /** What they weigh in how likely a question is answered, in hundredths; two in a row beside each of them. */
  get cue(): number {
    return (this.#cue ??= this.index.file.cueOf(this.text) ?? 0);
  }

  /** What they weigh for targets; two in a row beside each of them. */
  get phrasing(): Phrasing {
    return (this.#phrasing ??= readPhrasing(this.index.file.phrasingOf(this.text)));
  }
}

export class Stem extends Stems {
  readonly number: number;
  readonly #pairs = new Map<Stem, Stems>();

  constructor(text: string, number: number, index: StemIndex) {
    super(text, index);
    this.number = number;
  }

  /** What is found by it and the stem after it. */
  pairWith(second: Stem): Stems {
    const known = this.#pairs.get(second);
    if (known !== undefined) return known;
    const pair = this.index.pair(this, second);
    this.#pairs.set(second, pair);
    return pair;
  }
}

/** The stems that were said, or stand in a sign that was looked for. */
export class StemIndex {
  readonly file: StemFile;
  readonly #stems = new Map<string, Stem>();
  readonly #numbers = new Map<string, number>();
  #letters = 0;

  constructor(file: StemFile) {
    this.file = file;
  }

  /** Whether there is so much of them that it is time for a new index. */
  get isFull(): boolean {
    return this.#letters > MOST_LETTERS;
  }

  stemOf(text: string): Stem {
    const known = this.#stems.get(text);
    if (known !== undefined) return known;
    const stem = new Stem(text, this.numberOf(text), this);
    this.#stems.set(text, stem);
    return stem;
  }

  /** The number of a stem: they are numbered as they are met. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    this.#letters += text.length;
    return number;
  }

  pair(first: Stem, second: Stem): Stems {
    const text = `${first.text} ${second.text}`;
    this.#letters += text.length;
    return new Stems(text, this);
  }

  readHints(stems: string): readonly SignHint[] {
    const hints = this.file.hintsOf(stems);
    if (hints === undefined) return noHints;
    return hints.map(([number, phrases, before = 0]) => ({
      number,
      phrases: phrases === undefined ? [] : this.readPhrases(phrases),
      before,
    }));
  }

  /** Phrases that are separated by "|". */
  readPhrases(phrases: string): Phrase[] {
    return phrases.split('|').map((phrase) => phrase.split(' ').map((stem) => this.numberOf(stem)));
  }
}

function readPhrasing(entry: PhrasingEntry | undefined): Phrasing {
  if (entry === undefined) return saysNothing;
  const phrasing = new Int32Array(entry);
  for (let at = 2; at < phrasing.length; at += 2) {
    phrasing[at] = (phrasing[at] ?? 0) + (phrasing[at - 2] ?? 0);
  }
  return phrasing;
}
