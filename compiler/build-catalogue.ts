/** Builds the catalogue of a language: every text under its key, ready to be spoken. */
import type {
  AnswerEntry,
  CatalogueHead,
  Order,
  SafetyEntry,
  SectionEntry,
  TermEntry,
  Text,
} from '../lambda/catalogue.ts';
import { ENTRY_KEYS, ORDER_KEYS } from '../lambda/catalogue.ts';
import type { Content } from './content.ts';
import {
  allSamples,
  answerIntentName,
  safetyIntentName,
  slotFor,
  slotNameOf,
  slotNamesIn,
} from './samples.ts';
import type { Answer, Term } from './schema.ts';
import { type Glossary, hardTerms, sentencesOf, soundOf, toSegments } from './spoken-text.ts';
import { toText } from './ssml.ts';
import { toPagedLines } from './write-pages.ts';

/** A catalogue with all of its entries and texts in memory. */
export interface WholeCatalogue extends Omit<CatalogueHead, 'usualTexts'> {
  readonly sectionIds: readonly string[];
  readonly questions: readonly string[];
  readonly sections: ReadonlyMap<string, SectionEntry>;
  readonly answers: ReadonlyMap<string, AnswerEntry>;
  readonly terms: ReadonlyMap<string, TermEntry>;
  readonly safety: ReadonlyMap<string, SafetyEntry>;
  readonly intents: ReadonlyMap<string, string>;
  readonly slots: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, Text>;
}

/** What is said, or stands on the card, with nearly every answer. */
const USUAL_TEXTS =
  /^(?:prompt\/(?:disclaimer|offer|offerReprompt|cardSource|cardFooter)\/\d+|setting\/reviewed)$/;

/** The lines of the file that lambda/catalogue.ts opens. */
export function toCatalogueLines(catalogue: WholeCatalogue): string[] {
  const { sections, answers, terms, safety, intents, slots, texts, ...others } = catalogue;
  const { sectionIds, questions, ...rest } = others;
  const usual = [...texts].filter(([key]) => USUAL_TEXTS.test(key));
  const head: CatalogueHead = { ...rest, usualTexts: Object.fromEntries(usual) };
  const maps = { sections, answers, terms, safety, intents, slots };
  const entries = (Object.keys(ENTRY_KEYS) as (keyof typeof ENTRY_KEYS)[]).flatMap((kind) =>
    [...maps[kind]].map(([id, entry]) => [ENTRY_KEYS[kind](id), entry] as const),
  );
  const orders: [string, Order][] = [
    [ORDER_KEYS.sections, { ids: sectionIds }],
    [ORDER_KEYS.questions, { ids: questions }],
  ];
  return toPagedLines(head, new Map<string, unknown>([...entries, ...orders, ...texts]));
}

export function buildCatalogue(content: Content, glossary: Glossary): WholeCatalogue {
  const answers = content.answers.map(({ value }) => value);
  const terms = content.terms.map(({ value }) => value);
  const safety = content.safety.map(({ value }) => value);
  const settings = content.settings.value;
  const said = countTerms(answers, glossary);
  const inSection = new Map<string, string[]>();
  for (const { id, section } of answers) {
    inSection.set(section, [...(inSection.get(section) ?? []), id]);
  }
  return {
    language: content.language,
    clinicallyReviewed: settings.clinicallyReviewed,
    locales: Object.fromEntries(
      settings.locales.map(({ locale, phonemes }) => [locale, { phonemes }]),
    ),
    sectionIds: content.sections.map(({ value }) => value.id),
    sections: new Map(
      content.sections.map(({ value: { id, title } }) => [
        id,
        { id, title, answers: inSection.get(id) ?? [] },
      ]),
    ),
    answers: new Map(answers.map((answer) => [answer.id, toAnswerEntry(answer, glossary, said)])),
    terms: new Map(
      terms.map(({ id, word, section, answer, leadsTo }) => [
        id,
        { word, section, answer: answer ?? null, leadsTo: leadsTo ?? null },
      ]),
    ),
    safety: new Map(
      safety.map(({ id, kind, closest }) => [id, { kind, closest: closest ?? null }]),
    ),
    questions: content.questions.map(({ value }) => value.id),
    prompts: Object.fromEntries(
      Object.entries(content.prompts.value).map(([id, variants]) => [id, variants.length]),
    ),
    intents: new Map([
      ...answers.map(({ id }) => [answerIntentName(id), `answer/${id}`] as const),
      ...safety.map((entry) => [safetyIntentName(entry), `safety/${entry.id}`] as const),
      ...content.intents.map(({ value }) => [value.intent, 'control'] as const),
    ]),
    slots: termSlots(content),
    texts: new Map(textsOf(content, glossary)),
  };
}

