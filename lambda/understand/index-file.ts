/**
 * The index of the free-speech understanding, as the compiler writes it: a paged file, of which a
 * question reads only what its words lead to. Its keys:
 *
 *   form/<word>    the {@link Forms} that begin with a word
 *   token/<token>  the {@link TokenEntry} of a token that samples have, or of a common word
 *   sign/<n>       {@link Sign} n
 *   signs/<start>  the numbers of the signs that a phrase may give away that begins with these stems
 *   about/<id>     the term that "it" means while that section is heard
 *   sounds         the {@link TermSound} of each hard term's forms
 *   weights        for each sample the sum of its tokens' weights, in hundredths: 16 bits each, in base64
 */

/** What is read first. */
export interface UnderstandingHead {
  /** What can be asked for, `answer/<id>` or `safety/<id>`, joined with spaces. */
  readonly targets: string;
  /** For each target the section that it belongs to, "-" for none, joined with spaces. */
  readonly sections: string;
  /** For each safety target its kind. */
  readonly kinds: Readonly<Record<string, Sign['kind']>>;
  /** Samples are numbered target by target: each target's first, and how many there are in all. */
  readonly firstSamples: readonly number[];
  /** Tokens that make a question one about this guide; every term is one too. */
  readonly topicTokens: readonly string[];
  /** Words for the one who is spoken about. */
  readonly people: readonly string[];
}

/**
 * Words, joined with spaces, to the token that they are read as: `#id` a glossary term, `=word` a group
 * of synonyms, `?id/n` something that is mistaken for a term, '' nothing.
 */
export type Forms = Readonly<Record<string, string>>;

export type TokenEntry =
  /** A token of few samples: their numbers, each as the difference to the one before. */
  | { readonly weight: number; readonly samples: readonly number[] }
  /** A token of many: a bit for each sample, and one for each target, in base64. */
  | { readonly weight: number; readonly sampleBits: string; readonly targetBits: string }
  /** A common word that no sample has, and the token that is used alike. */
  | { readonly like: string; readonly hundredths: number }
  /** A common word that tells little, but is no name. */
  | 0;

export type TermSound = readonly [code: string, letters: string, termId: string];

/** All parts have to be there, in any order; `not` must not be. Each alternative is one or more stems. */
export interface Sign {
  readonly id: string;
  readonly kind: 'urgent' | 'advice' | 'not-covered';
  /** Whether a close answer goes before it. */
  readonly isWeak: boolean;
  readonly parts: readonly (readonly (readonly string[])[])[];
  readonly not: readonly (readonly string[])[];
}
