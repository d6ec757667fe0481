/** What free speech was taken for. */
export type Understanding =
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'term'; readonly id: string }
  | { readonly kind: 'safety'; readonly id: string }
  /** One of these may be meant (`answer/<id>` or `term/<id>`): ask, never guess. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'nothing' };
