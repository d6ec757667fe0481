/** Talks to the skill the way a speaker does: makes the requests, and keeps the session between turns. */
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { Card } from '../lambda/card.ts';
import type { Catalogue } from '../lambda/catalogue.ts';
import { readLanguages } from '../lambda/languages.ts';
import { toPlainText, toText } from '../lambda/lines.ts';
import type { UserMemory } from '../lambda/memory/memory.ts';
import type { Line, Outcome, Reply } from '../lambda/reply.ts';
import { createSkill, type InvokeSkill } from '../lambda/skill.ts';
import { type Recognise, type Recognised, readRecogniser } from './recognise.ts';

/** One turn, as `npm run ask -- --json` prints it. Its keys are public: change them with care. */
export interface TurnRecord {
  readonly utterance: string;
  readonly locale: string;
  readonly request: {
    readonly type: string;
    readonly intent: string | null;
    readonly slots: Recognised['slots'];
  };
  readonly outcome: Outcome;
  readonly answerId: string | null;
  readonly section: string | null;
  readonly speech: string;
  readonly ssml: string;
  readonly reprompt: string | null;
  readonly card: Card | null;
  readonly visual: object | null;
  readonly shouldEndSession: boolean;
}

export interface Simulator {
  /** Sends a raw request envelope to the skill. */
  readonly invoke: InvokeSkill;
  /** Begins a conversation; each has a session of its own, and all have the same listener. */
  readonly begin: (locale: string) => Conversation;
}

export interface SimulatorOptions {
  /** Left out, the listener is a new one in every session. */
  readonly memory?: UserMemory;
}

export interface Conversation {
  readonly say: (utterance: string) => Promise<TurnRecord>;
  /** Ends the session, if one is open, the way Alexa does when the listener says no more. */
  readonly end: () => Promise<void>;
}

const DEFAULT_MODEL = 'en-CA';
const SESSION_ENDED = { type: 'SessionEndedRequest', intent: null, slots: {} } as const;

/** Sets up the skill and the recogniser on the compiled files below `root` (a URL with a slash). */
export function createSimulator(root: URL, options: SimulatorOptions = {}): Simulator {
  const languageOf = readLanguages(fileURLToPath(new URL('lambda/generated', root)));
  let lastReply: Reply | null = null;
  const invoke = createSkill({
    ...options,
    languageOf,
    log: (line) => {
      if (line.level === 'error') console.error(JSON.stringify(line));
    },
    onReply: (reply) => {
      lastReply = reply;
    },
  });
  const recognisers = new Map<string, Recognise>();
  return {
    invoke,
    begin: (locale) => {
      const recognise = recogniserOf(root, locale, recognisers);
      const { catalogue } = languageOf(locale);
      let attributes: Record<string, unknown> | null = null;
      return {
        say: async (utterance) => {
          const recognised = recognise(utterance);
          const isNew = attributes === null;
          const response = await invoke(toEnvelope(recognised, locale, isNew, attributes ?? {}));
          const turn = toRecord(utterance, locale, recognised, lastReply, response, catalogue);
          attributes = turn.shouldEndSession ? null : (response.sessionAttributes ?? {});
          return turn;
        },
        end: async () => {
          if (attributes === null) return;
          await invoke(toEnvelope(SESSION_ENDED, locale, false, attributes));
          attributes = null;
        },
      };
    },
  };
}

function recogniserOf(root: URL, locale: string, known: Map<string, Recognise>): Recognise {
  const own = new URL(`interactionModel/${locale}.json`, root);
  const file = existsSync(own) ? own : new URL(`interactionModel/${DEFAULT_MODEL}.json`, root);
  const recognise = known.get(file.href) ?? readRecogniser(file);
  known.set(file.href, recognise);
  return recognise;
}

/** A request envelope like the ones that Alexa sends. */
export function toEnvelope(
  { type, intent, slots }: Recognised | typeof SESSION_ENDED,
  locale: string,
  isNew: boolean,
  attributes: Record<string, unknown>,
): object {
  const application = { applicationId: 'amzn1.ask.skill.simulator' };
  const user = { userId: 'amzn1.ask.account.simulator' };
  return {
    version: '1.0',
    session: { new: isNew, sessionId: 'simulator', application, user, attributes },
    context: {
      System: {
        application,
        user,
        device: { deviceId: 'simulator', supportedInterfaces: {} },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: '',
      },
    },
    request: {
      type,
      requestId: 'simulator',
      timestamp: '2026-01-01T00:00:00Z',
      locale,
      ...(intent === null
        ? {}
        : { intent: { name: intent, confirmationStatus: 'NONE', slots: toAlexaSlots(slots) } }),
    },
  };
}

function toAlexaSlots(slots: Recognised['slots']): object {
  return Object.fromEntries(
    Object.entries(slots).map(([name, { value, ids }]) => {
      const code = ids.length > 0 ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH';
      const values = ids.map((id) => ({ value: { name: id, id } }));
      const authority = { authority: 'simulator', status: { code }, values };
      const resolutions = { resolutionsPerAuthority: [authority] };
      return [name, { name, value, confirmationStatus: 'NONE', resolutions }];
    }),
  );
}

function toRecord(
  utterance: string,
  locale: string,
  { type, intent, slots }: Recognised,
  reply: Reply | null,
  { response }: ResponseEnvelope,
  catalogue: Catalogue,
): TurnRecord {
  if (reply?.kind !== 'spoken') throw new Error('The skill was silent to what a listener said.');
  const plain = (line: Line): string => toPlainText(toText(catalogue, line));
  const spoken = reply.ask === null ? reply.say : [...reply.say, reply.ask.line];
  const { card, outputSpeech } = response;
  return {
    utterance,
    locale,
    request: { type, intent, slots },
    outcome: reply.outcome,
    answerId: reply.answerId,
    section: reply.section,
    speech: spoken.map(plain).join(' '),
    ssml: outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '',
    reprompt: reply.ask === null ? null : plain(reply.ask.reprompt),
    card: card?.type === 'Simple' ? { title: card.title ?? '', content: card.content ?? '' } : null,
    visual: null,
    shouldEndSession: response.shouldEndSession === true,
  };
}
