/**
 * Speech from the pieces that the compiler rendered (compiler/ssml.ts): joined, with breaths between the
 * ideas, at the listener's speed. Nothing that comes from outside gets in here.
 */
import type { Text } from './catalogue.ts';
import { type Speed, SPEED_FACTORS } from './session.ts';

/** Well-formed SSML that begins with `<speak>`. Only this module makes it. */
export type Ssml = string & { readonly ssml: unique symbol };

export interface Voice {
  /** Whether the voice has the IPA sounds of the glossary; if not, respellings are read. */
  readonly phonemes: boolean;
  readonly speed: Speed;
}

/** The breath between two ideas. */
const BREATH = " <break time='400ms'/> ";

/** Speech for a list of ideas, with a breath between each two. */
export function toSpeech(texts: readonly Text[], { phonemes, speed }: Voice): Ssml {
  let ssml = '';
  for (const text of texts) {
    if (text.length > 0) ssml += (ssml === '' ? '' : BREATH) + toIdea(text, phonemes);
  }
  if (speed === 0) return `<speak>${ssml}</speak>` as Ssml;
  return `<speak>${atRate(ssml, `${Math.round(SPEED_FACTORS[speed] * 100)}%`)}</speak>` as Ssml;
}

function toIdea(text: Text, phonemes: boolean): string {
  let idea = '';
  for (const piece of text) {
    if ('place' in piece) continue;
    const [plain, ssml = plain, withoutSounds = ssml] = piece;
    idea += phonemes ? ssml : withoutSounds;
  }
  return idea;
}

/** SSML at another rate, in percent of the voice's own. */
export function atRate(ssml: string, rate: string): string {
  return `<prosody rate='${rate}'>${ssml}</prosody>`;
}
