import { describe, expect, test } from '@jest/globals';
import { toPlainText, toText } from '../../lambda/lines.ts';
import { smallCatalogue } from '../helpers/small-catalogue.ts';

describe('a line becomes a text', () => {
  test('as it stands under its key', () => {
    expect(toText(smallCatalogue, 'answer/tea/0')).toEqual([
      ['Tea has tannin.', expect.stringContaining('<phoneme'), expect.stringContaining('<sub')],
    ]);
  });

  test('with other texts in its places', () => {
    const line = ['prompt/offer/0', { offer: 'answer/tea/1/offer' }] as const;
    expect(toPlainText(toText(smallCatalogue, line))).toBe('Want to hear its colour?');
  });

  test('with a number in its place', () => {
    const line = ['prompt/offer/0', { offer: 'number/12' }] as const;
    expect(toPlainText(toText(smallCatalogue, line))).toBe('Want to hear 12?');
  });

  test.each(['answer/coffee/0', 'constructor', '__proto__', ''])(
    'an unknown key (%j) gives an empty text',
    (key) => {
      expect(toText(smallCatalogue, key)).toEqual([]);
      expect(toText(smallCatalogue, [key, {}])).toEqual([]);
    },
  );

  test('a place for which nothing is known stays empty', () => {
    const fills = JSON.parse('{"__proto__": "answer/tea/1"}') as Record<string, string>;
    expect(toPlainText(toText(smallCatalogue, ['prompt/offer/0', fills]))).toBe('Want to hear ?');
  });
});
