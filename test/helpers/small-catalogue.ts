/** A catalogue of two sections, small enough to know by heart. */
import type { AnswerEntry, Catalogue, Text } from '../../lambda/catalogue.ts';

export const smallCatalogue: Catalogue = {
  language: 'en',
  clinicallyReviewed: false,
  locales: { 'en-CA': { phonemes: true }, 'en-GB': { phonemes: false } },
  sections: [
    { id: 'tea', title: 'Tea', answers: ['tea', 'green-tea'] },
    { id: 'cake', title: 'Cake', answers: ['cake', 'crumbs', 'plates'] },
  ],
  answers: {
    tea: answer('tea', { pieces: 2 }),
    'green-tea': answer('tea', { related: ['plates'] }),
    cake: answer('cake', {}),
    crumbs: answer('cake', {}),
    plates: answer('cake', { leadsTo: 'questions' }),
  },
  terms: {
    scone: { word: 'scone', section: 'cake', answer: 'cake', leadsTo: null },
    tannin: { word: 'tannin', section: 'tea', answer: null, leadsTo: null },
  },
  safety: { scald: { kind: 'urgent', closest: null } },
  questions: ['milk', 'sugar'],
  prompts: { offer: 3, ask: 2, askReprompt: 2, offerReprompt: 1, disclaimer: 1 },
  intents: { ExplainTeaIntent: 'answer/tea', ReportScaldIntent: 'safety/scald' },
  slots: {},
  pronunciations: { scone: { ipa: 'skɒn', sub: 'skon' }, tannin: { sub: 'tan in' } },
  texts: {
    'answer/tea/title': ['Tea'],
    'answer/tea/0': ['Tea has ', { term: 'tannin' }, '.'],
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
    'term/tannin/letters': [{ letters: 'tannin' }],
    'safety/scald': ['Call ', { fill: 'emergency' }, '.'],
    'locale/en-CA/emergency': [{ digits: '911' }],
  } satisfies Record<string, Text>,
};

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
