/** A memory of the process that notes what it is asked for, and of which parts can be made to fail. */
import {
  createProcessMemory,
  type Loaded,
  nothingLoaded,
  type UserMemory,
} from '../../lambda/memory/memory.ts';
import { defaultStored, type Stored } from '../../lambda/memory/stored.ts';
import { USER_ID } from './requests.ts';

export interface WatchedMemory extends UserMemory {
  readonly calls: (keyof UserMemory)[];
  /** What is stored of the listener now; null if nothing is. */
  readonly stored: () => Promise<Stored | null>;
  /** Stores something of the listener beforehand, unnoted. */
  readonly put: (parts: Partial<Stored>) => Promise<Loaded>;
}

export function watchedMemory(replaced: Partial<UserMemory> = {}): WatchedMemory {
  const inner = createProcessMemory();
  const used: UserMemory = { ...inner, ...replaced };
  const calls: (keyof UserMemory)[] = [];
  const stored = async (): Promise<Stored | null> => {
    const loaded = await inner.load(USER_ID);
    return loaded.state === 'found' ? loaded.stored : null;
  };
  return {
    calls,
    stored,
    put: async (parts) => {
      const base = await inner.load(USER_ID);
      const { loaded } = await inner.save(USER_ID, base, { ...defaultStored, ...parts });
      return loaded;
    },
    load: (userId) => {
      calls.push('load');
      return used.load(userId);
    },
    save: (userId, base, changed) => {
      calls.push('save');
      return used.save(userId, base, changed);
    },
    forget: (userId) => {
      calls.push('forget');
      return used.forget(userId);
    },
  };
}

/** Nothing stored, but in a state that nothing may be written over. */
export function unwritable(state: Loaded['state']): Loaded {
  return { ...nothingLoaded, state, version: 7 };
}
