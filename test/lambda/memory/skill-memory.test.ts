import { describe, expect, test } from '@jest/globals';
import type { UserMemory } from '../../../lambda/memory/memory.ts';
import { defaultStored } from '../../../lambda/memory/stored.ts';
import {
  envelopeOf,
  intentBody,
  intentRequest,
  launchRequest,
  USER_ID,
} from '../../helpers/requests.ts';
import { isSilence, spokenProblems } from '../../helpers/responses.ts';
import { beginTalk, createTestSkill, languageOf } from '../../helpers/skill.ts';
import { unwritable, watchedMemory } from '../../helpers/watched-memory.ts';

const today = () => '2026-03-03';
const stop = 'AMAZON.StopIntent';

describe('what is stored is loaded', () => {
  test('once a session, on the first turn that is spoken', async () => {
    const memory = watchedMemory();
    const talk = beginTalk({ memory, today });
    await talk.launch();
    await talk.ask('ExplainPumpIntent');
    await talk.ask('AMAZON.HelpIntent');
    expect(memory.calls).toEqual(['load']);
  });

  test('for a request of a type that is new, as it is spoken too', async () => {
    const memory = watchedMemory();
    await createTestSkill({ memory }).invoke(envelopeOf({ type: 'Something.New' }));
    expect(memory.calls).toEqual(['load']);
  });

  test('and is in force from the first word', async () => {
    const memory = watchedMemory();
    const loaded = await memory.put({ speed: -1, detail: 'full', questions: ['goal'] });
    const { reply } = await beginTalk({ memory, today }).launch();
    expect(reply.session).toMatchObject({ speed: -1, detail: 'full', kept: ['goal'] });
    expect(reply.session.memory).toEqual(loaded);
  });

  test('but not a question that the guide no longer has', async () => {
    const memory = watchedMemory();
    await memory.put({ questions: ['goal', 'long-gone'] });
    const { reply } = await beginTalk({ memory, today }).launch();
    expect(reply.session.kept).toEqual(['goal']);
  });

  test('only once, even if the turn fails after it', async () => {
    const memory = watchedMemory();
    await memory.put({ speed: 2 });
    const fails = () => {
      throw new Error('cannot understand');
    };
    const talk = beginTalk({
      memory,
      languageOf: (locale) => ({
        ...languageOf(locale),
        readUnderstanding: () => Promise.resolve(fails),
      }),
    });
    const { reply } = await talk.ask('AskQuestionIntent', { question: { words: 'a lump' } });
    expect(reply).toMatchObject({ outcome: 'error', session: { speed: 2 } });
    await talk.ask('ExplainPumpIntent');
    expect(memory.calls).toEqual(['load']);
  });

  test.each([
    'SessionEndedRequest',
    'System.ExceptionEncountered',
    'AlexaSkillEvent.SkillEnabled',
    'AudioPlayer.PlaybackStarted',
  ])('but not for a silent request: %s', async (type) => {
    const memory = watchedMemory();
    expect(isSilence(await createTestSkill({ memory }).invoke(envelopeOf({ type })))).toBe(true);
    expect(memory.calls).toEqual([]);
  });

  test.each([
    [
      'the question what the skill could do',
      envelopeOf({ type: 'CanFulfillIntentRequest', intent: intentBody('ExplainPumpIntent') }),
    ],
    ['a request without a session', launchRequest({ without: 'session' })],
    ['a request without a user', withoutUser(launchRequest())],
  ])('nor for %s', async (_, event) => {
    const memory = watchedMemory();
    const { logs, invoke } = createTestSkill({ memory });
    expect(isSilence(await invoke(event))).toBe(false);
    expect(memory.calls).toEqual([]);
    expect(logs).toEqual([]);
  });
});

