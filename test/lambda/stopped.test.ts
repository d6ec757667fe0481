import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { placeWhenStopped } from '../../lambda/stopped.ts';
import { newSession, type Session } from '../../lambda/session.ts';
import { readLanguages } from '../../lambda/languages.ts';
import { createSkill } from '../../lambda/skill.ts';
import { envelopeOf, intentBody } from '../helpers/requests.ts';

const languageOf = readLanguages(fileURLToPath(new URL('../../lambda/generated', import.meta.url)));
const { catalogue } = languageOf('en-CA');
const START_MS = Date.parse('2026-11-23T12:00:00Z');

/** Three sentences: 7, 12 and 5 words. */
const midway: Session = {
  ...newSession,
  at: { id: 'chemoembolization', piece: 0 },
  spokenAtMs: START_MS,
  heard: ['chemoembolization'],
  last: { say: ['answer/chemoembolization/0'], ask: null, reprompt: null },
};

describe('a listener who stops', () => {
  test.each([
    ['at once', 1, { id: 'chemoembolization', piece: 0 }],
    ['in the second sentence', 6, { id: 'chemoembolization', piece: 0, sentence: 1 }],
    ['in the third sentence', 10, { id: 'chemoembolization', piece: 0, sentence: 2 }],
    ['after all of it', 60, { id: 'oily-mix', piece: 0 }],
  ])('%s goes on from there', (_, seconds, place) => {
    expect(placeWhenStopped(catalogue, midway, START_MS + seconds * 1000)).toEqual(place);
  });

  test('has heard less at a slower speed', () => {
    const slow: Session = { ...midway, speed: -2 };
    expect(placeWhenStopped(catalogue, slow, START_MS + 10_000)).toMatchObject({ sentence: 1 });
  });

  test('of two pieces that were said at once, is in the one that was cut off', () => {
    const both: Session = {
      ...midway,
      at: { id: 'oily-mix', piece: 0 },
      last: {
        say: ['answer/chemoembolization/0', 'answer/oily-mix/0'],
        ask: null,
        reprompt: null,
      },
    };
    const placeAfter = (seconds: number) =>
      placeWhenStopped(catalogue, both, START_MS + seconds * 1000);
    expect(placeAfter(6)).toEqual({ id: 'chemoembolization', piece: 0, sentence: 1 });
    expect(placeAfter(12)).toEqual({ id: 'oily-mix', piece: 0 });
  });

  test('who goes on from a sentence is counted from there', () => {
    const resumed: Session = {
      ...midway,
      last: { say: ['answer/chemoembolization/0/from/1'], ask: null, reprompt: null },
    };
    const placeAfter = (seconds: number) =>
      placeWhenStopped(catalogue, resumed, START_MS + seconds * 1000);
    expect(placeAfter(3)).toEqual({ id: 'chemoembolization', piece: 0, sentence: 1 });
    expect(placeAfter(8)).toEqual({ id: 'chemoembolization', piece: 0, sentence: 2 });
  });

  test('is where they were if what was said last is no answer', () => {
    const say = ['term/lipiodol/means', ['prompt/backTo/0', { topic: 'section/hai' }]] as const;
    const defined: Session = { ...midway, last: { say, ask: null, reprompt: null } };
    expect(placeWhenStopped(catalogue, defined, START_MS + 60_000)).toEqual(midway.at);
    const silent: Session = { ...midway, last: null };
    expect(placeWhenStopped(catalogue, silent, START_MS + 60_000)).toEqual(midway.at);
    const nowhere: Session = { ...midway, at: null };
    expect(placeWhenStopped(catalogue, nowhere, START_MS + 60_000)).toBeNull();
  });

  test('is where they were if the requests have no time', () => {
    expect(placeWhenStopped(catalogue, midway, null)).toEqual(midway.at);
    const untimed: Session = { ...midway, spokenAtMs: null };
    expect(placeWhenStopped(catalogue, untimed, START_MS)).toEqual(midway.at);
  });
});

describe('a session in which the listener stops', () => {
  const invoke = createSkill({ languageOf, log: () => undefined });

  /** Plays intents, each so many seconds after the start; gives where the listener is afterwards. */
  async function placeAfter(...turns: readonly (readonly [intent: string, seconds: number])[]) {
    let attributes: Record<string, unknown> = {};
    for (const [at, [intent, seconds]] of turns.entries()) {
      const timestamp = new Date(START_MS + seconds * 1000).toISOString();
      const request = { type: 'IntentRequest', timestamp, intent: intentBody(intent) };
      const answered = await invoke(envelopeOf(request, { isNew: at === 0, attributes }));
      attributes = answered.sessionAttributes ?? {};
    }
    return attributes['at'];
  }

  test('goes on at the sentence that was cut off', async () => {
    const place = await placeAfter(['ExplainChemoembolizationIntent', 0], ['AMAZON.StopIntent', 6]);
    expect(place).toEqual({ id: 'chemoembolization', piece: 0, sentence: 1 });
  });

  test('counts from the last time that the answer was said', async () => {
    const place = await placeAfter(
      ['ExplainChemoembolizationIntent', 0],
      ['AMAZON.RepeatIntent', 100],
      ['AMAZON.StopIntent', 110],
    );
    expect(place).toEqual({ id: 'chemoembolization', piece: 0, sentence: 2 });
  });

  test('counts from the new start where it is said slower', async () => {
    const place = await placeAfter(
      ['ExplainChemoembolizationIntent', 0],
      ['SpeakSlowerIntent', 30],
      ['AMAZON.StopIntent', 38],
    );
    expect(place).toEqual({ id: 'chemoembolization', piece: 0, sentence: 1 });
  });

  test('does not count from the last bit, which is only the end of it', async () => {
    const place = await placeAfter(
      ['ExplainChemoembolizationIntent', 0],
      ['RepeatLastPartIntent', 60],
      ['AMAZON.StopIntent', 65],
    );
    expect(place).toEqual({ id: 'oily-mix', piece: 0 });
  });

  test('goes on with what comes next where all was heard', async () => {
    const place = await placeAfter(
      ['ExplainChemoembolizationIntent', 0],
      ['AMAZON.StopIntent', 60],
    );
    expect(place).toEqual({ id: 'oily-mix', piece: 0 });
  });
});
