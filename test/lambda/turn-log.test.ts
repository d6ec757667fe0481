import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import { INTENT_HANDLERS } from '../../lambda/handlers/controls.ts';
import { newSession } from '../../lambda/session.ts';
import type { SkillOptions } from '../../lambda/skill.ts';
import { metricProblems } from '../helpers/metrics.ts';
import {
  envelopeOf,
  intentBody,
  intentRequest,
  launchRequest,
  SKILL_ID,
  USER_ID,
} from '../helpers/requests.ts';
import { beginTalk, createTestSkill, languageOf, LOCALES } from '../helpers/skill.ts';
import { PROJECT } from '../helpers/temporary-project.ts';
import { logTurns, type TurnLine } from '../helpers/turn-lines.ts';
import { unwritable, watchedMemory } from '../helpers/watched-memory.ts';

/** The line of one request to a skill of its own. */
async function lineOf(event: unknown, options: Partial<SkillOptions> = {}): Promise<TurnLine> {
  const turns = logTurns();
  const { invoke } = createTestSkill({ ...options, ...turns.options });
  await invoke(event);
  expect(turns.lines).toHaveLength(1);
  return turns.last();
}

const ask = (words: string): object => intentRequest('AskQuestionIntent', { question: { words } });

describe('the line of a turn', () => {
  test('has these members, and no others', async () => {
    const line = await lineOf(intentRequest('ExplainPumpIntent'));
    expect(line).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'info',
      event: 'turn',
      requestId: null,
      request: 'IntentRequest',
      outcome: 'answer',
      intent: 'ExplainPumpIntent',
      answerId: 'pump',
      piece: 0,
      section: 'hai',
      understood: null,
      locale: 'en-CA',
      durationMs: expect.any(Number),
      isColdStart: true,
      isNewSession: true,
      sessionEnd: null,
      store: 'none',
      Turns: 1,
      DurationMs: line['durationMs'],
      StoreFailures: 0,
      Misses: 0,
      _aws: expect.any(Object),
    });
  });

  test('has the time of its metrics, as a date and time', async () => {
    const turns = logTurns();
    const { invoke } = createTestSkill(turns.options);
    const now = jest.spyOn(Date, 'now');
    const times = [
      '2026-05-04T09:59:59.999Z',
      '2026-05-04T10:00:00.000Z',
      '2026-05-04T10:00:00.007Z',
      '2027-01-01T00:00:10.050Z',
      '2026-05-04T10:00:09.100Z',
    ];
    for (const time of times) {
      now.mockReturnValue(Date.parse(time));
      await invoke(launchRequest());
    }
    now.mockRestore();
    expect(turns.of('turn').map(({ timestamp }) => timestamp)).toEqual(times);
    expect(turns.of('turn').map(({ _aws }) => (_aws as { Timestamp: number }).Timestamp)).toEqual(
      times.map((time) => Date.parse(time)),
    );
  });

  test('has the duration to two decimals, in milliseconds', async () => {
    const { durationMs } = await lineOf(launchRequest());
    expect(durationMs).toBeGreaterThan(0);
    expect(String(durationMs)).toMatch(/^\d+(?:\.\d{1,2})?$/);
  });

  test('counts one cold start, and new sessions', async () => {
    const turns = logTurns();
    const talk = beginTalk(turns.options);
    await talk.launch();
    await talk.ask('ExplainPumpIntent');
    expect(turns.of('turn')).toMatchObject([
      { isColdStart: true, isNewSession: true, request: 'LaunchRequest', intent: null },
      { isColdStart: false, isNewSession: false },
    ]);
  });

  test('tells which piece of an answer was heard', async () => {
    const turns = logTurns();
    const talk = beginTalk(turns.options);
    await talk.ask('ExplainHaroldJohnsIntent');
    await talk.ask('AMAZON.YesIntent');
    expect(turns.of('turn')).toMatchObject([
      { answerId: 'harold-johns', piece: 0 },
      { answerId: 'harold-johns', piece: 1 },
    ]);
  });
});

