/**
 * How likely a question is one that the guide answers, by all of what is said together: a logistic
 * regression that the compiler trains on the samples (compiler/train-coverage.ts). Signs tell of single
 * phrases; this weighs them with the words around them.
 */
import type { CueEntry } from './index-file.ts';
import type { FoundSigns } from './signs.ts';
import type { Token } from './tokens.ts';

/** A word of a question, or two in a row, that says something of whether it is answered. */
export interface Cue {
  readonly first: string;
  /** The word after it; '' where it counts by itself. */
  readonly second: string;
}

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

/** The cues of a question, each once: its units (phrasing.ts), its word groups and its signs. */
export function cuesOf(
  units: readonly string[],
  tokens: readonly Token[],
  signs: FoundSigns,
): Cue[] {
  const cues = new Map<string, Cue>();
  const add = (first: string, second = ''): void => {
    cues.set(`${first} ${second}`, { first, second });
  };
  add(START);
  for (const [at, unit] of units.entries()) {
    add(unit);
    add(units[at - 1] ?? START, unit);
  }
  add(units.at(-1) ?? START, END);
  for (const { token } of tokens) add(token);
  for (const [kind, id] of Object.entries(signs)) {
    add(`!${kind}`);
    add(`!${kind}`, id);
  }
  return [...cues.values()];
}

/** How likely a question with these cues is one that the guide answers, 0 to 1. */
export function coverageOf(cues: readonly Cue[], { cuesFrom }: CoverageIndex): number {
  let sum = 0;
  for (const { first, second } of cues) {
    const weights = cuesFrom(first);
    if (weights === undefined) continue;
    sum += second === '' ? weights.alone : (weights.before.get(second) ?? 0);
  }
  return toLikelihood(sum);
}

/** The logistic function. */
export function toLikelihood(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
