import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  createProcessMemory,
  type Loaded,
  nothingLoaded,
  readLoaded,
  saveOver,
  unavailable,
  type UserMemory,
} from '../../../lambda/memory/memory.ts';
import { defaultStored, type Stored } from '../../../lambda/memory/stored.ts';

const slow: Stored = { ...defaultStored, speed: -1 };

describe('the memory of the process', () => {
  let memory: UserMemory;
  beforeEach(() => {
    memory = createProcessMemory();
  });

  test('knows nothing of a new listener', async () => {
    expect(await memory.load('ann')).toEqual(nothingLoaded);
  });

  test('gives each listener what they stored', async () => {
    const { outcome, loaded } = await memory.save('ann', nothingLoaded, slow);
    expect(outcome).toBe('saved');
    expect(loaded).toMatchObject({ state: 'found', stored: slow });
    expect(await memory.load('ann')).toEqual(loaded);
    expect(await memory.load('bob')).toEqual(nothingLoaded);
  });

  test('saves again in the same session without a conflict', async () => {
    const first = await memory.save('ann', nothingLoaded, slow);
    const second = await memory.save('ann', first.loaded, { ...slow, detail: 'full' });
    expect(second).toMatchObject({ outcome: 'saved', loaded: { stored: { detail: 'full' } } });
  });

  test('writes nothing when nothing has changed', async () => {
    expect(await memory.save('ann', nothingLoaded, { ...defaultStored })).toEqual({
      outcome: 'unchanged',
      loaded: nothingLoaded,
    });
    expect(await memory.load('ann')).toEqual(nothingLoaded);
  });

  test('keeps the changes of two devices', async () => {
    await memory.save('ann', nothingLoaded, { ...slow, questions: ['goal'] });
    const other: Stored = { ...defaultStored, detail: 'full', questions: ['why-chemo'] };
    const { outcome } = await memory.save('ann', nothingLoaded, other);
    expect(outcome).toBe('merged');
    expect((await memory.load('ann')).stored).toEqual({
      ...slow,
      detail: 'full',
      questions: ['goal', 'why-chemo'],
    });
  });

  test('forgets', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, slow);
    expect(await memory.forget('ann')).toBe(true);
    expect(await memory.load('ann')).toEqual(nothingLoaded);
    const later = await memory.save('ann', loaded, { ...slow, detail: 'full' });
    expect(later.loaded.stored).toEqual({ ...defaultStored, detail: 'full' });
  });
});

describe('saving', () => {
  /** An item that somebody else writes before each of our writes. */
  function contested(read: () => Loaded) {
    const calls: string[] = [];
    const item = {
      read: () => Promise.resolve((calls.push('read'), read())),
      write: () => Promise.resolve((calls.push('write'), null)),
    };
    return { calls, item };
  }

  test('gives up after three writes', async () => {
    let version = 0;
    const { calls, item } = contested(() => {
      version += 1;
      return { stored: defaultStored, state: 'found', version };
    });
    const base: Loaded = { stored: defaultStored, state: 'found', version: 0 };
    expect(await saveOver(base, slow, item)).toEqual({ outcome: 'conflict', loaded: base });
    expect(calls.filter((call) => call === 'write')).toHaveLength(3);
    expect(calls.length).toBeLessThanOrEqual(6);
  });

  test('is done when its own write has gone through unheard', async () => {
    const written: Loaded = { stored: slow, state: 'found', version: 1 };
    const { calls, item } = contested(() => written);
    expect(await saveOver(nothingLoaded, slow, item)).toEqual({
      outcome: 'merged',
      loaded: written,
    });
    expect(calls).toEqual(['write', 'read']);
  });

  test.each(['unavailable', 'corrupt', 'newer'] as const)(
    'leaves alone what was loaded as %s',
    async (state) => {
      const { calls, item } = contested(() => nothingLoaded);
      const base: Loaded = { stored: defaultStored, state, version: 7 };
      expect(await saveOver(base, slow, item)).toEqual({ outcome: 'kept', loaded: base });
      expect(calls).toEqual([]);
    },
  );

  test.each(['corrupt', 'newer'] as const)('leaves alone what turns out %s', async (state) => {
    const found: Loaded = { stored: defaultStored, state, version: 7 };
    const { calls, item } = contested(() => found);
    expect(await saveOver(nothingLoaded, slow, item)).toEqual({ outcome: 'kept', loaded: found });
    expect(calls).toEqual(['write', 'read']);
  });

  test.each([
    [{ ...slow, questions: Array.from({ length: 21 }, (_, index) => `q-${index}`) }],
    [{ ...slow, questions: ['x'.repeat(500_000)] }],
    [{ ...slow, questions: ['Will I lose my hair?'] }],
    [{ ...slow, schema: 2 }],
    [{}],
    [null],
  ])('refuses what could not be read again', async (stored) => {
    const { calls, item } = contested(() => nothingLoaded);
    expect(await saveOver(nothingLoaded, stored as Stored, item)).toEqual({
      outcome: 'refused',
      loaded: nothingLoaded,
    });
    expect(calls).toEqual([]);
  });
});

describe('what a session carried of a load', () => {
  test.each([
    nothingLoaded,
    unavailable,
    { stored: slow, state: 'found', version: 1_795_000_000_000 },
    { stored: defaultStored, state: 'newer', version: 3 },
  ] as const)('comes back: %j', (loaded) => {
    expect(readLoaded(JSON.parse(JSON.stringify(loaded)))).toEqual(loaded);
  });

  test.each([
    undefined,
    null,
    'found',
    [],
    {},
    { ...nothingLoaded, state: 'constructor' },
    { ...nothingLoaded, version: '1' },
    { ...nothingLoaded, version: 1.5 },
    { ...nothingLoaded, version: undefined },
    { ...nothingLoaded, stored: { ...slow, speed: 9 } },
  ])('is nothing if it has another shape: %j', (value) => {
    expect(readLoaded(value)).toBeNull();
  });
});
