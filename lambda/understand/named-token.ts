/** What the tokens of a question are: terms, words that are known, names of something else. */
import { EVERYDAY_TERMS } from './asked.ts';
import type { CueIndex } from './cues.ts';
import type { Stem } from './stem.ts';
import type { Token } from './tokens.ts';
import type { Word } from './word.ts';

/** Endings of drug names, from the stems that international names are made of. */
const DRUG_ENDING =
  /(?:mab|nib|platin|rubicin|taxel|mycin|cillin|cycline|floxacin|azole|statin|prazole|sartan|olol|pril|lukast|tide|limus|mustine|bine|ciclib|parib|setron|triptan|gliptin|gliflozin|oxetine|azepam|profen|caine|cort|sone|olone|vir|parin|xaban|dronate|mide|trexate|abine|citabine)$/;

/** The words that are no part of a term: "K I sixty seven" says nothing of the listener. */
export function outsideTerms(words: readonly Word[], tokens: readonly Token[]): Word[] {
  const terms = tokens.filter(({ token }) => token.startsWith('#'));
  return words.filter(
    (_, at) => !terms.some(({ start, length }) => at >= start && at < start + length),
  );
}

/** Whether a token is a term that not nearly every question names. */
export function isHardTerm(token: string): boolean {
  return token.startsWith('#') && !EVERYDAY_TERMS.has(token);
}

/** Terms, synonyms, and what is mistaken for a term. */
function isForm(token: string): boolean {
  return token.startsWith('#') || token.startsWith('=') || token.startsWith('?');
}

export function isKnown({ token, known }: Pick<Token, 'token' | 'known'>): boolean {
  return known?.likeness === 1 || isForm(token);
}

/** A word of the samples, or one that everyone uses. */
export function isWord({ token, known }: Pick<Token, 'token' | 'known'>): boolean {
  return known !== undefined || isForm(token);
}

/** Terms, and classes of words that the guide does not cover. */
export function marksOf(
  words: readonly Word[],
  tokens: readonly Token[],
  { stemOf }: CueIndex,
): Stem[] {
  const marks: Stem[] = [];
  let isDrug = false;
  for (const token of tokens) {
    if (token.token.startsWith('#') || token.token.startsWith('@')) marks.push(token.stem);
    else if (!isDrug && !isKnown(token)) {
      const { text } = words[token.start] ?? { text: '' };
      isDrug = text.length > 5 && DRUG_ENDING.test(text);
    }
  }
  if (isDrug) marks.push(stemOf('@drug'));
  return marks;
}
