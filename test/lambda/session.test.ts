import { describe, expect, test } from '@jest/globals';
import { defaultStored } from '../../lambda/memory/stored.ts';
import { readSession } from '../../lambda/read-session.ts';
import { changed, newSession, type Session, withHeard } from '../../lambda/session.ts';

const full: Session = {
  version: 1,
  spokenAtMs: 1_790_000_000_000,
  at: { id: 'chemoembolization', piece: 1 },
  about: 'chemoembolization',
  offer: { to: 'answer', id: 'oily-mix', piece: 0 },
  term: 'catheter',
  last: {
    say: ['answer/chemoembolization/1', ['prompt/backTo/0', { topic: 'section/hai' }]],
    ask: ['prompt/offer/0', { offer: 'answer/oily-mix/0/offer' }],
    reprompt: 'prompt/offerReprompt/1',
  },
  heard: ['ki-67', 'chemoembolization'],
  misses: 1,
  disclaimed: true,
  speed: -1,
  detail: 'full',
  kept: ['goal'],
  question: 'goal',
  memory: {
    state: 'found',
    version: 3,
    stored: { ...defaultStored, place: { id: 'ki-67', piece: 0, sentence: 0 } },
  },
  variants: { offer: 2, ask: 0 },
};

/** What is kept of a full session when one part of it comes back as something else. */
function readWith(part: keyof Session, value: unknown): Session {
  return readSession({ ...full, [part]: value });
}

describe('what a session remembered comes back', () => {
  test.each([
    ['all of it', full],
    ['a new one', newSession],
    ['a question for the doctor', { ...full, offer: { to: 'question', index: 3 } as const }],
    ['topics', { ...full, offer: { to: 'topics', next: 3, listed: null } as const }],
    ['topics that were listed', { ...full, offer: { to: 'topics', next: 6, listed: 3 } as const }],
    ['everything to be forgotten', { ...full, offer: { to: 'forget' } as const }],
    ['a choice', { ...full, offer: { to: 'choice', options: ['answer/a', 'term/b'] } as const }],
  ])('after a way through JSON: %s', (_, session: Session) => {
    expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
  });

  test('is small enough for every turn to carry', () => {
    const everything = Array.from(
      { length: 500 },
      (_, index) => `an-answer-with-the-number-${index}`,
    );
    const session = { ...full, heard: everything.reduce<string[]>(withHeard, []) };
    expect(JSON.stringify(readSession(session)).length).toBeLessThan(10_000);
  });
});

describe('something else in place of the session', () => {
  test.each([
    undefined,
    null,
    0,
    'a text',
    true,
    [],
    [full],
    {},
    { version: 2 },
    { version: '1' },
    { ...full, version: null },
    JSON.parse('{"__proto__": {"version": 1}}') as unknown,
  ])('%j is a new session', (attributes) => {
    expect(readSession(attributes)).toEqual(newSession);
  });

  test('a session that has only its version is a new one', () => {
    expect(readSession({ version: 1 })).toEqual(newSession);
  });
});

