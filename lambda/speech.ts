/**
 * The one module that speaks SSML, and the only user of ssml-builder. It makes up for that library's
 * faults: each tag is built by a Speech of its own, because the library puts a space between any two
 * elements; what it leaves unescaped (aliases, digits, phonemes) is escaped here; text is escaped
 * once, by the library. What was made of a segment is kept: the catalogue has the same few thousand.
 */
import SpeechBuilder from 'ssml-builder';
import type { Pronunciation, Segment, Text } from './catalogue.ts';
import { type Speed, SPEED_FACTORS } from './session.ts';

/** Well-formed SSML that begins with `<speak>`. Only this module makes it. */
export type Ssml = string & { readonly ssml: unique symbol };

export interface Voice {
  /** Whether the voice has the IPA sounds of the glossary; if not, respellings are read. */
  readonly phonemes: boolean;
  readonly speed: Speed;
}

const SLOWLY = '60%';
/** The breath between two ideas. */
const BREATH = '400ms';
/** The rest after each letter of a word that is spelled. */
const LETTER_REST = '200ms';

/** Speech for a list of ideas, with a breath between each two. */
export function toSpeech(texts: readonly Text[], { phonemes, speed }: Voice): Ssml {
  const ideas = texts.filter((text) => text.length > 0);
  const ssml = ideas.map((text) => toFragments(text, phonemes)).join(breath);
  if (speed === 0) return `<speak>${ssml}</speak>` as Ssml;
  return `<speak>${atRate(ssml, `${Math.round(SPEED_FACTORS[speed] * 100)}%`)}</speak>` as Ssml;
}

const breath = ` ${new SpeechBuilder().pause(BREATH).ssml(true)} `;

/** SSML at another rate. The library's own prosody would escape the tags in it. */
function atRate(ssml: string, rate: string): string {
  return `<prosody rate='${rate}'>${ssml}</prosody>`;
}

/** Segment to its SSML, for voices with the sounds of the glossary and for those without. */
const fragmentsWith = new Map<Segment, string>();
const fragmentsWithout = new Map<Segment, string>();

function toFragments(text: Text, phonemes: boolean): string {
  const known = phonemes ? fragmentsWith : fragmentsWithout;
  let ssml = '';
  for (const segment of text) {
    let fragment = known.get(segment);
    if (fragment === undefined) {
      fragment = toFragment(segment, phonemes);
      known.set(segment, fragment);
    }
    ssml += fragment;
  }
  return ssml;
}

function toFragment(segment: Segment, phonemes: boolean): string {
  const speech = new SpeechBuilder();
  if (typeof segment === 'string') {
    speech.say(segment);
  } else if ('term' in segment) {
    addTerm(speech, segment.term, segment.sound, phonemes);
  } else if ('digits' in segment) {
    addDigits(speech, segment.digits);
  } else if ('slow' in segment) {
    addTerm(speech, segment.slow, segment.sound, phonemes);
    return atRate(speech.ssml(true), SLOWLY);
  } else if ('letters' in segment) {
    addLetters(speech, segment.letters);
  }
  return speech.ssml(true);
}

function addTerm(
  speech: SpeechBuilder,
  written: string,
  sound: Pronunciation | undefined,
  phonemes: boolean,
): void {
  if (sound === undefined) speech.say(written);
  else if ('spelled' in sound) speech.spell(written);
  else if (phonemes && sound.ipa !== undefined) speech.phoneme('ipa', sound.ipa, written);
  else speech.sub(escapeAttribute(sound.sub), written);
}

/** Letter by letter, with a rest between each two: one after the last would leave its full stop alone. */
function addLetters(speech: SpeechBuilder, letters: readonly string[]): void {
  for (const [index, letter] of letters.entries()) {
    if (index > 0) speech.pause(LETTER_REST);
    speech.spell(letter);
  }
}

/** A phone number: digit by digit, with a rest after each group. */
function addDigits(speech: SpeechBuilder, number: string): void {
  const groups = number.split(/\D+/).filter((group) => group !== '');
  for (const [index, group] of groups.entries()) {
    if (index > 0) speech.pause(LETTER_REST);
    speech.sayAs({ word: group, interpret: 'digits' });
  }
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/'/g, '&apos;');
}
