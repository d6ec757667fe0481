/**
 * The one judge of every hostile case. What each request is due is worked out here from the rules in
 * docs/architecture.md, not by asking the skill's own code.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LogLine } from '../../lambda/log.ts';
import { readSession } from '../../lambda/read-session.ts';
import { canFulfilProblems, spokenProblems } from '../helpers/responses.ts';
import { LOCALE_NAMES } from './corpus.ts';
import { GENERATED, SAID } from './generated-texts.ts';

/** What came of one turn, as JSON has it. */
export interface Outcome {
  readonly event: unknown;
  /** Whether the session is one that no skill gave. */
  readonly isForged: boolean;
  readonly answered: unknown;
  readonly logs: readonly LogLine[];
  /** What the turn log wrote. */
  readonly turnLines: readonly string[];
}

export type Due = 'refusal' | 'silence' | 'verdict' | 'speech';

/** Types of requests that are answered with silence, as docs/architecture.md lists them. */
const SILENT =
  /^(?:SessionEndedRequest$|(?:System|AlexaSkillEvent|AudioPlayer|PlaybackController|Alexa|GameEngine|GadgetController|Display|Messaging|Dialog)\.)/;

const LARGEST_RESPONSE_BYTES = 120 * 1024;
const LARGEST_SESSION_BYTES = 24 * 1024;
/** A text of the request that is this long is nowhere in a reply by chance. */
const SHORTEST_LEAK = 12;
const MOST_CHECKED = 20_000;

/** What a request is due: nothing but its type tells. */
export function dueOf(event: unknown): Due {
  const request = part(event, 'request');
  const type = part(request, 'type');
  if (typeof request !== 'object' || typeof type !== 'string') return 'refusal';
  if (type === 'CanFulfillIntentRequest') return 'verdict';
  return SILENT.test(type) ? 'silence' : 'speech';
}

/** Everything that is wrong with what came of a turn; nothing is an empty list. */
export async function judge(outcome: Outcome): Promise<string[]> {
  const { event, answered } = outcome;
  const due = dueOf(event);
  const text = JSON.stringify(answered);
  const problems = [...logProblems(due, outcome.logs), ...turnLineProblems(outcome)];
  if (Buffer.byteLength(text) > LARGEST_RESPONSE_BYTES) problems.push('more than 120 KB');
  switch (due) {
    case 'refusal':
      if (text !== '{"version":"1.0","response":{}}') problems.push(`no silence: ${text}`);
      return problems;
    case 'silence':
      if (JSON.stringify(part(answered, 'response')) !== '{}') problems.push('no silence');
      return [...problems, ...attributeProblems(answered)];
    case 'verdict':
      return [...problems, ...canFulfilProblems(answered), ...attributeProblems(answered)];
    case 'speech':
      return [
        ...problems,
        ...(await speechProblems(outcome)),
        ...attributeProblems(answered),
        ...sessionProblems(outcome),
      ];
  }
}

/** Nothing but a refusal is worth a line, and an error is none of a client's making. */
function logProblems(due: Due, logs: readonly LogLine[]): string[] {
  const expected = due === 'refusal' ? ['request-refused'] : [];
  const events = logs.map(({ event }) => event);
  return isDeepStrictEqual(events, expected) ? [] : [`logged: ${JSON.stringify(logs)}`];
}

/** One line a turn, in JSON, with nothing that was said; another only for what was not understood. */
function turnLineProblems({ event, turnLines }: Outcome): string[] {
  const [turn = '', ...others] = turnLines;
  const slots = part(part(part(event, 'request'), 'intent'), 'slots');
  const events = turnLines.map((line) => part(JSON.parse(line), 'event'));
  const isExpected = events[0] === 'turn' && events.slice(1).every((name) => name === 'unanswered');
  return [
    ...leaks(slots, turn),
    ...(isExpected && others.length <= 1 ? [] : [`turn lines: ${turnLines.join('\n')}`]),
  ];
}

const checked = new Map<string, string[]>();

/** What sounds wrong: a forged session may have lines said that were never made for each other. */
const TO_THE_EAR = /^(?:reprompt: |card: )*a (?:space before a mark|double space)/;

