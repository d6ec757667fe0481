/**
 * Safety before understanding: words that give away an emergency, a personal decision or an uncovered
 * topic, from the content. A sign is a list of parts that all have to be there, in any order.
 */
import type { Sign, UnderstandingIndex } from './index-file.ts';
import { toStem } from './tokens.ts';

/** What an utterance is matched as: its stems in order, and the tokens that they were read as. */
export interface Heard {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Terms (`#id`) and classes of words (`@drug`, `@cancer`) in it. */
  readonly marks: ReadonlySet<string>;
}

const QUESTION_START =
  /^(?:(?:so|and|but|okay|um|uh|well|please|tell me|can you tell me|i want to know|do you know) )*(?:what|which|how|when|why|where|who|does|do|is|are|can|could|should|will|would|did|has|have)\b/;
const MAY_BE: ReadonlySet<string> = new Set(
  'will would can could should shall may might must do does did'.split(' '),
);
/** Words before a sign that deny it: "I don't have a fever". */
const DENIALS: ReadonlySet<string> = new Set(['no', 'without', 'never']);

export function hear(words: readonly string[], marks: Iterable<string>): Heard {
  return { words, stems: words.map(toStem), marks: new Set(marks) };
}

/** The first sign of a kind that is there; an emergency has to be somebody's, and now. */
export function findSign(
  heard: Heard,
  kind: Sign['kind'],
  index: Pick<UnderstandingIndex, 'signs' | 'people'>,
): Sign | null {
  if (kind === 'urgent' && isGeneralQuestion(heard, index)) return null;
  return index.signs.find((sign) => sign.kind === kind && isThere(heard, sign)) ?? null;
}

/** Whether somebody is spoken about as they are, not as they may be. */
export function isAboutSomeone(
  { words }: Heard,
  { people }: Pick<UnderstandingIndex, 'people'>,
): boolean {
  return words.some((word, at) => people.includes(word) && !MAY_BE.has(words[at - 1] ?? ''));
}

/**
 * A question about no one, or about what may be: "what are the signs of an emergency", "can I get a
 * fever". A person who stands after anything but such a verb makes it a report: "should I worry, I have
 * a fever".
 */
function isGeneralQuestion(heard: Heard, index: Pick<UnderstandingIndex, 'people'>): boolean {
  return QUESTION_START.test(heard.words.join(' ')) && !isAboutSomeone(heard, index);
}

function isThere(heard: Heard, { kind, parts, not }: Sign): boolean {
  if (not.some((phrase) => findPhrase(heard, phrase) >= 0)) return false;
  return parts.every((alternatives) =>
    alternatives.some((phrase) => {
      const at = findPhrase(heard, phrase);
      return at >= 0 && !(kind === 'urgent' && isDenied(heard, at));
    }),
  );
}

/** Where a phrase begins, as whole words; -1 if it is not there. A mark has no place: 0. */
function findPhrase({ stems, marks }: Heard, phrase: readonly string[]): number {
  const [first = ''] = phrase;
  if (first.startsWith('#') || first.startsWith('@')) return marks.has(first) ? 0 : -1;
  for (let start = 0; start + phrase.length <= stems.length; start++) {
    if (phrase.every((stem, index) => stems[start + index] === stem)) return start;
  }
  return -1;
}

/** "No fever", "I do not have a fever". */
function isDenied({ words }: Heard, at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  return before.some(
    (word, index) =>
      DENIALS.has(word) ||
      (word === 'not' && /^(?:have|having|had|got)$/.test(before[index + 1] ?? '')),
  );
}
