/**
 * Where a listener was when they stopped. Alexa does not say how far it spoke, but each request has a
 * time: from the seconds between the answer and the stop follows the sentence that was being heard.
 */
import type { Catalogue } from './catalogue.ts';
import { toPlainText, toText } from './lines.ts';
import { offerAfter, type Place } from './path.ts';
import { type Session, SPEED_FACTORS } from './session.ts';

/** About what Alexa's voices say at their own speed: 155 words a minute. */
const WORDS_PER_SECOND = 2.6;
/** From the request to the first word, and from the last word that was heard to the next request. */
const DELAY_MS = 2000;
const ANSWER_LINE = /^answer\/([^/]+)\/(\d+)(?:\/from\/(\d+))?$/;

/** The place to go on from: the sentence that was cut off, or what comes next where all was heard. */
export function placeWhenStopped(
  catalogue: Catalogue,
  session: Session,
  nowMs: number | null,
): Session['at'] {
  const { at, last, spokenAtMs, speed, heard } = session;
  if (at === null || last === null || nowMs === null || spokenAtMs === null) return at;
  const heardSeconds = Math.max(0, nowMs - spokenAtMs - DELAY_MS) / 1000;
  let words = heardSeconds * WORDS_PER_SECOND * SPEED_FACTORS[speed];
  let hasAnswer = false;
  for (const line of last.say) {
    const [, id, piece, from] = (typeof line === 'string' && ANSWER_LINE.exec(line)) || [];
    if (typeof line !== 'string' || id === undefined) continue;
    hasAnswer = true;
    for (const [index, count] of sentenceLengths(catalogue, line).entries()) {
      const place = { id, piece: Number(piece) };
      const sentence = Number(from ?? 0) + index;
      // As a session is read: the first sentence is left out.
      if (words < count) return sentence === 0 ? place : { ...place, sentence };
      words -= count;
    }
  }
  const next: Place | null = hasAnswer ? offerAfter(catalogue, at, heard) : null;
  return next ?? at;
}

function sentenceLengths(catalogue: Catalogue, key: string): number[] {
  const sentences = toPlainText(toText(catalogue, key)).split(/(?<=[.!?])\s+/u);
  return sentences.map((sentence) => sentence.split(/\s+/).length);
}