describe('a session is saved', () => {
  test('as soon as a preference has changed, and not again', async () => {
    const memory = watchedMemory();
    const talk = beginTalk({ memory, today });
    await talk.ask('SpeakSlowerIntent');
    expect(await memory.stored()).toMatchObject({ speed: -1, firstUsed: today() });
    await talk.ask('ExplainPumpIntent');
    expect(memory.calls).toEqual(['load', 'save']);
    await talk.ask('SpeakSlowerIntent');
    expect(memory.calls).toEqual(['load', 'save', 'save']);
    expect(await memory.stored()).toMatchObject({ speed: -2 });
  });

  test('at goodbye, with the place', async () => {
    const memory = watchedMemory();
    const talk = beginTalk({ memory, today });
    const { reply } = await talk.ask('ExplainPumpIntent');
    expect(memory.calls).toEqual(['load']);
    await talk.ask(stop);
    expect(memory.calls).toEqual(['load', 'save']);
    expect(await memory.stored()).toEqual({
      ...defaultStored,
      place: { ...reply.session.at, sentence: 0 },
      firstUsed: today(),
      lastUsed: today(),
    });
  });

  test('when Alexa ends it, in silence', async () => {
    const memory = watchedMemory();
    const talk = beginTalk({ memory, today });
    await talk.ask('ExplainPumpIntent');
    await talk.end();
    expect(memory.calls).toEqual(['load', 'save']);
    expect(await memory.stored()).toMatchObject({ place: { id: 'pump' } });
  });

  test('without losing the place of a session before, if nothing is heard in it', async () => {
    const memory = watchedMemory();
    const place = { id: 'pump', piece: 1, sentence: 0 };
    await memory.put({ place, firstUsed: '2026-01-01' });
    const talk = beginTalk({ memory, today });
    await talk.launch();
    await talk.ask(stop);
    expect(await memory.stored()).toMatchObject({ place, firstUsed: '2026-01-01' });
  });

  test('with the changes of another device, which stay', async () => {
    const memory = watchedMemory();
    const talk = beginTalk({ memory, today });
    await talk.launch();
    const other = beginTalk({ memory, today });
    await other.ask('GiveFullAnswersIntent');
    const { reply } = await talk.ask('SpeakSlowerIntent');
    expect(reply.session).toMatchObject({ speed: -1, detail: 'full' });
    await talk.ask(stop);
    expect(await memory.stored()).toMatchObject({ speed: -1, detail: 'full' });
  });
});

describe('the next session of a listener', () => {
  test('knows where the one before stopped', async () => {
    const memory = watchedMemory();
    const first = beginTalk({ memory, today });
    const { reply } = await first.ask('ExplainPumpIntent');
    await first.end();
    const second = beginTalk({ memory, today });
    const { reply: greeting } = await second.launch();
    expect(greeting.session.offer).toMatchObject({
      to: 'answer',
      id: reply.session.at?.id,
    });
  });

  test('is another one’s for another listener', async () => {
    const memory = watchedMemory();
    await memory.put({ speed: 2 });
    const event = JSON.stringify(launchRequest()).replaceAll(USER_ID, 'amzn1.ask.account.OTHER');
    const { invoke, replies } = createTestSkill({ memory });
    await invoke(JSON.parse(event));
    expect(replies).toMatchObject([{ session: { speed: 0 } }]);
  });
});

describe('what cannot be read is never written over, and the answer is spoken', () => {
  test.each(['corrupt', 'newer', 'unavailable'] as const)('%s', async (state) => {
    const memory = watchedMemory({ load: () => Promise.resolve(unwritable(state)) });
    const talk = beginTalk({ memory, today });
    expect((await talk.ask('ExplainPumpIntent')).reply.answerId).toBe('pump');
    const { reply } = await talk.ask('SpeakSlowerIntent');
    expect(reply.session.speed).toBe(-1);
    await talk.ask(stop);
    await talk.end();
    expect(memory.calls).toEqual(['load']);
  });
});

describe('a memory that misbehaves', () => {
  const rejects = () => Promise.reject(new Error(`no table for ${USER_ID}`));
  const throws = () => {
    throw new Error(`no table for ${USER_ID}`);
  };

  test.each<[string, Partial<UserMemory>]>([
    ['rejects to load', { load: rejects }],
    ['throws when loading', { load: throws }],
    ['loads nothing', { load: () => Promise.resolve(undefined as never) }],
    ['rejects to save', { save: rejects }],
    ['throws when saving', { save: throws }],
    ['gives nothing back of a save', { save: () => Promise.resolve(undefined as never) }],
  ])('costs no answer: it %s', async (_, replaced) => {
    const { invoke, logs, replies } = createTestSkill({ memory: watchedMemory(replaced), today });
    let attributes: unknown;
    for (const intent of ['ExplainPumpIntent', 'SpeakSlowerIntent', stop]) {
      const answered = await invoke(intentRequest(intent, {}, { attributes }));
      expect(await spokenProblems(answered, 'en-CA')).toEqual([]);
      attributes = answered.sessionAttributes;
    }
    expect(replies).toMatchObject([
      { answerId: 'pump' },
      { session: { speed: -1 } },
      { outcome: 'goodbye' },
    ]);
    expect(new Set(logs.map(({ event }) => event))).toEqual(new Set(['memory-failed']));
    expect(JSON.stringify(logs)).not.toContain(USER_ID);
  });

  test('is tried again with the next turn if a save failed', async () => {
    let failures = 1;
    const inner = watchedMemory();
    const memory: UserMemory = {
      ...inner,
      save: (userId, base, stored) => {
        failures -= 1;
        return failures === 0 ? rejects() : inner.save(userId, base, stored);
      },
    };
    const talk = beginTalk({ memory, today });
    await talk.ask('SpeakSlowerIntent');
    expect(await inner.stored()).toBeNull();
    await talk.ask('ExplainPumpIntent');
    expect(await inner.stored()).toMatchObject({ speed: -1 });
  });
});

