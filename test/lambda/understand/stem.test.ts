import { describe, expect, test } from '@jest/globals';
import { type StemFile, StemIndex } from '../../../lambda/understand/stem.ts';

/** An index whose file counts how often it is asked. */
function counted(): { stems: StemIndex; asked: string[] } {
  const asked: string[] = [];
  const file: StemFile = {
    hintsOf(stems) {
      asked.push(`hints of ${stems}`);
      return stems === 'hot tea' ? [[7, 'hot tea cup|very hot tea', 1], [8]] : undefined;
    },
    cueOf(stems) {
      asked.push(`cue of ${stems}`);
      return stems === 'tea' ? 150 : undefined;
    },
    phrasingOf(stems) {
      asked.push(`phrasing of ${stems}`);
      return stems === 'tea' ? [3, 20, 2, -10, 1, 5] : undefined;
    },
  };
  return { stems: new StemIndex(file), asked };
}

describe('a stem', () => {
  test('is one object, however often it is said', () => {
    const { stems } = counted();
    const tea = stems.stemOf('tea');
    expect(stems.stemOf('tea')).toBe(tea);
    expect(tea.pairWith(stems.stemOf('cup'))).toBe(tea.pairWith(stems.stemOf('cup')));
    expect(tea.pairWith(tea).text).toBe('tea tea');
  });

  test('has the number that stands for it in phrases', () => {
    const { stems } = counted();
    const [phrase] = stems.readPhrases('hot tea');
    expect(phrase).toEqual([stems.numberOf('hot'), stems.numberOf('tea')]);
    expect(stems.stemOf('tea').number).toBe(stems.numberOf('tea'));
    expect(stems.numberOf('hot')).not.toBe(stems.numberOf('tea'));
  });

  test('is looked up when it is asked for, and once', () => {
    const { stems, asked } = counted();
    const tea = stems.stemOf('tea');
    expect(asked).toEqual([]);
    expect([tea.cue, tea.cue, tea.phrasing.length, tea.phrasing.length]).toEqual([150, 150, 6, 6]);
    expect([tea.hints, tea.hints]).toEqual([[], []]);
    expect(asked).toEqual(['cue of tea', 'phrasing of tea', 'hints of tea']);
  });

  test('weighs nothing where nothing is found', () => {
    const cup = counted().stems.stemOf('cup');
    expect([cup.cue, cup.phrasing.length, cup.hints.length]).toEqual([0, 0, 0]);
  });

  test('has the targets by their own numbers, not by the differences', () => {
    expect([...counted().stems.stemOf('tea').phrasing]).toEqual([3, 20, 5, -10, 6, 5]);
  });

  test('tells with the next one which signs may be there', () => {
    const { stems } = counted();
    expect(stems.stemOf('hot').pairWith(stems.stemOf('tea')).hints).toEqual([
      { number: 7, phrases: stems.readPhrases('hot tea cup|very hot tea'), before: 1 },
      { number: 8, phrases: [], before: 0 },
    ]);
  });
});

describe('an index of stems', () => {
  test('is full after three hundred thousand letters, in however few stems', () => {
    const { stems } = counted();
    stems.numberOf('x'.repeat(300_000));
    expect(stems.isFull).toBe(false);
    stems.numberOf('y');
    expect(stems.isFull).toBe(true);
  });

  test('counts pairs, too', () => {
    const { stems } = counted();
    const first = Array.from({ length: 200 }, (_, n) => stems.stemOf(`a${n}`));
    for (const one of first) for (const other of first) one.pairWith(other);
    expect(stems.isFull).toBe(true);
  });
});
