import { describe, expect, test } from '@jest/globals';
import { type Loaded, nothingLoaded, unavailable } from '../../../lambda/memory/memory.ts';
import {
  hasPreferencesChanged,
  toStored,
  withSaved,
  withStored,
} from '../../../lambda/memory/session-memory.ts';
import { defaultStored, readStored, type Stored } from '../../../lambda/memory/stored.ts';
import { newSession, type Session } from '../../../lambda/session.ts';

const stored: Stored = {
  schema: 1,
  speed: -1,
  detail: 'full',
  place: { id: 'pump', piece: 1, sentence: 0 },
  questions: ['goal', 'where'],
  firstUsed: '2026-01-01',
  lastUsed: '2026-02-02',
};
const found: Loaded = { stored, state: 'found', version: 4 };
const session: Session = { ...newSession, term: 'catheter', misses: 1 };
const returning = withStored(session, found);

describe('what is stored goes into a session', () => {
  test('with its settings and questions, and leaves the rest alone', () => {
    expect(returning).toEqual({
      ...session,
      speed: -1,
      detail: 'full',
      kept: ['goal', 'where'],
      memory: found,
    });
    expect(session.memory).toBeNull();
  });

  test('once only', () => {
    expect(withStored(returning, { ...found, stored: defaultStored })).toBe(returning);
  });

  test.each([nothingLoaded, unavailable, { ...found, state: 'newer' } as const])(
    'but no defaults over what the session has: $state',
    (loaded) => {
      const slow: Session = { ...session, speed: -2, kept: ['goal'] };
      expect(withStored(slow, loaded)).toEqual({ ...slow, memory: loaded });
    },
  );
});

describe('what is to be stored of a session', () => {
  const at = { id: 'ki-67', piece: 2 };

  test('is its settings, questions and place', () => {
    const heard: Session = { ...returning, at, speed: 1, detail: 'short', kept: ['where'] };
    expect(toStored(heard, '2026-03-03')).toEqual({
      schema: 1,
      speed: 1,
      detail: 'short',
      place: { ...at, sentence: 0 },
      questions: ['where'],
      firstUsed: '2026-01-01',
      lastUsed: '2026-03-03',
    });
  });

  test('keeps the place of before where nothing was heard', () => {
    expect(toStored(returning, '2026-03-03')).toEqual({ ...stored, lastUsed: '2026-03-03' });
  });

  test.each([null, nothingLoaded, unavailable])('begins today for a new listener', (memory) => {
    const first = toStored({ ...session, memory }, '2026-03-03');
    expect(first).toMatchObject({ firstUsed: '2026-03-03', lastUsed: '2026-03-03', place: null });
    expect(readStored(first)).toEqual({ kind: 'stored', stored: first });
  });
});

describe('whether the preferences changed', () => {
  const changes: readonly Partial<Session>[] = [
    { speed: 0 },
    { detail: 'short' },
    { kept: [] },
    { kept: ['goal'] },
    { kept: ['where', 'goal'] },
  ];

  test.each(changes)('yes: %j', (change) => {
    expect(hasPreferencesChanged({ ...returning, ...change })).toBe(true);
  });

  test('not by hearing something, and not before anything was loaded', () => {
    const at = { id: 'ki-67', piece: 2 };
    expect(hasPreferencesChanged({ ...returning, at, heard: ['ki-67'] })).toBe(false);
    expect(hasPreferencesChanged({ ...session, speed: 2 })).toBe(false);
  });
});

describe('after a save', () => {
  const changed: Session = { ...returning, speed: 2 };

  test.each(['saved', 'merged'] as const)('what was written is the base: %s', (outcome) => {
    const loaded: Loaded = {
      stored: { ...stored, speed: 2, detail: 'short', questions: ['goal'] },
      state: 'found',
      version: 6,
    };
    const after = withSaved(changed, { outcome, loaded });
    expect(after).toEqual({
      ...changed,
      detail: 'short',
      kept: ['goal'],
      memory: loaded,
    });
    expect(hasPreferencesChanged(after)).toBe(false);
  });

  test.each(['unavailable', 'conflict', 'refused', 'unchanged'] as const)(
    'nothing is lost of what was not written: %s',
    (outcome) => {
      const after = withSaved(changed, { outcome, loaded: found });
      expect(after).toEqual(changed);
      expect(hasPreferencesChanged(after)).toBe(true);
    },
  );

  test('what turned out to be unreadable is not taken over', () => {
    const loaded: Loaded = { stored: defaultStored, state: 'corrupt', version: 9 };
    expect(withSaved(changed, { outcome: 'kept', loaded })).toEqual({ ...changed, memory: loaded });
  });
});
