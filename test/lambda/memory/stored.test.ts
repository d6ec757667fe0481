import { describe, expect, test } from '@jest/globals';
import {
  defaultStored,
  isSame,
  mergeStored,
  type Migration,
  readStored,
  type Stored,
} from '../../../lambda/memory/stored.ts';

const full: Stored = {
  schema: 1,
  speed: -1,
  detail: 'full',
  place: { id: 'ki-67', piece: 1, sentence: 2 },
  questions: ['why-chemo', 'goal'],
  firstUsed: '2026-11-02',
  lastUsed: '2026-11-23',
};

const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `question-${index}`);

describe('what was stored comes back', () => {
  test.each([
    ['all of it', full],
    ['the defaults', defaultStored],
    ['the most questions that are kept', { ...full, questions: ids(20) }],
  ])('after a way through JSON: %s', (_, stored: Stored) => {
    const read = readStored(JSON.parse(JSON.stringify(stored)));
    expect(read).toEqual({ kind: 'stored', stored });
  });

  test('without parts that nobody knows', () => {
    expect(readStored({ ...full, said: 'I am afraid' })).toEqual({ kind: 'stored', stored: full });
  });

  test('with each question once', () => {
    expect(readStored({ ...full, questions: ['goal', 'goal'] })).toEqual({
      kind: 'stored',
      stored: { ...full, questions: ['goal'] },
    });
  });
});

describe('something else is corrupt as a whole, so that no default is written over it', () => {
  test.each([
    undefined,
    null,
    0,
    'a text',
    [],
    [full],
    {},
    { schema: 1 },
    { ...full, schema: '1' },
    { ...full, schema: null },
    { ...full, schema: 0.5 },
    { ...full, schema: NaN },
    { ...full, schema: 0 },
    { ...full, schema: -1e9 },
    JSON.parse('{"__proto__": {"schema": 1}}') as unknown,
    new Map([['schema', 1]]),
  ])('%j', (value) => {
    expect(readStored(value)).toEqual({ kind: 'corrupt' });
  });

  const strange: readonly unknown[] = [undefined, 7.5, -3, 'x'.repeat(121), '', {}, [[]], NaN, 1e9];
  const ofPlace = (part: object) => ({ id: 'ki-67', piece: 0, sentence: 0, ...part });

  test.each([
    ...strange.flatMap((value) =>
      (['speed', 'detail', 'place', 'questions', 'firstUsed', 'lastUsed'] as const).map(
        (part) => [part, value] as const,
      ),
    ),
    ['speed', null],
    ['speed', '0'],
    ['detail', 'constructor'],
    ['questions', null],
    ['questions', new Set(['goal'])],
    ['questions', ids(21)],
    ['questions', ['goal', null]],
    ['questions', ['goal', ['goal']]],
    ['questions', Array(3)],
    ['questions', ['Will I lose my hair?']],
    ['place', ofPlace({ id: 'what is ki-67' })],
    ['place', ofPlace({ id: 7 })],
    ['place', ofPlace({ piece: -1 })],
    ['place', ofPlace({ piece: 1000 })],
    ['place', ofPlace({ sentence: '0' })],
    ['place', { id: 'ki-67', piece: 0 }],
    ['place', ofPlace({ id: 'x'.repeat(121) })],
    ['questions', ['x'.repeat(121)]],
    ['firstUsed', '2026-11-23T10:00:00Z'],
    ['firstUsed', '2026-13-01'],
    ['lastUsed', '2026-00-10'],
    ['lastUsed', '23.11.2026'],
    ['lastUsed', 'on 2026-11-23'],
  ] as const)('%s: %j', (part, value) => {
    expect(readStored({ ...full, [part]: value })).toEqual({ kind: 'corrupt' });
  });
});

