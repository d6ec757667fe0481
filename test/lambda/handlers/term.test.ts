import { describe, expect, test } from '@jest/globals';
import type { FilledSlot } from '../../helpers/requests.ts';
import { beginTalk } from '../../helpers/skill.ts';

const catheter: FilledSlot = { words: 'catheter', ids: ['catheter'] };
const cytotoxic: FilledSlot = { words: 'site o toxic', ids: ['cytotoxic'] };
const twoDrugs: FilledSlot = { words: 'the drug', ids: ['streptozocin', 'fluorouracil'] };
const position = (id: string) => ({ position: { words: id, ids: [id] } });

describe('a word that is known', () => {
  test.each([
    ['AskAboutTermIntent', 'definition', null],
    ['DefineTermIntent', 'definition', null],
    ['SpellTermIntent', 'control', null],
  ])('%s tells about it', async (intent, outcome, answerId) => {
    const { reply } = await beginTalk().ask(intent, { term: catheter });
    expect(reply).toMatchObject({ outcome, answerId });
    expect(reply.session.term).toBe('catheter');
  });

  test('that has an answer of its own is answered', async () => {
    const lipiodol = { words: 'lipiodol', ids: ['lipiodol'] };
    const { reply } = await beginTalk().ask('AskAboutTermIntent', { term: lipiodol });
    expect(reply).toMatchObject({ outcome: 'answer', answerId: 'oily-mix' });
  });

  test('that has no answer of its own is defined', async () => {
    const { reply } = await beginTalk().ask('AskAboutTermIntent', { term: cytotoxic });
    expect(reply).toMatchObject({
      outcome: 'definition',
      say: ['term/cytotoxic/means', expect.anything()],
    });
  });

  test('in both slots is one word', async () => {
    const both = { words: 'zanosar', ids: ['zanosar'] };
    const { reply } = await beginTalk().ask('DefineTermIntent', { term: both, drug: both });
    expect(reply.outcome).toBe('definition');
  });
});

describe.each(['AskAboutTermIntent', 'DefineTermIntent', 'SpellTermIntent'])('%s', (intent) => {
  test('without a word asks for one', async () => {
    const { reply, response } = await beginTalk().ask(intent);
    expect(reply.outcome).toBe('clarify');
    expect(response.shouldEndSession).toBe(false);
  });

  test.each<[string, FilledSlot]>([
    ['that nothing matches', { words: 'zibbledeewomp' }],
    ['that matches another skill’s value', { words: 'zibbledeewomp', ids: ['pizza'] }],
    ['that matches an object’s workings', { words: 'zibbledeewomp', ids: ['constructor'] }],
  ])('with a word %s says that the guide has no such word', async (_, term) => {
    const { reply } = await beginTalk().ask(intent, { term });
    expect(reply).toMatchObject({ outcome: 'not-covered', ask: { line: 'prompt/unknownWord/0' } });
  });

  test('with a word of two meanings asks which, and never guesses', async () => {
    const { reply } = await beginTalk().ask(intent, { drug: twoDrugs });
    expect(reply).toMatchObject({
      outcome: 'clarify',
      session: { offer: { to: 'choice', options: ['term/streptozocin', 'term/fluorouracil'] } },
    });
  });

  test('with two words asks which', async () => {
    const { reply } = await beginTalk().ask(intent, { term: catheter, drug: cytotoxic });
    expect(reply.outcome).toBe('clarify');
  });
});

describe('the choice between two meanings', () => {
  test.each([
    ['1', 'streptozocin'],
    ['2', 'fluorouracil'],
    ['last', 'fluorouracil'],
  ])('number %s is %s', async (id, answerId) => {
    const talk = beginTalk();
    await talk.ask('AskAboutTermIntent', { drug: twoDrugs });
    expect((await talk.ask('ChooseOptionIntent', position(id))).reply.answerId).toBe(answerId);
  });

  test.each<[string, string, Readonly<Record<string, FilledSlot>>]>([
    ['a number too high', 'ChooseOptionIntent', position('3')],
    ['no number', 'ChooseOptionIntent', {}],
    ['a yes', 'AMAZON.YesIntent', {}],
  ])('%s asks again, in other words', async (_, intent, slots) => {
    const talk = beginTalk();
    const before = await talk.ask('AskAboutTermIntent', { drug: twoDrugs });
    const { reply } = await talk.ask(intent, slots);
    expect(reply.outcome).toBe('clarify');
    expect(reply.ask?.line).not.toEqual(before.reply.ask?.line);
  });

  test('a no leads out of it', async () => {
    const talk = beginTalk();
    await talk.ask('AskAboutTermIntent', { drug: twoDrugs });
    const { reply } = await talk.ask('AMAZON.NoIntent');
    expect(reply).toMatchObject({ outcome: 'control', session: { offer: null } });
  });
});

describe('"spell that"', () => {
  test('spells the word that was explained', async () => {
    const talk = beginTalk();
    await talk.ask('DefineTermIntent', { term: catheter });
    const { reply } = await talk.ask('SpellTermIntent');
    expect(reply.session.term).toBe('catheter');
    expect(reply.outcome).toBe('control');
  });

  test('spells another word where one was said', async () => {
    const talk = beginTalk();
    await talk.ask('DefineTermIntent', { term: catheter });
    const { reply } = await talk.ask('SpellTermIntent', { term: cytotoxic });
    expect(reply.session.term).toBe('cytotoxic');
  });
});

describe('after a word in the middle of an answer', () => {
  test.each(['DefineTermIntent', 'SpellTermIntent'])('%s leads back to it', async (intent) => {
    const talk = beginTalk();
    const before = await talk.ask('ExplainPumpIntent');
    const { reply } = await talk.ask(intent, { term: cytotoxic });
    expect(reply.say).toContainEqual(['prompt/backTo/0', { topic: 'section/hai' }]);
    expect(reply.session.offer).toEqual(before.reply.session.offer);
    expect(reply.session.at).toEqual(before.reply.session.at);
  });
});
