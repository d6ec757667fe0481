/** The languages that the skill speaks, each read from its generated files: once, when first needed. */
import { entryOf, openCatalogue } from './catalogue.ts';
import type { Language, Understand } from './incoming.ts';

/** The language of a request that names none that is known. */
const DEFAULT_LANGUAGE = 'en';
const LANGUAGES: ReadonlySet<string> = new Set(['en']);

/**
 * Gives the language of a locale from the generated files in a folder, given by its path.
 *
 * @throws {CatalogueError} if the default language's catalogue cannot be read.
 */
export function readLanguages(folder: string): (locale: string) => Language {
  const languages: Record<string, Language> = {};
  const languageOf = (locale: string): Language => {
    const code = LANGUAGES.has(locale.slice(0, 2)) ? locale.slice(0, 2) : DEFAULT_LANGUAGE;
    return entryOf(languages, code) ?? (languages[code] = readLanguage(folder, code));
  };
  languageOf(DEFAULT_LANGUAGE);
  return languageOf;
}

function readLanguage(folder: string, code: string): Language {
  let understanding: Understand | undefined;
  return {
    catalogue: openCatalogue(`${folder}/${code}.catalogue.jsonl`),
    async readUnderstanding() {
      if (understanding === undefined) {
        const { openUnderstanding } = await import('./understand/open-understanding.ts');
        understanding = openUnderstanding(`${folder}/${code}.understanding.jsonl`);
      }
      return understanding;
    },
  };
}
