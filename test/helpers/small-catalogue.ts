/** A catalogue of two sections, small enough to know by heart. */
import type { WholeCatalogue } from '../../compiler/build-catalogue.ts';
import { type Segment } from '../../compiler/spoken-text.ts';
import { toText } from '../../compiler/ssml.ts';
import type { AnswerEntry } from '../../lambda/catalogue.ts';

const TANNIN = { ipa: 'tænɪn', sub: 'tan in' };

export const smallCatalogue: WholeCatalogue = {
  language: 'en',
  clinicallyReviewed: false,
  locales: { 'en-CA': { phonemes: true }, 'en-GB': { phonemes: false } },
  sectionIds: ['tea', 'cake'],
  sections: mapOf({
    tea: { id: 'tea', title: 'Tea', answers: ['tea', 'green-tea'] },
    cake: { id: 'cake', title: 'Cake', answers: ['cake', 'crumbs', 'plates'] },
  }),
  answers: mapOf({
    tea: answer('tea', { pieces: 2 }),
    'green-tea': answer('tea', { related: ['plates'] }),
    cake: answer('cake', {}),
    crumbs: answer('cake', {}),
    plates: answer('cake', { leadsTo: 'questions' }),
  }),
  terms: mapOf({
    scone: { word: 'scone', section: 'cake', answer: 'cake', leadsTo: null },
    tannin: { word: 'tannin', section: 'tea', answer: null, leadsTo: null },
  }),
  safety: mapOf({ scald: { kind: 'urgent', closest: null } }),
  questions: ['milk', 'sugar'],
  prompts: { offer: 3, ask: 2, askReprompt: 2, offerReprompt: 1, disclaimer: 1 },
  intents: mapOf({ ExplainTeaIntent: 'answer/tea', ReportScaldIntent: 'safety/scald' }),
  slots: mapOf({}),
  texts: textsOf({
    'answer/tea/title': ['Tea'],
    'answer/tea/0': ['Tea has ', { term: 'tannin', sound: TANNIN }, '.'],
    'answer/tea/0/offer': ['what tea is'],
    'answer/tea/1': ['It is brown.'],
    'answer/tea/1/offer': ['its colour'],
    'prompt/offer/0': ['Want to hear ', { fill: 'offer' }, '?'],
    'prompt/ask/0': ['What else?'],
    'prompt/askReprompt/0': ['Say help.'],
    'prompt/disclaimer/0': ['No advice.'],
    'prompt/cardSource/0': ['From a page, checked in ', { fill: 'reviewed' }, '.'],
    'prompt/cardFooter/0': ['Call ', { digits: '1-888' }, '.'],
    'setting/reviewed': ['May'],
    'term/tannin/letters': [{ letters: [...'tannin'] }],
    'safety/scald': ['Call ', { fill: 'emergency' }, '.'],
    'locale/en-CA/emergency': [{ digits: '911' }],
  }),
};

function textsOf(record: Readonly<Record<string, readonly Segment[]>>): WholeCatalogue['texts'] {
  return new Map(Object.entries(record).map(([key, segments]) => [key, toText(segments)]));
}

function mapOf<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record));
}

function answer(section: string, parts: Partial<AnswerEntry>): AnswerEntry {
  return {
    title: 'Title',
    section,
    source: 'page',
    pieces: 1,
    related: [],
    isAside: false,
    terms: [],
    ...parts,
  };
}
