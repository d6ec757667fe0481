import { describe, expect, test } from '@jest/globals';
import { ENTRY_SCHEMAS, type Term } from '../../compiler/schema.ts';
import {
  asSpoken,
  buildGlossary,
  countWords,
  hardTerms,
  sentencesOf,
  toSegments,
} from '../../compiler/spoken-text.ts';

/** A term as the glossary's schema reads it, with what a writer may leave out. */
const term = (id: string, word: string, more: Partial<Term> = {}): Term =>
  ENTRY_SCHEMAS.glossary.parse({
    id,
    word,
    pronounce: 'as-written',
    section: 'drugs',
    means: 'A word.',
    ...more,
  });

const glossary = buildGlossary([
  term('artery', 'artery'),
  term('hepatic-artery', 'hepatic artery', { pronounce: { sub: 'hi patic artery' } }),
  term('fluorouracil', '5-fluorouracil', {
    pronounce: { sub: 'five floor oh your a sil' },
    also: [{ word: '5-FU', pronounce: { sub: 'five eff you' } }],
  }),
  term('streptozocin', 'streptozocin', { pronounce: { sub: 'strep toe zoe sin' } }),
  term('hai', 'HAI', { pronounce: 'spelled' }),
]);

describe('a writer’s text becomes pieces', () => {
  test.each([
    ['plain words in one piece', 'Chemo is a drug.', ['Chemo is a drug.']],
    ['line breaks as spaces', ' Chemo\n  is a drug. ', ['Chemo is a drug.']],
    ['a term that is read well as it stands as plain words', 'The artery.', ['The artery.']],
    [
      'a hard term as a term',
      'Take 5-FU now.',
      ['Take ', { term: '5-FU', sound: { sub: 'five eff you' } }, ' now.'],
    ],
    [
      'a hard term as it is written there',
      'HAI or Hepatic artery',
      [
        { term: 'HAI', sound: { spelled: true } },
        ' or ',
        { term: 'Hepatic artery', sound: { sub: 'hi patic artery' } },
      ],
    ],
    [
      'the longest term',
      'the hepatic artery',
      ['the ', { term: 'hepatic artery', sound: { sub: 'hi patic artery' } }],
    ],
    ['no term inside a word', 'HAIR and SHAI', ['HAIR and SHAI']],
    ['a place to fill in', 'Hear {offer}?', ['Hear ', { fill: 'offer' }, '?']],
    ['a phone number', 'Call 1-888-555-0100.', ['Call ', { digits: '1-888-555-0100' }, '.']],
    ['nothing of nothing', ' ', []],
  ])('%s', (_, text, pieces) => {
    expect(toSegments(text, glossary)).toEqual(pieces);
  });
});

test('the hard terms of a text are named in order, each once', () => {
  const text = 'HAI brings streptozocin and 5-FU through the artery. HAI and 5-fluorouracil too.';
  expect(hardTerms(text, glossary)).toEqual(['hai', 'streptozocin', 'fluorouracil']);
});

test.each([
  ['a drug with a digit', 'Take 5-FU.', 'Take five eff you.'],
  ['letters that are spelled', 'Ask about HAI.', 'Ask about H A I.'],
  ['a word that is said as it is written', 'Take streptozocin.', 'Take streptozocin.'],
])('%s counts as it is spoken', (_, text, spoken) => {
  expect(asSpoken(text, glossary)).toBe(spoken);
});

test.each([
  ['Yes. It can.', ['Yes.', 'It can.']],
  ['Shall I go on? Say yes!', ['Shall I go on?', 'Say yes!']],
  ['No mark at the end', ['No mark at the end']],
  ['  ', []],
])('"%s" has its sentences', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test.each([
  ['One two.', 2],
  ["It isn't first-line.", 3],
  ['Take 5-FU – now.', 3],
  ['', 0],
])('"%s" has its words counted', (text, count) => {
  expect(countWords(text)).toBe(count);
});
