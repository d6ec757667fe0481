/** Builds the index of the free-speech understanding from the samples and the glossary. */
import type { UnderstandingIndex } from '../lambda/understand/index-file.ts';
import { toTokens } from '../lambda/understand/tokens.ts';
import { toWords } from '../lambda/understand/words.ts';
import type { Content } from './content.ts';
import { writtenForms } from './spoken-text.ts';

export function buildUnderstanding(content: Content): UnderstandingIndex {
  const forms = formsOf(content);
  const longestForm = Math.max(1, ...Object.keys(forms).map((form) => form.split(' ').length));
  const targets = [
    ...content.answers.map(({ value }) => [`answer/${value.id}`, value.asked] as const),
    ...content.safety.map(({ value }) => [`safety/${value.id}`, value.asked] as const),
  ];
  const samples = targets.flatMap(([target, asked]) =>
    asked.map((sample): [string, readonly string[]] => {
      const words = toWords(withTerms(content, sample));
      return [target, [...new Set(toTokens(words, { forms, longestForm }).tokens)]];
    }),
  );
  const known = samples.filter(([, tokens]) => tokens.length > 0);
  return { forms, longestForm, samples: known, weights: weightsOf(known) };
}

/** Every form of every term, as words joined with spaces. */
function formsOf(content: Content): Record<string, string> {
  const entries = content.terms.flatMap(({ value }) =>
    [...writtenForms(value).map(({ word }) => word), ...value.heard].map((form) => [
      toWords(form).join(' '),
      value.id,
    ]),
  );
  return Object.fromEntries(entries.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))) as Record<
    string,
    string
  >;
}

/** A sample with each term's own word in its place. */
function withTerms(content: Content, sample: string): string {
  return sample.replace(
    /\{([^}]*)\}/g,
    (_, id: string) => content.terms.find(({ value }) => value.id === id)?.value.word ?? '',
  );
}

/** Inverse document frequency, each target counted as one document. */
function weightsOf(
  samples: readonly (readonly [string, readonly string[]])[],
): Record<string, number> {
  const targets = new Map<string, Set<string>>();
  for (const [target, tokens] of samples) {
    for (const token of tokens) targets.set(token, (targets.get(token) ?? new Set()).add(target));
  }
  const count = new Set(samples.map(([target]) => target)).size;
  const entries = [...targets].map(([token, { size }]) => [
    token,
    Math.round((1 + Math.log(count / size)) * 100) / 100,
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))) as Record<
    string,
    number
  >;
}
