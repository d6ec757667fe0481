/**
 * Which answer a question means, and how sure that is: by the samples that are closest to it and by the
 * weights of all of its words, together. Each misleads where the other does not: words of one sample may
 * stand in a question about something else, and usual words tell nothing of who does what to whom.
 */
import type { Candidate } from './closest.ts';
import { type Phrased, type PhrasingIndex, weightsOf } from './phrasing.ts';
import { sortFew } from './sort-few.ts';
import type { TargetIndex } from './targets.ts';

export interface Meant {
  /** The answer that is meant most likely. */
  readonly target: string;
  /** How likely an answer of its section is meant, among all sections, 0 to 1. */
  readonly share: number;
  /** The answer that is meant most likely if one of another section is; null if there is none. */
  readonly other: string | null;
}

export interface MeantIndex extends PhrasingIndex, Pick<TargetIndex, 'targetAt'> {
  /** The targets that are answers: they have the first numbers. */
  readonly answerCount: number;
}

/** What the score of the closest sample counts, beside a logarithm of how likely an answer is. */
const OF_SAMPLES = 12;
/** The same for what the words weigh: how far what was learned is believed. */
const OF_WORDS = 1.2;
/** What the closest sample of an answer is taken to score less than the best, if that was not worked out. */
const FURTHER = 0.3;
/** An answer this much less likely than the first, as a logarithm, is not looked at: 1 in 400. */
const FAR = 6;

/** What a question is known by: the targets that are near it, and what its words weigh for all of them. */
interface Read extends Phrased {
  readonly near: readonly Candidate[];
  readonly weights: Int32Array | null;
}

/** The answer that is meant, by its scores where samples are near and by the words' weights for all answers. */
export function whatIsMeant(reading: Read, index: MeantIndex): Meant | null {
  const { near } = reading;
  const weights = reading.weights ?? weightsOf(reading, index);
  const { answerCount, targetAt } = index;
  const answers = near.filter(({ kind }) => kind === null);
  const best = answers.reduce((highest, { score }) => Math.max(highest, score), 0);
  const logs = new Float64Array(answerCount).fill(OF_SAMPLES * Math.max(0, best - FURTHER));
  for (const { number, score } of answers) logs[number] = OF_SAMPLES * score;
  let most = -Infinity;
  for (let number = 0; number < answerCount; number++) {
    const log = (logs[number] ?? 0) + (OF_WORDS * (weights[number] ?? 0)) / 100;
    logs[number] = log;
    if (log > most) most = log;
  }
  const sections = new Map<string, { share: number; target: string; log: number }>();
  let total = 0;
  for (let number = 0; number < answerCount; number++) {
    const log = logs[number] ?? 0;
    if (log < most - FAR) continue;
    const share = Math.exp(log - most);
    const { target, section } = targetAt(number);
    total += share;
    const known = sections.get(section);
    if (known === undefined) sections.set(section, { share, target, log });
    else {
      known.share += share;
      if (log > known.log) Object.assign(known, { target, log });
    }
  }
  const [first, other] = sortFew([...sections.values()], (a, b) => b.share - a.share);
  if (first === undefined) return null;
  return { target: first.target, share: first.share / total, other: other?.target ?? null };
}
