/**
 * The glossary of very many terms. The compiler finds terms with one pattern of all their forms, which
 * takes as long as there are forms; this one looks up the words that stand there, and finds the same.
 */
import type { Content } from '../compiler/content.ts';
import { buildGlossary, type Glossary } from '../compiler/spoken-text.ts';

const WORD = /[\p{L}\p{N}]+/gu;

export function buildLargeGlossary(content: Content): Glossary {
  const glossary = buildGlossary(content.terms.map(({ value }) => value));
  const forms = [...glossary.terms.keys()];
  const mostWords = Math.max(...forms.map((form) => form.match(WORD)?.length ?? 0));
  const matchAll = (text: string) => findForms(text, glossary.terms, mostWords);
  // The builders use nothing of the pattern but `matchAll`.
  return { ...glossary, pattern: { [Symbol.matchAll]: matchAll } as unknown as RegExp };
}

/** The longest form that begins at each word, none inside another; as `String.matchAll` gives them. */
function* findForms(
  text: string,
  forms: ReadonlyMap<string, unknown>,
  mostWords: number,
): Generator<{ 0: string; index: number }> {
  const words = [...text.matchAll(WORD)];
  for (let first = 0; first < words.length; first++) {
    const start = words[first]?.index ?? 0;
    for (let last = Math.min(first + mostWords, words.length) - 1; last >= first; last--) {
      const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
      const form = text.slice(start, end);
      if (!forms.has(form.toLowerCase())) continue;
      yield Object.assign([form], { index: start }) as unknown as { 0: string; index: number };
      first = last;
      break;
    }
  }
}
