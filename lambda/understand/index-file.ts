/** The index of the free-speech understanding, as the compiler writes it beside the catalogue. */
export interface UnderstandingIndex {
  /** Words of a term's form, joined with spaces, to the term's id. */
  readonly forms: Readonly<Record<string, string>>;
  /** The most words that a form has. */
  readonly longestForm: number;
  /** What each sample asks for (`answer/<id>`, `term/<id>`, `safety/<id>`), and its tokens. */
  readonly samples: readonly (readonly [target: string, tokens: readonly string[]])[];
  /** How much a token says about what is asked: its inverse document frequency. */
  readonly weights: Readonly<Record<string, number>>;
}
