import { describe, expect, test } from '@jest/globals';
import {
  buildSoundIndex,
  findSoundAlike,
  type SoundAlike,
  soundCode,
  type WordKind,
} from '../../../lambda/understand/terms.ts';

const TERMS = ['streptozocin', 'catheter', 'palliative', 'lipiodol'];
const index = buildSoundIndex(TERMS.map((term) => [soundCode(term), term, `#${term}`]));

/** What the words sound like; those in capitals are odd ones, those in brackets were read as a term. */
function soundAlike(spoken: string): SoundAlike | null {
  const words = spoken.split(' ');
  const kinds = words.map((word): WordKind => {
    if (word.startsWith('(')) return 'term';
    return word === word.toUpperCase() ? 'odd' : 'known';
  });
  const heard = words.map((word) => word.toLowerCase().replace(/[()]/g, ''));
  return findSoundAlike(heard, kinds, index);
}

/** Likeness of sounds and of letters to the share that each has in the whole. */
function likeness(sounds: number, letters: number): number {
  return 0.65 * sounds + 0.35 * letters;
}

describe('the code of a sound', () => {
  test.each([
    ['cat', 'KT'],
    ['judge', 'X'],
    ['shoe', 'X'],
    ['thin', 'TN'],
    ['tin', 'TN'],
    ['hammer', 'HMR'],
    ['', ''],
  ])('of "%s" is %j', (letters, code) => {
    expect(soundCode(letters)).toBe(code);
  });
});

describe('an odd word', () => {
  test.each<[string, string, number, number]>([
    ['that is the term', 'CATHETER', 1, 1],
    ['with another letter', 'KATHETER', 1, 7 / 8],
    ['with two other letters', 'KATHITER', 1, 6 / 8],
    ['with a sound too many', 'PALLIATIVES', 4 / 5, 10 / 11],
    ['with a sound too few', 'PALLIATIE', 3 / 4, 9 / 10],
    ['with another first sound', 'BATHETER', 2 / 3, 7 / 8],
  ])('%s', (_, spoken, sounds, letters) => {
    const found = soundAlike(spoken);
    expect(found).toMatchObject({ start: 0, length: 1 });
    expect(found?.likeness).toBeCloseTo(likeness(sounds, letters), 10);
  });

  test.each(['CATHEDRAL', 'HAMMER', 'CAT', 'TREE', 'PLATE'])('%s sounds like none', (spoken) => {
    expect(soundAlike(spoken)).toBeNull();
  });

  test('is taken for the term that is closest', () => {
    expect(soundAlike('STREPTOMYCIN')?.token).toBe('#streptozocin');
    expect(soundAlike('PELLIATIVE')?.token).toBe('#palliative');
  });
});

describe('a run of words', () => {
  test.each<[string, string, Pick<SoundAlike, 'start' | 'length'> | null]>([
    ['that begins with an odd one', 'KATHY ter', { start: 0, length: 2 }],
    ['that ends with an odd one', 'the lipid DOLL', { start: 1, length: 2 }],
    ['in the middle', 'my KATHY ter hurts', { start: 1, length: 2 }],
    ['of everyday words that sound the same', 'strep toe zoe sin', { start: 0, length: 4 }],
    ['of everyday words that do not quite', 'cat heater', null],
    ['of which one is a term already', 'strep toe (zoe) sin', null],
    ['that a term stands before', '(strep) ca the ter', { start: 1, length: 3 }],
    ['of one everyday word', 'catheter', null],
    ['that is the closest of several', 'CATHETER KATHITER', { start: 0, length: 1 }],
    ['that is the closest, and comes later', 'KATHITER CATHETER', { start: 1, length: 1 }],
    ['of which both are as close', 'CATHETER x CATHETER', { start: 0, length: 1 }],
    ['of seven words', 's t re p to zo cin', { start: 0, length: 7 }],
    ['of eight words', 's t re p to z o cin', null],
  ])('%s', (_, spoken, found) => {
    const heard = soundAlike(spoken);
    expect(heard && { start: heard.start, length: heard.length }).toEqual(found);
  });

  test('with a doubled sound or a vowel between two words sounds as one', () => {
    expect(soundAlike('pal LATIVE')?.likeness).toBeCloseTo(likeness(1, 9 / 10), 10);
    expect(soundAlike('lip eye oh doll')?.likeness).toBeCloseTo(likeness(1, 7 / 12), 10);
  });
});

