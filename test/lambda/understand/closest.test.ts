import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, double, property, uniqueArray } from 'fast-check';
import {
  type Target,
  toTargetEntry,
  tokenEntries,
  weightsOf,
} from '../../../compiler/build-targets.ts';
import type { Named } from '../../../lambda/understand/asked.ts';
import { findCandidates } from '../../../lambda/understand/closest.ts';
import { readTargets, type TargetIndex } from '../../../lambda/understand/targets.ts';

const TOKENS = ['#chemotherapy', '#pump', '#tumour', '=use', ...'abcdefghijklmnop'];

/** The index of targets, with words that are in no sample: "quite", used like "a", and "very". */
function indexOf(targets: readonly Target[]): TargetIndex {
  const weights = weightsOf(targets);
  const values = new Map<string, unknown>([
    ...tokenEntries(targets, weights).map(([token, entry]) => [`${token}/token`, entry] as const),
    ...targets.map((target, n) => [`target:${n}`, toTargetEntry(target, weights)] as const),
    ['quite/token', { like: 'a', hundredths: 70 }],
    ['very/token', 0],
  ]);
  const head = {
    targetCount: targets.length,
    answerCount: targets.length,
    topicTokens: [],
    people: [],
  };
  return readTargets(head, { head, get: (key) => values.get(key) });
}

function named(tokens: readonly string[], { tokenOf }: TargetIndex): Named[] {
  return tokens.map((token) => ({ token, known: tokenOf(token) }));
}

/** A token that goes without saying. */
function givenAs(token: string, { tokenOf }: TargetIndex): Named {
  return { token, known: tokenOf(token), isGiven: true };
}

const any = (): number => 0;

/** A target by its samples, each of tokens with spaces between them. */
function targetOf(number: number, samples: readonly string[]): Target {
  const tokens = samples.map((sample) => sample.split(' '));
  return { target: `answer/${number}`, section: '', kind: null, samples: tokens };
}

/** The index of targets, and the numbers of those that are looked at. */
function watched(targets: readonly Target[]): { index: TargetIndex; read: number[] } {
  const { tokenOf, targetAt, asked } = indexOf(targets);
  const read: number[] = [];
  const watch = (number: number) => {
    read.push(number);
    return targetAt(number);
  };
  return { index: { tokenOf, asked, targetAt: watch }, read };
}