describe('other versions of the shape', () => {
  test.each([2, 3, 1e9])('schema %d is newer', (schema) => {
    expect(readStored({ ...full, schema })).toEqual({ kind: 'newer' });
    expect(readStored({ schema, nothing: 'known' })).toEqual({ kind: 'newer' });
  });

  const { place, ...placeless } = full;
  const fromMinusOne: Migration = ({ slow, ...rest }) => ({ ...rest, schema: 0, speed: slow });
  const fromZero: Migration = (older) => ({ ...older, schema: 1, place });
  const migrations = new Map([
    [-1, fromMinusOne],
    [0, fromZero],
  ]);

  test('an older one is migrated step by step', () => {
    const { speed, ...oldest } = placeless;
    const older = { ...oldest, schema: -1, slow: speed };
    expect(readStored(older, migrations)).toEqual({ kind: 'stored', stored: full });
    expect(readStored({ ...placeless, schema: 0 }, migrations)).toEqual({
      kind: 'stored',
      stored: full,
    });
  });

  test('this one is not migrated', () => {
    const refuse: Migration = () => null;
    expect(readStored(full, new Map([[1, refuse]]))).toEqual({ kind: 'stored', stored: full });
  });

  test.each([
    ['a migration that cannot', new Map<number, Migration>([[0, () => null]])],
    ['a migration that gives something else', new Map<number, Migration>([[0, () => ({})]])],
    ['a step that is missing', new Map<number, Migration>([[-1, fromMinusOne]])],
  ])('%s leaves it corrupt', (_, broken) => {
    expect(readStored({ ...placeless, schema: 0 }, broken)).toEqual({ kind: 'corrupt' });
  });
});

describe('two changes of the same base', () => {
  test('of different parts are both kept', () => {
    const mine: Stored = { ...full, speed: 2, place: null };
    const theirs: Stored = { ...full, detail: 'short', lastUsed: '2026-11-24' };
    const both = { ...full, speed: 2, place: null, detail: 'short', lastUsed: '2026-11-24' };
    expect(mergeStored(full, mine, theirs)).toEqual(both);
    expect(mergeStored(full, theirs, mine)).toEqual(both);
  });

  test('of the same part: mine wins', () => {
    const at = (sentence: number): Stored => ({
      ...full,
      speed: 1,
      place: { id: 'pump', piece: 0, sentence },
    });
    expect(mergeStored(full, at(1), { ...at(2), speed: 0 })).toEqual(at(1));
  });

  test('the first use is the earliest, the last the latest', () => {
    const used = (day: string): Stored => ({ ...defaultStored, firstUsed: day, lastUsed: day });
    const both = { ...defaultStored, firstUsed: '2026-01-31', lastUsed: '2026-02-01' };
    expect(mergeStored(defaultStored, used('2026-02-01'), used('2026-01-31'))).toEqual(both);
    expect(mergeStored(defaultStored, used('2026-01-31'), used('2026-02-01'))).toEqual(both);
    expect(mergeStored(full, used('2026-02-01'), { ...full, firstUsed: null })).toMatchObject({
      firstUsed: '2026-02-01',
    });
  });

  test('both took the days out: they are out', () => {
    const dayless: Stored = { ...full, firstUsed: null, lastUsed: null };
    expect(mergeStored(full, dayless, dayless)).toEqual(dayless);
  });

  test.each([
    ['added by both', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 'b']],
    ['the same one added by both', [], ['b'], ['b'], ['b']],
    ['taken out by one, added by the other', ['a'], [], ['a', 'b'], ['b']],
    ['taken out by both', ['a', 'b'], ['b'], ['a'], []],
    ['added by one', ['a'], ['a', 'b'], ['a'], ['a', 'b']],
    ['taken out by the other', ['a', 'b'], ['a', 'b'], ['b'], ['b']],
    ['all taken out, one added', ['a', 'b'], ['c'], ['a', 'b', 'd'], ['d', 'c']],
  ])('questions %s', (_, base, mine, theirs, merged) => {
    const withQuestions = (questions: readonly string[]): Stored => ({ ...full, questions });
    expect(
      mergeStored(withQuestions(base), withQuestions(mine), withQuestions(theirs)).questions,
    ).toEqual(merged);
  });

  test('too many questions: the oldest are dropped, and it can be read again', () => {
    const mine: Stored = { ...full, questions: ['mine', 'also-mine'] };
    const merged = mergeStored({ ...full, questions: [] }, mine, { ...full, questions: ids(20) });
    expect(merged.questions).toEqual([...ids(20).slice(2), 'mine', 'also-mine']);
    expect(readStored(merged)).toEqual({ kind: 'stored', stored: merged });
  });

  test('what one deleted is not brought back by the other, but for what that one changed', () => {
    expect(mergeStored(full, { ...full, speed: 2 }, defaultStored)).toEqual({
      ...defaultStored,
      speed: 2,
    });
  });
});

test('sameness is of content, not of identity', () => {
  expect(isSame(full, JSON.parse(JSON.stringify(full)) as Stored)).toBe(true);
  expect(isSame(full, { ...full, questions: ['goal', 'why-chemo'] })).toBe(false);
  expect(isSame(full, { ...full, place: null })).toBe(false);
});
