/** The languages that the skill speaks, each read from its generated files: once, when first needed. */
import { readFileSync } from 'node:fs';
import { CatalogueError, entryOf, readCatalogue } from './catalogue.ts';
import type { Language } from './skill.ts';
import type { UnderstandingIndex } from './understand/index-file.ts';
import { type Searchable, toSearchable } from './understand/searchable.ts';
import { understand } from './understand/understand.ts';

/** The language of a request that names none that is known. */
const DEFAULT_LANGUAGE = 'en';
const LANGUAGES: ReadonlySet<string> = new Set(['en']);

/**
 * Gives the language of a locale from the generated files in `folder` (a URL that ends in a slash).
 *
 * @throws {CatalogueError} if the default language's catalogue cannot be read.
 */
export function readLanguages(folder: URL): (locale: string) => Language {
  const languages: Record<string, Language> = {};
  const languageOf = (locale: string): Language => {
    const code = LANGUAGES.has(locale.slice(0, 2)) ? locale.slice(0, 2) : DEFAULT_LANGUAGE;
    return entryOf(languages, code) ?? (languages[code] = readLanguage(folder, code));
  };
  languageOf(DEFAULT_LANGUAGE);
  return languageOf;
}

function readLanguage(folder: URL, code: string): Language {
  let index: Searchable | null = null;
  return {
    catalogue: readCatalogue(new URL(`${code}.json`, folder)),
    readUnderstanding: () => {
      index ??= toSearchable(readIndex(new URL(`${code}.understanding.json`, folder)));
      const known = index;
      return (question, topic) => understand(question, known, topic);
    },
  };
}

function readIndex(file: URL): UnderstandingIndex {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as UnderstandingIndex;
  } catch (error) {
    throw new CatalogueError(`The index ${file.href} cannot be used. Run "npm run compile".`, {
      cause: error,
    });
  }
}
