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
 *   number/<n>                a number, in no file: lines.ts makes it
 */
import { openPagedFile, type PagedFile } from './paged-file.ts';

/**
 * A stretch of text as plain words, as SSML, and as SSML for voices that lack the sounds of the glossary,
 * each only where it differs from the one before; or a place where a prompt takes in another text.
 */
export type Piece =
  readonly [plain: string, ssml?: string, withoutSounds?: string] | { readonly place: string };

export type Text = readonly Piece[];

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

/** What can be found by its id or key. A Map is one. */
export interface Lookup<T> {
  readonly get: (key: string) => T | undefined;
}

/** What is read when the skill starts. */
export interface CatalogueHead {
  readonly language: string;
  /** Whether a clinician has read the content. */
  readonly clinicallyReviewed: boolean;
  readonly locales: Readonly<Record<string, LocaleSettings>>;
  /** How many variants each prompt has. */
  readonly prompts: Readonly<Record<string, number>>;
  /** The texts that go with nearly every answer: to look for them would take half of the pages of a turn. */
  readonly usualTexts: Readonly<Record<string, Text>>;
}

export interface Catalogue extends Omit<CatalogueHead, 'usualTexts'> {
  /** Ids of the sections, in the order of the guide. */
  readonly sectionIds: readonly string[];
  /** Ids of the questions for the doctor, in order. */
  readonly questions: readonly string[];
  readonly sections: Lookup<SectionEntry>;
  readonly answers: Lookup<AnswerEntry>;
  readonly terms: Lookup<TermEntry>;
  readonly safety: Lookup<SafetyEntry>;
  /** Intent name to what it asks for: `answer/<id>`, `safety/<id>` or `control`. */
  readonly intents: Lookup<string>;
  /** Slot name to the term that an answer's samples have there. */
  readonly slots: Lookup<string>;
  readonly texts: Lookup<Text>;
}

/** The keys of the lists of ids. */
export const ORDER_KEYS = { sections: 'order/sections', questions: 'order/questions' } as const;

/** A list of ids. No text may be an object, so that its key never gives one. */
export interface Order {
  readonly ids: readonly string[];
}

/** The key of each kind of entry in the catalogue's file; texts stand under their own keys. */
export const ENTRY_KEYS = {
  sections: (id: string) => `section/${id}/entry`,
  answers: (id: string) => `answer/${id}/entry`,
  terms: (id: string) => `term/${id}/entry`,
  safety: (id: string) => `safety/${id}/entry`,
  intents: (name: string) => `intent/${name}`,
  slots: (name: string) => `slot/${name}`,
} as const;

/**
 * Opens a catalogue that the compiler wrote. Its entries and texts are read when they are needed.
 *
 * @throws {CatalogueError} if the file is missing, damaged or no catalogue; the message says what to do.
 */
export function openCatalogue(path: string): Catalogue {
  const file = openGenerated(path);
  const head = file.head as CatalogueHead | null;
  if (typeof head?.language !== 'string') {
    throw new CatalogueError(path, new TypeError('it is no catalogue'));
  }
  const usualTexts = new Map(Object.entries(head.usualTexts));
  const idsUnder = (key: string): readonly string[] => (file.get(key) as Order).ids;
  return {
    ...head,
    get sectionIds() {
      return idsUnder(ORDER_KEYS.sections);
    },
    get questions() {
      return idsUnder(ORDER_KEYS.questions);
    },
    sections: lookUp(file, ENTRY_KEYS.sections),
    answers: lookUp(file, ENTRY_KEYS.answers),
    terms: lookUp(file, ENTRY_KEYS.terms),
    safety: lookUp(file, ENTRY_KEYS.safety),
    intents: lookUp(file, ENTRY_KEYS.intents),
    slots: lookUp(file, ENTRY_KEYS.slots),
    texts: {
      // The key of an entry, which a client may have put in a text's place, gives no text.
      get(key) {
        const text = usualTexts.get(key) ?? file.get(key);
        return Array.isArray(text) ? (text as Text) : undefined;
      },
    },
  };
}

function lookUp<T>(file: PagedFile, toKey: (id: string) => string): Lookup<T> {
  const known = new Map<string, T>();
  return {
    get(id) {
      const before = known.get(id);
      if (before !== undefined) return before;
      const found = file.get(toKey(id)) as T | undefined;
      if (found !== undefined) known.set(id, found);
      return found;
    },
  };
}

/**
 * Opens a paged file of the generated ones.
 *
 * @throws {CatalogueError} if it cannot be used.
 */
export function openGenerated(path: string): PagedFile {
  try {
    return openPagedFile(path);
  } catch (error) {
    throw new CatalogueError(path, error);
  }
}

/** A generated file is missing or damaged; without it the skill has nothing to say. */
export class CatalogueError extends Error {
  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `${path} cannot be used: ${reason}. Write it again with "npm run compile", or deploy it again.`,
      { cause },
    );
    this.name = 'CatalogueError';
  }
}

/** A record's own entry: what a client sends ("constructor") must never reach a prototype. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
