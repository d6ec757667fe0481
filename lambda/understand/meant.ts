/**
 * Which answer a question means, and how sure that is: by the samples that are closest to it and by the
 * weights of all of its words, together. Each misleads where the other does not: words of one sample may
 * stand in a question about something else, and usual words tell nothing of who does what to whom.
 */
import type { Candidate } from './closest.ts';
import type { TargetEntry } from './index-file.ts';
import {
  type Phrased,
  type PhrasingIndex,
  weightFor,
  type Weights,
  weightsOf,
} from './phrasing.ts';
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

/** What a question is known by: the targets that are near it, and what its words weigh. */
interface Read extends Phrased {
  readonly near: readonly Candidate[];
  readonly weights: Weights | null;
}

/** The answers of a section together, and the likeliest of them. */
interface LikelySection {
  share: number;
  target: string;
  log: number;
}

/** The answer that is meant, by its scores where samples are near and by the words' weights for all answers. */
export function whatIsMeant(reading: Read, index: MeantIndex): Meant | null {
  const answers = reading.near.filter(({ kind }) => kind === null);
  const weights = reading.weights ?? weightsOf(reading, index);
  const { targets } = weights;
  const best = answers.reduce((highest, { score }) => Math.max(highest, score), 0);
  const far = Math.max(0, best - FURTHER);
  let most = -Infinity;
  for (const { number, score } of answers) most = Math.max(most, logOf(number, score, weights));
  for (let at = 0; at < targets.length; at++) {
    const number = targets[at] ?? 0;
    const log = logOf(number, far, weights);
    if (log > most && number < index.answerCount) most = log;
  }
  const sections = new Map<string, LikelySection>();
  for (const { number, score } of answers) {
    addTo(sections, index.targetAt(number), logOf(number, score, weights), most);
  }
  for (let at = 0; at < targets.length; at++) {
    const number = targets[at] ?? 0;
    const log = logOf(number, far, weights);
    if (log < most - FAR || number >= index.answerCount) continue;
    const isNear = answers.some((answer) => answer.number === number);
    if (!isNear) addTo(sections, index.targetAt(number), log, most);
  }
  return mostLikely(sortFew([...sections.values()], (a, b) => b.share - a.share));
}

/** How likely an answer is meant: a logarithm, up to the same number for all. */
function logOf(number: number, score: number, weights: Weights): number {
  return OF_SAMPLES * score + (OF_WORDS / 100) * weightFor(number, weights);
}

function addTo(
  sections: Map<string, LikelySection>,
  { target, section }: TargetEntry,
  log: number,
  most: number,
): void {
  if (log < most - FAR) return;
  const share = Math.exp(log - most);
  const known = sections.get(section);
  if (known === undefined) {
    sections.set(section, { share, target, log });
    return;
  }
  known.share += share;
  if (log > known.log) Object.assign(known, { target, log });
}

function mostLikely(sections: readonly LikelySection[]): Meant | null {
  const [first, other] = sections;
  if (first === undefined) return null;
  const total = sections.reduce((sum, { share }) => sum + share, 0);
  return { target: first.target, share: first.share / total, other: other?.target ?? null };
}