describe('a part that does not fit is forgotten, and the rest is kept', () => {
  const strange: readonly unknown[] = [
    undefined,
    null,
    7.5,
    -1,
    'x'.repeat(121),
    [],
    {},
    [[]],
    NaN,
  ];

  test.each([
    ...strange.map((value) => ['at', value, null] as const),
    ['at', { id: 'x' }, null],
    ['at', { id: 7, piece: 0 }, null],
    ['at', { id: 'x', piece: '0' }, null],
    ['at', { id: 'x', piece: 1000 }, null],
    ...strange.map((value) => ['offer', value, null] as const),
    ['offer', { to: 'nowhere' }, null],
    ['offer', { to: 'constructor' }, null],
    ['offer', { to: 'answer', id: 'x' }, null],
    ['offer', { to: 'question', index: -1 }, null],
    ['offer', { to: 'topics' }, null],
    ['offer', { to: 'choice', options: 'answer/x' }, null],
    ['offer', { to: 'choice', options: [null, 7] }, null],
    ['about', 7, null],
    ['about', {}, null],
    ['term', 7, null],
    ['term', 'x'.repeat(121), null],
    ['last', { say: 'answer/x/0' }, null],
    ['last', [], null],
    ['heard', 'ki-67', []],
    ['heard', { 0: 'ki-67', length: 1 }, []],
    ['heard', ['ki-67', 7, null, ['x']], ['ki-67']],
    ['misses', '2', 0],
    ['misses', -1, 0],
    ['misses', 1e9, 0],
    ['disclaimed', 'true', false],
    ['disclaimed', 1, false],
    ['speed', 3, 0],
    ['speed', '1', 0],
    ['detail', 'long', 'short'],
    ['kept', 'goal', []],
    ['kept', ['goal', 7, 'goal'], ['goal']],
    ...strange.map((value) => ['memory', value, null] as const),
    ['memory', { state: 'found', version: 3, stored: { ...defaultStored, schema: 2 } }, null],
    ['memory', { state: 'lost', version: 3, stored: defaultStored }, null],
    ['memory', { state: 'found', version: '3', stored: defaultStored }, null],
    ['variants', [1], {}],
    ['variants', 'offer', {}],
    ['variants', { offer: 'x', ask: 1, help: -1 }, { ask: 1 }],
  ] as const)('%s: %j becomes %j', (part, value, kept) => {
    expect(readWith(part, value)).toEqual({ ...full, [part]: kept });
  });

  test('lines that are none are left out of what was said', () => {
    const say = ['a', 7, null, {}, ['b'], ['c', null], ['d', { x: 'y', z: 7 }], [{}, {}]];
    expect(readWith('last', { say, ask: {}, reprompt: [7] }).last).toEqual({
      say: ['a', ['d', { x: 'y' }]],
      ask: null,
      reprompt: null,
    });
  });

  test('a flood is cut off', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `id-${index}`);
    const { heard, last, variants, offer } = readSession({
      ...full,
      heard: many,
      last: { say: many, ask: null, reprompt: null },
      variants: Object.fromEntries(many.map((id) => [id, 1])),
      offer: { to: 'choice', options: many },
    });
    expect(heard.at(-1)).toBe('id-4999');
    expect(heard.length).toBeLessThanOrEqual(60);
    expect(last?.say.length).toBeLessThanOrEqual(10);
    expect(Object.keys(variants).length).toBeLessThanOrEqual(100);
    expect(offer).toEqual({ to: 'choice', options: ['id-0', 'id-1', 'id-2'] });
  });

  test('names of an object’s own workings are data like any other', () => {
    const hostile = `{"version":1,"variants":{"__proto__":1,"constructor":2},
      "term":"__proto__","last":{"say":[["k",{"__proto__":"x"}]],"ask":null,"reprompt":null}}`;
    const { variants, last, term } = readSession(JSON.parse(hostile));
    expect(Object.entries(variants)).toEqual([['constructor', 2]]);
    expect(Object.getPrototypeOf(variants)).toBe(Object.prototype);
    expect(JSON.stringify(last?.say)).toBe('[["k",{"__proto__":"x"}]]');
    expect(term).toBe('__proto__');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('what was heard', () => {
  test('is kept once, the latest last', () => {
    const heard = ['a', 'b', 'a'].reduce<string[]>(withHeard, []);
    expect(heard).toEqual(['b', 'a']);
  });

  test('leaves what it came from alone', () => {
    const heard = ['a'];
    withHeard(heard, 'b');
    expect(heard).toEqual(['a']);
  });
});

describe('a session that changes', () => {
  test('has what is changed, and all else as it was', () => {
    const { at, ...others } = full;
    expect(at).not.toBeNull();
    expect(changed(full, { at: null })).toEqual({ ...others, at: null });
  });

  test('has its parts in one order, which is what makes it fast', () => {
    const read = readSession(JSON.parse(JSON.stringify(full)));
    expect(Object.keys(changed(full, { at: null }))).toEqual(Object.keys(newSession));
    expect(Object.keys(read)).toEqual(Object.keys(newSession));
  });

  test('leaves the one that it came from alone', () => {
    changed(newSession, { misses: 2 });
    expect(newSession.misses).toBe(0);
  });
});
