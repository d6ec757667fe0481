import { describe, expect, jest, test } from '@jest/globals';
import type { RequestEnvelope } from 'ask-sdk-model';
import { createProcessMemory, unavailable } from '../../../lambda/memory/memory.ts';
import { createPersistenceAdapter } from '../../../lambda/memory/persistence-adapter.ts';
import { defaultStored, type Stored } from '../../../lambda/memory/stored.ts';

const slow: Stored = { ...defaultStored, speed: -1 };

const envelopeOf = (parts: object): RequestEnvelope => parts as RequestEnvelope;
const ofContext = (userId: string) => envelopeOf({ context: { System: { user: { userId } } } });
const ofSession = (userId: string) => envelopeOf({ session: { user: { userId } } });

describe('the adapter', () => {
  test('saves for a listener, and gets it with their next request', async () => {
    const adapter = createPersistenceAdapter(createProcessMemory());
    const envelope = ofContext('ann');
    expect(await adapter.getAttributes(envelope)).toEqual(defaultStored);
    await adapter.saveAttributes(envelope, slow);
    expect(await adapter.getAttributes(envelope)).toEqual(slow);
    expect(await adapter.getAttributes(ofContext('ann'))).toEqual(slow);
    expect(await adapter.getAttributes(ofSession('ann'))).toEqual(slow);
    expect(await adapter.getAttributes(ofContext('bob'))).toEqual(defaultStored);
  });

  test('prefers the user id of the context', async () => {
    const adapter = createPersistenceAdapter(createProcessMemory());
    const both = envelopeOf({ ...ofContext('ann'), ...ofSession('bob') });
    await adapter.saveAttributes(both, slow);
    expect(await adapter.getAttributes(ofContext('ann'))).toEqual(slow);
    expect(await adapter.getAttributes(ofContext('bob'))).toEqual(defaultStored);
  });

  test('loads once a request, also to save without having got', async () => {
    const memory = createProcessMemory();
    const load = jest.spyOn(memory, 'load');
    const adapter = createPersistenceAdapter(memory);
    const envelope = ofContext('ann');
    await adapter.saveAttributes(envelope, slow);
    await adapter.saveAttributes(envelope, { ...slow, detail: 'full' });
    expect(await adapter.getAttributes(envelope)).toEqual({ ...slow, detail: 'full' });
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('deletes', async () => {
    const adapter = createPersistenceAdapter(createProcessMemory());
    const envelope = ofContext('ann');
    await adapter.saveAttributes(envelope, slow);
    await adapter.deleteAttributes(envelope);
    expect(await adapter.getAttributes(envelope)).toEqual(defaultStored);
  });

  test('stores nothing of another shape', async () => {
    const adapter = createPersistenceAdapter(createProcessMemory());
    await adapter.saveAttributes(ofContext('ann'), { said: 'I am afraid' });
    expect(await adapter.getAttributes(ofContext('ann'))).toEqual(defaultStored);
  });

  test('gives the defaults where the store is down, and saves nothing over it', async () => {
    const memory = createProcessMemory();
    jest.spyOn(memory, 'load').mockResolvedValueOnce(unavailable);
    const adapter = createPersistenceAdapter(memory);
    const envelope = ofContext('ann');
    expect(await adapter.getAttributes(envelope)).toEqual(defaultStored);
    await adapter.saveAttributes(envelope, slow);
    expect(await adapter.getAttributes(ofContext('ann'))).toEqual(defaultStored);
  });

  test.each([
    {},
    { context: {} },
    { context: { System: {} } },
    { context: { System: { user: {} } }, session: {} },
    { session: { user: { userId: '' } } },
    { session: { user: { userId: 7 } } },
  ])('remembers nothing of a request without a user id: %j', async (parts) => {
    const memory = createProcessMemory();
    const calls = [
      jest.spyOn(memory, 'load'),
      jest.spyOn(memory, 'save'),
      jest.spyOn(memory, 'forget'),
    ];
    const adapter = createPersistenceAdapter(memory);
    const envelope = envelopeOf(parts);
    await adapter.saveAttributes(envelope, slow);
    await adapter.deleteAttributes(envelope);
    expect(await adapter.getAttributes(envelope)).toEqual(defaultStored);
    for (const call of calls) expect(call).not.toHaveBeenCalled();
  });
});
