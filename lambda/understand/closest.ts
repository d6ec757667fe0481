/** Scores what a question may ask for by the samples that are closest to it. */
import { type Asked, type Named, weigh } from './asked.ts';
import type { SignKind, TargetEntry } from './index-file.ts';
import { sortFew } from './sort-few.ts';
import type { TargetIndex } from './targets.ts';

export interface Candidate {
  /** The number of the target. */
  readonly number: number;
  /** `answer/<id>`, `safety/<id>`. */
  readonly target: string;
  readonly section: string;
  /** Of a safety entry. */
  readonly kind: SignKind | null;
  /** 0 to 1. */
  readonly score: number;
}

/** How much what only the question says takes away, and what only the sample says. */
const ASKED_ONLY = 0.35;
const SAMPLE_ONLY = 0.5;
/** How much the closest sample counts; the rest is the share of the question that the target knows. */
const SAMPLE_SHARE = 0.7;
/** A target whose closest sample is further away than this is none. */
const LEAST_CLOSENESS = 0.3;
/** Nothing is made of a lower score, not even in the section that is being heard. */
const LEAST_SCORE = 0.4;
/** So many targets are looked at closely, however much there is to ask for. */
const MOST_TARGETS = 200;

/** What a target that has some of the tokens of a question comes to, whichever target it is. */
interface Estimate {
  /** A bit for each token of the question that it has. */
  readonly has: number;
  /** What these tokens weigh. */
  readonly covered: number;
  /** How far the question is believed here, where it may lack a term, 0 to 1. */
  readonly belief: number;
  /** Its score cannot be higher. */
  readonly bound: number;
}

/** Targets that may be near, and have the same tokens of a question. */
interface LikelyTargets {
  readonly estimate: Estimate;
  readonly numbers: number[];
}

/**
 * The targets that are near the question and may be meant at all, best first: the best one, and all
 * whose score is at most `margin` lower. `leastFor` tells the score that a target needs to be meant; one
 * that cannot have it is not looked at.
 */
export function findCandidates(
  named: readonly Named[],
  index: TargetIndex,
  leastFor: (target: TargetEntry) => number,
  margin: number,
): Candidate[] {
  const asked = weigh(named);
  const candidates: Candidate[] = [];
  let best = 0;
  let left = MOST_TARGETS;
  for (const { estimate, numbers } of likelyTargets(asked, index)) {
    for (const number of numbers) {
      if (estimate.bound < best - margin || left-- === 0) return sortFew(candidates, byScore);
      const entry = index.targetAt(number);
      const needed = Math.max(LEAST_SCORE, best - margin, leastFor(entry));
      if (estimate.bound < needed) continue;
      const score = scoreOf(number, estimate, entry.weights, asked, needed);
      if (score < needed) continue;
      const { target, section, kind } = entry;
      candidates.push({ number, target, section, kind, score });
      best = Math.max(best, score);
    }
  }
  return sortFew(candidates, byScore);
}

/** The better one first; of two alike, the one whose name comes first. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.target < b.target ? -1 : 1);
}

/**
 * The targets whose samples, taken together, know enough of the question, best first. They are found by
 * the tokens that tell most: a target that has none of these is not likely, whatever else it has.
 */
function likelyTargets(question: Asked, { asked }: TargetIndex): LikelyTargets[] {
  const { tokens } = question;
  const telling = countTelling(question);
  let foundCount = 0;
  if (found.length < asked.length) found = new Uint32Array(asked.length);
  for (let n = 0; n < telling; n++) {
    const targets = tokens[n]?.token.targets ?? noTargets;
    for (let at = 0; at < targets.length; at++) {
      const number = targets[at] ?? 0;
      if (asked[number] === 0) found[foundCount++] = number;
      asked[number] = (asked[number] ?? 0) | (1 << n);
    }
  }
  const estimates = new Map<number, LikelyTargets>();
  const rest = ((1 << tokens.length) - 1) & ~((1 << telling) - 1);
  for (let at = 0; at < foundCount; at++) {
    const number = found[at] ?? 0;
    let has = asked[number] ?? 0;
    asked[number] = 0;
    if (estimateOf(has | rest, question, estimates).estimate.bound < LEAST_SCORE) continue;
    for (let n = telling; n < tokens.length; n++) {
      if (tokens[n]?.token.isOf(number) === true) has |= 1 << n;
    }
    const { estimate, numbers } = estimateOf(has, question, estimates);
    if (estimate.bound >= LEAST_SCORE) numbers.push(number);
  }
  const likely: LikelyTargets[] = [];
  for (const group of estimates.values()) if (group.numbers.length > 0) likely.push(group);
  return sortFew(likely, (a, b) => b.estimate.bound - a.estimate.bound);
}

/** How many tokens have to be looked up: the ones after them make no target likely by themselves. */
function countTelling(question: Asked): number {
  const { length } = question.tokens;
  let has = 0;
  for (let n = length - 1; n >= 0; n--) {
    has |= 1 << n;
    if (toEstimate(has, question).bound >= LEAST_SCORE) return n + 1;
  }
  return 0;
}

