import { expect, test } from '@jest/globals';
import { array, assert, integer, property, record } from 'fast-check';
import { sortFew } from '../../../lambda/understand/sort-few.ts';

test('a list is sorted the way its own sort does, with what is equal in the order it had', () => {
  const items = array(record({ key: integer({ min: 0, max: 5 }), at: integer() }), {
    maxLength: 40,
  });
  assert(
    property(items, (list) => {
      const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key;
      const copy = [...list];
      expect(sortFew(copy, byKey)).toBe(copy);
      expect(copy).toEqual(list.toSorted(byKey));
    }),
  );
});