function toAnswerEntry(
  answer: Answer,
  glossary: Glossary,
  said: ReadonlyMap<string, number>,
): AnswerEntry {
  // The last one is what "it" means: the one that the answer is about, else the one that is said least.
  const rankOf = (id: string): number => (id === answer.id ? 0 : (said.get(id) ?? 0));
  const entry = {
    title: answer.title,
    section: answer.section,
    source: answer.source,
    pieces: 1 + (answer.more ?? []).length,
    related: answer.related ?? [],
    isAside: answer.aside ?? false,
    terms: hardTerms(answer.say, glossary)
      .filter((id) => id !== 'chemotherapy')
      .sort((a, b) => rankOf(b) - rankOf(a)),
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
function termSlots(content: Content): Map<string, string> {
  const named = new Set(allSamples(content).flatMap(({ sample }) => slotNamesIn(sample)));
  const isTermSlot = (id: string): boolean =>
    named.has(id) && slotFor(content, id)?.type === `TERM_${slotNameOf(id).toUpperCase()}`;
  const ids = content.terms.map(({ value }) => value.id).filter(isTermSlot);
  return new Map(ids.map((id) => [slotNameOf(id), id]));
}

function textsOf(content: Content, glossary: Glossary): [string, Text][] {
  const spoken = (key: string, raw: string): [string, Text] => [
    key,
    toText(toSegments(raw, glossary)),
  ];
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
    ...content.terms.flatMap(({ value }): [string, Text][] => termTexts(value, spoken)),
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
      [`locale/${locale}/emergency`, toText([{ digits: emergency }])],
      [`locale/${locale}/crisis`, toText([{ digits: crisis }])],
    ]),
    ['setting/reviewed', toText([settings.reviewed])],
  ];
}

function termTexts(
  { id, word, pronounce, means, mistakenFor }: Term,
  spoken: (key: string, raw: string) => [string, Text],
): [string, Text][] {
  const sound = soundOf(pronounce);
  return [
    spoken(`term/${id}/word`, word),
    spoken(`term/${id}/means`, means),
    // Spaces and hyphens are not spelled.
    [`term/${id}/letters`, toText([{ letters: word.match(/[\p{L}\p{N}]/gu) ?? [] }])],
    [`term/${id}/slowly`, toText([sound === null ? { slow: word } : { slow: word, sound }])],
    ...mistakenFor.flatMap((other, number): [string, Text][] => [
      [`term/${id}/mistaken/${number}`, toText([other.word])],
      spoken(`term/${id}/mistaken/${number}/is`, other.is),
    ]),
  ];
}

/** A title as a name in a sentence: "a low Ki-67", "HAI or chemoembolization". */
function toName(title: string): string {
  const name = title.replace(/\s*\([^)]*\)/g, '');
  // "Chemo drugs" begins with a word, "Cancer Information Service" and "Harold Johns" are names.
  const isWord = /^\p{Lu}[\p{Ll}-]*(?:\s(?!\p{Lu}\p{Ll})|$)/u.test(name);
  return isWord ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
