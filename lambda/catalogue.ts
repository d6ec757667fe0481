/**
 * The catalogue: all that may be said in one language, as the compiler prepares it. Everything that
 * is spoken is a text under a key, so that a reply is a list of keys and nothing else:
 *
 *   answer/<id>/<n>           piece n of an answer (0 is the short answer, 1… its continuations)
 *   answer/<id>/<n>/from/<k>  the same piece from sentence k on
 *   answer/<id>/<n>/offer     how that piece is offered ("how the drug stays near the tumour")
 *   answer/<id>/title         the title of its card; …/name the same in a sentence
 *   term/<id>/word            the term as it is written; …/means its definition; …/letters spelled
 *   term/<id>/slowly          the term, drawn out
 *   term/<id>/mistaken/<n>    a word that it is mistaken for; …/is what that is
 *   question/<id>             a question for the doctor
 *   section/<id>              a section's name
 *   safety/<id>               what is said to an emergency, a personal decision, an uncovered topic
 *   prompt/<id>/<n>           variant n of a prompt
 *   locale/<locale>/emergency the emergency number; …/crisis the crisis line
 *   setting/reviewed          when the content was last checked
 *   number/<n>                a number, in no list: lines.ts makes it
 */
import { readFileSync } from 'node:fs';

/** A stretch of text. A string is said as it stands; an object is said in a way of its own. */
export type Segment =
  | string
  /** A glossary term as it is written; its sound is in {@link Catalogue.pronunciations}. */
  | { readonly term: string }
  /** A phone number, said digit by digit. */
  | { readonly digits: string }
  /** A glossary term, drawn out. */
  | { readonly slow: string }
  /** A word, said letter by letter. */
  | { readonly letters: string }
  /** A place where a prompt takes in another text. */
  | { readonly fill: string };

export type Text = readonly Segment[];

/** How a written form sounds: IPA with a respelling for voices that lack a sound, or letters. */
export type Pronunciation =
  { readonly ipa?: string; readonly sub: string } | { readonly spelled: true };

export interface LocaleSettings {
  /** Whether this locale's voice has every IPA sound that the glossary uses. */
  readonly phonemes: boolean;
}

export interface SectionEntry {
  readonly id: string;
  readonly title: string;
  /** Ids of its answers, in the order in which they are heard. */
  readonly answers: readonly string[];
}

export interface AnswerEntry {
  readonly title: string;
  readonly section: string;
  /** `page`: the facts are the source page's. `general`: ours, in need of clinical review. */
  readonly source: 'page' | 'general';
  /** How many pieces it has: the short answer and its continuations. */
  readonly pieces: number;
  readonly related: readonly string[];
  /** Ids of the terms that it says and that are hard to catch, the rarest in the guide last. */
  readonly terms: readonly string[];
  /** Whether it is answered when it is asked for and never offered. */
  readonly isAside: boolean;
  /** Where it leads when all of it was heard, if not to the next answer. */
  readonly leadsTo?: 'questions';
}

export interface TermEntry {
  readonly word: string;
  readonly section: string;
  /** The answer that tells all about the term, if there is one. */
  readonly answer: string | null;
  /** The answer that is offered after its definition. */
  readonly leadsTo: string | null;
}

export type SafetyKind = 'urgent' | 'advice' | 'not-covered';

export interface SafetyEntry {
  readonly kind: SafetyKind;
  /** The covered answer that is offered instead. */
  readonly closest: string | null;
}

export interface Catalogue {
  readonly language: string;
  /** Whether a clinician has read the content. */
  readonly clinicallyReviewed: boolean;
  readonly locales: Readonly<Record<string, LocaleSettings>>;
  readonly sections: readonly SectionEntry[];
  readonly answers: Readonly<Record<string, AnswerEntry>>;
  readonly terms: Readonly<Record<string, TermEntry>>;
  readonly safety: Readonly<Record<string, SafetyEntry>>;
  /** Ids of the questions for the doctor, in order. */
  readonly questions: readonly string[];
  /** How many variants each prompt has. */
  readonly prompts: Readonly<Record<string, number>>;
  /** Intent name to what it asks for: `answer/<id>` or `safety/<id>`. */
  readonly intents: Readonly<Record<string, string>>;
  /** Slot name to the term that an answer's samples have there. */
  readonly slots: Readonly<Record<string, string>>;
  /** Written form, in lower case, to its sound. */
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  readonly texts: Readonly<Record<string, Text>>;
}

/**
 * Reads a catalogue that the compiler wrote.
 *
 * @throws {CatalogueError} if the file is missing or is not a catalogue; the message says what to do.
 */
export function readCatalogue(file: string | URL): Catalogue {
  try {
    const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
    if (typeof catalogue.texts !== 'object' || typeof catalogue.answers !== 'object') {
      throw new TypeError('it has no texts or no answers');
    }
    return catalogue;
  } catch (error) {
    throw new CatalogueError(
      `The catalogue ${String(file)} cannot be used: ${(error as Error).message}. Run "npm run compile" to write it again.`,
      { cause: error },
    );
  }
}

/** The catalogue is missing or damaged; without it the skill has nothing to say. */
export class CatalogueError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CatalogueError';
  }
}

/** A record's own entry: what a client sends ("constructor") must never reach a prototype. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
