import { describe, expect, test } from '@jest/globals';
import { interleave, type Contestant, type Sample } from '../../bench/interleave.ts';

/** A contestant whose every measurement is noted and gives the next of `cpuMs`, the last one for ever. */
function contestant(name: string, cpuMs: readonly number[], measured: string[] = []): Contestant {
  let next = 0;
  return {
    name,
    measure: async (): Promise<Sample> => {
      measured.push(name);
      const value = cpuMs[Math.min(next++, cpuMs.length - 1)] ?? 0;
      return { cpuMs: value, firstByteMs: value };
    },
  };
}

describe('interleaved measurements', () => {
  test('measure everything once a round, and the first one twice', async () => {
    const measured: string[] = [];
    const contestants = ['ours', 'fixed', 'other'].map((name) => contestant(name, [10], measured));
    const { cpuMs } = await interleave(contestants, { rounds: 5, tries: 1 });
    expect([...cpuMs].map(([name, values]) => [name, values.length])).toEqual([
      ['ours', 5],
      ['fixed', 5],
      ['other', 5],
      ['ours (again)', 5],
    ]);
    for (let round = 0; round < 6; round++) {
      const names = measured.slice(round * 4, round * 4 + 4).sort();
      expect(names).toEqual(['fixed', 'other', 'ours', 'ours']);
    }
  });

  test('have another order from round to round', async () => {
    const measured: string[] = [];
    const contestants = ['a', 'b', 'c', 'd'].map((name) => contestant(name, [10], measured));
    await interleave(contestants, { rounds: 8, tries: 1 });
    const orders = Array.from({ length: 8 }, (_, round) =>
      measured.slice(5 + round * 5, 10 + round * 5).join(''),
    );
    expect(new Set(orders).size).toBeGreaterThan(4);
  });

  test('leave the first, unmeasured round out', async () => {
    const { cpuMs } = await interleave(
      [contestant('ours', [900, 900, 10]), contestant('fixed', [900, 10])],
      { rounds: 3, tries: 1 },
    );
    expect([...cpuMs.values()].flat().every((value) => value === 10)).toBe(true);
  });

  test('are made again while they are void, as often as is allowed', async () => {
    // Two values a round: the first run disagrees with itself, the second does not.
    const uneven = contestant('ours', [1, 1, 10, 20, 10, 20, 10, 20, 10]);
    let voids = 0;
    const run = await interleave([uneven], { rounds: 3, tries: 2, onVoid: () => voids++ });
    expect(voids).toBe(1);
    expect(run.isVoid).toBe(false);
    expect(run.twins.value).toBe(1);
  });

  test('are void in the end if they never agree with themselves', async () => {
    let value = 1;
    const growing: Contestant = {
      name: 'ours',
      measure: async () => ({ cpuMs: (value *= 2), firstByteMs: 1 }),
    };
    let voids = 0;
    const run = await interleave([growing], { rounds: 3, tries: 3, onVoid: () => voids++ });
    expect(voids).toBe(2);
    expect(run.isVoid).toBe(true);
  });

  test('need something to measure', async () => {
    await expect(interleave([], { rounds: 3, tries: 1 })).rejects.toThrow('nothing to measure');
  });
});
