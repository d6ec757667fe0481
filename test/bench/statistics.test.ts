import { describe, expect, test } from '@jest/globals';
import { isVoid, median, percentile, ratioOfMedians } from '../../bench/statistics.ts';
import { createRandom } from '../../bench/random.ts';

/** Values around `middle`, up to `spread` (a share) away from it. */
function noisy(count: number, middle: number, spread: number, seed: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => middle * (1 + spread * (2 * random() - 1)));
}

describe('the median', () => {
  test('is the value in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  test('is half-way between the two in the middle', () => {
    expect(median([4, 1, 2, 9])).toBe(3);
  });

  test('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  test('is the smallest value that the share does not exceed', () => {
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0.5)).toBe(50);
  });

  test('reaches from the smallest value to the largest', () => {
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile(hundred, 1)).toBe(100);
  });
});

describe('a ratio of medians', () => {
  test('lies in its interval', () => {
    const { value, low, high } = ratioOfMedians(noisy(40, 24, 0.1, 1), noisy(40, 20, 0.1, 2));
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(low).toBeGreaterThan(1);
  });

  test('has an interval that gets narrower with more rounds', () => {
    const widthOf = (rounds: number): number => {
      const ratio = ratioOfMedians(noisy(rounds, 24, 0.1, 3), noisy(rounds, 20, 0.1, 4));
      return ratio.high - ratio.low;
    };
    expect(widthOf(400)).toBeLessThan(widthOf(20) / 2);
  });

  test('is certain where every round has the same ratio', () => {
    const reference = noisy(30, 20, 0.5, 5);
    const { value, low, high } = ratioOfMedians(
      reference.map((ms) => ms * 1.5),
      reference,
    );
    for (const ratio of [value, low, high]) expect(ratio).toBeCloseTo(1.5, 10);
  });

  test('is the same in every run', () => {
    const values = noisy(20, 24, 0.1, 6);
    const reference = noisy(20, 20, 0.1, 7);
    expect(ratioOfMedians(values, reference)).toEqual(ratioOfMedians(values, reference));
  });
});

describe('a run', () => {
  test.each([1.0201, 0.9799, Number.NaN])(
    'is void if the same differs from itself by %d',
    (value) => {
      expect(isVoid({ value })).toBe(true);
    },
  );

  test.each([1, 1.0199, 0.9801])('counts if the same comes out as %d times itself', (value) => {
    expect(isVoid({ value })).toBe(false);
  });
});
