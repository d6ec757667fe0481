/**
 * The index of the free-speech understanding, as the compiler writes it: a paged file, of which a
 * question reads only what its words lead to. A page holds neighbours in the order of the keys, so each
 * key that belongs to a word begins with it:
 *
 *   <word>/form       the {@link FormEntry} of a word that is a form or begins one
 *   <two words>/forms the {@link Forms} that begin with two words
 *   <token>/token     the {@link TokenEntry} of a token that samples have, or of a common word
 *   <stems>/signs     the {@link SignHintEntry}s of one stem, of two in a row, or of a mark
 *   <words>/cue       the {@link CueEntry} of a word, of two in a row, of a token or of a sign
 *   <words>/phrasing  the {@link PhrasingEntry} of a word, of two in a row or of a token
 *   sign:<n>          the {@link SignEntry} of a sign, by its number
 *   target:<n>        the {@link TargetEntry} of what can be asked for
 *   about:<section>   the term that "it" means while that section is heard
 *   sounds:           the {@link TermSound} of each hard term's forms
 */

/** What is read first. */
export interface UnderstandingHead {
  /** How many targets there are. */
  readonly targetCount: number;
  /** How many of them are answers; these come first. */
  readonly answerCount: number;
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

/** The token that a word is read as, null if it is no form by itself, and 1 if it begins longer ones. */
export type FormEntry = readonly [token: string | null, beginsLonger?: 1];

export type TokenEntry =
  /** A token of few targets: their numbers, each as the difference to the one before. */
  | { readonly weight: number; readonly targets: readonly number[] }
  /** A token of many: a bit for each target, in base64. */
  | { readonly weight: number; readonly bits: string }
  /** A common word that no sample has, and the token that is used alike. */
  | { readonly like: string; readonly hundredths: number }
  /** A common word that tells little, but is no name. */
  | 0;

/** What can be asked for, with the samples that it is asked by. */
export interface TargetEntry {
  /** `answer/<id>` or `safety/<id>`. */
  readonly target: string;
  /** The section that it belongs to; '' for none. */
  readonly section: string;
  /** Of a safety entry. */
  readonly kind: SignKind | null;
  /** For each sample the sum of its tokens' weights, in hundredths; the lightest sample first. */
  readonly weights: readonly number[];
  /** Token to the numbers of the samples that have it. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

/**
 * What a cue weighs for targets whose samples have it: the number of each, as the difference to the one
 * before, and after it the weight in hundredths.
 */
export type PhrasingEntry = readonly number[];

/** What a word or two in a row say of whether a question is answered, in hundredths; more than 0 if it is. */
export type CueEntry = number;

/** How a term sounds, or another word that must not be taken for one, and the token that it is read as. */
export type TermSound = readonly [code: string, letters: string, token: string];

/** A sign: all parts have to be there, in any order; `not` must not be. */
export interface SignEntry {
  /** Id of the safety entry. */
  readonly id: string;
  readonly kind: SignKind;
  readonly isWeak?: true;
  readonly isAsked?: true;
  /** Each part: its alternatives, separated by "|", each one or more stems. It is found by the first. */
  readonly parts: readonly string[];
  readonly not?: string;
}

/**
 * The number of a sign, the phrases of its rarest part that are found by these stems, separated by "|",
 * and how many stems of the phrases stand before them; no phrases where the stems are one themselves.
 */
export type SignHintEntry = readonly [number: number, phrases?: string, before?: number];

export type SignKind = 'urgent' | 'advice' | 'not-covered';
