/** What a valid response to Alexa is. Each check gives what is wrong, in words; nothing is an empty list. */
import { XMLValidator } from 'fast-xml-parser';
import { check } from 'ssml-check-core';

const LONGEST_SPEECH = 8000;
const LONGEST_CARD = 8000;
const LARGEST_RESPONSE_BYTES = 120 * 1024;
const RESPONSE_KEYS: ReadonlySet<string> = new Set([
  'outputSpeech',
  'reprompt',
  'card',
  'directives',
  'shouldEndSession',
  'canFulfillIntent',
]);
const VERDICTS: ReadonlySet<unknown> = new Set(['YES', 'NO', 'MAYBE']);

/** The response to a request that Alexa lets no skill answer: it has nothing in it. */
export function isSilence(envelope: unknown): boolean {
  const { version, response } = asRecord(envelope);
  return version === '1.0' && JSON.stringify(response) === '{}';
}

/** What Alexa would refuse in a response that is heard. */
export async function spokenProblems(envelope: unknown, locale: string): Promise<string[]> {
  const response = asRecord(asRecord(envelope)['response']);
  const { outputSpeech, reprompt, card, shouldEndSession } = response;
  const problems = envelopeProblems(envelope);
  if (typeof shouldEndSession !== 'boolean') problems.push('shouldEndSession is not set');
  if ((reprompt === undefined) !== shouldEndSession) {
    problems.push('a reprompt goes with an open microphone, and only with one');
  }
  problems.push(...(await speechProblems(outputSpeech, locale)));
  if (reprompt !== undefined) {
    const spoken = await speechProblems(asRecord(reprompt)['outputSpeech'], locale);
    problems.push(...spoken.map((problem) => `reprompt: ${problem}`));
  }
  return card === undefined ? problems : [...problems, ...cardProblems(card)];
}

/** What Alexa would refuse in a response to CanFulfillIntentRequest. */
export function canFulfilProblems(envelope: unknown): string[] {
  const problems = envelopeProblems(envelope);
  const response = asRecord(asRecord(envelope)['response']);
  const { canFulfill, slots } = asRecord(response['canFulfillIntent']);
  if (Object.keys(response).join() !== 'canFulfillIntent') problems.push('it is not alone');
  if (!VERDICTS.has(canFulfill)) problems.push(`${String(canFulfill)} is no verdict`);
  for (const [name, slot] of Object.entries(asRecord(slots))) {
    const { canUnderstand, canFulfill: canFillSlot } = asRecord(slot);
    if (VERDICTS.has(canUnderstand) && VERDICTS.has(canFillSlot)) continue;
    problems.push(`slot ${name} has no verdict`);
  }
  return problems;
}

/** What is wrong with SSML: as XML, for Alexa, and to the ear. */
export async function ssmlProblems(ssml: string, locale: string): Promise<string[]> {
  const problems: string[] = [];
  const parsed = XMLValidator.validate(ssml);
  if (parsed !== true) problems.push(`not XML: ${parsed.err.msg}`);
  const errors = (await check(ssml, { platform: 'amazon', locale })) ?? [];
  problems.push(...errors.map((error) => `not Alexa's SSML: ${JSON.stringify(error)}`));
  if (ssml.length >= LONGEST_SPEECH) problems.push(`${ssml.length} characters long`);
  const words = ssml.replace(/\s*<break[^>]*>\s*/g, ' ').replace(/<[^>]*>/g, '');
  if (!/[\p{L}\p{N}]/u.test(words)) problems.push('empty speech');
  // A mark that stands alone may be read as "dot".
  problems.push(...writingProblems(words));
  return problems.map((problem) => `${problem}: ${words.slice(0, 80)}`);
}

/** What is wrong with plain text: the marks and spaces. */
export function writingProblems(text: string): string[] {
  const problems: string[] = [];
  if (/\s[.,;:?!]/.test(text)) problems.push('a space before a mark');
  if (/\S {2,}\S/.test(text)) problems.push('a double space');
  if (/[{}]/.test(text)) problems.push('a place that is not filled in');
  if (/undefined|null|\[object/.test(text)) problems.push('a value that is not there');
  return problems;
}

function envelopeProblems(envelope: unknown): string[] {
  const problems: string[] = [];
  const { version, response } = asRecord(envelope);
  if (version !== '1.0') problems.push('its version is not 1.0');
  const unknown = Object.keys(asRecord(response)).filter((key) => !RESPONSE_KEYS.has(key));
  if (unknown.length > 0) problems.push(`unknown keys: ${unknown.join(', ')}`);
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  if (bytes >= LARGEST_RESPONSE_BYTES) problems.push(`${bytes} bytes long`);
  return problems;
}

async function speechProblems(speech: unknown, locale: string): Promise<string[]> {
  const { type, ssml } = asRecord(speech);
  if (type !== 'SSML' || typeof ssml !== 'string') return ['there is no SSML'];
  return ssmlProblems(ssml, locale);
}

function cardProblems(card: unknown): string[] {
  const { type, title, content } = asRecord(card);
  if (type !== 'Simple') return [`a card of type ${String(type)}`];
  if (typeof title !== 'string' || title === '') return ['a card without a title'];
  if (typeof content !== 'string' || content === '') return ['a card without content'];
  const problems = [...writingProblems(title), ...writingProblems(content)];
  if (title.length + content.length >= LONGEST_CARD) problems.push('a card that is too long');
  return problems.map((problem) => `card: ${problem}`);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
