/**
 * Safety before understanding: words that give away an emergency, a personal decision or an uncovered
 * topic, from the content. A sign is a list of parts that all have to be there, in any order.
 */
import type { Sign, UnderstandingIndex } from './index-file.ts';
import { toStem } from './tokens.ts';

/** What an utterance is matched as. */
export interface Heard {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Terms (`#id`) and classes of words (`@drug`, `@cancer`) in it. */
  readonly marks: readonly string[];
}

/** A phrase of a sign, to be found by its first stem. */
interface Phrase {
  readonly sign: number;
  /** The part that it is an alternative of; -1 if it must not be there. */
  readonly part: number;
  readonly stems: readonly string[];
}

export interface SignIndex {
  readonly phrasesOf: ReadonlyMap<string, readonly Phrase[]>;
  readonly peopleWords: ReadonlySet<string>;
}

/** The signs that are there: the first of each kind. */
export type FoundSigns = Partial<Record<Sign['kind'] | 'weak-advice', string>>;

const QUESTION_START =
  /^(?:(?:so|and|but|okay|um|uh|well|please|tell me|can you tell me|i want to know|do you know) )*(?:what|which|how|when|why|where|who|does|do|is|are|can|could|should|will|would|did|has|have)\b/;
const MAY_BE: ReadonlySet<string> = new Set(
  'will would can could should shall may might must do does did'.split(' '),
);
/** Words before a sign that deny it: "I don't have a fever". */
const DENIALS: ReadonlySet<string> = new Set(['no', 'without', 'never']);
const OWNS = /^(?:have|having|had|got)$/;

export function buildSignIndex({ signs, people }: UnderstandingIndex): SignIndex {
  const phrasesOf = new Map<string, Phrase[]>();
  const add = (sign: number, part: number, stems: readonly string[]): void => {
    const [first = ''] = stems;
    const phrases = phrasesOf.get(first) ?? [];
    phrases.push({ sign, part, stems });
    phrasesOf.set(first, phrases);
  };
  for (const [sign, { parts, not }] of signs.entries()) {
    for (const [part, alternatives] of parts.entries()) {
      for (const stems of alternatives) add(sign, part, stems);
    }
    for (const stems of not) add(sign, -1, stems);
  }
  return { phrasesOf, peopleWords: new Set(people) };
}

export function hear(words: readonly string[], marks: readonly string[]): Heard {
  return { words, stems: words.map(toStem), marks };
}

/** The first sign of each kind that is there. An emergency has to be somebody's, and now. */
export function findSigns(heard: Heard, index: UnderstandingIndex & SignIndex): FoundSigns {
  const parts = new Map<number, number>();
  const ruledOut = new Set<number>();
  const note = ({ sign, part }: Phrase, at: number): void => {
    if (part < 0) ruledOut.add(sign);
    else if (at < 0 || index.signs[sign]?.kind !== 'urgent' || !isDenied(heard, at)) {
      parts.set(sign, (parts.get(sign) ?? 0) | (1 << part));
    }
  };
  for (const [at, stem] of heard.stems.entries()) {
    for (const phrase of index.phrasesOf.get(stem) ?? []) {
      if (phrase.stems.every((other, n) => heard.stems[at + n] === other)) note(phrase, at);
    }
  }
  for (const mark of heard.marks) {
    for (const phrase of index.phrasesOf.get(mark) ?? []) note(phrase, -1);
  }
  const isGeneral = isGeneralQuestion(heard, index);
  const found: FoundSigns = {};
  for (const sign of [...parts.keys()].sort((a, b) => a - b)) {
    const entry = index.signs[sign];
    if (entry === undefined || ruledOut.has(sign)) continue;
    if (parts.get(sign) !== 2 ** entry.parts.length - 1) continue;
    if (entry.kind === 'urgent' && isGeneral) continue;
    found[entry.isWeak ? 'weak-advice' : entry.kind] ??= entry.id;
  }
  return found;
}

/** Whether somebody is spoken about at all. */
export function namesSomeone({ words }: Heard, { peopleWords }: SignIndex): boolean {
  return words.some((word) => peopleWords.has(word));
}

/** Whether somebody is spoken about as they are, not as they may be. */
export function isAboutSomeone({ words }: Heard, { peopleWords }: SignIndex): boolean {
  return words.some((word, at) => peopleWords.has(word) && !MAY_BE.has(words[at - 1] ?? ''));
}

/**
 * A question about no one, or about what may be: "what are the signs of an emergency", "can I get a
 * fever". A person who stands after anything but such a verb makes it a report: "should I worry, I have
 * a fever".
 */
function isGeneralQuestion(heard: Heard, index: SignIndex): boolean {
  return QUESTION_START.test(heard.words.join(' ')) && !isAboutSomeone(heard, index);
}

/** "No fever", "I do not have a fever". */
function isDenied({ words }: Heard, at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  return before.some(
    (word, n) => DENIALS.has(word) || (word === 'not' && OWNS.test(before[n + 1] ?? '')),
  );
}
