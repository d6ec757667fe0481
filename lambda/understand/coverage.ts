/**
 * How likely a question is one that the guide answers, by all of what is said together: a logistic
 * regression that the compiler trains on the samples (compiler/train-coverage.ts). Signs tell of single
 * phrases; this weighs them with the words around them.
 */
import { type Cued, type CueIndex, visitCues } from './cues.ts';

/** How likely a question is one that the guide answers, 0 to 1. */
export function coverageOf(question: Cued, index: CueIndex): number {
  let hundredths = 0;
  visitCues(question, index, (first, second) => {
    hundredths += second === undefined ? first.cue : first.pairWith(second).cue;
  });
  return toLikelihood(hundredths / 100);
}

/** The logistic function. */
export function toLikelihood(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
