/**
 * The skill: one request handler that decides and renders, one error handler that stays calm, and a
 * door in front of both that nothing is thrown through.
 */
import type { ErrorHandler, RequestHandler } from 'ask-sdk-core';
import type { Request, RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Catalogue } from './catalogue.ts';
import { decide, loadControls } from './handlers/decide.ts';
import { ask, reply, type Turn } from './handlers/turn.ts';
import {
  intentNameOf,
  type Language,
  languageFor,
  readKnownSession,
  refusalOf,
  turnOf,
  withoutAttributes,
} from './incoming.ts';
import { late } from './late.ts';
import { errorFields } from './log.ts';
import {
  createSessionStore,
  type SessionStore,
  type SessionStoreOptions,
} from './memory/session-store.ts';
import type { ForgetReply, Reply } from './reply.ts';
import { toResponse } from './respond.ts';
import { createSdkSkill, type SkillInput } from './sdk-skill.ts';
import { changed, newSession, type Session } from './session.ts';
import type { LogTurn } from './turn-log.ts';
import {
  beginNote,
  noteMemory,
  noteReply,
  noteRequest,
  noteUnderstanding,
  type TurnNote,
} from './turn-note.ts';

export type { Language } from './incoming.ts';

export interface SkillOptions extends SessionStoreOptions {
  /** Gives the language of a locale; a locale that no language has gets the default one. */
  readonly languageOf: (locale: string) => Language;
  /** Where set, requests that are meant for another skill are refused. */
  readonly skillId?: string;
  /** Hears of every decided reply; the simulator prints from it. */
  readonly onReply?: (reply: FinalReply) => void;
  /** Hears of every turn when it has ended, the silent and the refused ones too. */
  readonly logTurn?: LogTurn;
}

/** A reply that can be rendered: where one was to be forgotten, it says how that went. */
type FinalReply = Exclude<Reply, ForgetReply>;

export type InvokeSkill = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/** Makes the function that answers a request envelope of any shape. It never rejects. */
export function createSkill(options: SkillOptions): InvokeSkill {
  const skill = createSdkSkill(requestHandler(options), errorHandler(options));
  const answer = async (event: unknown, note: TurnNote): Promise<ResponseEnvelope> => {
    const refusal = refusalOf(event, options.skillId);
    if (refusal !== null) {
      note.outcome = 'refused';
      options.log({ level: 'warn', event: 'request-refused', reason: refusal });
      return silence();
    }
    try {
      const envelope = event as RequestEnvelope;
      // The SDK hands its context through: each turn has its own.
      const context: TurnContext = { envelope, note, session: null };
      return await skill.invoke(withoutAttributes(envelope), context);
    } catch (error) {
      note.outcome = 'failed';
      options.log({ level: 'error', event: 'request-failed', ...errorFields(error) });
      return silence();
    }
  };
  return async (event, context) => {
    const note = beginNote(event, context);
    const response = await answer(event, note);
    await options.logTurn?.(note);
    return response;
  };
}

function requestHandler(options: SkillOptions): RequestHandler {
  const { languageOf, onReply } = options;
  const storeOf = sessionStoreOf(options);
  return {
    canHandle: () => true,
    async handle(input) {
      const context = contextOf(input);
      const { envelope, note } = context;
      const store = storeOf(note);
      const { request } = envelope;
      const language = languageFor(envelope, languageOf);
      context.session = await readKnownSession(envelope, language.catalogue);
      const asked = turnOf(envelope, language, context.session);
      noteRequest(note, request, intentNameOf(request), asked);
      const turn = noteUnderstanding(note, asked);
      if (speaks(request, turn)) {
        turn.session = await store.load(envelope, turn.session, language.catalogue);
      }
      context.session = turn.session;
      const decided = await finish(envelope, turn, store);
      noteReply(note, decided);
      onReply?.(decided);
      return respond(input, decided, language.catalogue, turn);
    },
  };
}

/** Gives the store of a turn, which notes what it did. */
function sessionStoreOf(options: SessionStoreOptions): (note: TurnNote) => SessionStore {
  const { memory } = options;
  if (memory === undefined) {
    const store = createSessionStore(options);
    return () => store;
  }
  return (note) => createSessionStore({ ...options, memory: noteMemory(note, memory) });
}

/** What goes through the SDK beside the request. */
interface TurnContext {
  /** The envelope as it came in. */
  readonly envelope: RequestEnvelope;
  readonly note: TurnNote;
  /** The session with what is stored of the listener, once it was read. */
  session: Session | null;
}

function contextOf({ context }: SkillInput): TurnContext {
  return context as TurnContext;
}

/** Decides, and takes to the store what the decision means for it. */
async function finish(
  requestEnvelope: RequestEnvelope,
  turn: Turn,
  store: SessionStore,
): Promise<FinalReply> {
  const { request } = requestEnvelope;
  const type: string = request.type;
  const decided = await decide(type, intentNameOf(request), turn);
  if (type === 'SessionEndedRequest') {
    const { placeWhenStopped } = await loadStopped();
    const at = placeWhenStopped(turn.catalogue, turn.session, turn.nowMs);
    await store.saveEnded(requestEnvelope, changed(turn.session, { at }));
  }
  if (type === 'AlexaSkillEvent.SkillDisabled') await store.forget(requestEnvelope);
  if (decided.kind === 'spoken') return store.saveTurn(requestEnvelope, decided);
  if (decided.kind !== 'forget') return decided;
  const isForgotten = await store.forget(requestEnvelope);
  const { sayForgotten } = await loadControls();
  return sayForgotten(turn, isForgotten);
}

const loadStopped = late(() => import('./stopped.ts'));

/** Whether a request will be answered in words, and so needs to know who asks. */
function speaks(request: Request, turn: Turn): boolean {
  if (request.type === 'LaunchRequest' || request.type === 'IntentRequest') return true;
  if (request.type === 'CanFulfillIntentRequest') return false;
  const decided = decide(request.type, intentNameOf(request), { ...turn });
  return decided instanceof Promise || decided.kind === 'spoken';
}

/** Something of ours failed: say so in one calm sentence, and keep the conversation open. */
function errorHandler({ languageOf, log, onReply }: SkillOptions): ErrorHandler {
  return {
    canHandle: () => true,
    handle(input, error) {
      log({ level: 'error', event: 'turn-failed', ...errorFields(error) });
      const { envelope, note, session } = contextOf(input);
      const language = languageFor(envelope, languageOf);
      const turn = turnOf(envelope, language, session ?? newSession);
      const decided = reply(turn, { outcome: 'error', ask: ask(turn, 'error', 'askReprompt') });
      noteReply(note, decided);
      onReply?.(decided);
      return respond(input, decided, language.catalogue, turn);
    },
  };
}

/** Renders a reply, and hands the session on: the reply's, or as it was where nothing is said. */
function respond(
  { attributesManager, requestEnvelope, responseBuilder }: SkillInput,
  decided: FinalReply,
  catalogue: Catalogue,
  { session, locale }: Turn,
) {
  if (requestEnvelope.session !== undefined) {
    const next: Session = decided.kind === 'spoken' ? decided.session : session;
    attributesManager.setSessionAttributes({ ...next });
  }
  return toResponse(responseBuilder, decided, catalogue, locale);
}

/** An empty response: Alexa says nothing. */
function silence(): ResponseEnvelope {
  return { version: '1.0', response: {} };
}
