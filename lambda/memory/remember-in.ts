/**
 * A session is read from the memory when it begins, and written to it when something of it is to be
 * kept. Nothing here rejects: whatever the memory does, the listener gets the answer.
 */
import type { RequestEnvelope } from 'ask-sdk-model';
import { sessionOf } from '../incoming.ts';
import { keepKnown } from '../known.ts';
import { errorFields } from '../log.ts';
import type { Session } from '../session.ts';
import { unavailable, type UserMemory } from './memory.ts';
import { userIdOf } from './persistence-adapter.ts';
import { hasPreferencesChanged, toStored, withSaved, withStored } from './session-memory.ts';
import type { SessionStore, SessionStoreOptions } from './session-store.ts';

/** The store of sessions in a memory. */
export function rememberIn(
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
    load(envelope, session, catalogue) {
      const userId = userIdOf(envelope);
      if (sessionOf(envelope) === null || userId === null || session.memory !== null) {
        return Promise.resolve(session);
      }
      return calmly(withStored(session, unavailable), async () =>
        keepKnown(withStored(session, await memory.load(userId)), catalogue),
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

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
