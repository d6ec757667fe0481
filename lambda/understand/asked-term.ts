/** Which term a question asks for, where it asks for nothing else. */
import { isHardTerm } from './named-token.ts';
import { leansBack, type Reading, type Topic } from './reading.ts';
import type { Searchable } from './searchable.ts';
import { toText } from './word.ts';

/** What a listener hears who only tells: "my dad has a tumour and they want to do chemo". */
export const CHEMO = 'chemotherapy';
/** "What is …", "explain …": a question about a word. */
const ASKS_MEANING =
  /\b(?:what(?: is| are| does|s)|explain|mean|means|meaning|tell (?:me|us) about|tell (?:me|us) what|define|talking about|heard of|learn|know about|idea|(?:talk|walk|take) (?:me|us) through|go over|go through)\b/;

/** What asks for a word that was said before it: "my report says Ki-67, what's that". */
const ASKS_FOR_IT =
  /\b(?:what (?:is|are|does|do) (?:that|it|this|they|the word|the term)(?: (?:measure|test|word|number|thing|treatment))?(?: (?:even|actually|really))?(?: means?)?(?: (?:exactly|anyway|again|then|about))?|what (?:that|it|this)(?: (?:test|word|thing|treatment))? (?:is|means)(?: for)?|(?:explain|define) (?:that|it|this)(?: to (?:me|us))?(?: please)?|(?:no|not a) (?:clue|idea))$/;
const NUMBER =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|percent)\b/;

/** Whether the meaning of a word is asked. */
export function asksMeaning(text: string): boolean {
  return ASKS_MEANING.test(text);
}

/** The one term of a question that ends in asking what it is; a number makes it a result. */
export function wordAskedFor({ words, text, tokens }: Reading): string | null {
  if (!ASKS_FOR_IT.test(text)) return null;
  const hard = tokens.filter(({ token }) => isHardTerm(token));
  const terms = hard.length > 0 ? hard : tokens.filter(({ token }) => token.startsWith('#'));
  const [term] = terms;
  if (term === undefined || terms.some(({ token }) => token !== term.token)) return null;
  const rest = words.filter((_, at) => at < term.start || at >= term.start + term.length);
  return NUMBER.test(toText(rest)) ? null : term.token.slice(1);
}

/** What "it" is in a question that says nothing else: "what does it do to him". */
export function termOfIt(
  { words, text, tokens }: Reading,
  index: Searchable,
  topic: Topic | null,
): string | null {
  if (topic === null || tokens.length > 0 || !leansBack(words)) return null;
  return asksMeaning(text) ? (index.aboutOf(topic.section) ?? null) : null;
}

/** The term, if the question names one and says nothing else but that this is about cancer. */
export function onlyTerm(names: readonly string[]): string | null {
  const rest = names.filter((name) => name !== 'cancer');
  const [only] = rest;
  return rest.length === 1 && only?.startsWith('#') ? only.slice(1) : null;
}

/** Whether chemo is named, and no other term that tells what a question is about. */
export function onlyChemo(names: readonly string[]): boolean {
  return names.includes(`#${CHEMO}`) && !names.some(isHardTerm);
}

/** The term that the question names beside chemo or a tumour, if it says nothing else. */
export function onlyHardTerm(names: readonly string[]): string | null {
  return names.every((name) => name.startsWith('#')) ? onlyTerm(names.filter(isHardTerm)) : null;
}
