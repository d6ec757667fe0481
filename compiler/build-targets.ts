/** What can be asked for, with the tokens of the samples that it is asked by. */
import type { TargetEntry, TokenEntry } from '../lambda/understand/index-file.ts';
import { setBit } from '../lambda/understand/targets.ts';
import { type Token, type TokenIndex, toTokens } from '../lambda/understand/tokens.ts';
import type { Word, WordIndex } from '../lambda/understand/word.ts';
import { toWords } from '../lambda/understand/words.ts';
import type { Content } from './content.ts';

export interface Target extends Pick<TargetEntry, 'target' | 'section' | 'kind'> {
  /** The tokens of each sample, no two samples alike. */
  readonly samples: readonly (readonly string[])[];
}

/** A token is listed by a bit for each target if more than one target in so many has it. */
const COMMON = 10;

/** A token is alarming if so much of what is said with it is an emergency. */
const ALARMING = 0.75;

/** Token to how much it tells. */
export type Weights = ReadonlyMap<string, number>;

/** What can be asked for, with the samples that it is asked by, and those samples read. */
export interface ReadTarget extends Pick<TargetEntry, 'target' | 'section' | 'kind'> {
  readonly samples: readonly ReadSample[];
}

export interface ReadSample {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
}

/** The answers in their order, then the safety entries. */
export function readTargets(content: Content, index: WordIndex & TokenIndex): ReadTarget[] {
  const factOf = new Map(content.facts.map(({ value }) => [value.id, value.fact]));
  const wordOf = new Map(content.terms.map(({ value }) => [value.id, value.word]));
  const namesOf = sectionNames(content);
  const read = (sample: string): ReadSample => {
    const words = toWords(withTerms(sample, wordOf)).map(index.wordOf);
    return { words, tokens: toTokens(words, index) };
  };
  return [
    ...content.answers.map(({ value }): ReadTarget => {
      const { id, section, asked, title, offer, facts = [] } = value;
      // What the answer says, fact by fact: people ask in those words too.
      const said = content.language === 'en' ? facts.flatMap((fact) => factOf.get(fact) ?? []) : [];
      const samples = [...asked, title, offer, ...said, ...(namesOf.get(id) ?? [])];
      return { target: `answer/${id}`, section, kind: null, samples: samples.map(read) };
    }),
    ...content.safety.map(({ value: { id, kind, asked } }): ReadTarget => {
      return { target: `safety/${id}`, section: '', kind, samples: asked.map(read) };
    }),
  ];
}

export function toTarget({ samples, ...target }: ReadTarget): Target {
  return {
    ...target,
    samples: uniqueSamples(samples.map(({ tokens }) => namesOfTokens(tokens))),
  };
}

/**
 * The targets without samples of an emergency that are one token which others say as well: their signs find
 * them. Of "I've got pills and I'm going to take them all" the pills are left, and whoever has some would be
 * in danger; but "breath" alone is as good as never said of anything else.
 */
export function withoutThinSamples(targets: readonly Target[]): Target[] {
  const all = countSamples(targets);
  const urgent = countSamples(targets.filter(({ kind }) => kind === 'urgent'));
  const isAlarming = (token: string): boolean =>
    (urgent.get(token) ?? 0) >= ALARMING * (all.get(token) ?? 0);
  const tells = (sample: readonly string[]): boolean =>
    sample.length > 1 || sample.every((token) => isAlarming(token));
  return targets.map((target) =>
    target.kind === 'urgent' ? { ...target, samples: target.samples.filter(tells) } : target,
  );
}

/** How many samples have each token. */
function countSamples(targets: readonly Target[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of targets.flatMap(({ samples }) => samples.flat())) {
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/** The names of a section stand for its first answer: a listener chooses a topic by them. */
function sectionNames({ answers, sections }: Content): Map<string, string[]> {
  const firstOf = new Map<string, string>();
  for (const { value } of answers) {
    if (!firstOf.has(value.section)) firstOf.set(value.section, value.id);
  }
  return new Map(
    sections.flatMap(({ value: { id, title, spoken } }) => {
      const first = firstOf.get(id);
      return first === undefined ? [] : [[first, [title, spoken]]];
    }),
  );
}

/** A sample with each term's own word in its place. */
function withTerms(sample: string, wordOf: ReadonlyMap<string, string>): string {
  return sample.replace(/\{([^}]*)\}/g, (_, id: string) => wordOf.get(id) ?? '');
}

/** The names of a sample's tokens, each once. */
function namesOfTokens(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.map(({ token }) => token))].sort();
}

/** The samples with anything in them, each once. */
function uniqueSamples(samples: readonly string[][]): string[][] {
  const unique = new Map(samples.map((tokens) => [tokens.join(' '), tokens]));
  unique.delete('');
  return [...unique.values()];
}

/** Inverse document frequency, each target counted as one document. */
export function weightsOf(targets: readonly Target[]): Weights {
  const count = targets.filter(({ samples }) => samples.length > 0).length;
  const weightOf = (size: number): number => Math.round((1 + Math.log(count / size)) * 100) / 100;
  return new Map(
    [...targetsByToken(targets)].map(([token, numbers]) => [token, weightOf(numbers.length)]),
  );
}

export function tokenEntries(targets: readonly Target[], weights: Weights): [string, TokenEntry][] {
  return [...targetsByToken(targets)].map(([token, numbers]) => {
    const weight = weights.get(token) ?? 0;
    if (numbers.length * COMMON > targets.length) {
      const bits = new Uint8Array((targets.length >> 3) + 1);
      for (const number of numbers) setBit(bits, number);
      return [token, { weight, bits: Buffer.from(bits).toString('base64') }];
    }
    const differences = numbers.map((number, n) => number - (numbers[n - 1] ?? 0));
    return [token, { weight, targets: differences }];
  });
}

/** The numbers of the targets whose samples have a token, in order. */
function targetsByToken(targets: readonly Target[]): Map<string, number[]> {
  const numbersOf = new Map<string, number[]>();
  for (const [number, { samples }] of targets.entries()) {
    for (const token of new Set(samples.flat())) {
      const numbers = numbersOf.get(token);
      if (numbers === undefined) numbersOf.set(token, [number]);
      else numbers.push(number);
    }
  }
  return numbersOf;
}

export function toTargetEntry(
  { target, section, kind, samples }: Target,
  weights: Weights,
): TargetEntry {
  const numbersOf = new Map<string, number[]>();
  const weighed = samples
    .map((tokens) => ({ tokens, weight: Math.round(100 * sumOfWeights(tokens, weights)) }))
    .sort((one, other) => one.weight - other.weight);
  for (const [number, { tokens }] of weighed.entries()) {
    for (const token of tokens) {
      const numbers = numbersOf.get(token);
      if (numbers === undefined) numbersOf.set(token, [number]);
      else numbers.push(number);
    }
  }
  return {
    target,
    section,
    kind,
    weights: weighed.map(({ weight }) => weight),
    samples: Object.fromEntries([...numbersOf].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function sumOfWeights(tokens: readonly string[], weights: Weights): number {
  return tokens.reduce((total, token) => total + (weights.get(token) ?? 0), 0);
}