describe('the metrics in the line', () => {
  test.each<[string, unknown, Partial<SkillOptions>]>([
    ['an answer', intentRequest('ExplainPumpIntent'), {}],
    ['a miss', ask('purple monkey dishwasher'), {}],
    ['the end of a session', envelopeOf({ type: 'SessionEndedRequest' }), {}],
    ['a question of Alexa', envelopeOf({ type: 'CanFulfillIntentRequest' }), {}],
    ['a refused request', launchRequest(), { skillId: 'amzn1.ask.skill.other' }],
    ['nothing at all', undefined, {}],
    [
      'a failure',
      launchRequest(),
      {
        languageOf: () => {
          throw new Error('no catalogue');
        },
      },
    ],
  ])('follow the embedded metric format: %s', async (_, event, options) => {
    const turns = logTurns();
    await createTestSkill({ ...options, ...turns.options }).invoke(event);
    expect(turns.lines).toHaveLength(1);
    expect(turns.lines.flatMap(metricProblems)).toEqual([]);
  });

  test('are in the namespace: all as a whole, and the turns by outcome', async () => {
    const line = await lineOf(launchRequest());
    expect(line['_aws']).toMatchObject({
      CloudWatchMetrics: [
        { Namespace: 'ChemoGuide', Dimensions: [[]] },
        { Namespace: 'ChemoGuide', Dimensions: [['outcome']], Metrics: [{ Name: 'Turns' }] },
      ],
    });
  });

  test.each<[string, (line: Record<string, unknown>) => unknown]>([
    ['a metric that is no member', (line) => delete line['Misses']],
    ['a dimension that is null', (line) => (line['outcome'] = null)],
    ['a metric that is a text', (line) => (line['Turns'] = '1')],
    ['seconds for milliseconds', (line) => (line['_aws'] = { Timestamp: 1_795_000_000 })],
  ])('would be found wrong with %s', async (_, spoil) => {
    const line = { ...(await lineOf(launchRequest())) };
    spoil(line);
    expect(metricProblems(JSON.stringify(line))).not.toEqual([]);
  });
});

describe('the outcome', () => {
  test.each<[string, unknown, string]>([
    ['an emergency', ask('I have a fever'), 'urgent'],
    ['a personal decision', ask('should I have chemo'), 'advice'],
    ['what the guide does not cover', ask('will I lose my hair'), 'not-covered'],
    ['the end of a session', envelopeOf({ type: 'SessionEndedRequest' }), 'silent'],
    ['a question of Alexa', envelopeOf({ type: 'CanFulfillIntentRequest' }), 'can-fulfil'],
    ['an event that is no request', 7, 'refused'],
  ])('of %s', async (_, event, outcome) => {
    expect(await lineOf(event)).toMatchObject({ outcome });
  });

  test('is refused for another skill', async () => {
    expect(await lineOf(launchRequest(), { skillId: 'amzn1.ask.skill.other' })).toMatchObject({
      outcome: 'refused',
      request: 'LaunchRequest',
      intent: null,
      locale: null,
    });
  });

  const failing = {
    languageOf: (locale: string) => ({
      ...languageOf(locale),
      readUnderstanding: async () => () => {
        throw new TypeError('broken');
      },
    }),
  };

  test('is error where a handler failed and an apology was said', async () => {
    expect(await lineOf(ask('what is chemo'), failing)).toMatchObject({
      outcome: 'error',
      intent: 'AskQuestionIntent',
    });
  });

  test('is failed where nothing could be said', async () => {
    const lost = () => {
      throw new Error('no catalogue');
    };
    expect(await lineOf(launchRequest(), { languageOf: lost })).toMatchObject({
      outcome: 'failed',
      request: 'LaunchRequest',
    });
  });
});

describe('what a question was taken for', () => {
  test.each([
    ['what is chemo', 'term', 0],
    ['is chemo kind of a poison that kills cells', 'answer', 0],
    ['should I have chemo', 'safety', 0],
    ['purple monkey dishwasher', 'nothing', 1],
  ])('%s', async (words, understood, Misses) => {
    expect(await lineOf(ask(words))).toMatchObject({ understood, Misses });
  });

  test.each([
    ['ki-67', 'not-covered', 1],
    ['cytotoxic', 'clarify', 0],
  ])('only a word of the guide, %s', async (term, outcome, Misses) => {
    const near: Partial<SkillOptions> = {
      languageOf: (locale) => ({
        ...languageOf(locale),
        readUnderstanding: async () => () => ({ kind: 'near', term }),
      }),
    };
    const line = await lineOf(ask('what colour is it'), near);
    expect(line).toMatchObject({ understood: 'near', outcome, Misses });
  });

  test('every miss in a row counts, with the section that was talked about', async () => {
    const turns = logTurns();
    const talk = beginTalk(turns.options);
    await talk.ask('ExplainPumpIntent');
    for (let miss = 0; miss < 3; miss++) await talk.ask('AMAZON.FallbackIntent');
    await talk.ask('AMAZON.HelpIntent');
    const inPumps = { section: 'hai', answerId: null };
    const lines = turns.of('turn');
    expect(lines.map(({ Misses }) => Misses)).toEqual([0, 1, 1, 1, 0]);
    expect(lines.slice(1, 4)).toMatchObject([inPumps, inPumps, inPumps]);
  });
});

