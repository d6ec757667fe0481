import { describe, expect, test } from '@jest/globals';
import { atMost, exitCodeOf, notMeasured, toTable, told } from '../../bench/figure.ts';

const judge = (value: number, isVoid = false) =>
  atMost(
    { part: 'cold', what: 'an intent', measured: `${value}`, values: {}, isVoid },
    value,
    1.2,
    ' ×',
  );

describe('a figure with a bound', () => {
  test('holds up to its bound and is missed above', () => {
    expect(judge(1.2).verdict).toBe('held');
    expect(judge(1.21).verdict).toBe('missed');
  });

  test('is missed if it is no number', () => {
    expect(judge(Number.NaN).verdict).toBe('missed');
  });

  test('is neither in a void run', () => {
    expect(judge(1.1, true).verdict).toBe('void');
    expect(judge(1.3, true).verdict).toBe('void');
  });
});

describe('the exit code', () => {
  const other = told('size', 'the content', '80 KB');

  test('is 0 if every bound holds', () => {
    expect(exitCodeOf([judge(1.1), other])).toBe(0);
  });

  test('is 1 if a bound is missed, whatever else there is', () => {
    expect(
      exitCodeOf([judge(1.1, true), judge(1.3), notMeasured('cold', 'Jovo', 'no network')]),
    ).toBe(1);
  });

  test('is 2 if a run is void', () => {
    expect(exitCodeOf([judge(1.1), judge(1.1, true)])).toBe(2);
  });

  test('is 3 if something could not be measured, or nothing was', () => {
    expect(exitCodeOf([judge(1.1), notMeasured('cold', 'Jovo', 'no network')])).toBe(3);
    expect(exitCodeOf([])).toBe(3);
  });
});

test('the table has a line for each figure, with its bound and verdict', () => {
  const lines = toTable([judge(1.1), told('size', 'the content', '80 KB')]).split('\n');
  expect(lines).toEqual([
    'part  figure       measured  bound    verdict',
    'cold  an intent    1.1       ≤ 1.2 ×  held',
    'size  the content  80 KB',
  ]);
});
