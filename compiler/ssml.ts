/**
 * Renders a text for the catalogue: each piece as plain words and as SSML, so that the skill has only to
 * join pieces. The only user of ssml-builder. It makes up for that library's faults: each tag is built
 * by a Speech of its own, because the library puts a space between any two elements; what it leaves
 * unescaped (aliases, digits, phonemes) is escaped here; text is escaped once, by the library.
 */
import SpeechBuilder from 'ssml-builder';
import type { Piece, Text } from '../lambda/catalogue.ts';
import { atRate } from '../lambda/speech.ts';
import type { Pronunciation, Segment } from './spoken-text.ts';

const SLOWLY = '60%';
/** The rest after each letter of a word that is spelled, and after each group of a number. */
const REST = '200ms';

/** The pieces of a text: all that stands between two places to fill in is one. */
export function toText(segments: readonly Segment[]): Text {
  const pieces: Piece[] = [];
  let plain = '';
  let ssml = '';
  let withoutSounds = '';
  const endPiece = (): void => {
    if (plain !== '') pieces.push(toPiece(plain, ssml, withoutSounds));
    plain = '';
    ssml = '';
    withoutSounds = '';
  };
  for (const segment of segments) {
    if (typeof segment === 'object' && 'fill' in segment) {
      endPiece();
      pieces.push({ place: segment.fill });
      continue;
    }
    plain += toPlain(segment);
    ssml += toSsml(segment, true);
    withoutSounds += toSsml(segment, false);
  }
  endPiece();
  return pieces;
}

function toPiece(plain: string, ssml: string, withoutSounds: string): Piece {
  if (ssml !== withoutSounds) return [plain, ssml, withoutSounds];
  return plain === ssml ? [plain] : [plain, ssml];
}

type SpokenSegment = Exclude<Segment, { readonly fill: string }>;

function toPlain(segment: SpokenSegment): string {
  if (typeof segment === 'string') return segment;
  if ('term' in segment) return segment.term;
  if ('slow' in segment) return segment.slow;
  if ('digits' in segment) return segment.digits;
  return segment.letters.join(', ').toUpperCase();
}

/** SSML for voices that have the IPA sounds of the glossary, or for those that do not. */
function toSsml(segment: SpokenSegment, hasSounds: boolean): string {
  const speech = new SpeechBuilder();
  if (typeof segment === 'string') {
    speech.say(segment);
  } else if ('term' in segment) {
    addTerm(speech, segment.term, segment.sound, hasSounds);
  } else if ('digits' in segment) {
    addDigits(speech, segment.digits);
  } else if ('slow' in segment) {
    addTerm(speech, segment.slow, segment.sound, hasSounds);
    return atRate(speech.ssml(true), SLOWLY);
  } else {
    addLetters(speech, segment.letters);
  }
  return speech.ssml(true);
}

function addTerm(
  speech: SpeechBuilder,
  written: string,
  sound: Pronunciation | undefined,
  hasSounds: boolean,
): void {
  if (sound === undefined) speech.say(written);
  else if ('spelled' in sound) speech.spell(written);
  else if (hasSounds && sound.ipa !== undefined) speech.phoneme('ipa', sound.ipa, written);
  else speech.sub(escapeAttribute(sound.sub), written);
}

/** Letter by letter, with a rest between each two: one after the last would leave its full stop alone. */
function addLetters(speech: SpeechBuilder, letters: readonly string[]): void {
  for (const [index, letter] of letters.entries()) {
    if (index > 0) speech.pause(REST);
    speech.spell(letter);
  }
}

/** A phone number: digit by digit, with a rest after each group. */
function addDigits(speech: SpeechBuilder, number: string): void {
  const groups = number.split(/\D+/).filter((group) => group !== '');
  for (const [index, group] of groups.entries()) {
    if (index > 0) speech.pause(REST);
    speech.sayAs({ word: group, interpret: 'digits' });
  }
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/'/g, '&apos;');
}