describe('a listener who wants to be forgotten', () => {
  test('is asked, then forgotten, then told; the rest of the session is not stored', async () => {
    const memory = watchedMemory();
    await memory.put({ speed: -1, questions: ['goal'] });
    const talk = beginTalk({ memory, today });
    const { reply: question } = await talk.ask('ForgetMeIntent');
    expect(question.session.offer).toEqual({ to: 'forget' });
    expect(memory.calls).toEqual(['load']);

    const { reply, response } = await talk.ask('AMAZON.YesIntent');
    expect(JSON.stringify(reply.say)).toContain('prompt/forgotten/');
    expect(reply.session).toMatchObject({ speed: 0, kept: [], at: null });
    expect(response.shouldEndSession).toBe(false);
    expect(memory.calls).toEqual(['load', 'forget']);

    await talk.ask('ExplainPumpIntent');
    await talk.ask('SpeakSlowerIntent');
    await talk.ask(stop);
    await talk.end();
    expect(memory.calls).toEqual(['load', 'forget']);
    expect(await memory.stored()).toBeNull();
  });

  test('is new in the next session', async () => {
    const memory = watchedMemory();
    const talk = beginTalk({ memory, today });
    await talk.ask('SpeakSlowerIntent');
    await talk.ask('ForgetMeIntent');
    await talk.ask('AMAZON.YesIntent');
    const { reply } = await beginTalk({ memory, today }).launch();
    expect(reply.session).toMatchObject({ speed: 0, memory: { state: 'new' } });
  });

  test('and says no, is not', async () => {
    const memory = watchedMemory();
    await memory.put({ speed: -1 });
    const talk = beginTalk({ memory, today });
    await talk.ask('ForgetMeIntent');
    const { reply } = await talk.ask('AMAZON.NoIntent');
    expect(reply.session.speed).toBe(-1);
    expect(memory.calls).toEqual(['load']);
  });

  test.each<[string, UserMemory['forget']]>([
    ['fails', () => Promise.resolve(false)],
    ['throws', () => Promise.reject(new Error('no table'))],
  ])('is told when it %s, and keeps all', async (_, forget) => {
    const memory = watchedMemory({ forget });
    await memory.put({ speed: -1 });
    const talk = beginTalk({ memory, today });
    await talk.ask('ForgetMeIntent');
    const { reply } = await talk.ask('AMAZON.YesIntent');
    expect(JSON.stringify(reply.say)).toContain('prompt/forgetFailed/');
    expect(reply.session).toMatchObject({ speed: -1, memory: { state: 'found' } });
    expect(memory.calls).toEqual(['load', 'forget']);
  });
});

describe('a listener who disables the skill', () => {
  test.each([undefined, 'session'] as const)(
    'is forgotten, in silence (no %s)',
    async (without) => {
      const memory = watchedMemory();
      await memory.put({ speed: -1 });
      const { invoke } = createTestSkill({ memory });
      const event = envelopeOf(
        { type: 'AlexaSkillEvent.SkillDisabled' },
        without === undefined ? {} : { without },
      );
      expect(isSilence(await invoke(event))).toBe(true);
      expect(memory.calls).toEqual(['forget']);
      expect(await memory.stored()).toBeNull();
    },
  );

  test('gets silence also if that fails', async () => {
    const memory = watchedMemory({ forget: () => Promise.reject(new Error('no table')) });
    const { invoke } = createTestSkill({ memory });
    const event = envelopeOf({ type: 'AlexaSkillEvent.SkillDisabled' });
    expect(isSilence(await invoke(event))).toBe(true);
  });
});

test('without a memory all of it works for as long as the session', async () => {
  const talk = beginTalk();
  await talk.ask('SpeakSlowerIntent');
  expect((await talk.ask('ExplainPumpIntent')).reply.session).toMatchObject({
    speed: -1,
    memory: null,
  });
  await talk.ask('ForgetMeIntent');
  const { reply } = await talk.ask('AMAZON.YesIntent');
  expect(JSON.stringify(reply.say)).toContain('prompt/forgotten/');
  await talk.ask(stop);
  await talk.end();
  expect((await beginTalk().launch()).reply.session.speed).toBe(0);
});

function withoutUser(envelope: object): unknown {
  return JSON.parse(
    JSON.stringify(envelope, (key, value: unknown) => (key === 'user' ? undefined : value)),
  );
}