describe('in a long question', () => {
  test('of 24 words a term is still heard, of 25 no more', () => {
    const before = 'so '.repeat(23);
    expect(soundAlike(`${before}CATHETER`)).toMatchObject({ start: 23, length: 1, likeness: 1 });
    expect(soundAlike(`so ${before}CATHETER`)).toBeNull();
  });

  test('a run of more than 24 letters is none', () => {
    expect(soundAlike(`${'A'.repeat(16)} CATHETER`)).toMatchObject({ start: 1, length: 1 });
    expect(soundAlike('x'.repeat(40).toUpperCase())).toBeNull();
  });
});

test('two terms with the same sound are told apart by their letters', () => {
  const same = buildSoundIndex([
    ['KTR', 'cater', 'caterer'],
    ['KTR', 'catheter', 'catheter'],
    ['KTR', 'kattar', 'kattar'],
  ]);
  const found = (word: string) => findSoundAlike([word], ['odd'], same)?.token;
  expect(['catheter', 'cater', 'kattar', 'cathiter'].map(found)).toEqual([
    'catheter',
    'caterer',
    'kattar',
    'catheter',
  ]);
  expect(findSoundAlike(['ca', 'ter'], ['known', 'known'], same)?.token).toBe('caterer');
});

test('where there are no terms nothing sounds like one', () => {
  expect(findSoundAlike(['catheter'], ['odd'], buildSoundIndex([]))).toBeNull();
  expect(findSoundAlike([], [], index)).toBeNull();
});

describe('an odd word before what was read as a term', () => {
  test.each([
    ['STREPTO (zocin)', 0, 2],
    ['the STREPTO (zo) (cin) thing', 1, 3],
    ['LIPI oh (dol)', 0, 3],
  ])('"%s" may be one with it', (spoken, start, length) => {
    expect(soundAlike(spoken)).toMatchObject({ start, length });
  });

  test.each([
    ['a word that is known', 'strepto (zocin)'],
    ['a word after it', '(strepto) ZOCIN'],
    ['only a part of the term', 'STREPTO (zo) (cin) (and) (more)'],
    ['what sounds less like it', 'STEEP (zocin)'],
  ])('%s is not', (_, spoken) => {
    expect(soundAlike(spoken)).toBeNull();
  });
});

describe('how much alike is enough', () => {
  const sounds = [
    ['capecitabine', '@drug'],
    ['fluorouracil', '#fluorouracil'],
  ].map(([word = '', token = '']) => [soundCode(word), word, token] as const);
  const others = buildSoundIndex(sounds);
  const heardIn = (spoken: string): SoundAlike | null => {
    const words = spoken.split(' ');
    return findSoundAlike(
      words,
      Array.from(words, (): WordKind => 'odd'),
      others,
    );
  };

  test.each([
    ['floral your a sill', 0.67],
    ['flora your ill', 0.7],
  ])('"%s", in several words, is enough for a term: %d', (spoken, expected) => {
    const found = heardIn(spoken);
    expect(found).toMatchObject({ token: '#fluorouracil', length: spoken.split(' ').length });
    expect(found?.likeness).toBeCloseTo(expected, 2);
  });

  test.each(['floralursil', 'floralill'])('"%s", in one word, is not', (spoken) => {
    expect(heardIn(spoken)).toBeNull();
  });

  test.each([
    ['cap a site a bean', 5],
    ['cap asitabine', 2],
    ['capsatabin', 1],
  ])('"%s" is enough for a drug', (spoken, length) => {
    expect(heardIn(spoken)).toMatchObject({ token: '@drug', start: 0, length });
  });

  test.each(['capsi tabeen', 'capasitabean'])('"%s" is not: it cannot be asked back', (spoken) => {
    expect(heardIn(spoken)).toBeNull();
  });
});
