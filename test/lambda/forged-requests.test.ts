/**
 * Requests that once went wrong: a silence where speech was due, a response that Alexa refuses, or a
 * process that is busy for minutes. Each is the smallest that showed it.
 */
import { describe, expect, test } from '@jest/globals';
import { readStored } from '../../lambda/memory/stored.ts';
import { PROMPTS } from '../../lambda/prompts.ts';
import { readSession } from '../../lambda/read-session.ts';
import { newSession } from '../../lambda/session.ts';
import { readSlots } from '../../lambda/slots.ts';
import { envelopeOf, intentBody, intentRequest, launchRequest } from '../helpers/requests.ts';
import { canFulfilProblems, isSilence, spokenProblems } from '../helpers/responses.ts';
import { createTestSkill, LANGUAGES } from '../helpers/skill.ts';

const MEGABYTE = 'x'.repeat(1_000_000);

interface Answer {
  readonly response: {
    readonly outputSpeech?: { readonly ssml: string };
    readonly reprompt?: { readonly outputSpeech: { readonly ssml: string } };
    readonly canFulfillIntent?: { readonly slots: Readonly<Record<string, unknown>> };
  };
  readonly sessionAttributes?: unknown;
}

/** What comes back over the wire. Nothing that a client forges is worth an error in the log. */
async function answerTo(event: object): Promise<Answer> {
  const { invoke, logs } = createTestSkill();
  const answered = JSON.parse(JSON.stringify(await invoke(event))) as Answer;
  expect(logs).toEqual([]);
  return answered;
}

/** An answer that is heard, and that Alexa takes. */
async function heardOf(event: object): Promise<Answer> {
  const answered = await answerTo(event);
  expect(await spokenProblems(answered, 'en-CA')).toEqual([]);
  return answered;
}

function nested(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels));
}

function repeatOf(last: object): object {
  const attributes = { ...newSession, last };
  return intentRequest('AMAZON.RepeatIntent', {}, { isNew: false, attributes });
}

describe('a time that is none does not keep a launch from its welcome', () => {
  test.each<[string, unknown]>([
    ['an object with its own toString', { toString: 1 }],
    ['an object with its own valueOf', { valueOf: 1, toString: 1 }],
    ['a list that is 5,000 deep', nested(5000)],
    ['null', null],
    ['a text', 'soon'],
    ['a number that is none', Infinity],
  ])('%s', async (_, timestamp) => {
    const answered = await heardOf(envelopeOf({ type: 'LaunchRequest', timestamp }));
    expect(answered.sessionAttributes).toHaveProperty('spokenAtMs', null);
  });
});

describe('what stands in the place of a session and is none', () => {
  test.each([false, 0, '', null, true, 7, 'session', [[]]].map((session) => [session]))(
    '%j: a launch and an intent are answered',
    async (session) => {
      for (const event of [launchRequest(), intentRequest('ExplainPumpIntent')]) {
        const { response } = await heardOf({ ...event, session });
        expect(response.outputSpeech?.ssml).toContain('<speak>');
      }
    },
  );
});

test.each(['list', 'object'])(
  'attributes that are 5,000 deep are a new session: %s',
  async (kind) => {
    const deep = nested(5000);
    const attributes = kind === 'list' ? deep : { ...newSession, at: deep, last: { say: deep } };
    const { sessionAttributes } = await heardOf(launchRequest({ isNew: false, attributes }));
    expect(JSON.stringify(sessionAttributes).length).toBeLessThan(2000);
  },
);

test('the names of what fills a line are not kept at any length', () => {
  const fills = { [MEGABYTE]: 'section/hai', topic: 'section/hai' };
  const last = { say: [['prompt/backTo/0', fills]], ask: null, reprompt: null };
  expect(readSession({ ...newSession, last }).last?.say).toEqual([
    ['prompt/backTo/0', { topic: 'section/hai' }],
  ]);
});

test('a line that is repeated has nothing in it but what its prompt takes', async () => {
  const fills = { [MEGABYTE]: 'section/hai', topic: 'section/hai' };
  const ask = 'prompt/ask/0';
  const line = ['prompt/backTo/0', fills];
  const answered = await heardOf(repeatOf({ say: [line], ask, reprompt: 'prompt/askReprompt/0' }));
  expect(JSON.stringify(answered).length).toBeLessThan(5000);
});

