import { describe, expect, test } from '@jest/globals';
import { type Edit, edited, type Json } from './json.ts';

const value: Json = { one: 1, list: [1, 2], deep: { inside: 'x' } };
/** Places are counted from the whole value on: 0 is the value itself, then its own keys. */
const WHOLE = 0;
const ONE = 1;

function after(...edits: Edit[]): unknown {
  return JSON.parse(edited(value, edits));
}

describe('an edited value', () => {
  test('is the same without an edit', () => {
    expect(after()).toEqual(value);
  });

  test.each<[string, Edit, unknown]>([
    ['loses a part', { do: 'remove', at: ONE }, { list: [1, 2], deep: { inside: 'x' } }],
    ['gets another part', { do: 'put', at: ONE, value: null }, { ...value, one: null }],
    ['is another one altogether', { do: 'put', at: WHOLE, value: [] }, []],
    ['gets a part more', { do: 'add', at: WHOLE, key: 'two', value: 2 }, { ...value, two: 2 }],
    ['is in a list', { do: 'wrap', at: WHOLE, isList: true }, [value]],
    ['has a part of another name', { do: 'rename', at: ONE, key: 'uno' }, renamed()],
    ['has parts that changed places', { do: 'swap', at: ONE, other: 2 }, swapped()],
  ])('%s', (_, edit, expected) => {
    expect(after(edit)).toEqual(expected);
  });

  test.each(['__proto__', 'constructor', 'toString'])('has %s as a key of its own', (key) => {
    const text = edited({}, [{ do: 'add', at: WHOLE, key, value: { polluted: true } }]);
    expect(text).toBe(`{"${key}":{"polluted":true}}`);
    expect(Object.hasOwn(JSON.parse(text) as object, key)).toBe(true);
    expect('polluted' in {}).toBe(false);
  });

  test('can be deeper and larger than a value that is built', () => {
    const deep = edited(value, [
      { do: 'put', at: ONE, value: { rawOf: 'deep list', size: 10_000, unit: '' } },
    ]);
    expect(deep).toContain('['.repeat(10_000));
    expect(JSON.parse(deep)).toHaveProperty('one');
    const number = edited(value, [
      { do: 'put', at: WHOLE, value: { rawOf: 'number', size: 0, unit: '1e400' } },
    ]);
    expect(JSON.parse(number)).toBe(Infinity);
  });
});

function renamed(): unknown {
  return { uno: 1, list: [1, 2], deep: { inside: 'x' } };
}

function swapped(): unknown {
  return { one: [1, 2], list: 1, deep: { inside: 'x' } };
}