/** Every target, scored by its samples one by one: what the search must not get wrong. */
function scoreAll(
  tokens: readonly string[],
  targets: readonly Target[],
  given: string | null = null,
): Map<string, number> {
  const weights = weightsOf(targets);
  const index = indexOf(targets);
  let total = 0;
  const asked: { token: string; weight: number }[] = [];
  for (const token of new Set(tokens)) {
    const known = index.tokenOf(token);
    if (known?.token == null) {
      total += known !== undefined || /^[#=]/.test(token) ? 1.5 : 5;
      continue;
    }
    const weight = (weights.get(known.token.token) ?? 0) * known.likeness ** 2;
    asked.push({ token: known.token.token, weight });
    total += weight;
  }
  const isThin = asked.length === 1 && asked[0]?.token.startsWith('#') !== true;
  const scores = targets.map(({ target, samples }) => {
    const has = (token: string): boolean => samples.some((sample) => sample.includes(token));
    let covered = 0;
    let belief = isThin ? 0.78 : 1;
    let lack = 1;
    for (const { token, weight } of asked) {
      if (has(token)) covered += weight;
      else if (token === '#chemotherapy') lack = Math.min(lack, 0.9);
      else if (token === '#pump') lack = Math.min(lack, 0.75);
    }
    const isPumpGiven = given === '#pump' && index.tokenOf(given) !== undefined;
    if (isPumpGiven && !has(given)) lack = Math.min(lack, 0.75);
    belief *= lack;
    const closest = Math.max(
      0,
      ...samples.map((sample) => {
        let both = 0;
        for (const { token, weight } of asked) if (sample.includes(token)) both += weight;
        const own = sample.reduce((sum, token) => sum + (weights.get(token) ?? 0), 0);
        const isForgiven = given !== null && !tokens.includes(given) && sample.includes(given);
        const forgiven = isForgiven ? (weights.get(given) ?? 0) : 0;
        const sampleOnly = Math.max(0, Math.round(100 * own) / 100 - both - forgiven);
        return both === 0 ? 0 : both / (both + 0.35 * (total - both) + 0.5 * sampleOnly);
      }),
    );
    const score = closest < 0.3 ? 0 : belief * (0.7 * closest + 0.3 * (covered / total));
    return [target, score] as const;
  });
  return new Map(scores.filter(([, score]) => score >= 0.4));
}

const samples = uniqueArray(uniqueArray(constantFrom(...TOKENS), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
  selector: (tokens) => tokens.toSorted().join(' '),
});
const targets = array(samples, { minLength: 1, maxLength: 30 }).map((all) =>
  all.map((each, n): Target => ({
    target: `answer/${n}`,
    section: '',
    kind: null,
    samples: each,
  })),
);
const question = array(constantFrom(...TOKENS, 'quite', 'very', 'unknown', '#other'), {
  maxLength: 8,
});

describe('the search', () => {
  test('finds the best target, and all that come near it, as a look at every sample does', () => {
    assert(
      property(
        targets,
        question,
        constantFrom(null, '#pump', 'a'),
        double({ min: 0, max: 0.3, noNaN: true }),
        (all, asked, given, margin) => {
          const index = indexOf(all);
          const said = named(asked, index);
          const whole = given === null ? said : [...said, givenAs(given, index)];
          const found = findCandidates(whole, index, any, margin);
          const scores = scoreAll(asked, all, given);
          const best = Math.max(0, ...scores.values());
          for (const { target, score } of found)
            expect(score).toBeCloseTo(scores.get(target) ?? -1, 9);
          const ids = found.map(({ target }) => target);
          const near = [...scores].filter(
            ([, score]) => score === best || score > best - margin + 1e-9,
          );
          expect(ids).toEqual(expect.arrayContaining(near.map(([target]) => target)));
          expect(found.map(({ score }) => score)).toEqual(
            found.map(({ score }) => score).toSorted((a, b) => b - a),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  test('gives the same twice: nothing of a question stays behind', () => {
    assert(
      property(targets, question, question, (all, first, second) => {
        const index = indexOf(all);
        findCandidates(named(first, index), index, any, 0.1);
        const again = findCandidates(named(second, index), index, any, 0.1);
        const fresh = indexOf(all);
        expect(again).toEqual(findCandidates(named(second, fresh), fresh, any, 0.1));
      }),
    );
  });

  test('a target that cannot be meant hides none that can', () => {
    const index = indexOf([targetOf(0, ['a b c']), targetOf(1, ['a b d'])]);
    const leastFor = ({ target }: { readonly target: string }) => (target === 'answer/1' ? 0 : 2);
    const found = findCandidates(named(['a', 'b', 'c'], index), index, leastFor, 0);
    expect(found.map(({ target }) => target)).toEqual(['answer/1']);
  });

  test.each([
    [0.99, ['answer/0']],
    [1, ['answer/0']],
    [1.01, []],
  ])('a target is found if it has the score that it needs: %d', (least, expected) => {
    const index = indexOf([targetOf(0, ['a b']), targetOf(1, ['c d'])]);
    const found = findCandidates(named(['a', 'b'], index), index, () => least, 0);
    expect(found.map(({ target }) => target)).toEqual(expected);
  });

  test('reads few targets, however many there are to ask for', () => {
    const all = Array.from({ length: 1000 }, (_, n) =>
      targetOf(n, [`a b word${n}`, `c word${n} d`]),
    );
    const { read, index } = watched(all);
    const found = findCandidates(named(['a', 'b', 'word500'], index), index, any, 0.1);
    expect(found[0]).toMatchObject({ target: 'answer/500' });
    expect(read).toEqual([500]);
  });

  test('looks at two hundred targets at most', () => {
    const all = Array.from({ length: 1000 }, (_, n) => targetOf(n, [`a word${n} other${n}`]));
    const { read, index } = watched(all);
    const found = findCandidates(named(['a'], index), index, any, 1);
    expect(read).toHaveLength(200);
    expect(new Set(read).size).toBe(200);
    expect(found.length).toBeLessThanOrEqual(200);
  });

  test('does not look for targets that have only what is common', () => {
    const common = Array.from({ length: 50 }, (_, n) => targetOf(n, [`a b c${n}`]));
    const { read, index } = watched([...common, targetOf(50, ['a rare word'])]);
    const [best] = findCandidates(named(['a', 'b', 'rare', 'word'], index), index, any, 1);
    expect(best?.target).toBe('answer/50');
    expect(read).toEqual([50]);
  });

  test('does not look at a target that cannot come near the best', () => {
    const all = [targetOf(0, ['a b c d']), targetOf(1, ['a b e f']), targetOf(2, ['g h i j'])];
    const near = watched(all);
    findCandidates(named(['a', 'b', 'c', 'd'], near.index), near.index, any, 0);
    expect(near.read).toEqual([0]);
    const far = watched(all);
    findCandidates(named(['a', 'b', 'c', 'd'], far.index), far.index, any, 1);
    expect(far.read).toEqual([0, 1]);
  });

  test('gives targets that are as good in the order of their names', () => {
    const ids = [4, 2, 7, 1];
    const index = indexOf([...ids.map((n) => targetOf(n, ['a b'])), targetOf(9, ['c'])]);
    const found = findCandidates(named(['a', 'b'], index), index, any, 0);
    expect(found.map(({ target }) => target)).toEqual(
      ids.toSorted((a, b) => a - b).map((n) => `answer/${n}`),
    );
  });

  test('finds the closest of very many samples', () => {
    const many = Array.from({ length: 700 }, (_, n) => `a word${n}`);
    const index = indexOf([targetOf(0, many), targetOf(1, ['a b']), targetOf(2, ['c d'])]);
    const [best] = findCandidates(named(['a', 'word699'], index), index, any, 0);
    expect(best).toMatchObject({ target: 'answer/0' });
    expect(best?.score).toBeCloseTo(1, 9);
  });

  test('of very many tokens, compares those that tell most', () => {
    const common = Array.from({ length: 31 }, (_, n) => `common${n}`);
    const others = Array.from({ length: 20 }, (_, n) => targetOf(n, [common.join(' ')]));
    const index = indexOf([...others, targetOf(20, [`${common.join(' ')} rare`])]);
    const asked = named([...common, 'rare'], index);
    const [best] = findCandidates(asked, index, any, 1);
    expect(best?.target).toBe('answer/20');
  });

  test('a question of more tokens than there are bits is still understood', () => {
    const words = Array.from({ length: 60 }, (_, n) => `word${n}`);
    const index = indexOf([
      ...words.map((word, n) => targetOf(n, [word])),
      targetOf(60, [words.join(' ')]),
    ]);
    const [best] = findCandidates(named(words, index), index, any, 0);
    expect(best?.target).toBe('answer/60');
  });
});
