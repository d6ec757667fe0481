/**
 * The index of the free-speech understanding, as the compiler writes it beside the catalogue. It is
 * read only by requests that need it.
 */
export interface UnderstandingIndex {
  /**
   * Words, joined with spaces, to the token that they are read as: `#id` a glossary term, `=word` a
   * group of synonyms, `?id/n` something that is mistaken for a term, '' nothing.
   */
  readonly forms: Readonly<Record<string, string>>;
  /** Sound code and letters of each hard term's forms, and the term's id. */
  readonly sounds: readonly (readonly [code: string, letters: string, termId: string])[];
  /** What can be asked for: `answer/<id>`, `safety/<id>`. */
  readonly targets: readonly string[];
  /** For each safety target its kind. */
  readonly kinds: Readonly<Record<string, Sign['kind']>>;
  /** For each target the section that it belongs to; '' for none. */
  readonly sections: readonly string[];
  /** Every token that a sample has. */
  readonly tokens: readonly string[];
  /** For each token how much it tells: its inverse document frequency. */
  readonly weights: readonly number[];
  /** Target and tokens of each sample, as places in `targets` and `tokens`. */
  readonly samples: readonly (readonly [target: number, ...tokens: number[]])[];
  /** Stems of words that everyone uses and no sample has, each with the token that is used alike. */
  readonly similar: Readonly<Record<string, readonly [token: number, hundredths: number]>>;
  /** Stems of the other common words, joined with spaces: they tell little, but they are no names. */
  readonly common: string;
  /** Section to the term that "it" means while the section is heard. */
  readonly about: Readonly<Record<string, string>>;
  /** Tokens that make a question one about this guide; every term is one too. */
  readonly topicTokens: readonly string[];
  /** Words for the one who is spoken about. */
  readonly people: readonly string[];
  /** What gives a safety entry away, in the order of `SafetyKind`: see signs.ts. */
  readonly signs: readonly Sign[];
}

/** All parts have to be there, in any order; `not` must not be. Each alternative is one or more stems. */
export interface Sign {
  readonly id: string;
  readonly kind: 'urgent' | 'advice' | 'not-covered';
  /** Whether a close answer goes before it. */
  readonly isWeak: boolean;
  readonly parts: readonly (readonly (readonly string[])[])[];
  readonly not: readonly (readonly string[])[];
}
