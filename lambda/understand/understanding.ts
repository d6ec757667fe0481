/** What free speech was taken for. */
export type Understanding =
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'term'; readonly id: string }
  /** `term` is the one that was named, if one was; chemo only where there is no other. */
  | { readonly kind: 'safety'; readonly id: string; readonly term: string | null }
  /** One of these may be meant (`answer/<id>` or `term/<id>`): ask, never guess. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** A word that sounds like a term and is something else, `number` of those that the glossary lists. */
  | { readonly kind: 'look-alike'; readonly term: string; readonly number: number }
  /** No answer, but a word of the glossary was said: offer what is known about it. */
  | { readonly kind: 'near'; readonly term: string }
  | { readonly kind: 'nothing' };
