/**
 * Finds what speech recognition made of a hard term: runs of one to four words that sound like it.
 * Sounds are compared as Double Metaphone codes, which keep the consonants that a listener says.
 */
import { doubleMetaphone } from 'double-metaphone';
import type { UnderstandingIndex } from './index-file.ts';

export interface SoundAlike {
  readonly term: string;
  readonly start: number;
  readonly length: number;
  /** 0 to 1; at 1 the run sounds the same as the term. */
  readonly likeness: number;
}

/** Most words that a mis-heard term falls into. */
const LONGEST_RUN = 4;
/** A code shorter than this says too little: "ki" and "hai" are found by their listed forms only. */
const SHORTEST_CODE = 4;
/** Below this, a run does not sound like the term. */
export const SOUNDS_ALIKE = 0.7;

/** A run of everyday words has to sound more like it. */
const ALMOST_THE_SAME = 0.8;

/** The sound code of a run of words. */
export function soundCode(words: string): string {
  return doubleMetaphone(words.replace(/\s+/g, ''))[0];
}

/**
 * The run of words that sounds most like a term, among the runs that hold an odd word: one that
 * stands in no sample. Null if none sounds like any.
 */
export function findSoundAlike(
  words: readonly string[],
  isOdd: (word: string) => boolean,
  { sounds }: Pick<UnderstandingIndex, 'sounds'>,
): SoundAlike | null {
  let best: SoundAlike | null = null;
  for (let start = 0; start < words.length; start++) {
    for (let length = 1; length <= LONGEST_RUN && start + length <= words.length; length++) {
      const run = words.slice(start, start + length);
      const least = run.some(isOdd) ? SOUNDS_ALIKE : ALMOST_THE_SAME;
      if (least === ALMOST_THE_SAME && length === 1) continue;
      const letters = run.join('');
      const code = soundCode(letters);
      if (code.length < SHORTEST_CODE - 1) continue;
      for (const [termCode, termLetters, term] of sounds) {
        if (Math.abs(termCode.length - code.length) > 2) continue;
        const likeness = likenessOf(code, termCode, letters, termLetters);
        if (likeness >= least && likeness > (best?.likeness ?? 0)) {
          best = { term, start, length, likeness };
        }
      }
    }
  }
  return best;
}

/** How alike two runs are: their sounds count most, their letters tell apart what sounds alike. */
function likenessOf(code: string, termCode: string, letters: string, termLetters: string): number {
  const sound = similarity(code, termCode);
  if (sound < 0.6) return 0;
  return 0.65 * sound + 0.35 * similarity(letters, termLetters);
}

/** 1 minus the edit distance, as a share of the longer one. */
function similarity(a: string, b: string): number {
  return 1 - editDistance(a, b) / Math.max(a.length, b.length, 1);
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
