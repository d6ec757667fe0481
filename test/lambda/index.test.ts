import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import type { DynamoMemoryOptions } from '../../lambda/memory/dynamo-memory.ts';
import { nothingLoaded } from '../../lambda/memory/memory.ts';
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
  for (const name of ['SKILL_ID', 'TABLE_NAME', 'USER_KEY_SECRET']) delete process.env[name];
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

describe('the table of the environment', () => {
  const secret = 'a secret of enough characters';

  test.each([undefined, '', 'too short'])('needs a secret: %j', async (unfit) => {
    process.env['TABLE_NAME'] = 'listeners';
    if (unfit !== undefined) process.env['USER_KEY_SECRET'] = unfit;
    await expect(loadHandler(undefined)).rejects.toThrow('USER_KEY_SECRET');
  });

  test('is read when a listener first needs it', async () => {
    const load = jest.fn(() => Promise.resolve(nothingLoaded));
    const createDynamoMemory = jest.fn<(options: DynamoMemoryOptions) => object>();
    createDynamoMemory.mockReturnValue({ load });
    jest.unstable_mockModule('../../lambda/memory/dynamo-memory.ts', () => ({
      createDynamoMemory,
    }));
    process.env['TABLE_NAME'] = 'listeners';
    process.env['USER_KEY_SECRET'] = secret;
    const handler = await loadHandler(undefined);
    await handler(launchRequest({ without: 'session' }), context);
    expect(createDynamoMemory).not.toHaveBeenCalled();
    await handler(launchRequest(), context);
    await handler(launchRequest(), context);
    expect(createDynamoMemory).toHaveBeenCalledTimes(1);
    expect(createDynamoMemory).toHaveBeenCalledWith(
      expect.objectContaining({ tableName: 'listeners', hashKey: secret }),
    );
    expect(load).toHaveBeenCalledTimes(2);
  });

  test.each([undefined, ''])('is not asked for where there is none: %j', async (tableName) => {
    jest.unstable_mockModule('../../lambda/memory/dynamo-memory.ts', () => {
      throw new Error('The AWS SDK was loaded.');
    });
    if (tableName !== undefined) process.env['TABLE_NAME'] = tableName;
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { sessionAttributes } = await (await loadHandler(undefined))(launchRequest(), context);
    expect(sessionAttributes).toMatchObject({ memory: null });
    expect(error).not.toHaveBeenCalled();
  });
});
