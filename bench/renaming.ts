/** How copies of the content get ids and words of their own. */
import type { Content } from '../compiler/content.ts';
import { writtenForms } from '../compiler/spoken-text.ts';
import { toWords } from '../lambda/understand/words.ts';
import { createMadeUpWords } from './made-up-words.ts';

/** A word that more than one entry in so many has is a common one. */
const COMMON = 8;

/** How the words and ids of one copy are made. */
export interface Renaming {
  readonly id: (id: string) => string;
  /** A text, its words in place: `{term-id}` and glossary terms stand for the copy's own terms. */
  readonly text: (text: string) => string;
  /** A text with not one of its words left. */
  readonly whole: (text: string) => string;
  /** Ways to ask: none is left as it was, so that no two entries are asked for in the same words. */
  readonly samples: (samples: readonly string[]) => string[];
  /** Whether `text` changes anything in it. */
  readonly isChanged: (text: string) => boolean;
}

/** The renamings of `count` copies. */
export function createRenamings(content: Content, count: number): Renaming[] {
  const empty = emptyWords(content);
  const common = commonWords(content, empty);
  const madeUp = createMadeUpWords(common);
  return Array.from({ length: count }, (_, copy) => {
    const wordOf = (word: string): string =>
      withCase(word, madeUp(`${copy} ${word.toLowerCase()}`));
    const id = (given: string): string => `${given}-${madeUp(`${copy} copy`)}`;
    const replace = (text: string, isKept: (word: string) => boolean): string =>
      text.replace(/\{([^}]*)\}|[\p{L}']+/gu, (match, name: string | undefined) => {
        if (name === undefined) return isKept(match.toLowerCase()) ? match : wordOf(match);
        return content.terms.some(({ value }) => value.id === name) ? `{${id(name)}}` : match;
      });
    const text = (given: string): string => replace(given, (word) => common.has(word));
    const whole = (given: string): string => replace(given, () => false);
    const isChanged = (given: string): boolean => text(given) !== given;
    const samples = (given: readonly string[]): string[] =>
      given
        .map((sample) => [
          sample,
          isChanged(sample) ? text(sample) : replace(sample, (word) => empty.has(word)),
        ])
        .filter(([sample, copied]) => copied !== sample)
        .map(([, copied = '']) => copied);
    return { id, text, whole, samples, isChanged };
  });
}

/** "Pump" to "Blorak", "HAI" to "BLORAK". */
function withCase(word: string, madeUp: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return madeUp.toUpperCase();
  const isCapital = /^\p{Lu}/u.test(word);
  return isCapital ? madeUp.charAt(0).toUpperCase() + madeUp.slice(1) : madeUp;
}

/** Words that say nothing about what is asked, and words for people. */
function emptyWords(content: Content): Set<string> {
  const { ignored, people } = content.words.value;
  const listed = [...ignored, ...people].flatMap((line) => line.split(/\s+/));
  const short = samplesOf(content).flatMap((samples) =>
    [...samples].filter((w) => w.includes("'")),
  );
  return new Set([...listed, ...short]);
}

/** Those, and words that very many entries have. A glossary term's own words are never common. */
function commonWords(content: Content, empty: ReadonlySet<string>): Set<string> {
  const entries = samplesOf(content);
  const count = new Map<string, number>();
  for (const word of entries.flatMap((words) => [...words])) {
    count.set(word, (count.get(word) ?? 0) + 1);
  }
  const terms = content.terms.flatMap(({ value }) => writtenForms(value));
  const ofTerms = new Set(terms.flatMap(({ word }) => toWords(word)));
  const frequent = [...count].filter(([, times]) => times * COMMON > entries.length);
  const common = frequent.map(([word]) => word).filter((word) => !ofTerms.has(word));
  return new Set([...empty, ...common]);
}

/** The words of each entry's samples. */
function samplesOf({ answers, safety }: Content): Set<string>[] {
  return [...answers, ...safety].map(({ value }) => {
    const words = value.asked.join(' ').replace(/\{[^}]*\}/g, ' ');
    return new Set(words.toLowerCase().match(/[\p{L}']+/gu));
  });
}
