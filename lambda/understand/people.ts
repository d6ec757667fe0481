/** Whom an utterance speaks about, and whether it asks or tells. */
import type { Word } from './word.ts';

export interface PeopleIndex {
  /** Words for the one who is spoken about. */
  readonly people: ReadonlySet<string>;
}

/** Words, and the same as a text with a space between each two. */
interface Said {
  readonly words: readonly Word[];
  readonly text: string;
}

const QUESTION_START =
  /^(?:(?:so|and|but|okay|um|uh|well|please|tell me|can you tell me|i want to know|do you know) )*(?:what|which|how|when|why|where|who|does|do|is|are|can|could|should|will|would|did|has|have)\b(?! not\b)/;
/** Words that make a question of what is said, wherever they stand. */
const ASKS =
  /\b(?:what|which|how|when|why|where|who|whose|can you|could you|tell|give me|give us|explain|describe|know|hear|about|ask|wonder|wondering|question|mean|means|understand|reason|list|name|remind|word for|(?:is|are|does|do|can|could|will|would|should) (?:it|that|this|they|these|those)|(?:am|is|are|does|can|could|will|would|should)(?: not)? (?:there|chemo|the|you|i|we|he|she|my|our|his|her))\b/;
/** What a listener begins to tell with. */
const BEGINNING: ReadonlySet<string> = new Set(
  'so and but well okay um uh oh hi hello hey yes yeah now today yesterday because'.split(' '),
);
/** "What should I do, the kitchen is on fire": that question is no part of what is told. */
const TELLS_ON =
  /^(?:(?:so|and|but|okay|um|uh|well|please) )*what (?:should|do|can|must) (?:i|we) do (?:now )?(?!now$|if|when|while|in|about|for|with|to|before|after|during|on|at|as|or|and|once|should)/;
const WHY = /^(?:(?:so|and|but|okay|well) )?(?:why|how (?:does|do|did|is|are|come))\b/;
/** "What should I eat", "will I lose my hair": these ask for what is so, not whether to do it. */
const WHAT_TO =
  /\b(?:(?:what|which)(?: \w+)?|(?:how|when|where)(?: (?:much|many|long|often|soon))?) (?:should|can|could|do|does|will|would|must|may) (?:i|we|he|she|they)\b|\bwill (?:i|we|he|she|they|my)\b/;
const MAY_BE: ReadonlySet<string> = new Set(
  'will would can could should shall may might must do does did'.split(' '),
);
/** "They" are the ones who give the chemo, mostly. */
const CARE_TEAM: ReadonlySet<string> = new Set(['they', 'them', 'their']);
/** "Is it right for you": a leaflet's words for the listener. */
const ADDRESSED: ReadonlySet<string> = new Set(['you', 'your', 'yours']);

/** Whether somebody is spoken about at all. */
export function namesSomeone(words: readonly Word[], { people }: PeopleIndex): boolean {
  return words.some(({ text }) => people.has(text));
}

/** Whether the listener or somebody of theirs is spoken about: a decision has to be somebody's. */
export function namesPatient(words: readonly Word[], { people }: PeopleIndex): boolean {
  return words.some(
    ({ text }) => ADDRESSED.has(text) || (people.has(text) && !CARE_TEAM.has(text)),
  );
}

/** Whether somebody is spoken about as they are, not as they may be. */
export function isAboutSomeone(words: readonly Word[], { people }: PeopleIndex): boolean {
  const isPerson = (at: number): boolean => people.has(words[at]?.text ?? '');
  // "What should I do, my port is bleeding": that "do" asks nothing about the port.
  const mayBe = (at: number): boolean => MAY_BE.has(words[at - 1]?.text ?? '') && !isPerson(at - 2);
  return words.some((_, at) => isPerson(at) && !mayBe(at));
}

/**
 * Whether somebody tells something of a person and asks nothing: "I can't take it any more". It begins with
 * the person; "the drugs depend on the patient" tells of none.
 */
export function isTold({ words, text }: Said, { people }: PeopleIndex): boolean {
  const first = words.find((word) => !BEGINNING.has(word.text));
  return people.has(first?.text ?? '') && !ASKS.test(text) && !QUESTION_START.test(text);
}

/** Whether it is asked why or how something is: "how does my liver live". No decision is asked for. */
export function asksWhy(text: string): boolean {
  return WHY.test(text);
}

/** Whether it is asked what somebody should do, or what will happen to them, and not whether to do it. */
export function asksWhatTo(text: string): boolean {
  return WHAT_TO.test(text);
}

/**
 * A question about no one, or about what may be: "what are the signs of an emergency", "can I get a
 * fever". A person who stands after anything but such a verb makes it a report: "should I worry, I have
 * a fever".
 */
export function isGeneralQuestion(said: Said, index: PeopleIndex): boolean {
  return beginsAsQuestion(said) && !isAboutSomeone(said.words, index);
}

/** Whether the first words ask something, and not only what to do about what is told after them. */
export function beginsAsQuestion({ text }: Said): boolean {
  return QUESTION_START.test(text) && !TELLS_ON.test(text);
}
