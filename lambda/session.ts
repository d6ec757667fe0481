/**
 * What a conversation remembers between turns, kept in Alexa's session attributes. It holds places,
 * keys, settings and what was loaded of them, never what a listener said.
 */
import type { Loaded } from './memory/memory.ts';
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
export const MOST_HEARD = 60;
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
