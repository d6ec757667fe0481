/**
 * When a session is read from the store and written to it. Nothing here rejects: whatever the store
 * does, the listener gets the answer.
 */
import type { RequestEnvelope } from 'ask-sdk-model';
import type { Catalogue } from '../catalogue.ts';
import { late } from '../late.ts';
import type { Log } from '../log.ts';
import type { SpokenReply } from '../reply.ts';
import type { Session } from '../session.ts';
import type { UserMemory } from './memory.ts';

export interface SessionStore {
  /** The session with what is stored of its listener and known, which is read once a session. */
  readonly load: (
    envelope: RequestEnvelope,
    session: Session,
    catalogue: Catalogue,
  ) => Promise<Session>;
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

/** The store of a memory: a file that is loaded where there is one. */
function storeIn(memory: UserMemory, options: Omit<SessionStoreOptions, 'memory'>): SessionStore {
  const store = late(async () => (await loadRemembering()).rememberIn(memory, options));
  return {
    load: async (...given) => (await store()).load(...given),
    saveTurn: async (envelope, reply) => (await store()).saveTurn(envelope, reply),
    saveEnded: async (envelope, session) => (await store()).saveEnded(envelope, session),
    forget: async (envelope) => (await store()).forget(envelope),
  };
}

const loadRemembering = late(() => import('./remember-in.ts'));

const noStore: SessionStore = {
  load: (_, session) => Promise.resolve(session),
  saveTurn: (_, reply) => Promise.resolve(reply),
  saveEnded: () => Promise.resolve(),
  forget: () => Promise.resolve(true),
};
