/**
 * Reads the session that comes back with a request. Whatever comes from outside is read with distrust: a
 * part that does not fit is forgotten, the rest is kept. A file that is loaded by the first turn that is
 * not the first of its session.
 */
import type { Catalogue } from './catalogue.ts';
import { keepKnown } from './known.ts';
import { readLoaded } from './memory/memory.ts';
import type { Line } from './reply.ts';
import {
  MOST_COUNTED,
  MOST_HEARD,
  MOST_KEPT,
  newSession,
  type Offer,
  type SentencePlace,
  type Session,
  type Speed,
  SPEEDS,
  type Spoken,
} from './session.ts';

const MOST_LINES = 6;
const LONGEST_KEY = 120;
const MOST_VARIANTS = 100;

/** Reads session attributes of any shape; only what the catalogue has is kept. */
export function readKnown(attributes: unknown, catalogue: Catalogue): Session {
  return keepKnown(readSession(attributes), catalogue);
}

/** Reads session attributes of any shape. Parts that do not fit are left at their defaults. */
export function readSession(attributes: unknown): Session {
  const given = isRecord(attributes) ? attributes : {};
  if (given['version'] !== 1) return newSession;
  return {
    version: 1,
    at: readPlace(given['at']),
    spokenAtMs: typeof given['spokenAtMs'] === 'number' ? given['spokenAtMs'] : null,
    about: readKey(given['about']),
    offer: readOffer(given['offer']),
    term: readKey(given['term']),
    last: readSpoken(given['last']),
    heard: readKeys(given['heard']).slice(-MOST_HEARD),
    misses: readCount(given['misses']) ?? 0,
    disclaimed: given['disclaimed'] === true,
    speed: readSpeed(given['speed']),
    detail: given['detail'] === 'full' ? 'full' : 'short',
    kept: readKeys(given['kept']).slice(0, MOST_KEPT),
    question: readKey(given['question']),
    memory: readLoaded(given['memory']),
    variants: readVariants(given['variants']),
  };
}

function readPlace(value: unknown): SentencePlace | null {
  if (!isRecord(value)) return null;
  const id = readKey(value['id']);
  const piece = readCount(value['piece']);
  const sentence = readCount(value['sentence']) ?? 0;
  if (id === null || piece === null) return null;
  return sentence === 0 ? { id, piece } : { id, piece, sentence };
}

function readOffer(value: unknown): Offer | null {
  if (!isRecord(value)) return null;
  switch (value['to']) {
    case 'answer': {
      const place = readPlace(value);
      return place && { to: 'answer', ...place };
    }
    case 'question':
    case 'kept': {
      const index = readCount(value['index']);
      return index === null ? null : { to: value['to'], index };
    }
    case 'topics': {
      const next = readCount(value['next']);
      return next === null ? null : { to: 'topics', next, listed: readCount(value['listed']) };
    }
    case 'forget':
      return { to: 'forget' };
    case 'choice': {
      const options = Array.isArray(value['options']) ? value['options'].map(readKey) : [];
      const known = options.filter((option) => option !== null).slice(0, 3);
      return known.length === 0 ? null : { to: 'choice', options: known };
    }
    default:
      return null;
  }
}

function readSpoken(value: unknown): Spoken | null {
  if (!isRecord(value) || !Array.isArray(value['say'])) return null;
  const say = value['say'].map(readLine).filter((line) => line !== null);
  return {
    say: say.slice(0, MOST_LINES),
    ask: readLine(value['ask']),
    reprompt: readLine(value['reprompt']),
  };
}

function readLine(value: unknown): Line | null {
  if (!Array.isArray(value)) return readKey(value);
  const key = readKey(value[0]);
  const fills: unknown = value[1];
  if (key === null || !isRecord(fills)) return null;
  const known: [string, string][] = [];
  for (const name of Object.keys(fills)) {
    const text = readKey(fills[name]);
    if (text === null || name.length > LONGEST_KEY || known.length === MOST_LINES) continue;
    known.push([name, text]);
  }
  return [key, Object.fromEntries(known)];
}

function readVariants(value: unknown): Record<string, number> {
  const known: Record<string, number> = {};
  if (!isRecord(value)) return known;
  let count = 0;
  for (const id of Object.keys(value)) {
    const variant = readCount(value[id]);
    if (variant === null || id.length > LONGEST_KEY || count === MOST_VARIANTS) continue;
    known[id] = variant;
    count += 1;
  }
  return known;
}

function readKeys(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.map(readKey).filter((key) => key !== null))];
}

function readSpeed(value: unknown): Speed {
  return SPEEDS.find((speed) => speed === value) ?? 0;
}

function readKey(value: unknown): string | null {
  return typeof value === 'string' && value.length <= LONGEST_KEY ? value : null;
}

function readCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_COUNTED
    ? value
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
