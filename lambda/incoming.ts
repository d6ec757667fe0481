/** From a request envelope of any shape to a turn; nothing that comes in is trusted. */
import type { Request, RequestEnvelope, Session as AlexaSession } from 'ask-sdk-model';
import { type Catalogue, entryOf } from './catalogue.ts';
import type { Turn } from './handlers/turn.ts';
import { late } from './late.ts';
import { newSession, type Session } from './session.ts';
import { readSlots } from './slots.ts';
import type { Topic } from './understand/reading.ts';
import type { Understanding } from './understand/understanding.ts';

/** Understands a question in one language. */
export type Understand = (question: string, topic: Topic | null) => Understanding;

export interface Language {
  readonly catalogue: Catalogue;
  /** Reads the free-speech understanding. It rejects if that cannot be used. */
  readonly readUnderstanding: () => Promise<Understand>;
}

/** The language of a request. */
export function languageFor(
  { request }: RequestEnvelope,
  languageOf: (locale: string) => Language,
): Language {
  const locale = localeOf(request);
  return languageOf(typeof locale === 'string' ? locale : '');
}

function localeOf(request: Request): unknown {
  return 'locale' in request ? request.locale : undefined;
}

/** What a handler needs to know of a request; whatever is not there or not known is left out. */
export function turnOf({ request }: RequestEnvelope, language: Language, session: Session): Turn {
  const { catalogue } = language;
  const intent = 'intent' in request ? (request.intent as { slots?: unknown } | null) : null;
  return {
    catalogue,
    locale: knownLocale(catalogue, localeOf(request)),
    slots: readSlots(intent?.slots),
    nowMs: readTime(request.timestamp),
    understand: async (question, topic) => (await language.readUnderstanding())(question, topic),
    session,
    variants: { ...session.variants },
  };
}

const loadReading = late(() => import('./read-session.ts'));

/** The session as its attributes have it, with only what the catalogue has. A new one has none to read. */
export async function readKnownSession(
  envelope: RequestEnvelope,
  catalogue: Catalogue,
): Promise<Session> {
  const attributes: unknown = sessionOf(envelope)?.attributes;
  if (!hasVersion(attributes)) return newSession;
  const { readKnown } = await loadReading();
  return readKnown(attributes, catalogue);
}

/** Whether attributes are a session of ours at all; {@link readKnownSession} looks closer. */
function hasVersion(attributes: unknown): boolean {
  return (attributes as { version?: unknown } | null | undefined)?.version !== undefined;
}

/** The session of a request; null where there is none, whatever stands in its place. */
export function sessionOf({ session }: RequestEnvelope): AlexaSession | null {
  return typeof session === 'object' && session !== null ? session : null;
}

/**
 * The envelope as the SDK gets it. The SDK copies the attributes, however deep and long they are, and
 * takes for no session what is not one: it is given none, and the session that it hands back is ours.
 */
export function withoutAttributes(envelope: RequestEnvelope): RequestEnvelope {
  const session = sessionOf(envelope);
  const { version, context, request } = envelope;
  if (session === null) return { version, context, request };
  const { new: isNew, sessionId, user, application } = session;
  return {
    version,
    context,
    request,
    session: { new: isNew, sessionId, user, application, attributes: {} },
  };
}

/** A request's time, which has been written as ISO 8601 and as a number. */
function readTime(timestamp: unknown): number | null {
  const timeMs = typeof timestamp === 'string' ? Date.parse(timestamp) : timestamp;
  return typeof timeMs === 'number' && Number.isFinite(timeMs) ? timeMs : null;
}

/** The name of the request's intent; empty if it has none. */
export function intentNameOf(request: Request): string {
  const intent = 'intent' in request ? (request.intent as { name?: unknown } | null) : null;
  return typeof intent?.name === 'string' ? intent.name : '';
}

/** The locale if the language has it, else its first one. */
function knownLocale(catalogue: Catalogue, locale: unknown): string {
  if (typeof locale === 'string' && entryOf(catalogue.locales, locale)) return locale;
  return Object.keys(catalogue.locales)[0] ?? 'en-CA';
}

/** Why an event is not answered at all; null if it is. */
export function refusalOf(event: unknown, skillId: string | undefined): string | null {
  const envelope = event as Partial<RequestEnvelope> | null | undefined;
  if (typeof envelope?.request !== 'object' || envelope.request === null) return 'no request in it';
  if (typeof envelope.request.type !== 'string') return 'a request without a type';
  if (skillId === undefined) return null;
  const application =
    envelope.context?.System?.application?.applicationId ??
    envelope.session?.application?.applicationId;
  return application === skillId ? null : 'meant for another skill';
}
