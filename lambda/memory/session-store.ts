/**
 * When a session is read from the store and written to it. Nothing here rejects: whatever the store
 * does, the listener gets the answer.
 */
import type { RequestEnvelope } from 'ask-sdk-model';
import { sessionOf } from '../incoming.ts';
import { errorFields, type Log } from '../log.ts';
import type { SpokenReply } from '../reply.ts';
import { changed, type Session } from '../session.ts';
import { forgotten, unavailable, type UserMemory } from './memory.ts';
import { userIdOf } from './persistence-adapter.ts';
import { hasPreferencesChanged, toStored, withSaved, withStored } from './session-memory.ts';

export interface SessionStore {
  /** The session with what is stored of its listener, which is read once a session. */
  readonly load: (envelope: RequestEnvelope, session: Session) => Promise<Session>;
  /** Saves what a turn has changed, or all of the session if the reply ends it. */
  readonly saveTurn: (envelope: RequestEnvelope, reply: SpokenReply) => Promise<SpokenReply>;
  /** Saves a session that has ended without a reply. */
  readonly saveEnded: (envelope: RequestEnvelope, session: Session) => Promise<void>;
  /** Deletes all that is stored of the listener; true if nothing is left. */
  readonly forget: (envelope: RequestEnvelope) => Promise<boolean>;
}

export interface SessionStoreOptions {
  /** Left out where nothing is remembered between sessions. */
  readonly memory?: UserMemory;
  /** The day, as YYYY-MM-DD. */
  readonly today?: () => string;
  readonly log: Log;
}

export function createSessionStore({ memory, ...options }: SessionStoreOptions): SessionStore {
  return memory === undefined ? noStore : storeIn(memory, options);
}

function storeIn(
  memory: UserMemory,
  { today = todayInUtc, log }: Omit<SessionStoreOptions, 'memory'>,
): SessionStore {
  /** A memory rejects nothing; one that does is logged, and the fallback is taken. */
  async function calmly<T>(fallback: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      log({ level: 'error', event: 'memory-failed', ...errorFields(error) });
      return fallback;
    }
  }

  function save(envelope: RequestEnvelope, session: Session): Promise<Session> {
    const base = session.memory;
    const userId = userIdOf(envelope);
    const isOpen = base?.state === 'found' || base?.state === 'new';
    if (userId === null || !isOpen) return Promise.resolve(session);
    return calmly(session, async () =>
      withSaved(session, await memory.save(userId, base, toStored(session, today()))),
    );
  }

  return {
    load(envelope, session) {
      const userId = userIdOf(envelope);
      if (sessionOf(envelope) === null || userId === null || session.memory !== null) {
        return Promise.resolve(session);
      }
      return calmly(withStored(session, unavailable), async () =>
        withStored(session, await memory.load(userId)),
      );
    },
    async saveTurn(envelope, reply) {
      // Whom to call is never kept waiting for the store.
      if (reply.outcome === 'urgent') return reply;
      if (reply.ask !== null && !hasPreferencesChanged(reply.session)) return reply;
      return { ...reply, session: await save(envelope, reply.session) };
    },
    async saveEnded(envelope, session) {
      await save(envelope, session);
    },
    forget(envelope) {
      const userId = userIdOf(envelope);
      return userId === null ? Promise.resolve(false) : calmly(false, () => memory.forget(userId));
    },
  };
}

const noStore: SessionStore = {
  load: (_, session) => Promise.resolve(session),
  saveTurn: (_, reply) => Promise.resolve(reply),
  saveEnded: () => Promise.resolve(),
  forget: () => Promise.resolve(true),
};

/** The reply to a listener who was forgotten: the rest of their session is not stored. */
export function withoutMemory(reply: SpokenReply): SpokenReply {
  return { ...reply, session: changed(reply.session, { memory: forgotten }) };
}

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
