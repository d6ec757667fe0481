/**
 * The skill: one request handler that decides and renders, one error handler that stays calm, and a
 * door in front of both that nothing is thrown through.
 */
import type { ErrorHandler, HandlerInput, RequestHandler } from 'ask-sdk-core';
import { SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { type Catalogue, entryOf } from './catalogue.ts';
import { decide } from './handlers/decide.ts';
import { ask, reply, type Turn } from './handlers/turn.ts';
import { errorFields, type Log } from './log.ts';
import type { Reply } from './reply.ts';
import { toResponse } from './respond.ts';
import { keepKnown } from './known.ts';
import { newSession, readSession } from './session.ts';
import { readSlots } from './slots.ts';
import type { Topic } from './understand/understand.ts';
import type { Understanding } from './understand/understanding.ts';

/** Understands a question in one language. */
export type Understand = (question: string, topic: Topic | null) => Understanding;

export interface Language {
  readonly catalogue: Catalogue;
  /** Reads the index of the free-speech understanding; called only when a request needs it. */
  readonly readUnderstanding: () => Understand;
}

export interface SkillOptions {
  /** Gives the language of a locale; a locale that no language has gets the default one. */
  readonly languageOf: (locale: string) => Language;
  /** Where set, requests that are meant for another skill are refused. */
  readonly skillId?: string;
  readonly log: Log;
  /** Hears of every decided reply; the simulator prints from it. */
  readonly onReply?: (reply: Reply) => void;
}

export type InvokeSkill = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/** Makes the function that answers a request envelope of any shape. It never rejects. */
export function createSkill(options: SkillOptions): InvokeSkill {
  const skill = SkillBuilders.custom()
    .addRequestHandlers(requestHandler(options))
    .addErrorHandlers(errorHandler(options))
    .create();
  return async (event, context) => {
    const refusal = refusalOf(event, options.skillId);
    if (refusal !== null) {
      options.log({ level: 'warn', event: 'request-refused', reason: refusal });
      return silence();
    }
    try {
      return await skill.invoke(event as RequestEnvelope, context);
    } catch (error) {
      options.log({ level: 'error', event: 'request-failed', ...errorFields(error) });
      return silence();
    }
  };
}

function requestHandler({ languageOf, onReply }: SkillOptions): RequestHandler {
  return {
    canHandle: () => true,
    handle(input) {
      const { request } = input.requestEnvelope;
      const { language, turn } = turnOf(input, languageOf);
      const intent = 'intent' in request ? (request.intent as { name?: unknown } | null) : null;
      const intentName = typeof intent?.name === 'string' ? intent.name : '';
      const decided = decide(request.type, intentName, turn);
      onReply?.(decided);
      return respond(input, decided, language.catalogue, turn.locale);
    },
  };
}

/** Something of ours failed: say so in one calm sentence, and keep the conversation open. */
function errorHandler({ languageOf, log, onReply }: SkillOptions): ErrorHandler {
  return {
    canHandle: () => true,
    handle(input, error) {
      log({ level: 'error', event: 'turn-failed', ...errorFields(error) });
      const { language, turn } = turnOf(input, languageOf);
      const decided = reply(turn, { outcome: 'error', ask: ask(turn, 'error', 'askReprompt') });
      onReply?.(decided);
      return respond(input, decided, language.catalogue, turn.locale);
    },
  };
}

function respond(input: HandlerInput, decided: Reply, catalogue: Catalogue, locale: string) {
  if (decided.kind === 'spoken' && input.requestEnvelope.session != null) {
    input.attributesManager.setSessionAttributes({ ...decided.session });
  }
  return toResponse(input.responseBuilder, decided, catalogue, locale);
}

function turnOf(
  { requestEnvelope }: HandlerInput,
  languageOf: SkillOptions['languageOf'],
): { language: Language; turn: Turn } {
  const { request, session } = requestEnvelope;
  const given: unknown = 'locale' in request ? request.locale : undefined;
  const language = languageOf(typeof given === 'string' ? given : '');
  const { catalogue } = language;
  const intent = 'intent' in request ? (request.intent as { slots?: unknown } | null) : null;
  const turn: Turn = {
    catalogue,
    locale: knownLocale(catalogue, given),
    slots: readSlots(intent?.slots),
    understand: (question, topic) => language.readUnderstanding()(question, topic),
    session: session == null ? newSession : keepKnown(readSession(session.attributes), catalogue),
  };
  return { language, turn };
}

/** The locale if the language has it, else its first one. */
function knownLocale(catalogue: Catalogue, locale: unknown): string {
  if (typeof locale === 'string' && entryOf(catalogue.locales, locale)) return locale;
  return Object.keys(catalogue.locales)[0] ?? 'en-CA';
}

/** Why an event is not answered at all; null if it is. */
function refusalOf(event: unknown, skillId: string | undefined): string | null {
  const envelope = event as Partial<RequestEnvelope> | null | undefined;
  if (typeof envelope?.request !== 'object' || envelope.request === null) return 'no request in it';
  if (typeof envelope.request.type !== 'string') return 'a request without a type';
  if (skillId === undefined) return null;
  const application =
    envelope.context?.System?.application?.applicationId ??
    envelope.session?.application?.applicationId;
  return application === skillId ? null : 'meant for another skill';
}

/** An empty response: Alexa says nothing. */
function silence(): ResponseEnvelope {
  return { version: '1.0', response: {} };
}
