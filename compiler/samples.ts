/**
 * Sample utterances: what they may hold, and what they stand for once every slot is filled in with
 * each of its values.
 */
import type { Content, Located } from './content.ts';
import type { Problem } from './problem.ts';
import { writtenForms } from './spoken-text.ts';
import type { Term } from './schema.ts';
import { toWords } from '../lambda/understand/words.ts';

export interface SlotValue {
  readonly id: string;
  readonly value: string;
  readonly synonyms: readonly string[];
}

export interface SlotType {
  readonly name: string;
  readonly values: readonly SlotValue[];
}

export interface Slot {
  readonly name: string;
  /** The name of a slot type of ours, or of Amazon's. */
  readonly type: string;
}

export const SEARCH_QUERY = 'AMAZON.SearchQuery';

/** The slots that the code's own intents may have. */
const SHARED_SLOTS: Readonly<Record<string, string>> = {
  term: 'GLOSSARY_TERM',
  drug: 'DRUG_NAME',
  position: 'POSITION',
  question: SEARCH_QUERY,
};

const POSITIONS: readonly SlotValue[] = [
  { id: '1', value: 'first', synonyms: ['one'] },
  { id: '2', value: 'second', synonyms: ['two'] },
  { id: '3', value: 'third', synonyms: ['three'] },
  { id: 'last', value: 'last', synonyms: [] },
  { id: 'other', value: 'other', synonyms: [] },
];

/** The slot of a name in braces: a shared one, or the id of a glossary term. */
export function slotFor(content: Content, name: string): Slot | null {
  const shared = Object.hasOwn(SHARED_SLOTS, name) ? SHARED_SLOTS[name] : undefined;
  if (shared !== undefined) return { name, type: shared };
  const isTerm = content.terms.some(({ value }) => value.id === name);
  return isTerm ? { name: slotNameOf(name), type: `TERM_${slotNameOf(name).toUpperCase()}` } : null;
}

/** A term's id as Alexa allows it in a slot's name: letters and underscores, "ki-67" as ki_six_seven. */
export function slotNameOf(termId: string): string {
  const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  return termId
    .replace(/\d/g, (digit) => `-${digits[Number(digit)]}`)
    .replace(/-+/g, '_')
    .replace(/^_|_$/g, '');
}

/** All slot types: the glossary, the drugs, the positions, and one for each term that samples name. */
export function buildSlotTypes(content: Content): SlotType[] {
  const terms = content.terms.map(({ value }) => value);
  const named = new Set(allSamples(content).flatMap(({ sample }) => slotNamesIn(sample)));
  const own = terms
    .filter(({ id }) => named.has(id))
    .map((term) => ({
      name: `TERM_${slotNameOf(term.id).toUpperCase()}`,
      values: [slotValueOf(term)],
    }));
  return [
    { name: 'DRUG_NAME', values: terms.filter(({ kind }) => kind === 'drug').map(slotValueOf) },
    { name: 'GLOSSARY_TERM', values: terms.filter(({ kind }) => kind === 'term').map(slotValueOf) },
    { name: 'POSITION', values: POSITIONS },
    ...own,
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function slotValueOf(term: Term): SlotValue {
  const [value = term.word, ...forms] = writtenForms(term).map(({ word }) => word);
  const taken = new Set([value.toLowerCase()]);
  const synonyms = [...forms, ...term.heard].filter((form) => {
    const isNew = !taken.has(form.toLowerCase());
    taken.add(form.toLowerCase());
    return isNew;
  });
  return { id: term.id, value, synonyms };
}

export interface LocatedSample {
  readonly intent: string;
  readonly sample: string;
  readonly problem: (rule: string, what: string, fix: string) => Problem;
}

/** Every sample of every intent, with where it stands. */
export function allSamples(content: Content): LocatedSample[] {
  return [
    ...content.answers.flatMap((entry) => locate(answerIntentName(entry.value.id), entry)),
    ...content.safety.flatMap((entry) => locate(safetyIntentName(entry.value), entry)),
    ...content.intents.flatMap((entry) => locate(entry.value.intent, entry)),
  ];
}

function locate(
  intent: string,
  { value, problem }: Located<{ readonly asked: readonly string[] }>,
): LocatedSample[] {
  return value.asked.map((sample, index) => ({
    intent,
    sample,
    problem: (rule, what, fix) => problem(['asked', index], rule, what, fix),
  }));
}

export function answerIntentName(id: string): string {
  return `Explain${pascalCase(id)}Intent`;
}

const SAFETY_VERBS = { urgent: 'Report', advice: 'Advise', 'not-covered': 'Decline' } as const;

export function safetyIntentName({
  id,
  kind,
}: {
  id: string;
  kind: keyof typeof SAFETY_VERBS;
}): string {
  return `${SAFETY_VERBS[kind]}${pascalCase(id)}Intent`;
}

/** Intent names take letters only: "ki-67" is KiSixSeven. */
function pascalCase(id: string): string {
  return slotNameOf(id)
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

export function slotNamesIn(sample: string): string[] {
  return [...sample.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
}

/** A sample as Alexa takes it: slots under their names. */
export function toAlexaSample(content: Content, sample: string): string {
  return sample.replace(
    /\{([^}]*)\}/g,
    (_, name: string) => `{${slotFor(content, name)?.name ?? name}}`,
  );
}

/**
 * The utterances that a sample stands for, as words: each value of each slot, while the other slots have
 * their first one. All values of three slots with all others would be a million utterances. A slot of
 * Amazon's that takes any words is left out: nothing can be listed for it.
 */
export function expandSample(
  content: Content,
  slotTypes: ReadonlyMap<string, SlotType>,
  sample: string,
): string[] {
  const parts = sample.split(/(\{[^}]*\}(?:'s)?)/).map((part): readonly string[] => {
    const name = /^\{([^}]*)\}/.exec(part)?.[1];
    if (name === undefined) return [toWords(part).join(' ')];
    return spokenValues(slotTypes.get(slotFor(content, name)?.type ?? ''));
  });
  if (parts.some(({ length }) => length === 0)) return [];
  const firsts = parts.map(([first = '']) => first);
  const utterances = parts.flatMap((values, at) =>
    values.map((value) => firsts.with(at, value).join(' ').replace(/ +/g, ' ').trim()),
  );
  return [...new Set(utterances)];
}

/** The values of a slot type as words; each type is put into words once. */
const valuesOf = new WeakMap<SlotType, readonly string[]>();

function spokenValues(type: SlotType | undefined): readonly string[] {
  if (type === undefined) return [];
  const known = valuesOf.get(type);
  if (known !== undefined) return known;
  const forms = type.values.flatMap(({ value, synonyms }) => [value, ...synonyms]);
  const values = forms.map((form) => toWords(form).join(' '));
  valuesOf.set(type, values);
  return values;
}
