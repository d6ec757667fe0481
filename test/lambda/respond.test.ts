import { describe, expect, test } from '@jest/globals';
import { type ResponseBuilder, ResponseFactory } from 'ask-sdk-core';
import type { ForgetReply, Reply, SpokenReply } from '../../lambda/reply.ts';
import { toResponse } from '../../lambda/respond.ts';
import { newSession } from '../../lambda/session.ts';
import { smallCatalogue } from '../helpers/small-catalogue.ts';

const question = { line: 'prompt/ask/0', reprompt: 'prompt/askReprompt/0' };
const card = { title: 'answer/tea/title', lines: ['answer/tea/1'] };

function spoken(parts: Partial<SpokenReply>): SpokenReply {
  return {
    kind: 'spoken',
    outcome: 'answer',
    answerId: null,
    section: null,
    say: ['answer/tea/1'],
    ask: null,
    card: null,
    session: newSession,
    ...parts,
  };
}

type Rendered = Exclude<Reply, ForgetReply>;

function respond(reply: Rendered, locale = 'en-CA') {
  return toResponse(ResponseFactory.init(), reply, smallCatalogue, locale);
}

function ssmlOf(reply: Rendered, locale?: string): string {
  const { outputSpeech } = respond(reply, locale);
  return outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '';
}

describe('the microphone', () => {
  test.each([
    ['an answer', {}],
    ['an answer with a card', { card }],
    ['an emergency', { outcome: 'urgent', card }],
    ['goodbye', { outcome: 'goodbye' }],
  ] as const)('is closed, without a reprompt, after %s that asks nothing', (_, parts) => {
    const response = respond(spoken(parts));
    expect(response.shouldEndSession).toBe(true);
    expect(response.reprompt).toBeUndefined();
  });

  test.each([
    ['an answer', { ask: question }],
    ['an answer with a card', { ask: question, card }],
    ['an error', { outcome: 'error', say: [], ask: question }],
  ] as const)('is open, with a reprompt, after %s that ends in a question', (_, parts) => {
    const response = respond(spoken(parts));
    expect(response.shouldEndSession).toBe(false);
    expect(response.reprompt?.outputSpeech).toEqual({
      type: 'SSML',
      ssml: '<speak>Say help.</speak>',
    });
  });

  test.each([spoken({}), spoken({ ask: question }), spoken({ ask: question, card })])(
    'is decided last, after all that the builder would decide it by',
    (reply) => {
      const calls: PropertyKey[] = [];
      const builder: ResponseBuilder = new Proxy(ResponseFactory.init(), {
        get: (target, name: keyof ResponseBuilder) => {
          calls.push(name);
          return target[name].bind(builder);
        },
      });
      toResponse(builder, reply, smallCatalogue, 'en-CA');
      expect(calls.slice(-2)).toEqual(['withShouldEndSession', 'getResponse']);
    },
  );
});

describe('speech', () => {
  test('says the lines and then the question, with a breath between them', () => {
    expect(ssmlOf(spoken({ ask: question }))).toBe(
      "<speak>It is brown. <break time='400ms'/> What else?</speak>",
    );
  });

  test('is the question alone where there is nothing else to say', () => {
    expect(ssmlOf(spoken({ say: [], ask: question }))).toBe('<speak>What else?</speak>');
  });

  test('has the sounds of the locale’s voice, or words to read instead', () => {
    const hear = (locale: string) =>
      toResponse(ResponseFactory.init(), spoken({ say: ['answer/tea/0'] }), smallCatalogue, locale);
    expect(JSON.stringify(hear('en-CA'))).toContain('<phoneme');
    expect(JSON.stringify(hear('en-GB'))).toContain('<sub');
    expect(JSON.stringify(hear('constructor'))).toContain('<sub');
  });
});

describe('the other replies', () => {
  test('silence is an empty response', () => {
    expect(respond({ kind: 'silent' })).toEqual({});
  });

  test('a verdict on an intent is not heard, and has nothing else with it', () => {
    const response = respond({
      kind: 'can-fulfil',
      verdict: 'YES',
      slots: { term: true, drug: false },
    });
    expect(response).toEqual({
      canFulfillIntent: {
        canFulfill: 'YES',
        slots: {
          term: { canUnderstand: 'YES', canFulfill: 'YES' },
          drug: { canUnderstand: 'NO', canFulfill: 'NO' },
        },
      },
    });
  });

  test('a card has a title and its text', () => {
    expect(respond(spoken({ card })).card).toEqual({
      type: 'Simple',
      title: 'Tea',
      content: 'It is brown.',
    });
  });
});
