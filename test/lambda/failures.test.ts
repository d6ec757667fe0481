import { describe, expect, test } from '@jest/globals';
import type { Language, SkillOptions } from '../../lambda/skill.ts';
import { envelopeOf, intentRequest, launchRequest, USER_ID } from '../helpers/requests.ts';
import { isSilence, spokenProblems } from '../helpers/responses.ts';
import { beginTalk, createTestSkill, languageOf } from '../helpers/skill.ts';

const UTTERANCE = 'my neighbour has a purple lump';
const question = { question: { words: UTTERANCE } };

/** The real skill, but what it needs for free questions fails. */
function failing(fail: () => never): Pick<SkillOptions, 'languageOf'> {
  return {
    languageOf: (locale): Language => ({
      ...languageOf(locale),
      readUnderstanding: () => Promise.resolve(fail),
    }),
  };
}

const throwsAnError = failing(() => {
  throw new TypeError(`cannot understand "${UTTERANCE}" of ${USER_ID}`);
});

describe.each([
  ['an error', throwsAnError],
  [
    'a text',
    failing(() => {
      // ssml-builder throws texts.
      // oxlint-disable-next-line no-throw-literal
      throw `cannot understand "${UTTERANCE}"`;
    }),
  ],
])('a handler that throws %s', (_, options) => {
  const event = intentRequest('AskQuestionIntent', question);

  test('is answered with one calm sentence and an open microphone', async () => {
    const { invoke, replies } = createTestSkill(options);
    const answered = await invoke(event);
    expect(await spokenProblems(answered, 'en-CA')).toEqual([]);
    expect(answered.response.shouldEndSession).toBe(false);
    expect(answered.response.card).toBeUndefined();
    expect(replies).toMatchObject([{ outcome: 'error', say: [], card: null }]);
  });

  test('is logged once, without what was said or who said it', async () => {
    const { invoke, logs } = createTestSkill(options);
    await invoke(event);
    expect(logs).toMatchObject([{ level: 'error', event: 'turn-failed' }]);
    expect(JSON.stringify(logs)).not.toContain('purple');
    expect(JSON.stringify(logs)).not.toContain(USER_ID);
  });
});

test('after an error the conversation goes on where it was', async () => {
  const talk = beginTalk(throwsAnError);
  await talk.ask('ExplainPumpIntent');
  await talk.ask('AskQuestionIntent', question);
  const { reply } = await talk.ask('DefineTermIntent', {
    term: { words: 'catheter', ids: ['catheter'] },
  });
  expect(reply.say).toContainEqual(['prompt/backTo/0', { topic: 'section/hai' }]);
});

test('the same apology is not heard twice in a row', async () => {
  const talk = beginTalk(throwsAnError);
  const first = await talk.ask('AskQuestionIntent', question);
  const second = await talk.ask('AskQuestionIntent', question);
  expect(second.reply.ask?.line).not.toEqual(first.reply.ask?.line);
});

describe('where nothing can be said at all', () => {
  const lost: Pick<SkillOptions, 'languageOf'> = {
    languageOf: () => {
      throw new Error('no catalogue');
    },
  };

  test.each([
    ['a launch', launchRequest()],
    ['a question', intentRequest('AskQuestionIntent', question)],
    ['the end of a session', envelopeOf({ type: 'SessionEndedRequest' })],
  ])('%s gets silence and a log line, and nothing is thrown', async (_, event) => {
    const { invoke, logs } = createTestSkill(lost);
    expect(isSilence(await invoke(event))).toBe(true);
    expect(logs).toContainEqual(expect.objectContaining({ event: 'request-failed' }));
  });
});
