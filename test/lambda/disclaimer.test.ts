import { describe, expect, test } from '@jest/globals';
import type { FilledSlot } from '../helpers/requests.ts';
import { beginTalk, type Heard } from '../helpers/skill.ts';

/** What is asked in a turn: an intent, with its slots. */
type Asked = readonly [intent: string, slots?: Readonly<Record<string, FilledSlot>>];

const launch: Asked = ['launch'];
const answer: Asked = ['ExplainPumpIntent'];
const yes: Asked = ['AMAZON.YesIntent'];
const again: Asked = ['AMAZON.RepeatIntent'];
const advice: Asked = ['AdviseTreatmentDecisionIntent'];
const notCovered: Asked = ['DeclineCostsIntent'];
const definition: Asked = ['DefineTermIntent', { term: { words: 'catheter', ids: ['catheter'] } }];
const miss: Asked = ['AMAZON.FallbackIntent'];
const topics: Asked = ['ListTopicsIntent'];
const first: Asked = ['ChooseOptionIntent', { position: { words: 'first', ids: ['1'] } }];

/** The lines that say that this is no medical advice. */
const DISCLAIMER = /^prompt\/(?:disclaimer|welcome|welcomeBack)\//;

async function countDisclaimers(turns: readonly Asked[]): Promise<number> {
  const talk = beginTalk();
  const heard: Heard[] = [];
  for (const [intent, slots] of turns) {
    heard.push(await (intent === 'launch' ? talk.launch() : talk.ask(intent, slots)));
  }
  const lines = heard.flatMap(({ reply: { say, ask } }) => [...say, ...(ask ? [ask.line] : [])]);
  return lines.filter((line) => DISCLAIMER.test(typeof line === 'string' ? line : line[0])).length;
}

describe('that this is no medical advice is heard once in a session', () => {
  test.each<[string, readonly Asked[]]>([
    ['in the welcome', [launch]],
    ['in the welcome, and in no answer after it', [launch, answer, yes, definition, advice]],
    ['in the first answer', [answer]],
    ['in the first answer, and in none after it', [answer, yes, yes, definition, notCovered]],
    ['in the first definition', [definition, definition, answer]],
    ['in the first reply to a personal question', [advice, answer]],
    ['in the first reply to what is not covered', [notCovered, answer]],
    ['in an answer after a miss', [miss, answer, yes]],
    ['in an answer after the topics', [topics, first, yes]],
    ['not again in a repeat', [answer, again, again]],
    ['in an answer after help', [['AMAZON.HelpIntent'], answer, yes]],
    ['in an answer after going home', [['AMAZON.NavigateHomeIntent'], answer, yes]],
    ['in an answer after an intent that is not ours', [['OrderPizzaIntent'], answer, yes]],
  ])('%s', async (_, turns) => {
    expect(await countDisclaimers(turns)).toBe(1);
  });

  test.each<[string, readonly Asked[]]>([
    ['a miss', [miss]],
    ['help', [['AMAZON.HelpIntent']]],
    ['the topics', [topics]],
    ['goodbye', [['AMAZON.StopIntent']]],
    ['an emergency, which must be short', [['ReportFeverIntent']]],
  ])('not with %s', async (_, turns) => {
    expect(await countDisclaimers(turns)).toBe(0);
  });
});

test('the disclaimer comes after the answer, before the question', async () => {
  const { reply } = await beginTalk().ask('ExplainPumpIntent');
  expect(reply.say).toEqual(['answer/pump/0', 'prompt/disclaimer/0']);
  expect(reply.ask).not.toBeNull();
});