describe('where a session ended', () => {
  const pieceTwo = { ...newSession, at: { id: 'harold-johns', piece: 1 } };
  const about = 'pointers';

  test.each(['USER_INITIATED', 'EXCEEDED_MAX_REPROMPTS', 'ERROR'])(
    'is known when Alexa ended it: %s',
    async (reason) => {
      const surroundings = { isNew: false, attributes: { ...pieceTwo, about } };
      const line = await lineOf(envelopeOf({ type: 'SessionEndedRequest', reason }, surroundings));
      const place = { answerId: 'harold-johns', piece: 1, section: about };
      expect(line).toMatchObject({ ...place, sessionEnd: reason });
    },
  );

  test.each([
    ['goodbye', 'AMAZON.StopIntent', {}],
    ['urgent', 'AskQuestionIntent', { question: { words: 'I have a fever' } }],
  ])('is known when the guide ended it: %s', async (outcome, intent, slots) => {
    const turns = logTurns();
    const talk = beginTalk(turns.options);
    await talk.ask('ExplainHaroldJohnsIntent');
    await talk.ask('AMAZON.YesIntent');
    await talk.ask(intent, slots);
    const place = { answerId: 'harold-johns', piece: 1 };
    expect(turns.last()).toMatchObject({ outcome, ...place, sessionEnd: 'guide' });
  });

  test('is nowhere before anything was heard', async () => {
    expect(await lineOf(intentRequest('AMAZON.StopIntent'))).toMatchObject({
      sessionEnd: 'guide',
      answerId: null,
      piece: null,
      section: null,
    });
  });
});

describe('what the store did', () => {
  const stop = (options: Partial<SkillOptions>) =>
    lineOf(intentRequest('AMAZON.StopIntent'), options);

  test('is none where there is no store', async () => {
    expect(await stop({})).toMatchObject({ store: 'none', StoreFailures: 0 });
  });

  test('is none where it was not asked', async () => {
    const line = await lineOf(undefined, { memory: watchedMemory() });
    expect(line).toMatchObject({ store: 'none', StoreFailures: 0 });
  });

  test('is what it found at the start of a session', async () => {
    const memory = watchedMemory();
    expect(await lineOf(launchRequest(), { memory })).toMatchObject({ store: 'new' });
    await memory.put({ speed: 1 });
    expect(await lineOf(launchRequest(), { memory })).toMatchObject({ store: 'found' });
  });

  test('is what it saved at the end', async () => {
    expect(await stop({ memory: watchedMemory() })).toMatchObject({
      store: 'saved',
      StoreFailures: 0,
    });
  });

  test.each(['unavailable', 'corrupt', 'newer'] as const)(
    'is a failure where what it has is %s',
    async (state) => {
      const memory = watchedMemory({ load: () => Promise.resolve(unwritable(state)) });
      expect(await stop({ memory })).toMatchObject({ store: state, StoreFailures: 1 });
    },
  );

  test('is a failure where it rejects', async () => {
    const memory = watchedMemory({ load: () => Promise.reject(new Error('down')) });
    expect(await stop({ memory })).toMatchObject({ store: 'failed', StoreFailures: 1 });
  });

  test.each([
    [true, 'forgotten', 0],
    [false, 'unavailable', 1],
  ])('is told when a listener is to be forgotten: %j', async (isDone, store, StoreFailures) => {
    const turns = logTurns();
    const memory = watchedMemory({ forget: () => Promise.resolve(isDone) });
    const talk = beginTalk({ memory, ...turns.options });
    await talk.ask('ForgetMeIntent');
    await talk.ask('AMAZON.YesIntent');
    expect(turns.last()).toMatchObject({ store, StoreFailures });
  });
});

describe('a question that found no answer', () => {
  const recorded = async (words: string, recordUnanswered = true) => {
    const turns = logTurns(recordUnanswered);
    await createTestSkill(turns.options).invoke(ask(words));
    expect(turns.of('turn')).toHaveLength(1);
    return turns.of('unanswered');
  };

  test('is not written unless that is asked for', async () => {
    expect(await recorded('purple monkey dishwasher', false)).toEqual([]);
  });

  test('is written without its numbers', async () => {
    expect(await recorded('purple monkey 42 and forty two')).toEqual([
      {
        timestamp: expect.any(String),
        level: 'info',
        event: 'unanswered',
        locale: 'en-CA',
        question: 'purple monkey # and #',
      },
    ]);
  });

  test.each([
    ['an answer', 'what is chemo'],
    ['an emergency', 'I have a fever'],
    ['a personal decision', 'should I have chemo'],
    ['what is known not to be covered', 'will I lose my hair'],
  ])('is not one that was taken for %s', async (_, words) => {
    expect(await recorded(words)).toEqual([]);
  });

  test('has no words where Alexa sends none', async () => {
    const turns = logTurns(true);
    await createTestSkill(turns.options).invoke(intentRequest('AMAZON.FallbackIntent'));
    expect(turns.of('turn')).toMatchObject([{ Misses: 1 }]);
    expect(turns.of('unanswered')).toEqual([]);
  });
});

