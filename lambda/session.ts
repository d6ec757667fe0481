/**
 * What a conversation remembers between turns, kept in Alexa's session attributes. It holds places,
 * keys, settings and what was loaded of them, never what a listener said. Whatever comes back from outside is read with distrust:
 * a part that does not fit is forgotten, the rest is kept.
 */
import { type Loaded, readLoaded } from './memory/memory.ts';
import type { Line } from './reply.ts';

/** A piece of an answer, and the sentence of it to begin with; 0 where it is left out. */
export interface SentencePlace {
  readonly id: string;
  readonly piece: number;
  readonly sentence?: number;
}

/** What a "yes" would lead to. */
export type Offer =
  | ({ readonly to: 'answer' } & SentencePlace)
  | { readonly to: 'question'; readonly index: number }
  | { readonly to: 'kept'; readonly index: number }
  /** The topics from number `next` on; those from `listed` on were just said. */
  | { readonly to: 'topics'; readonly next: number; readonly listed: number | null }
  /** Everything that is stored of the listener, to be deleted. */
  | { readonly to: 'forget' }
  /** One of these was meant: `answer/<id>` or `term/<id>`. */
  | { readonly to: 'choice'; readonly options: readonly string[] };

/** Steps of the speaking rate: 0 is the voice's own. */
export type Speed = -2 | -1 | 0 | 1 | 2;
/** Whether an answer stops after its short form or goes on to its continuations. */
export type Detail = 'short' | 'full';

/** What was said last, for "repeat". */
export interface Spoken {
  readonly say: readonly Line[];
  readonly ask: Line | null;
  readonly reprompt: Line | null;
}

export interface Session {
  /** Version of this shape. Changing the shape needs a migration. */
  readonly version: 1;
  /** The piece of the guide that was heard last. */
  readonly at: SentencePlace | null;
  /** Time of the request that `last` answered, in milliseconds since 1970. */
  readonly spokenAtMs: number | null;
  /** Id of the section that is talked about: what "it" means. */
  readonly about: string | null;
  readonly offer: Offer | null;
  /** Id of the last term that was explained or said. */
  readonly term: string | null;
  readonly last: Spoken | null;
  /** Ids of the answers that were heard, latest last. */
  readonly heard: readonly string[];
  /** Questions in a row that the guide could not place. */
  readonly misses: number;
  readonly disclaimed: boolean;
  readonly speed: Speed;
  readonly detail: Detail;
  /** Ids of the questions for the doctor that the listener keeps. */
  readonly kept: readonly string[];
  /** Id of the question for the doctor that was read last. */
  readonly question: string | null;
  /** What was read from the store in this session; null before it was read. */
  readonly memory: Loaded | null;
  /** Prompt id to the variant that was used last. */
  readonly variants: Readonly<Record<string, number>>;
}

/** Answers that are remembered as heard; older ones may be offered again. */
const MOST_HEARD = 60;
const MOST_LINES = 6;
/** How fast each speed is, as a share of the voice's own. */
export const SPEED_FACTORS: Readonly<Record<Speed, number>> = {
  [-2]: 0.7,
  [-1]: 0.85,
  0: 1,
  1: 1.2,
  2: 1.4,
};
export const SPEEDS: readonly Speed[] = [-2, -1, 0, 1, 2];
export const MOST_KEPT = 20;
/** The highest count that is remembered. */
export const MOST_COUNTED = 999;
const LONGEST_KEY = 120;
const MOST_VARIANTS = 100;

export const newSession: Session = {
  version: 1,
  at: null,
  spokenAtMs: null,
  about: null,
  offer: null,
  term: null,
  last: null,
  heard: [],
  misses: 0,
  disclaimed: false,
  speed: 0,
  detail: 'short',
  kept: [],
  question: null,
  memory: null,
  variants: {},
};

/**
 * The session with some of its parts changed. All sessions have their parts in one order, which lets
 * the engine read and copy each the same way: to spread them takes a microsecond each time.
 */
export function changed(session: Session, changes: Partial<Session>): Session {
  const { version, at, spokenAtMs, about, offer, term, last, heard, misses } = session;
  const { disclaimed, speed, detail, kept, question, memory, variants } = session;
  const copy: Session = {
    version,
    at,
    spokenAtMs,
    about,
    offer,
    term,
    last,
    heard,
    misses,
    disclaimed,
    speed,
    detail,
    kept,
    question,
    memory,
    variants,
  };
  return Object.assign(copy, changes);
}

/** The answers that were heard, with one more. */
export function withHeard(heard: readonly string[], id: string): string[] {
  const all = heard.filter((other) => other !== id);
  all.push(id);
  return all.length > MOST_HEARD ? all.slice(-MOST_HEARD) : all;
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
