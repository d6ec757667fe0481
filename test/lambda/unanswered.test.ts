import { describe, expect, test } from '@jest/globals';
import { toUnanswered } from '../../lambda/unanswered.ts';

describe('a question that is kept for the writers', () => {
  test.each([
    ['how does the liver feel', 'how does the liver feel'],
    ['I am 42', 'I am #'],
    ['I am forty two', 'I am #'],
    ['call 416-555-0199 now', 'call # now'],
    ['four one six five five five oh one', '# oh #'],
    ['born June twenty-first nineteen sixty one', 'born June #'],
    ['what is key sixty seven', 'what is key #'],
    ['FIVE f u', '# f u'],
    ['is someone alone', 'is someone alone'],
    ['what weighs a tonne', 'what weighs a tonne'],
    ['j’ai soixante-dix ans', 'j’ai # ans'],
    ['c’est quoi une chimio', 'c’est quoi une chimio'],
    ['٤٢ and ４２ and ²', '# and # and #'],
    ['a\u0000b\nc\u2028d\u202ee\t f', 'a b c d e f'],
    ['broken \ud83d half', 'broken half'],
    ['', ''],
  ])('%j', (words, kept) => {
    expect(toUnanswered(words)).toBe(kept);
  });

  test('has no digit left, in any script', () => {
    const digits = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter(
      (character) => /\p{Nd}/u.test(character),
    );
    expect(digits.length).toBeGreaterThan(500);
    expect(digits.filter((digit) => /\p{N}/u.test(toUnanswered(`x ${digit} y`)))).toEqual([]);
  });

  test('is cut at 200 characters, between two of them', () => {
    expect(toUnanswered('word '.repeat(1000))).toHaveLength(199);
    expect(toUnanswered('ab'.repeat(5000))).toBe('ab'.repeat(100));
    expect(toUnanswered(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199));
  });
});