describe('attributes of another make are not handed back where nothing is said', () => {
  const types = ['SessionEndedRequest', 'CanFulfillIntentRequest', 'System.ExceptionEncountered'];
  const strange: readonly unknown[] = [{ a: MEGABYTE }, 'a text', 5, [1], { version: 1, a: 'b' }];

  test.each(types)('%s', async (type) => {
    for (const attributes of strange) {
      const intent = intentBody('ExplainPumpIntent');
      const event = envelopeOf({ type, intent }, { isNew: false, attributes });
      const { sessionAttributes } = await answerTo(event);
      expect([undefined, newSession]).toContainEqual(sessionAttributes);
    }
  });

  test('a session that ends gets silence all the same', async () => {
    const event = envelopeOf({ type: 'SessionEndedRequest' }, { attributes: { a: MEGABYTE } });
    expect(isSilence(await answerTo(event))).toBe(true);
  });
});

describe('whether an intent can be fulfilled is told for the slots of the model only', () => {
  function canFulfil(names: readonly string[]): object {
    const slots = Object.fromEntries(names.map((name) => [name, { words: 'pump' }]));
    const intent = intentBody('DefineTermIntent', { ...slots, term: { words: 'catheter' } });
    return envelopeOf({ type: 'CanFulfillIntentRequest', intent });
  }

  test.each([
    ['a name of 1 MB', [MEGABYTE]],
    ['10,000 slots', Array.from({ length: 10_000 }, (_, index) => `slot${index}`)],
    ['names of an object’s workings', ['constructor', 'toString', 'valueOf']],
  ])('%s', async (_, names) => {
    const answered = await answerTo(canFulfil(names));
    expect(canFulfilProblems(answered)).toEqual([]);
    expect(Object.keys(answered.response.canFulfillIntent?.slots ?? {})).toEqual(['term']);
  });
});

test('one miss more than can be counted is counted as what can', async () => {
  const attributes = { ...newSession, misses: 999 };
  const slots = { question: { words: 'zzz qqq' } };
  const surroundings = { isNew: false, attributes };
  const { sessionAttributes } = await heardOf(
    intentRequest('AskQuestionIntent', slots, surroundings),
  );
  expect(sessionAttributes).toHaveProperty('misses', 999);
});

describe('an utterance that nobody says', () => {
  test.each([MEGABYTE, '\ufdfa'.repeat(300_000), '9'.repeat(1_000_000), 'жa'.repeat(500_000)])(
    'is cut before it is read: %#',
    async (value) => {
      const { question } = readSlots({ question: { name: 'question', value } });
      expect(question?.words).toBe(value.slice(0, 500));
      await heardOf(intentRequest('AskQuestionIntent', { question: { words: value } }));
    },
  );
});

describe.each(LANGUAGES)('what was said last, forged in $locale', ({ catalogue }) => {
  const keys = [...catalogue.texts.keys()];
  const longest = keys
    .filter((key) => key.endsWith('/letters'))
    .sort((one, other) => sizeOf(other) - sizeOf(one));
  const places = Object.entries<readonly string[]>(PROMPTS).sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const [id, names] = places[0] ?? ['', []];
  const line = [`prompt/${id}/0`, Object.fromEntries(names.map((name) => [name, longest[0]]))];

  function sizeOf(key: string): number {
    return JSON.stringify(catalogue.texts.get(key)).length;
  }

  test('is never spoken at a length that Alexa refuses', async () => {
    const last = { say: Array.from({ length: 6 }, () => line), ask: line, reprompt: line };
    const { response } = await heardOf(repeatOf(last));
    expect(response.outputSpeech?.ssml).toContain('spell-out');
    expect(response.reprompt?.outputSpeech.ssml.length).toBeLessThan(8000);
  });

  test('is forgotten where a place of its prompt is not filled', async () => {
    const ask = ['prompt/doctorQuestion/0', { number: 'number/1' }];
    const { response } = await heardOf(repeatOf({ say: [], ask, reprompt: ask }));
    expect(response.outputSpeech?.ssml).not.toContain('Question');
  });
});

describe('a stored value of a schema that never was', () => {
  test.each([-1e300, -(2 ** 31), -1, 0, 0.5, NaN, Infinity, '1', null])('%p', async (schema) => {
    expect(readStored({ schema })).toEqual({ kind: 'corrupt' });
    const memory = { state: 'found', version: 1, stored: { schema } };
    const attributes = { ...newSession, memory };
    const answered = await heardOf(launchRequest({ isNew: false, attributes }));
    expect(answered.sessionAttributes).toHaveProperty('memory', null);
  });
});

test('variants of what is no prompt are not handed back', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `${'v'.repeat(100)}${index}`);
  const variants = {
    ...Object.fromEntries(names.map((name) => [name, 1])),
    constructor: 1,
    ask: 0,
  };
  const attributes = { ...newSession, variants: { offer: 1, ...variants } };
  const { sessionAttributes } = await heardOf(launchRequest({ isNew: false, attributes }));
  const { variants: kept } = readSession(sessionAttributes);
  expect(kept).toHaveProperty('offer', 1);
  expect(Object.keys(kept).filter((name) => !Object.hasOwn(PROMPTS, name))).toEqual([]);
});
