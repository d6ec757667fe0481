/**
 * Finds what speech recognition made of a hard term: runs of one to seven words that sound like it.
 * Sounds are compared as Double Metaphone codes, which keep the consonants that a listener says.
 */
import { doubleMetaphone } from 'double-metaphone';
import type { TermSound } from './index-file.ts';
import { remember } from './remember.ts';

export interface SoundAlike {
  /** What the run is read as: a term, a word that is mistaken for one, or `@drug`. */
  readonly token: string;
  readonly start: number;
  readonly length: number;
  /** 0 to 1; at 1 the run sounds the same as the term. */
  readonly likeness: number;
}

/** What a word is taken for before its sound is looked at. */
export type WordKind = 'term' | 'odd' | 'known';

/** Most words that a mis-heard term falls into. */
const LONGEST_RUN = 7;
/** In a question longer than this nobody mis-hears one word; it was written, or read out. */
const MOST_WORDS = 24;
/** No term has more letters than this, mis-heard ones included. */
const LONGEST_LETTERS = 24;
/** A code shorter than this says too little: "ki" and "hai" are found by their listed forms only. */
const SHORTEST_CODE = 3;
/** Most runs sound like no term from their first few sounds on. */
const BEGINNING = 4;
/** Below this, a run does not sound like the term; a single word does not below the second. */
const SOUNDS_ALIKE = 0.66;
const WORD_SOUNDS_ALIKE = 0.7;
/** What one word or two have to sound like to be taken for a drug that is no term. */
const DRUG_SOUNDS_ALIKE = 0.86;
/** A run of everyday words has to sound the same, and be spelled this much like it. */
const ALMOST_THE_SAME = 0.8;
/** A run that sounds this much like a term is taken for it; below, it is asked back. */
export const SURELY_HEARD = 0.78;
/** How much the sounds count; the letters tell apart what sounds alike. */
const SOUND_SHARE = 0.65;

interface Likely {
  readonly token: string;
  readonly likeness: number;
}

interface Sound {
  readonly code: string;
  /** Which sounds the code has, as bits. */
  readonly sounds: number;
  readonly letters: string;
  readonly token: string;
}

export interface SoundIndex {
  /** The term that a run sounds like, given its code and its letters; what was found is kept. */
  readonly closestTo: (codeAndLetters: string) => Likely | null;
  /** By the whole code. */
  readonly soundsOf: ReadonlyMap<string, readonly Sound[]>;
  /** What the codes begin with, as far as {@link BEGINNING}. */
  readonly beginnings: ReadonlySet<string>;
}

export function buildSoundIndex(sounds: readonly TermSound[]): SoundIndex {
  const termSounds = sounds.map(([code, letters, token]) => ({
    code,
    sounds: soundSet(code),
    letters,
    token,
  }));
  const soundsOf = new Map<string, Sound[]>();
  for (const sound of termSounds) {
    const same = soundsOf.get(sound.code);
    if (same === undefined) soundsOf.set(sound.code, [sound]);
    else same.push(sound);
  }
  // The terms that share the first or the second sound: mis-heard words begin much like the term.
  const soundsLike = remember((start) =>
    termSounds.filter(({ code }) => code[0] === start[0] || code[1] === start[1]),
  );
  const closestTo = remember((codeAndLetters): Likely | null => {
    const [code = '', letters = ''] = codeAndLetters.split(' ');
    return closestTerm(code, letters, SOUNDS_ALIKE, soundsLike(code.slice(0, 2)));
  });
  const beginnings = new Set(termSounds.map(({ code }) => code.slice(0, BEGINNING)));
  return { soundsOf, closestTo, beginnings };
}

function soundSet(code: string): number {
  let set = 0;
  for (let at = 0; at < code.length; at++) set |= 1 << (code.charCodeAt(at) & 31);
  return set;
}

