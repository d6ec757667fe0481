/**
 * How likely a question is one that the guide answers, by all of what is said together: a logistic
 * regression that the compiler trains on the samples (compiler/train-coverage.ts). Signs tell of single
 * phrases; this weighs them with the words around them.
 */
import type { FoundSigns } from './signs.ts';
import type { Token } from './tokens.ts';

export interface CoverageIndex {
  /** What a cue weighs, in hundredths: a word, or two with a space between them. 0 if it says nothing. */
  readonly cueOf: (words: string) => number;
}

/** They stand before the first word and after the last; the first is in every question. */
const START = '^';
const END = '$';

/** What the cues of a question are taken from: its units (phrasing.ts), its tokens and its signs. */
export interface Cued {
  readonly units: readonly string[];
  readonly tokens: readonly Token[];
  readonly signs: FoundSigns;
}

/** The cues of a question, each once: its words, each two in a row, its tokens and its signs. */
export function cuesOf({ units, tokens, signs }: Cued): Set<string> {
  const cues = new Set([START]);
  let before = START;
  for (const unit of units) {
    cues.add(unit).add(`${before} ${unit}`);
    before = unit;
  }
  cues.add(`${before} ${END}`);
  for (const { token } of tokens) cues.add(token);
  for (const [kind, id] of Object.entries(signs)) cues.add(`!${kind}`).add(`!${kind} ${id}`);
  return cues;
}

/** How likely a question is one that the guide answers, 0 to 1. */
export function coverageOf(question: Cued, { cueOf }: CoverageIndex): number {
  let hundredths = 0;
  for (const cue of cuesOf(question)) hundredths += cueOf(cue);
  return toLikelihood(hundredths / 100);
}

/** The logistic function. */
export function toLikelihood(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
