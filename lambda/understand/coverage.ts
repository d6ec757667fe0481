/**
 * How likely a question is one that the guide answers, by all of what is said together: a logistic
 * regression that the compiler trains on the samples (compiler/train-coverage.ts). Signs tell of single
 * phrases; this weighs them with the words around them.
 */
import { type Cued, visitCues } from './cues.ts';

export interface CoverageIndex {
  /** What a word, a token or a sign weighs, in hundredths. 0 if it says nothing. */
  readonly cueOf: (word: string) => number;
  /** What two of them in a row weigh beside that. */
  readonly pairCueOf: (first: string, second: string) => number;
}

/** How likely a question is one that the guide answers, 0 to 1. */
export function coverageOf(question: Cued, { cueOf, pairCueOf }: CoverageIndex): number {
  let hundredths = 0;
  visitCues(question, (first, second) => {
    hundredths += second === undefined ? cueOf(first) : pairCueOf(first, second);
  });
  return toLikelihood(hundredths / 100);
}

/** The logistic function. */
export function toLikelihood(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