describe('nothing from outside is in any line', () => {
  const LEAK = 'leak"\\\n\u2028leak';
  const hostileSession = {
    ...newSession,
    at: { id: LEAK, piece: 1 },
    about: LEAK,
    term: LEAK,
    heard: [LEAK],
    question: LEAK,
    kept: [LEAK],
    offer: { to: 'answer', id: LEAK, piece: 0 },
  };
  const surroundings = { isNew: false, attributes: hostileSession };
  const slots = { question: { words: LEAK, ids: [LEAK] }, [LEAK]: { words: LEAK, ids: [LEAK] } };
  const bodies = (type: string): Readonly<Record<string, unknown>>[] => [
    { type },
    { type, locale: LEAK, requestId: LEAK, timestamp: LEAK },
    { type, reason: LEAK, error: { type: LEAK, message: LEAK } },
    { type, intent: intentBody(LEAK, slots) },
    { type, intent: intentBody('AskQuestionIntent', slots) },
    { type, intent: intentBody('DefineTermIntent', { term: { words: LEAK, ids: [LEAK] } }) },
    { type, intent: intentBody('constructor', slots) },
  ];
  const TYPES = [
    LEAK,
    '__proto__',
    'LaunchRequest',
    'IntentRequest',
    'SessionEndedRequest',
    'CanFulfillIntentRequest',
    'AlexaSkillEvent.SkillDisabled',
    'System.ExceptionEncountered',
  ];
  const fails = {
    languageOf: (locale: string) => ({
      ...languageOf(locale),
      readUnderstanding: async () => () => {
        throw new Error(LEAK);
      },
    }),
  };

  test.each<[string, Partial<SkillOptions>]>([
    ['a skill', {}],
    ['a skill that refuses them', { skillId: 'amzn1.ask.skill.other' }],
    ['a skill that fails', fails],
    ['a skill with a store', { memory: watchedMemory() }],
  ])('of %s', async (_, options) => {
    const turns = logTurns();
    const { invoke } = createTestSkill({ ...options, ...turns.options });
    let sent = 0;
    for (const type of TYPES) {
      for (const body of bodies(type)) {
        await invoke(envelopeOf(body, surroundings), { awsRequestId: LEAK });
        await invoke(envelopeOf(body, { without: 'session' }), { awsRequestId: LEAK });
        sent += 2;
      }
    }
    expect(turns.lines).toHaveLength(sent);
    expect(turns.lines.flatMap(metricProblems)).toEqual([]);
    const text = turns.lines.join('\n');
    expect(text).not.toContain('leak');
    for (const id of [USER_ID, SKILL_ID, 'session-1', 'device-1', 'request-1']) {
      expect(text).not.toContain(id);
    }
  });

  test('an intent or a locale that is not ours is unknown', async () => {
    const line = await lineOf(intentRequest('OrderPizzaIntent', {}, { locale: 'ja-JP' }));
    expect(line).toMatchObject({ intent: 'unknown', locale: 'unknown', request: 'IntentRequest' });
    expect(await lineOf(envelopeOf({ type: 'Something.New' }))).toMatchObject({
      request: 'unknown',
      intent: null,
    });
  });
});

describe.each(LOCALES)('every intent of $locale', ({ locale }) => {
  interface Model {
    readonly interactionModel: {
      readonly languageModel: { readonly intents: readonly { readonly name: string }[] };
    };
  }
  const file = new URL(`interactionModel/${locale}.json`, PROJECT);
  const model = JSON.parse(readFileSync(file, 'utf8')) as Model;
  const names = model.interactionModel.languageModel.intents.map(({ name }) => name);

  test('is logged by its name, with a valid line', async () => {
    const turns = logTurns();
    const { invoke } = createTestSkill(turns.options);
    const all = [...new Set([...names, ...Object.keys(INTENT_HANDLERS)])];
    for (const name of all) await invoke(intentRequest(name, {}, { locale }));
    expect(turns.lines.flatMap(metricProblems)).toEqual([]);
    expect(turns.of('turn').map(({ intent }) => intent)).toEqual(all);
    expect(new Set(turns.of('turn').map((line) => line['locale']))).toEqual(new Set([locale]));
  });
});
