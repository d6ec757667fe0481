/** Scores what a question may ask for by the samples that are closest to it. */
import { entryOf } from '../catalogue.ts';
import type { UnderstandingIndex } from './index-file.ts';

/** The index, made ready to be searched: once for each process that needs it. */
export interface Searchable extends UnderstandingIndex {
  /** Token to its place in `tokens`. */
  readonly places: ReadonlyMap<string, number>;
  /** For each token the samples that have it. */
  readonly samplesOf: readonly (readonly number[])[];
  /** For each sample the sum of its tokens' weights. */
  readonly sampleWeights: readonly number[];
  readonly commonStems: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  /** Places of the terms that a question is about if it names them: all but chemo itself. */
  readonly hardTerms: ReadonlySet<number>;
  /** For each target the tokens of all its samples. */
  readonly vocabularies: readonly ReadonlySet<number>[];
}

export interface Candidate {
  readonly target: string;
  readonly section: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Terms that nearly every question names; they do not tell what it is about. */
const EVERYDAY_TERMS: ReadonlySet<string> = new Set([
  '#chemotherapy',
  '#tumour',
  '#neuroendocrine',
]);
export const T = {
  unknown: 5, // a word that no sample has and that is no common word: a name, most likely
  common: 1.5, // a common word that no sample has
  askedOnly: 0.35,
  sampleOnly: 0.5,
  sampleShare: 0.7,
  similarPower: 2,
  lacksTerm: 0.75,
  oneWord: 0.75,
};

export function toSearchable(index: UnderstandingIndex): Searchable {
  const samplesOf: number[][] = index.tokens.map(() => []);
  const vocabularies = index.targets.map(() => new Set<number>());
  const sampleWeights = index.samples.map(([target, ...tokens], sample) => {
    let weight = 0;
    for (const token of tokens) {
      samplesOf[token]?.push(sample);
      vocabularies[target]?.add(token);
      weight += index.weights[token] ?? 0;
    }
    return weight;
  });
  const places = new Map(index.tokens.map((token, place) => [token, place]));
  const commonStems = new Set(index.common.split(' '));
  return {
    ...index,
    places,
    samplesOf,
    sampleWeights,
    vocabularies,
    commonStems,
    topics: new Set(index.topicTokens),
    hardTerms: new Set(
      index.tokens.flatMap((token, place) =>
        token.startsWith('#') && !EVERYDAY_TERMS.has(token) ? [place] : [],
      ),
    ),
  };
}

/** How well a token of the question is known: the sample token that it is, or is like. */
interface Known {
  readonly place: number;
  readonly likeness: number;
}

/** Every target that shares a token with the question, best first. */
export function findCandidates(tokens: readonly string[], index: Searchable): Candidate[] {
  const asked = [...new Set(tokens)];
  const shared = new Map<number, number>();
  const known: Known[] = [];
  let weightAsked = 0;
  for (const token of asked) {
    const found = knownToken(token, index);
    if (found === null) {
      const isKnownWord = index.commonStems.has(token) || /^[#=]/.test(token);
      weightAsked += isKnownWord ? T.common : T.unknown;
      continue;
    }
    const weight = index.weights[found.place] ?? 0;
    weightAsked += weight * found.likeness;
    known.push(found);
    for (const sample of index.samplesOf[found.place] ?? []) {
      shared.set(sample, (shared.get(sample) ?? 0) + weight * found.likeness);
    }
  }
  const terms = known.map(({ place }) => place).filter((place) => index.hardTerms.has(place));
  const isThin = known.length === 1 && !index.tokens[known[0]?.place ?? 0]?.startsWith('#');
  const most = isThin ? T.oneWord : 1;
  const closest = new Map<number, number>();
  for (const [sample, both] of shared) {
    const target = index.samples[sample]?.[0] ?? 0;
    const askedOnly = weightAsked - both;
    const sampleOnly = Math.max(0, (index.sampleWeights[sample] ?? 0) - both);
    const closeness = both / (both + T.askedOnly * askedOnly + T.sampleOnly * sampleOnly);
    if (closeness > (closest.get(target) ?? 0)) closest.set(target, closeness);
  }
  return [...closest]
    .map(([target, closeness]) => {
      const vocabulary = index.vocabularies[target];
      let covered = 0;
      for (const { place, likeness } of known) {
        if (vocabulary?.has(place)) covered += (index.weights[place] ?? 0) * likeness;
      }
      const score = T.sampleShare * closeness + (1 - T.sampleShare) * (covered / weightAsked);
      const lacksTerm = terms.some((place) => vocabulary?.has(place) !== true);
      return {
        target: index.targets[target] ?? '',
        section: index.sections[target] ?? '',
        score: Math.min(score * (lacksTerm ? T.lacksTerm : 1), most),
      };
    })
    .sort((a, b) => b.score - a.score || (a.target < b.target ? -1 : 1));
}

function knownToken(token: string, index: Searchable): Known | null {
  const place = index.places.get(token);
  if (place !== undefined) return { place, likeness: 1 };
  const similar = entryOf(index.similar, token);
  if (similar === undefined) return null;
  return { place: similar[0], likeness: (similar[1] / 100) ** T.similarPower };
}