/** Many targets have the same tokens of a question: each set of them is estimated once. */
function estimateOf(
  has: number,
  question: Asked,
  known: Map<number, LikelyTargets>,
): LikelyTargets {
  const before = known.get(has);
  if (before !== undefined) return before;
  const likely = { estimate: toEstimate(has, question), numbers: [] };
  known.set(has, likely);
  return likely;
}

/** No sample of a target knows more of the tokens than all of them together. */
function toEstimate(has: number, question: Asked): Estimate {
  const { tokens, total } = question;
  let covered = 0;
  let lack = 1;
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n];
    if (token === undefined) continue;
    if ((has & (1 << n)) !== 0) covered += token.weight;
    else if (token.lack < lack) lack = token.lack;
  }
  const belief = lack * question.belief;
  const bound = belief * scoreFor(closenessOf(covered, total, 0), covered / total);
  return { has, covered, belief, bound };
}

const noTargets = new Uint32Array();
/** The targets that have any of the tokens that tell most; so many of them as are counted. */
let found = new Uint32Array();

/** For each sample of a target the weight that it shares with the question; all 0 between two targets. */
let shared = new Float64Array(256);
/** The numbers of the samples that share anything; so many of them as `touchedCount` tells. */
let touched = new Uint32Array(256);

/**
 * How close the closest sample is, and how much of the question all samples of the target know. A score
 * below `needed` may come out too low: samples that cannot reach it are not looked at.
 */
function scoreOf(
  number: number,
  { has, covered, belief }: Estimate,
  sampleWeights: readonly number[],
  asked: Asked,
  needed: number,
): number {
  const { tokens, total } = asked;
  if (sampleWeights.length > shared.length) {
    shared = new Float64Array(2 * sampleWeights.length);
    touched = new Uint32Array(2 * sampleWeights.length);
  }
  const share = covered / total;
  const least = (needed / belief - (1 - SAMPLE_SHARE) * share) / SAMPLE_SHARE;
  let touchedCount = 0;
  // What a sample may share that has none of the tokens before.
  let rest = covered;
  const given = givenIn(number, has, asked);
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n];
    if (token === undefined || (has & (1 << n)) === 0) continue;
    const { weight } = token;
    const samples = token.token.samplesIn(number);
    if (weight === 0) continue;
    const heaviest = heaviestFor(least, rest, total) + given.weight;
    // Of samples that share one token and nothing else the lightest is closest.
    const count = has === 1 << n ? Math.min(1, samples.length) : samples.length;
    for (let at = 0; at < count; at++) {
      const sample = samples[at] ?? 0;
      const before = shared[sample] ?? 0;
      if (before === 0) {
        if ((sampleWeights[sample] ?? 0) / 100 > heaviest) {
          // Samples come in the order of their weight: none of the others is close enough.
          if (touchedCount === 0) break;
          continue;
        }
        touched[touchedCount++] = sample;
      }
      shared[sample] = before + weight;
    }
    rest -= weight;
  }
  let closest = 0;
  for (let at = 0; at < touchedCount; at++) {
    const sample = touched[at] ?? 0;
    const both = shared[sample] ?? 0;
    shared[sample] = 0;
    const forgiven = given.samples.includes(sample) ? given.weight : 0;
    const sampleOnly = Math.max(0, (sampleWeights[sample] ?? 0) / 100 - both - forgiven);
    const closeness = closenessOf(both, total, sampleOnly);
    if (closeness > closest) closest = closeness;
  }
  return closest < LEAST_CLOSENESS ? 0 : belief * scoreFor(closest, share);
}

/** The samples that have what goes without saying, and what it weighs: they are forgiven for it. */
function givenIn(number: number, has: number, { tokens, given }: Asked): Given {
  if (given === -1 || (has & (1 << given)) === 0) return noneGiven;
  const token = tokens[given]?.token;
  if (token === undefined) return noneGiven;
  return { samples: token.samplesIn(number), weight: token.weight };
}

interface Given {
  readonly samples: readonly number[];
  readonly weight: number;
}

const noneGiven: Given = { samples: [], weight: 0 };

/** What a sample weighs at most that shares this much with the question and is this close to it. */
function heaviestFor(closeness: number, both: number, total: number): number {
  const sampleOnly = (both / closeness - both - ASKED_ONLY * (total - both)) / SAMPLE_ONLY;
  // What is close enough but for the last digit of a number counts.
  return both + sampleOnly + 1e-9;
}

/** How close a sample is, 0 to 1, by the weight of what it shares with the question (Tversky's index). */
function closenessOf(both: number, total: number, sampleOnly: number): number {
  return both / (both + ASKED_ONLY * (total - both) + SAMPLE_ONLY * sampleOnly);
}

function scoreFor(closeness: number, covered: number): number {
  return SAMPLE_SHARE * closeness + (1 - SAMPLE_SHARE) * covered;
}
