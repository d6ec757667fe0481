/** From words to the tokens that are compared: terms and synonyms as one token each, the rest as stems. */
import type { Word } from './word.ts';

/** A token and the words that it was read from. */
export interface Token {
  readonly token: string;
  readonly start: number;
  readonly length: number;
}

/** The tokens of an utterance's words; the longest form that fits wins, ignored words give none. */
export function toTokens(words: readonly Word[]): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < words.length;) {
    const longer = longerFormAt(words, start);
    const length = longer?.length ?? 1;
    const token = longer?.token ?? words[start]?.token ?? '';
    if (token !== '') tokens.push({ token, start, length });
    start += length;
  }
  return tokens;
}

/** The longest form of two words or more that stands there. */
function longerFormAt(
  words: readonly Word[],
  start: number,
): { token: string; length: number } | null {
  let found: { token: string; length: number } | null = null;
  const second = words[start + 1];
  let forms = second && words[start]?.pairWith(second).forms;
  for (let length = 2; forms !== undefined; length++) {
    if (forms.token !== null) found = { token: forms.token, length };
    forms = forms.next.get(words[start + length]?.text ?? '');
  }
  return found;
}
