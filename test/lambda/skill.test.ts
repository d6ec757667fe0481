import { describe, expect, test } from '@jest/globals';
import {
  envelopeOf,
  intentBody,
  intentRequest,
  launchRequest,
  SKILL_ID,
} from '../helpers/requests.ts';
import { canFulfilProblems, isSilence, spokenProblems } from '../helpers/responses.ts';
import { beginTalk, createTestSkill } from '../helpers/skill.ts';

describe('an event that is no request', () => {
  test.each([
    undefined,
    null,
    7,
    'LaunchRequest',
    true,
    [],
    [launchRequest()],
    {},
    { request: null },
    { request: 'LaunchRequest' },
    { request: [] },
    { request: {} },
    { request: { type: null } },
    { request: { type: 7 } },
  ])('gets silence and a log line: %j', async (event) => {
    const { invoke, logs } = createTestSkill();
    expect(isSilence(await invoke(event))).toBe(true);
    expect(logs).toMatchObject([{ level: 'warn', event: 'request-refused' }]);
  });
});

describe('a skill that knows its own id', () => {
  test.each([undefined, 'session', 'context'] as const)(
    'answers its own requests, also without a %s',
    async (without) => {
      const { invoke, logs } = createTestSkill({ skillId: SKILL_ID });
      const surroundings = without === undefined ? {} : { without };
      const { response } = await invoke(launchRequest(surroundings));
      expect(response.outputSpeech).toBeDefined();
      expect(logs).toEqual([]);
    },
  );

  test.each([
    ['another id', launchRequest({ skillId: 'amzn1.ask.skill.other' })],
    ['no id', launchRequest({ without: 'session and context' })],
    ['a skill event without its id', { request: { type: 'AlexaSkillEvent.SkillEnabled' } }],
  ])('is silent to %s, and logs it without the id', async (_, event) => {
    const { invoke, logs, replies } = createTestSkill({ skillId: SKILL_ID });
    expect(isSilence(await invoke(event))).toBe(true);
    expect(logs).toMatchObject([{ level: 'warn', reason: 'meant for another skill' }]);
    expect(JSON.stringify(logs)).not.toContain('amzn1');
    expect(replies).toEqual([]);
  });
});

describe('odd requests get a calm answer and an open microphone', () => {
  const launch = { type: 'LaunchRequest' };

  test.each([
    ['an intent of another skill', intentRequest('OrderPizzaIntent')],
    ['an intent named like an object’s workings', intentRequest('constructor')],
    ['an intent without a name', envelopeOf({ type: 'IntentRequest', intent: {} })],
    ['no intent', envelopeOf({ type: 'IntentRequest' })],
    ['an intent that is null', envelopeOf({ type: 'IntentRequest', intent: null })],
    [
      'slots that are null',
      envelopeOf({ type: 'IntentRequest', intent: { name: 'X', slots: null } }),
    ],
    ['no session', launchRequest({ without: 'session' })],
    ['neither session nor context', launchRequest({ without: 'session and context' })],
    ['a session that is null', { ...launchRequest(), session: null }],
    ['a context that is null', { ...launchRequest(), context: null }],
    ['attributes that are null', launchRequest({ attributes: null })],
    ['attributes that are a text', launchRequest({ attributes: 'x' })],
    ['no locale', launchRequest({ locale: null })],
    ['a locale that is null', envelopeOf({ ...launch, locale: null })],
    ['a locale of another language', launchRequest({ locale: 'ja-JP' })],
    ['a locale that is none', launchRequest({ locale: '__proto__' })],
    ['a task', envelopeOf({ ...launch, task: { name: 'AMAZON.PrintPDF', version: '1' } })],
    ['a type that is new', envelopeOf({ type: 'Something.New' })],
  ])('%s', async (_, event) => {
    const { invoke, logs } = createTestSkill();
    const answered = await invoke(event);
    expect(await spokenProblems(answered, 'en-CA')).toEqual([]);
    expect(answered.response.shouldEndSession).toBe(false);
    expect(logs).toEqual([]);
  });
});

describe('requests that Alexa allows no speech for', () => {
  test.each([
    'SessionEndedRequest',
    'System.ExceptionEncountered',
    'AlexaSkillEvent.SkillEnabled',
    'AlexaSkillEvent.SkillDisabled',
    'AlexaSkillEvent.SkillAccountLinked',
    'AlexaSkillEvent.SkillPermissionAccepted',
    'AlexaSkillEvent.SkillPermissionChanged',
    'AudioPlayer.PlaybackStarted',
    'PlaybackController.NextCommandIssued',
    'Messaging.MessageReceived',
  ])('%s gets silence, with and without a session', async (type) => {
    for (const without of ['session', 'context'] as const) {
      const { invoke, logs } = createTestSkill();
      expect(isSilence(await invoke(envelopeOf({ type }, { without })))).toBe(true);
      expect(logs).toEqual([]);
    }
  });
});

describe('whether an intent can be fulfilled', () => {
  const ask = (intent: string, slots = {}) => {
    const request = { type: 'CanFulfillIntentRequest', intent: intentBody(intent, slots) };
    const { session: _, ...envelope } = envelopeOf(request) as Record<string, unknown>;
    const application = { applicationId: SKILL_ID };
    // No user id, no session: Alexa only asks what the skill could do.
    return createTestSkill().invoke({ ...envelope, context: { System: { application } } });
  };
  const known = { words: 'catheter', ids: ['catheter'] };

  test.each([
    ['an answer', 'ExplainPumpIntent', {}, 'YES'],
    ['a known word', 'AskAboutTermIntent', { term: known }, 'YES'],
    ['a word’s meaning', 'DefineTermIntent', { term: known }, 'YES'],
    ['an unknown word', 'AskAboutTermIntent', { term: { words: 'pizza' } }, 'NO'],
    ['a word of another skill', 'DefineTermIntent', { term: { words: 'x', ids: ['y'] } }, 'NO'],
    ['no word', 'AskAboutTermIntent', {}, 'NO'],
    ['another skill’s intent', 'OrderPizzaIntent', {}, 'NO'],
    ['no intent', '', {}, 'NO'],
  ])('%s', async (_, intent, slots, verdict) => {
    const answered = await ask(intent, slots);
    expect(canFulfilProblems(answered)).toEqual([]);
    expect(answered.response.canFulfillIntent?.canFulfill).toBe(verdict);
  });
});

describe('a session', () => {
  test('goes from turn to turn', async () => {
    const talk = beginTalk();
    await talk.ask('ExplainPumpIntent');
    const { reply } = await talk.ask('AMAZON.YesIntent');
    expect(reply).toMatchObject({ outcome: 'answer', section: 'hai' });
  });

  test('is not asked for where there is none', async () => {
    const { invoke } = createTestSkill();
    const event = intentRequest('ExplainPumpIntent', {}, { without: 'session' });
    const { sessionAttributes, response } = await invoke(event);
    expect(sessionAttributes).toBeUndefined();
    expect(response.shouldEndSession).toBe(false);
  });
});
