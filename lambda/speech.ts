/**
 * The one module that speaks SSML, and the only user of ssml-builder. It makes up for that library's
 * faults: each tag is built by a Speech of its own, because the library puts a space between any two
 * elements; what it leaves unescaped (aliases, digits, phonemes) is escaped here; text is escaped
 * once, by the library.
 */
import SpeechBuilder from 'ssml-builder';
import { entryOf, type Pronunciation, type Segment, type Text } from './catalogue.ts';
import { lettersOf } from './lines.ts';
import { type Speed, SPEED_FACTORS } from './session.ts';

/** Well-formed SSML that begins with `<speak>`. Only this module makes it. */
export type Ssml = string & { readonly ssml: unique symbol };

export interface Voice {
  /** Whether the voice has the IPA sounds of the glossary; if not, respellings are read. */
  readonly phonemes: boolean;
  readonly speed: Speed;
  /** Written form, in lower case, to its sound. */
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
}

const SLOWLY = '60%';
/** The breath between two ideas. */
const BREATH = '400ms';
/** The rest after each letter of a word that is spelled. */
const LETTER_REST = '200ms';

/** Speech for a list of ideas, with a breath between each two. */
export function toSpeech(texts: readonly Text[], voice: Voice): Ssml {
  const speech = new SpeechBuilder();
  const spoken = texts.filter((text) => text.length > 0);
  for (const [index, text] of spoken.entries()) {
    if (index > 0) speech.pause(BREATH);
    speech.sayWithSSML(text.map((segment) => toFragment(segment, voice)).join(''));
  }
  const ssml = speech.ssml(true);
  const rate = `${Math.round(SPEED_FACTORS[voice.speed] * 100)}%`;
  return `<speak>${voice.speed === 0 ? ssml : atRate(ssml, rate)}</speak>` as Ssml;
}

/** SSML at another rate. The library's own prosody would escape the tags in it. */
function atRate(ssml: string, rate: string): string {
  return `<prosody rate='${rate}'>${ssml}</prosody>`;
}

function toFragment(segment: Segment, voice: Voice): string {
  const speech = new SpeechBuilder();
  if (typeof segment === 'string') {
    speech.say(segment);
  } else if ('term' in segment) {
    addTerm(speech, segment.term, voice);
  } else if ('digits' in segment) {
    addDigits(speech, segment.digits);
  } else if ('slow' in segment) {
    addTerm(speech, segment.slow, voice);
    return atRate(speech.ssml(true), SLOWLY);
  } else if ('letters' in segment) {
    addLetters(speech, segment.letters);
  }
  return speech.ssml(true);
}

function addTerm(speech: SpeechBuilder, written: string, voice: Voice): void {
  const sound = entryOf(voice.pronunciations, written.toLowerCase());
  if (sound === undefined) speech.say(written);
  else if ('spelled' in sound) speech.spell(written);
  else if (voice.phonemes && sound.ipa !== undefined) speech.phoneme('ipa', sound.ipa, written);
  else speech.sub(escapeAttribute(sound.sub), written);
}

/** Letter by letter, with a rest between each two: one after the last would leave its full stop alone. */
function addLetters(speech: SpeechBuilder, word: string): void {
  for (const [index, letter] of lettersOf(word).entries()) {
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
