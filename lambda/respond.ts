/** From a decided reply to Alexa's response: the one module that touches the SDK's ResponseBuilder. */
import type { canfulfill, Response } from 'ask-sdk-model';
import { toCard } from './card.ts';
import { type Catalogue, entryOf } from './catalogue.ts';
import { toText } from './lines.ts';
import type { CanFulfilReply, ForgetReply, Line, Reply, SpokenReply } from './reply.ts';
import type { ResponseBuilderInShort } from './sdk-skill.ts';
import { toSpeech, type Voice } from './speech.ts';

/** Alexa refuses speech of more than 8,000 characters. */
const LONGEST_SPEECH = 8000;

/**
 * Builds the response. A silent reply gives an empty one, which is what Alexa wants where no speech
 * is allowed; every other response has `shouldEndSession`, set last because `reprompt` changes it.
 */
export function toResponse(
  builder: ResponseBuilderInShort,
  reply: Exclude<Reply, ForgetReply>,
  catalogue: Catalogue,
  locale: string,
): Response {
  switch (reply.kind) {
    case 'silent':
      return builder.getResponse();
    case 'can-fulfil':
      return builder.withCanFulfillIntent(toCanFulfil(reply)).getResponse();
    case 'spoken':
      return toSpokenResponse(builder, reply, catalogue, locale);
  }
}

function toSpokenResponse(
  builder: ResponseBuilderInShort,
  reply: SpokenReply,
  catalogue: Catalogue,
  locale: string,
): Response {
  const voice: Voice = {
    speed: reply.session.speed,
    phonemes: entryOf(catalogue.locales, locale)?.phonemes ?? false,
  };
  const speak = (lines: readonly Line[]): string =>
    toSpeech(
      lines.map((line) => toText(catalogue, line)),
      voice,
    );
  const lines = reply.ask === null ? reply.say : [...reply.say, reply.ask.line];
  const ssml = speak(lines);
  // Nothing that the skill puts together comes near; a client that forges what was said last may.
  builder.speak(ssml.length < LONGEST_SPEECH ? ssml : speak(lines.slice(-1)));
  if (reply.ask !== null) builder.reprompt(speak([reply.ask.reprompt]));
  if (reply.card !== null) {
    const { title, content } = toCard(catalogue, reply.card);
    builder.withSimpleCard(title, content);
  }
  return builder.withShouldEndSession(reply.ask === null).getResponse();
}

function toCanFulfil(reply: CanFulfilReply): canfulfill.CanFulfillIntent {
  const slots = Object.entries(reply.slots).map(([name, known]) => {
    const verdict = known ? ('YES' as const) : ('NO' as const);
    return [name, { canUnderstand: verdict, canFulfill: verdict }] as const;
  });
  return { canFulfill: reply.verdict, slots: Object.fromEntries(slots) };
}
