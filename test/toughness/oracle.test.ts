import { describe, expect, test } from '@jest/globals';
import { newSession } from '../../lambda/session.ts';
import { intentRequest, launchRequest } from '../helpers/requests.ts';
import { dueOf, judge, type Outcome } from './oracle.ts';

const SAID = '<speak>What would you like to know?</speak>';
const TURN = '{"level":"info","event":"turn"}';
const heard = intentRequest('AskQuestionIntent', { question: { words: 'a purple elephant' } });

function speech(ssml: string): object {
  return { type: 'SSML', ssml };
}

const response = {
  outputSpeech: speech(SAID),
  reprompt: { outputSpeech: speech(SAID) },
  shouldEndSession: false,
};
const good: Outcome = {
  event: heard,
  isForged: false,
  answered: { version: '1.0', response, sessionAttributes: newSession },
  logs: [],
  turnLines: [TURN],
};

/** The problems of a good turn of which these parts of the response are others. */
function problemsWith(parts: object, rest: object = {}): Promise<string[]> {
  const answered = { version: '1.0', response: { ...response, ...parts }, ...rest };
  return judge({ ...good, answered });
}

test('a good turn has no problems', async () => {
  expect(await judge(good)).toEqual([]);
});

describe('it is seen', () => {
  test.each([
    ['that speech is no XML', { outputSpeech: speech('<speak>What<s>?</speak>') }, 'not XML'],
    ['that a tag is not allowed', { outputSpeech: speech('<speak><b>What</b></speak>') }, 'SSML'],
    [
      'that speech is too long',
      { outputSpeech: speech(`<speak>${'what '.repeat(1600)}</speak>`) },
      'long',
    ],
    ['that a word is not ours', { outputSpeech: speech('<speak>elephant</speak>') }, 'elephant'],
    ['that nothing is said', { outputSpeech: speech('<speak></speak>') }, 'empty'],
    ['that a question closes', { shouldEndSession: true, reprompt: undefined }, 'is closed'],
    ['that the microphone was not set', { shouldEndSession: undefined }, 'shouldEndSession'],
    ['that words of the request are said', { card: card('a purple elephant') }, 'of the request'],
    ['that a card is too long', { card: card('what '.repeat(1600)) }, 'too long'],
    ['that the response is too large', { directives: ['x'.repeat(123_000)] }, '120 KB'],
  ])('%s', async (_, parts, problem) => {
    expect((await problemsWith(parts)).join('\n')).toContain(problem);
  });

  test.each([
    ['that the session is not read back', { ...newSession, misses: 1000 }, 'not read back'],
    ['that it is no map', [], 'no map'],
    ['that it is too large', { ...newSession, x: 'x'.repeat(25_000) }, 'bytes'],
    ['that it holds what was said', { ...newSession, term: 'a purple elephant' }, 'of the request'],
  ])('%s', async (_, sessionAttributes, problem) => {
    expect((await problemsWith({}, { sessionAttributes })).join('\n')).toContain(problem);
  });

  test.each<[string, Partial<Outcome>, string]>([
    [
      'that an error was logged',
      { logs: [{ level: 'error', event: 'turn-failed' }] },
      'turn-failed',
    ],
    ['that the turn was not logged', { turnLines: [] }, 'turn lines'],
    [
      'that words were logged',
      { turnLines: ['{"event":"turn","is":"a purple elephant"}'] },
      'of the request',
    ],
    ['that a refusal has an answer', { event: {} }, 'no silence'],
    [
      'that a silent request is answered',
      { event: { request: { type: 'System.X' } } },
      'no silence',
    ],
    [
      'that a verdict is missing',
      { event: { request: { type: 'CanFulfillIntentRequest' } } },
      'verdict',
    ],
    ['that a launch is met with silence', silentLaunch(), 'no SSML'],
  ])('%s', async (_, parts, problem) => {
    expect((await judge({ ...good, ...parts })).join('\n')).toContain(problem);
  });
});

describe('what a request is due', () => {
  test.each<[unknown, string]>([
    [null, 'refusal'],
    ['text', 'refusal'],
    [[], 'refusal'],
    [{ request: null }, 'refusal'],
    [{ request: { type: 7 } }, 'refusal'],
    [JSON.parse('{"__proto__": {"request": {"type": "LaunchRequest"}}}'), 'refusal'],
    [{ request: { type: 'SessionEndedRequest' } }, 'silence'],
    [{ request: { type: 'SessionEndedRequest.Later' } }, 'speech'],
    [{ request: { type: 'Alexa.Presentation.APL.UserEvent' } }, 'silence'],
    [{ request: { type: 'AlexaX' } }, 'speech'],
    [{ request: { type: 'CanFulfillIntentRequest' } }, 'verdict'],
    [{ request: { type: '' } }, 'speech'],
  ])('%j: %s', (event, due) => {
    expect(dueOf(event)).toBe(due);
  });
});

function card(content: string): object {
  return { type: 'Simple', title: 'What', content };
}

function silentLaunch(): Partial<Outcome> {
  return { event: launchRequest(), answered: { version: '1.0', response: {} } };
}
