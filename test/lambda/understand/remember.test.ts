import { expect, test } from '@jest/globals';
import { remember } from '../../../lambda/understand/remember.ts';

/** A function that tells how often it was worked out. */
function counted() {
  const made: string[] = [];
  const lengthOf = remember((words) => {
    made.push(words);
    return words.length;
  });
  return { made, lengthOf };
}

test('what was worked out once is not worked out again', () => {
  const { made, lengthOf } = counted();
  expect(['chemo', 'pump', 'chemo'].map(lengthOf)).toEqual([5, 4, 5]);
  expect(made).toEqual(['chemo', 'pump']);
});

test('what nobody says is worked out each time, and does not stay in memory', () => {
  const { made, lengthOf } = counted();
  const said = 'x'.repeat(60);
  const notSaid = 'x'.repeat(61);
  expect([said, said, notSaid, notSaid].map(lengthOf)).toEqual([60, 60, 61, 61]);
  expect(made).toEqual([said, notSaid, notSaid]);
});

test('after 5,000 results no more are kept, and those are', () => {
  const { made, lengthOf } = counted();
  for (let word = 0; word <= 5000; word += 1) lengthOf(String(word));
  made.length = 0;
  expect(['0', '4999', '5000', '5000'].map(lengthOf)).toEqual([1, 4, 4, 4]);
  expect(made).toEqual(['5000', '5000']);
});
