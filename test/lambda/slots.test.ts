import { describe, expect, test } from '@jest/globals';
import { readSlots, slotOf } from '../../lambda/slots.ts';

const nothing = { words: null, ids: [] };

function matched(...ids: readonly unknown[]): object {
  return { status: { code: 'ER_SUCCESS_MATCH' }, values: ids.map((id) => ({ value: { id } })) };
}

function heard(value: unknown, ...resolutionsPerAuthority: readonly unknown[]): object {
  return readSlots({ term: { name: 'term', value, resolutions: { resolutionsPerAuthority } } });
}

describe('a slot gives its words and what they may stand for', () => {
  test.each([
    ['one meaning', [matched('ki-67')], ['ki-67']],
    ['several meanings, in their order', [matched('b', 'a')], ['b', 'a']],
    ['meanings of several authorities, each once', [matched('a'), matched('b', 'a')], ['a', 'b']],
    ['no match', [{ status: { code: 'ER_SUCCESS_NO_MATCH' } }], []],
    ['a time-out', [{ status: { code: 'ER_ERROR_TIMEOUT' }, values: [] }], []],
    ['an exception', [{ status: { code: 'ER_ERROR_EXCEPTION' } }], []],
    ['values of a match that failed', [{ ...matched('a'), status: { code: 'X' } }], []],
    ['no authority', [], []],
    ['an id that is none', [matched('a', 7, null, undefined)], ['a']],
    ['authorities that are none', [null, 7, 'x', {}, { status: null }], []],
    ['values that are none', [{ ...matched(), values: [null, 7, {}, { value: null }] }], []],
    ['values that are no list', [{ ...matched(), values: 'a' }], []],
  ])('%s', (_, authorities, ids) => {
    expect(heard(' the word ', ...authorities)).toEqual({ term: { words: 'the word', ids } });
  });
});

describe('an empty slot', () => {
  test.each([undefined, null, '', '  ', '?', 7, {}, []])('with the value %j', (value) => {
    expect(heard(value, matched('a'))).toEqual({ term: nothing });
  });

  test.each([null, undefined, 'a text', 7, []])('that is %j', (slot) => {
    expect(readSlots({ term: slot })).toEqual({ term: nothing });
  });

  test.each([null, undefined, 'x', { resolutionsPerAuthority: null }])(
    'has its words without resolutions: %j',
    (resolutions) => {
      const slots = readSlots({ term: { name: 'term', value: 'word', resolutions } });
      expect(slots).toEqual({ term: { words: 'word', ids: [] } });
    },
  );
});

describe('no slots', () => {
  test.each([undefined, null, 7, 'x', true, {}, []])('%j', (slots) => {
    expect(readSlots(slots)).toEqual({});
  });
});

test('a slot that is not there is empty, whatever its name', () => {
  const slots = readSlots({ term: { name: 'term', value: 'word' } });
  expect(slotOf(slots, 'term')).toEqual({ words: 'word', ids: [] });
  for (const name of ['drug', 'constructor', '__proto__', 'toString']) {
    expect(slotOf(slots, name)).toEqual(nothing);
  }
});
