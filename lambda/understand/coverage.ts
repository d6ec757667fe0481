/**
 * How likely a question is one that the guide answers, by all of what is said together: a logistic
 * regression that the compiler trains on the samples (compiler/train-coverage.ts). Signs tell of single
 * phrases; this weighs them with the words around them.
 */
import type { CueEntry } from './index-file.ts';
import type { FoundSigns } from './signs.ts';
import type { Token } from './tokens.ts';

/** What a word weighs by itself, and with the word after it; more than 0 for what is answered. */
export interface CueWeights {
  readonly alone: number;
  readonly before: ReadonlyMap<string, number>;
}

export interface CoverageIndex {
  readonly cuesFrom: (first: string) => CueWeights | undefined;
}

export function readCues(entry: CueEntry | undefined): CueWeights | undefined {
  if (entry === undefined) return undefined;
  const [alone, before = {}] = entry;
  const pairs = Object.entries(before).map(([word, weight]) => [word, weight / 100] as const);
  return { alone: alone / 100, before: new Map(pairs) };
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

/** Hands on the cues of a question, each once: a word by itself, or with the one after it. */
export function eachCue(
  { units, tokens, signs }: Cued,
  hear: (first: string, second?: string) => void,
): void {
  hear(START);
  let before = START;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? '';
    if (units.indexOf(unit) === at) hear(unit);
    if (isFirstPair(units, at)) hear(before, unit);
    before = unit;
  }
  hear(before, END);
  for (const [at, { token }] of tokens.entries()) {
    if (!units.includes(token) && isFirstToken(tokens, at)) hear(token);
  }
  for (const kind of Object.keys(signs) as (keyof FoundSigns)[]) {
    hear(`!${kind}`);
    hear(`!${kind}`, signs[kind]);
  }
}

/** Whether a word stands there for the first time after the one before it. */
function isFirstPair(units: readonly string[], end: number): boolean {
  for (let at = 1; at < end; at++) {
    if (units[at] === units[end] && units[at - 1] === units[end - 1]) return false;
  }
  return true;
}

function isFirstToken(tokens: readonly Token[], end: number): boolean {
  for (let at = 0; at < end; at++) if (tokens[at]?.token === tokens[end]?.token) return false;
  return true;
}

/** How likely a question is one that the guide answers, 0 to 1. */
export function coverageOf(question: Cued, { cuesFrom }: CoverageIndex): number {
  let sum = 0;
  eachCue(question, (first, second) => {
    const weights = cuesFrom(first);
    if (weights === undefined) return;
    sum += second === undefined ? weights.alone : (weights.before.get(second) ?? 0);
  });
  return toLikelihood(sum);
}

/** The logistic function. */
export function toLikelihood(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
