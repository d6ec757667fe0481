/**
 * The port to a listener's memory between sessions, the way every store of it is written to, and the
 * store that lasts as long as the process. Nothing here rejects: what fails is an outcome.
 */
import { defaultStored, isRecord, isSame, mergeStored, readStored, type Stored } from './stored.ts';

/** What was found, and what a later save builds upon. Plain data, to be carried in a session. */
export interface Loaded {
  /** The defaults, unless the state is "found". */
  readonly stored: Stored;
  /** Only over "found" and "new" is anything ever written. */
  readonly state: 'found' | 'new' | 'unavailable' | 'corrupt' | 'newer' | 'forgotten';
  /** Version of the item that was read; null if there was none that could be written over. */
  readonly version: number | null;
}

export type SaveOutcome =
  | 'saved'
  /** Somebody else had written meanwhile; both changes are in. */
  | 'merged'
  /** There was nothing to write. */
  | 'unchanged'
  /** What is stored could not be read, so it was left as it is. */
  | 'kept'
  /** What was to be written is none of ours: too many questions, an unknown setting. */
  | 'refused'
  /** Somebody else wrote each time. */
  | 'conflict'
  | 'unavailable';

export interface Saved {
  readonly outcome: SaveOutcome;
  /** What the next save of the session builds upon. */
  readonly loaded: Loaded;
}

export interface UserMemory {
  load(userId: string): Promise<Loaded>;
  /** Stores what has changed since `base`, which is what `load` or the last `save` gave. */
  save(userId: string, base: Loaded, stored: Stored): Promise<Saved>;
  /** Deletes whatever is stored of a listener, readable or not; true if nothing is left of it. */
  forget(userId: string): Promise<boolean>;
}

/** One listener's item in a store; either function may reject. */
export interface Item {
  readonly read: () => Promise<Loaded>;
  /** Writes if the item still has that version (null: does not exist); its new one, or null. */
  readonly write: (stored: Stored, version: number | null) => Promise<number | null>;
}

const MOST_WRITES = 3;
/** The fewest characters of a secret that user ids are hashed with. */
export const SHORTEST_HASH_KEY = 16;

/** What is loaded where nothing is stored. */
export const nothingLoaded: Loaded = { stored: defaultStored, state: 'new', version: null };

export const unavailable: Loaded = { stored: defaultStored, state: 'unavailable', version: null };

/** What a session carries on with once its listener was forgotten: nothing more of it is stored. */
export const forgotten: Loaded = { stored: defaultStored, state: 'forgotten', version: null };

/** Writes what has changed since `base`, over nothing that it has not read. */
export async function saveOver(base: Loaded, stored: Stored, item: Item): Promise<Saved> {
  const mine = readStored(stored);
  if (mine.kind !== 'stored') return { outcome: 'refused', loaded: base };
  if (isSame(mine.stored, base.stored)) return { outcome: 'unchanged', loaded: base };
  let current = base;
  let wanted = mine.stored;
  for (let writes = 0; ; writes += 1) {
    if (current.state !== 'found' && current.state !== 'new') {
      return { outcome: 'kept', loaded: current };
    }
    // An earlier write may have gone through without our hearing of it.
    if (writes > 0 && isSame(wanted, current.stored)) return { outcome: 'merged', loaded: current };
    if (writes === MOST_WRITES) return { outcome: 'conflict', loaded: base };
    const version = await item.write(wanted, current.version);
    if (version !== null) {
      const loaded: Loaded = { stored: wanted, state: 'found', version };
      return { outcome: writes === 0 ? 'saved' : 'merged', loaded };
    }
    current = await item.read();
    wanted = mergeStored(base.stored, mine.stored, current.stored);
  }
}

const STATES = ['found', 'new', 'unavailable', 'corrupt', 'newer', 'forgotten'] as const;

/** Reads what a session carried, of any shape; null if it is nothing that was loaded. */
export function readLoaded(value: unknown): Loaded | null {
  if (!isRecord(value)) return null;
  const state = STATES.find((known) => known === value['state']);
  const version = value['version'] === null ? null : readVersion(value['version']);
  const read = readStored(value['stored']);
  if (state === undefined || version === undefined || read.kind !== 'stored') return null;
  return { stored: read.stored, state, version };
}

export function readVersion(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? Number(value) : undefined;
}

/** A memory that lasts as long as the process: for the simulator and for tests. */
export function createProcessMemory(): UserMemory {
  const items = new Map<string, Loaded>();
  let versions = 0;
  const itemOf = (userId: string): Item => ({
    read: () => Promise.resolve(items.get(userId) ?? nothingLoaded),
    write(stored, version) {
      if ((items.get(userId)?.version ?? null) !== version) return Promise.resolve(null);
      versions += 1;
      items.set(userId, { stored, state: 'found', version: versions });
      return Promise.resolve(versions);
    },
  });
  return {
    load: (userId) => itemOf(userId).read(),
    save: (userId, base, stored) => saveOver(base, stored, itemOf(userId)),
    forget(userId) {
      items.delete(userId);
      return Promise.resolve(true);
    },
  };
}
