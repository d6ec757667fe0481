import { describe, expect, test } from '@jest/globals';
import { createProcessMemory } from '../../lambda/memory/memory.ts';
import { createSimulator } from '../../simulator/conversation.ts';
import { launchRequest } from '../helpers/requests.ts';
import { spokenProblems } from '../helpers/responses.ts';
import { LOCALES } from '../helpers/skill.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const simulator = createSimulator(PROJECT);

describe('a conversation', () => {
  test('remembers what was said before', async () => {
    const conversation = simulator.begin('en-CA');
    await conversation.say('what is the pump for');
    const { answerId, section } = await conversation.say('yes');
    expect(section).toBe('hai');
    expect(answerId).not.toBe('pump');
  });

  test('knows nothing of another one', async () => {
    await simulator.begin('en-CA').say('what is the pump for');
    const { outcome, answerId } = await simulator.begin('en-CA').say('yes');
    expect([outcome, answerId]).toEqual(['control', null]);
  });

  test('begins anew when its session has ended', async () => {
    const conversation = simulator.begin('en-CA');
    await conversation.say('what is the pump for');
    expect((await conversation.say('stop')).shouldEndSession).toBe(true);
    const { speech } = await conversation.say('repeat');
    const { speech: first } = await simulator.begin('en-CA').say('repeat');
    expect(speech).toBe(first);
  });
});

describe('with a memory', () => {
  const remembering = () => createSimulator(PROJECT, { memory: createProcessMemory() });

  test.each(['goodbye', 'an end without words'])('is remembered after %s', async (how) => {
    const { begin } = remembering();
    const conversation = begin('en-CA');
    await conversation.say('what is the pump for');
    if (how === 'goodbye') await conversation.say('stop');
    else await conversation.end();
    const { speech } = await begin('en-CA').say('open chemo guide');
    const { speech: first } = await remembering().begin('en-CA').say('open chemo guide');
    expect(speech).not.toBe(first);
    expect((await begin('en-CA').say('open chemo guide')).speech).not.toBe(first);
  });

  test('nothing is while the session is open, and nothing to end is no error', async () => {
    const { begin } = remembering();
    await begin('en-CA').say('what is the pump for');
    const other = begin('en-CA');
    await other.end();
    const { speech: first } = await simulator.begin('en-CA').say('open chemo guide');
    expect((await other.say('open chemo guide')).speech).toBe(first);
  });
});

describe('a turn', () => {
  test('is told in full', async () => {
    const turn = await simulator.begin('en-CA').say('What is Ki-67?');
    expect(turn).toMatchObject({
      utterance: 'What is Ki-67?',
      locale: 'en-CA',
      request: { type: 'IntentRequest', intent: 'AskAboutTermIntent' },
      outcome: 'answer',
      answerId: 'ki-67',
      section: 'ki67',
      card: { title: 'Ki-67' },
      visual: null,
      shouldEndSession: false,
    });
    expect(turn.ssml).toMatch(/^<speak>.*<\/speak>$/);
    expect(turn.speech).not.toMatch(/[<>]/);
    expect(turn.reprompt).not.toBeNull();
  });

  test('has no reprompt and no card where there are none', async () => {
    const turn = await simulator.begin('en-CA').say('stop');
    expect(turn).toMatchObject({ outcome: 'goodbye', reprompt: null, card: null, section: null });
  });

  test.each(LOCALES)('has the numbers and sounds of $locale', async ({ locale, catalogue }) => {
    const { speech, ssml } = await simulator.begin(locale).say('I am bleeding from chemo');
    const [number] = catalogue.texts.get(`locale/${locale}/emergency`) ?? [];
    expect(speech).toContain(number === undefined || 'place' in number ? null : number[0]);
    expect(ssml.includes('<phoneme')).toBe(catalogue.locales[locale]?.phonemes);
  });

  test('in a locale that is not known is told like one in the first', async () => {
    const { speech } = await simulator.begin('ja-JP').say('what is the pump for');
    expect(speech).toBe((await simulator.begin('en-CA').say('what is the pump for')).speech);
  });
});

test('a raw request gets the raw response', async () => {
  expect(await spokenProblems(await simulator.invoke(launchRequest()), 'en-CA')).toEqual([]);
});
