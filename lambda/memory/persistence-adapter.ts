/**
 * The SDK's door to a listener's memory. It rejects nothing that the store may do: what cannot be
 * loaded is the defaults, and what cannot be saved is in the memory's log.
 */
import type { PersistenceAdapter } from 'ask-sdk-core';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { Loaded, UserMemory } from './memory.ts';
import { defaultStored, type Stored } from './stored.ts';

/** What is saved with an envelope builds upon what was loaded with it. */
export function createPersistenceAdapter(memory: UserMemory): Required<PersistenceAdapter> {
  const loadedWith = new WeakMap<RequestEnvelope, Loaded>();

  async function load(envelope: RequestEnvelope, userId: string): Promise<Loaded> {
    const loaded = loadedWith.get(envelope) ?? (await memory.load(userId));
    loadedWith.set(envelope, loaded);
    return loaded;
  }

  return {
    async getAttributes(envelope) {
      const userId = userIdOf(envelope);
      if (userId === null) return { ...defaultStored };
      return { ...(await load(envelope, userId)).stored };
    },
    async saveAttributes(envelope, attributes) {
      const userId = userIdOf(envelope);
      if (userId === null) return;
      // The memory refuses attributes of any other shape.
      const stored = attributes as Stored;
      const { loaded } = await memory.save(userId, await load(envelope, userId), stored);
      loadedWith.set(envelope, loaded);
    },
    async deleteAttributes(envelope) {
      const userId = userIdOf(envelope);
      if (userId === null) return;
      loadedWith.delete(envelope);
      await memory.forget(userId);
    },
  };
}

/** The id that Alexa gives a listener in this skill; a CanFulfillIntentRequest may have none. */
export function userIdOf(envelope: RequestEnvelope): string | null {
  const { context, session } = envelope as Partial<RequestEnvelope>;
  const userId: unknown = context?.System?.user?.userId ?? session?.user?.userId;
  return typeof userId === 'string' && userId !== '' ? userId : null;
}
