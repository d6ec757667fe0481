/**
 * What a handler decides: plain data that says what to speak, what to ask and what to remember.
 * Rendering (respond.ts) turns it into Alexa's response and decides nothing.
 */
import type { Session } from './session.ts';

/** One idea: the key of a text, or a prompt's key with the keys that fill its places. */
export type Line = string | readonly [key: string, fills: Readonly<Record<string, string>>];

export type Outcome =
  | 'welcome'
  | 'answer'
  | 'definition'
  | 'list'
  | 'clarify'
  | 'not-covered'
  | 'advice'
  | 'urgent'
  | 'control'
  | 'goodbye'
  | 'error';

/** A closing question. The microphone is open exactly when there is one. */
export interface Question {
  readonly line: Line;
  /** Said after eight seconds of silence: shorter, and with one thing to say. */
  readonly reprompt: Line;
}

export interface CardContent {
  /** Key of the title's text. */
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface SpokenReply {
  readonly kind: 'spoken';
  readonly outcome: Outcome;
  readonly answerId: string | null;
  readonly section: string | null;
  readonly say: readonly Line[];
  readonly ask: Question | null;
  readonly card: CardContent | null;
  readonly session: Session;
}

/** A request that Alexa lets no skill answer, or that asks for nothing: no speech, no card. */
export interface SilentReply {
  readonly kind: 'silent';
}

/** Whether the skill could fulfil an intent: asked by Alexa, never heard by a listener. */
export interface CanFulfilReply {
  readonly kind: 'can-fulfil';
  readonly verdict: 'YES' | 'NO';
  /** Slot name to whether the skill knows what was heard there. */
  readonly slots: Readonly<Record<string, boolean>>;
}

/** The listener confirmed to be forgotten: the store is emptied, then they are told how that went. */
export interface ForgetReply {
  readonly kind: 'forget';
}

export type Reply = SpokenReply | SilentReply | CanFulfilReply | ForgetReply;
