import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { isSilence } from '../helpers/responses.ts';
import { launchRequest, SKILL_ID } from '../helpers/requests.ts';

const context = {} as Context;

/** The entry point as Lambda loads it: once, with its environment. */
async function loadHandler(skillId: string | undefined) {
  jest.resetModules();
  if (skillId === undefined) delete process.env['SKILL_ID'];
  else process.env['SKILL_ID'] = skillId;
  const { handler } = await import('../../lambda/index.ts');
  return handler;
}

afterEach(() => {
  delete process.env['SKILL_ID'];
  jest.restoreAllMocks();
});

describe('the Lambda entry point', () => {
  test('takes an event and a context, and no callback', async () => {
    expect(await loadHandler(undefined)).toHaveLength(2);
  });

  test.each([
    ['its own skill id', SKILL_ID],
    ['no skill id', undefined],
    ['an empty skill id', ''],
  ])('answers with %s', async (_, skillId) => {
    const handler = await loadHandler(skillId);
    const { response } = await handler(launchRequest(), context);
    expect(response.outputSpeech).toBeDefined();
    expect(response.shouldEndSession).toBe(false);
  });

  test('is silent to a request that is meant for another skill, and logs it', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const handler = await loadHandler(SKILL_ID);
    const answered = await handler(launchRequest({ skillId: 'amzn1.ask.skill.other' }), context);
    expect(isSilence(answered)).toBe(true);
    expect(log.mock.calls).toHaveLength(1);
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({ level: 'warn' });
  });
});