function countOnes(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * The sound code of a word or of words written as one. Sounds that recognisers mix up are one: "j" and
 * "sh", "th" and "t"; a doubled sound is one too.
 */
export const soundCode = remember((letters: string) =>
  doubleMetaphone(letters)[0]
    .replace(/J/g, 'X')
    .replace(/0/g, 'T')
    .replace(/(.)\1+/g, '$1'),
);

/**
 * The run of words that sounds most like a term. A run that begins or ends with an odd word, one that
 * stands in no sample, is found more readily; a word that was read as a term already is in no run.
 * Null if none sounds like any.
 */
export function findSoundAlike(
  words: readonly string[],
  kinds: readonly WordKind[],
  index: SoundIndex,
): SoundAlike | null {
  if (words.length > MOST_WORDS) return null;
  let best: SoundAlike | null = null;
  let least = 0;
  const codes = words.map(soundCode);
  const lastOdd = kinds.lastIndexOf('odd');
  for (let start = 0; start < words.length; start++) {
    let letters = '';
    let code = '';
    for (let end = start; end < words.length && end < start + LONGEST_RUN; end++) {
      const isTerm = kinds[end] === 'term';
      if (isTerm && kinds[start] !== 'odd') break;
      letters += words[end] ?? '';
      if (letters.length > LONGEST_LETTERS) break;
      const isOdd = kinds[start] === 'odd' || kinds[end] === 'odd';
      code = join(code, codes[end] ?? '');
      if (isTerm && kinds[end + 1] === 'term') continue;
      if (code.length < SHORTEST_CODE || (!isOdd && end === start)) continue;
      if (!isOdd && !mayBeSame(code, index)) {
        // It may still be like a term, where it ends in an odd word.
        if (end >= lastOdd) break;
        continue;
      }
      const found = isOdd ? index.closestTo(`${code} ${letters}`) : sameSound(code, letters, index);
      const likeness = found === null ? 0 : likenessOf(found, end - start + 1, isTerm);
      if (found !== null && likeness > least) {
        least = likeness;
        best = { ...found, start, length: end - start + 1 };
      }
      if (isTerm) break;
    }
  }
  return best;
}

/** How much a run of so many words sounds like a term; 0 if that is not enough for it. */
function likenessOf({ token, likeness }: Likely, length: number, goesOn: boolean): number {
  const least = token.startsWith('@') ? leastForDrug(length) : length === 1 ? WORD_SOUNDS_ALIKE : 0;
  return likeness < least || (goesOn && likeness <= ALMOST_THE_SAME) ? 0 : likeness;
}

/** A drug that is no term cannot be asked back, and there are so many that two everyday words sound like one. */
function leastForDrug(length: number): number {
  return length > 2 ? SURELY_HEARD : DRUG_SOUNDS_ALIKE;
}

/** The code of two words said as one: a vowel is told at the start only, a doubled sound is one. */
function join(code: string, next: string): string {
  if (code === '') return next;
  const inner = next.startsWith('A') ? next.slice(1) : next;
  return code.endsWith(inner.charAt(0)) ? code + inner.slice(1) : code + inner;
}

/** Whether the sounds of any term begin like this. */
function mayBeSame(code: string, { beginnings }: SoundIndex): boolean {
  return code.length < BEGINNING || beginnings.has(code.slice(0, BEGINNING));
}

function sameSound(code: string, letters: string, { soundsOf }: SoundIndex): Likely | null {
  const same = soundsOf.get(code);
  return same === undefined ? null : closestTerm(code, letters, ALMOST_THE_SAME, same);
}

function closestTerm(
  code: string,
  letters: string,
  least: number,
  sounds: readonly Sound[],
): Likely | null {
  let token = '';
  let best = least;
  const heard = soundSet(code);
  for (const sound of sounds) {
    const longer = Math.max(code.length, sound.code.length);
    // Were the letters all the same, so many sounds could differ.
    const most = Math.floor(longer * (1 - (best - (1 - SOUND_SHARE)) / SOUND_SHARE));
    if (Math.abs(sound.code.length - code.length) > most) continue;
    if (countOnes(heard ^ sound.sounds) > 2 * most) continue;
    const changes = editDistance(code, sound.code, most);
    if (changes > most) continue;
    const likeSound = SOUND_SHARE * (1 - changes / longer);
    const longest = Math.max(letters.length, sound.letters.length);
    const mostLetters = Math.floor(longest * (1 - (best - likeSound) / (1 - SOUND_SHARE)));
    const letterChanges = editDistance(letters, sound.letters, mostLetters);
    if (letterChanges > mostLetters) continue;
    const likeness = likeSound + (1 - SOUND_SHARE) * (1 - letterChanges / longest);
    if (likeness < best) continue;
    best = likeness;
    token = sound.token;
  }
  return token === '' ? null : { token, likeness: best };
}

const row = new Uint8Array(64);

/** Levenshtein distance of two strings of less than 64 characters; any number above `most` if it is more. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    let least = i;
    row[0] = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const change = diagonal + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      const step = (above < (row[j - 1] ?? 0) ? above : (row[j - 1] ?? 0)) + 1;
      const next = change < step ? change : step;
      if (next < least) least = next;
      row[j] = next;
      diagonal = above;
    }
    if (least > most) return most + 1;
  }
  return row[b.length] ?? 0;
}