async function speechProblems({ event, answered, isForged }: Outcome): Promise<string[]> {
  const locale = part(part(event, 'request'), 'locale');
  const known = LOCALE_NAMES.find((name) => name === locale) ?? 'en-CA';
  const response = part(answered, 'response');
  const key = `${known} ${JSON.stringify(response)}`;
  const before = checked.get(key);
  const problems = before ?? [
    ...(await spokenProblems(answered, known)),
    ...openingProblems(response),
    ...unknownWords(response),
  ];
  // Most replies are heard often; in a long run not all of them can be kept.
  if (checked.size >= MOST_CHECKED) checked.clear();
  checked.set(key, problems);
  const relevant = isForged ? problems.filter((problem) => !TO_THE_EAR.test(problem)) : problems;
  return [...relevant, ...leaks(event, heardOf(response).join('\n'))];
}

/** A question leaves the session open. */
function openingProblems(response: unknown): string[] {
  const [speech = ''] = heardOf(response);
  const isOpen = part(response, 'shouldEndSession') === false;
  return speech.endsWith('?') && !isOpen ? ['a question, and the session is closed'] : [];
}

/** Speech, reprompt, title and content of the card, in plain words; what is not there is empty. */
function heardOf(response: unknown): string[] {
  const card = part(response, 'card');
  const texts = [
    part(part(response, 'outputSpeech'), 'ssml'),
    part(part(part(response, 'reprompt'), 'outputSpeech'), 'ssml'),
    part(card, 'title'),
    part(card, 'content'),
  ];
  return texts.map((text) => (typeof text === 'string' ? toPlain(text) : ''));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  quot: '"',
};

function toPlain(ssml: string): string {
  return ssml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

const WORDS = new Set(SAID.flatMap(wordsOf));

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The skill says the words of the catalogue, numbers and letters, and no others. */
function unknownWords(response: unknown): string[] {
  const isKnown = (word: string): boolean => WORDS.has(word) || /^(?:\d{1,3}|\p{L})$/u.test(word);
  const unknown = heardOf(response)
    .flatMap(wordsOf)
    .filter((word) => !isKnown(word));
  return unknown.length === 0 ? [] : [`words that are not in the catalogue: ${unknown.join()}`];
}

/** No text of the request is in what is given, unless it is one of ours or was there before. */
function leaks(request: unknown, given: string, before: readonly string[] = []): string[] {
  return textsIn(request)
    .filter((text) => text.length >= SHORTEST_LEAK && given.includes(text))
    .filter((text) => !before.includes(text) && !GENERATED.includes(text))
    .map((text) => `a text of the request is in the reply: ${text}`);
}

/** All texts and keys in a value of any depth. */
function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') texts.push(next);
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) texts.push(...Object.keys(next));
    for (const inside of Object.values(next)) waiting.push(inside);
  }
  return texts;
}

/** Alexa takes attributes that are a map of at most 24 KB. */
function attributeProblems(answered: unknown): string[] {
  const attributes = part(answered, 'sessionAttributes');
  if (attributes === undefined) return [];
  if (typeof attributes !== 'object' || attributes === null || Array.isArray(attributes)) {
    return [`attributes that are no map: ${JSON.stringify(attributes)}`];
  }
  const bytes = Buffer.byteLength(JSON.stringify(attributes));
  return bytes > LARGEST_SESSION_BYTES ? [`attributes of ${bytes} bytes`] : [];
}

/** What is remembered comes back as it was, and holds nothing of what was said. */
function sessionProblems({ event, answered }: Outcome): string[] {
  const attributes = part(answered, 'sessionAttributes');
  if (attributes === undefined) return [];
  const before = textsIn(part(part(event, 'session'), 'attributes'));
  const problems = leaks(part(event, 'request'), JSON.stringify(attributes), before);
  if (!isDeepStrictEqual(readSession(attributes), attributes)) {
    problems.push(`not read back: ${JSON.stringify(attributes).slice(0, 2000)}`);
  }
  return problems;
}

function part(value: unknown, key: string): unknown {
  const isRecord = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isRecord ? (value as Record<string, unknown>)[key] : undefined;
}
