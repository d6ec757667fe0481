/** From words to the tokens that are compared: terms as one token each, the rest as stems. */
import { entryOf } from '../catalogue.ts';
import type { UnderstandingIndex } from './index-file.ts';

/** Words that say nothing about what is asked. */
const STOP_WORDS = new Set(
  'a an the is are was were be been am do does did can could will would may might shall to of in on for with at by it its this that these those there i me my we you your they them their he she his her and or so if then than just please tell about want know have has had get'.split(
    ' ',
  ),
);

export interface Tokens {
  readonly tokens: readonly string[];
  /** Ids of the terms that were found, in order. */
  readonly terms: readonly string[];
}

/** The tokens of an utterance's words. A term is `#` and its id. */
export function toTokens(
  words: readonly string[],
  { forms, longestForm }: Pick<UnderstandingIndex, 'forms' | 'longestForm'>,
): Tokens {
  const tokens: string[] = [];
  const terms: string[] = [];
  for (let start = 0; start < words.length;) {
    const found = longestFormAt(words, start, forms, longestForm);
    if (found !== null) {
      tokens.push(`#${found.id}`);
      terms.push(found.id);
      start += found.length;
      continue;
    }
    const word = words[start] ?? '';
    if (!STOP_WORDS.has(word)) tokens.push(toStem(word));
    start++;
  }
  return { tokens, terms };
}

function longestFormAt(
  words: readonly string[],
  start: number,
  forms: UnderstandingIndex['forms'],
  longestForm: number,
): { id: string; length: number } | null {
  for (let length = Math.min(longestForm, words.length - start); length > 0; length--) {
    const id = entryOf(forms, words.slice(start, start + length).join(' '));
    if (id !== undefined) return { id, length };
  }
  return null;
}

/** A light stem: what is left when plural and verb endings are taken off. */
function toStem(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  return word.replace(/(?:ing|ed|es|s|ly)$/, '');
}
