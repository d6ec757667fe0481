import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import { coverageOf } from '../../../lambda/understand/coverage.ts';
import { type Cued, cuesOf } from '../../../lambda/understand/cues.ts';
import { StemIndex } from '../../../lambda/understand/stem.ts';

const { stemOf } = wordIndexOf(new Map());

function question(units: readonly string[], tokens: readonly string[] = [], of = stemOf): Cued {
  return {
    units: units.map((unit) => of(unit)),
    tokens: tokens.map((token) => ({ stem: of(token) })),
    signs: {},
  };
}

function cuesIn(cued: Cued): string[] {
  return cuesOf(cued, { stemOf });
}

describe('the cues of a question', () => {
  test('are its words, each two in a row, its tokens and its signs', () => {
    const cued = { ...question(['hot', '#tea'], ['=warm', '#tea']), signs: { advice: 'drinks' } };
    expect(cuesIn(cued)).toEqual([
      '^',
      'hot',
      '^ hot',
      '#tea',
      'hot #tea',
      '#tea $',
      '=warm',
      '!advice',
      '!advice drinks',
    ]);
  });

  test('are told once, however often they are said', () => {
    const cued = question(['tea', 'tea', 'tea'], ['=hot', '=hot']);
    expect(cuesIn(cued)).toEqual(['^', 'tea', '^ tea', 'tea tea', 'tea $', '=hot']);
  });

  test('are each pair once, too', () => {
    expect(cuesIn(question(['hot', 'tea', 'hot', 'tea', 'tea', 'hot']))).toEqual([
      '^',
      'hot',
      '^ hot',
      'tea',
      'hot tea',
      'tea hot',
      'tea tea',
      'hot $',
    ]);
  });

  test('are of the first sixty words, however many are said', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `w${at}`);
    const cues = cuesIn(question(many, many));
    expect(cues).toContain('w59 $');
    expect(cues).not.toContain('w60');
    expect(cues).toHaveLength(122);
  });

  test('of no words are where it begins and ends', () => {
    expect(cuesIn(question([]))).toEqual(['^', '^ $']);
  });
});

describe('how likely a question is answered', () => {
  const weights: Readonly<Record<string, number>> = {
    '^': -100,
    tea: 200,
    'tea cold': -250,
    'pot tea': 100,
  };
  const stems = new StemIndex({
    hintsOf: () => undefined,
    cueOf: (cue) => weights[cue],
    phrasingOf: () => undefined,
  });
  const stemIn = (text: string) => stems.stemOf(text);
  const likelihood = (...units: string[]): number =>
    coverageOf(question(units, [], stemIn), { stemOf: stemIn });

  test.each([
    ['by where it begins', [], 1 / (1 + Math.exp(1))],
    ['by a word', ['tea'], 1 / (1 + Math.exp(-1))],
    ['by a word that counts only with the one after it', ['pot', 'tea'], 1 / (1 + Math.exp(-2))],
    ['by two words in a row', ['tea', 'cold'], 1 / (1 + Math.exp(1.5))],
    ['not by words in another order', ['cold', 'tea'], 1 / (1 + Math.exp(-1))],
    ['not by a word that nobody knows', ['milk', 'tea'], 1 / (1 + Math.exp(-1))],
  ])('is told %s', (_, units, expected) => {
    expect(likelihood(...units)).toBeCloseTo(expected, 12);
  });
});
