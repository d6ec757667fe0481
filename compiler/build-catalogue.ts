/** Builds the catalogue of a language: every text under its key, ready to be spoken. */
import type { AnswerEntry, Catalogue, Pronunciation, Text } from '../lambda/catalogue.ts';
import type { Content } from './content.ts';
import {
  allSamples,
  answerIntentName,
  safetyIntentName,
  slotFor,
  slotNameOf,
  slotNamesIn,
} from './samples.ts';
import type { Answer } from './schema.ts';
import { type Glossary, hardTerms, sentencesOf, toSegments, writtenForms } from './spoken-text.ts';

export function buildCatalogue(content: Content, glossary: Glossary): Catalogue {
  const answers = content.answers.map(({ value }) => value);
  const terms = content.terms.map(({ value }) => value);
  const safety = content.safety.map(({ value }) => value);
  const settings = content.settings.value;
  const said = countTerms(answers, glossary);
  return {
    language: content.language,
    clinicallyReviewed: settings.clinicallyReviewed,
    locales: Object.fromEntries(
      settings.locales.map(({ locale, phonemes }) => [locale, { phonemes }]),
    ),
    sections: content.sections.map(({ value: { id, title } }) => ({
      id,
      title,
      answers: answers.filter(({ section }) => section === id).map((answer) => answer.id),
    })),
    answers: record(answers, (answer) => [answer.id, toAnswerEntry(answer, glossary, said)]),
    terms: record(terms, ({ id, word, section, answer, leadsTo }) => [
      id,
      { word, section, answer: answer ?? null, leadsTo: leadsTo ?? null },
    ]),
    safety: record(safety, ({ id, kind, closest }) => [id, { kind, closest: closest ?? null }]),
    questions: content.questions.map(({ value }) => value.id),
    prompts: record(Object.entries(content.prompts.value), ([id, variants]) => [
      id,
      variants.length,
    ]),
    intents: {
      ...record(answers, ({ id }) => [answerIntentName(id), `answer/${id}`]),
      ...record(safety, (entry) => [safetyIntentName(entry), `safety/${entry.id}`]),
    },
    slots: termSlots(content),
    pronunciations: pronunciationsOf(content),
    texts: record(textsOf(content, glossary), ([key, text]) => [key, text]),
  };
}

function toAnswerEntry(
  answer: Answer,
  glossary: Glossary,
  said: ReadonlyMap<string, number>,
): AnswerEntry {
  const timesSaid = (id: string): number => said.get(id) ?? 0;
  const entry = {
    title: answer.title,
    section: answer.section,
    source: answer.source,
    pieces: 1 + (answer.more ?? []).length,
    related: answer.related ?? [],
    isAside: answer.aside ?? false,
    terms: hardTerms(answer.say, glossary)
      .filter((id) => id !== 'chemotherapy')
      .sort((a, b) => timesSaid(b) - timesSaid(a)),
  };
  return answer.leadsTo === undefined ? entry : { ...entry, leadsTo: answer.leadsTo };
}

/** Term id to the number of answers that say it. */
function countTerms(answers: readonly Answer[], glossary: Glossary): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of answers.flatMap(({ say }) => hardTerms(say, glossary))) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Slot name to the term that it stands for, for the slots in answers' samples. */
function termSlots(content: Content): Record<string, string> {
  const named = new Set(allSamples(content).flatMap(({ sample }) => slotNamesIn(sample)));
  const isTermSlot = (id: string): boolean =>
    named.has(id) && slotFor(content, id)?.type === `TERM_${slotNameOf(id).toUpperCase()}`;
  const ids = content.terms.map(({ value }) => value.id).filter(isTermSlot);
  return record(ids, (id) => [slotNameOf(id), id]);
}

function pronunciationsOf(content: Content): Record<string, Pronunciation> {
  const forms = content.terms.flatMap(({ value }) => writtenForms(value));
  return Object.fromEntries(
    forms.flatMap(({ word, pronounce }): [string, Pronunciation][] => {
      if (pronounce === 'as-written') return [];
      if (pronounce === 'spelled') return [[word.toLowerCase(), { spelled: true }]];
      const { ipa, sub } = pronounce;
      return [[word.toLowerCase(), ipa === undefined ? { sub } : { ipa, sub }]];
    }),
  );
}

function textsOf(content: Content, glossary: Glossary): [string, Text][] {
  const spoken = (key: string, raw: string): [string, Text] => [key, toSegments(raw, glossary)];
  // A piece, and what is left of it from each sentence on: a listener may have stopped there.
  const piece = (key: string, raw: string): [string, Text][] => [
    spoken(key, raw),
    ...sentencesOf(raw).flatMap((_, index, sentences): [string, Text][] =>
      index === 0 ? [] : [spoken(`${key}/from/${index}`, sentences.slice(index).join(' '))],
    ),
  ];
  const settings = content.settings.value;
  return [
    ...content.answers.flatMap(({ value: { id, title, offer, say, more = [] } }) => [
      spoken(`answer/${id}/title`, title),
      spoken(`answer/${id}/name`, toName(title)),
      ...piece(`answer/${id}/0`, say),
      spoken(`answer/${id}/0/offer`, offer),
      ...more.flatMap((part, index) => [
        ...piece(`answer/${id}/${index + 1}`, part.say),
        spoken(`answer/${id}/${index + 1}/offer`, part.offer),
      ]),
    ]),
    ...content.terms.flatMap(({ value: { id, word, means, mistakenFor } }): [string, Text][] => [
      spoken(`term/${id}/word`, word),
      spoken(`term/${id}/means`, means),
      [`term/${id}/letters`, [{ letters: word }]],
      [`term/${id}/slowly`, [{ slow: word }]],
      ...mistakenFor.flatMap((other, number): [string, Text][] => [
        [`term/${id}/mistaken/${number}`, [other.word]],
        spoken(`term/${id}/mistaken/${number}/is`, other.is),
      ]),
    ]),
    ...content.safety.flatMap(({ value: { id, title, say } }) => [
      spoken(`safety/${id}/title`, title),
      spoken(`safety/${id}`, say),
    ]),
    ...content.questions.map(({ value: { id, ask } }) => spoken(`question/${id}`, ask)),
    ...content.sections.map(({ value: { id, spoken: name } }) => spoken(`section/${id}`, name)),
    ...Object.entries(content.prompts.value).flatMap(([id, variants]) =>
      variants.map((raw, index) => spoken(`prompt/${id}/${index}`, raw)),
    ),
    ...settings.locales.flatMap(({ locale, emergency, crisis }): [string, Text][] => [
      [`locale/${locale}/emergency`, [{ digits: emergency }]],
      [`locale/${locale}/crisis`, [{ digits: crisis }]],
    ]),
    ['setting/reviewed', [settings.reviewed]],
  ];
}

/** A title as a name in a sentence: "a low Ki-67", "HAI or chemoembolization". */
function toName(title: string): string {
  const name = title.replace(/\s*\([^)]*\)/g, '');
  // "Chemo drugs" begins with a word, "Cancer Information Service" and "Harold Johns" are names.
  const isWord = /^\p{Lu}[\p{Ll}-]*(?:\s(?!\p{Lu}\p{Ll})|$)/u.test(name);
  return isWord ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function record<T, V>(items: readonly T[], toEntry: (item: T) => [string, V]): Record<string, V> {
  return Object.fromEntries(items.map(toEntry));
}
