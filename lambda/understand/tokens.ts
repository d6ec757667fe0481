/** From words to the tokens that are compared: terms and synonyms as one token each, the rest as stems. */
import type { CueIndex } from './cues.ts';
import type { Stem } from './stem.ts';
import type { KnownToken, TargetIndex } from './targets.ts';
import type { Word } from './word.ts';

export interface TokenIndex extends CueIndex, Pick<TargetIndex, 'tokenOf'> {}

/** A token, the words that it was read from, and what the index knows of it. */
export interface Token {
  readonly token: string;
  /** The same as a stem. */
  readonly stem: Stem;
  readonly known: KnownToken | undefined;
  readonly start: number;
  readonly length: number;
}

/** A token by its name. */
export function toToken(token: string, start: number, length: number, index: TokenIndex): Token {
  return { token, stem: index.stemOf(token), known: index.tokenOf(token), start, length };
}

/** The tokens of an utterance's words; the longest form that fits wins, ignored words give none. */
export function toTokens(words: readonly Word[], { tokenOf }: TokenIndex): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < words.length;) {
    const word = words[start];
    if (word === undefined) break;
    const longer = longerFormAt(words, start);
    const length = longer?.length ?? 1;
    const stem = longer?.token ?? word.token;
    const { text: token } = stem;
    const known = longer === null ? word.known : tokenOf(token);
    if (token !== '') tokens.push({ token, stem, known, start, length });
    start += length;
  }
  return tokens;
}

/** The longest form of two words or more that stands there. */
function longerFormAt(
  words: readonly Word[],
  start: number,
): { token: Stem; length: number } | null {
  let found: { token: Stem; length: number } | null = null;
  const second = words[start + 1];
  let forms = second && words[start]?.formsWith(second);
  for (let length = 2; forms !== undefined; length++) {
    if (forms.token !== null) found = { token: forms.token, length };
    forms = forms.next.get(words[start + length]?.text ?? '');
  }
  return found;
}
