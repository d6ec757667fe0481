/**
 * What a question is weighed by as a whole: its words, each two in a row, its tokens and its signs. Whether
 * it is answered (coverage.ts) and how it is phrased (phrasing.ts) are learned of the same cues.
 */
import type { FoundSigns } from './signs.ts';
import type { Stem } from './stem.ts';
import type { Token } from './tokens.ts';

/** They stand before the first word and after the last; the first is in every question. */
const START = '^';
const END = '$';
/** So many words of a question are looked at. Nobody says more in a breath. */
const MOST_WORDS = 60;

type Told = Pick<Token, 'stem'>;

/** What the cues of a question are taken from: its units (phrasing.ts), its tokens and its signs. */
export interface Cued {
  readonly units: readonly Stem[];
  readonly tokens: readonly Told[];
  readonly signs: FoundSigns;
}

export interface CueIndex {
  readonly stemOf: (text: string) => Stem;
}

/** Tells of the cues of a question, each once: its words, each two in a row, its tokens and its signs. */
export function visitCues(
  question: Cued,
  { stemOf }: CueIndex,
  tell: (first: Stem, second?: Stem) => void,
): void {
  // To tell each once, every word is compared with those before it: with thousands it would take seconds.
  const units = question.units.slice(0, MOST_WORDS);
  const start = stemOf(START);
  tell(start);
  let before = start;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? start;
    const isNew = units.indexOf(unit) === at;
    if (isNew) tell(unit);
    if (isNew || !isPairBefore(before, unit, at, units)) tell(before, unit);
    before = unit;
  }
  tell(before, stemOf(END));
  const tokens = question.tokens.slice(0, MOST_WORDS);
  for (let at = 0; at < tokens.length; at++) {
    const stem = tokens[at]?.stem ?? start;
    if (units.includes(stem) || isTokenBefore(stem, at, tokens)) continue;
    tell(stem);
  }
  for (const [kind, id] of Object.entries(question.signs)) {
    const sign = stemOf(`!${kind}`);
    tell(sign);
    tell(sign, stemOf(id));
  }
}

/** Whether two words stand in a row before a word that is the second of them. */
function isPairBefore(first: Stem, second: Stem, at: number, units: readonly Stem[]): boolean {
  for (let n = 1; n < at; n++) if (units[n] === second && units[n - 1] === first) return true;
  return false;
}

function isTokenBefore(stem: Stem, end: number, tokens: readonly Told[]): boolean {
  for (let n = 0; n < end; n++) if (tokens[n]?.stem === stem) return true;
  return false;
}

/** The cues of a question by their names, see {@link visitCues}: two in a row with a space between them. */
export function cuesOf(question: Cued, index: CueIndex): string[] {
  const cues: string[] = [];
  visitCues(question, index, (first, second) => {
    cues.push(second === undefined ? first.text : `${first.text} ${second.text}`);
  });
  return cues;
}
