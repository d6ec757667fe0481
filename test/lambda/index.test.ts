import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import type { DynamoMemoryOptions } from '../../lambda/memory/dynamo-memory.ts';
import { nothingLoaded } from '../../lambda/memory/memory.ts';
import { isSilence } from '../helpers/responses.ts';
import { intentRequest, launchRequest } from '../helpers/requests.ts';
import { metricProblems } from '../helpers/metrics.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const SKILL_ID = 'amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef';
const REQUEST_ID = '8f507cfc-aaaa-4697-b07a-ac58fc914c95';
const VARIABLES = ['SKILL_ID', 'TABLE_NAME', 'USER_KEY_SECRET', 'RECORD_UNANSWERED'];
const context = { awsRequestId: REQUEST_ID } as Context;

/** What was written to standard output. */
const lines: string[] = [];
const { errorFields, logTo, toIsoTime } = await import('../../lambda/log.ts');
jest.unstable_mockModule('../../lambda/log.ts', () => ({
  errorFields,
  logTo,
  toIsoTime,
  writeLine: (line: string) => lines.push(line),
}));

/** The entry point as Lambda loads it: once, with its environment. */
async function loadHandler(skillId: string | undefined) {
  jest.resetModules();
  if (skillId === undefined) delete process.env['SKILL_ID'];
  else process.env['SKILL_ID'] = skillId;
  const { handler } = await import('../../lambda/index.ts');
  return handler;
}

afterEach(() => {
  for (const name of [...VARIABLES, 'AWS_LAMBDA_FUNCTION_NAME']) delete process.env[name];
  lines.length = 0;
  jest.restoreAllMocks();
});

function linesOf(event: string): object[] {
  const parsed = lines.map((line) => JSON.parse(line) as { event: string });
  return parsed.filter((line) => line.event === event);
}

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
    const { response } = await handler(launchRequest({ skillId: SKILL_ID }), context);
    expect(response.outputSpeech).toBeDefined();
    expect(response.shouldEndSession).toBe(false);
  });

  test('is silent to a request that is meant for another skill, and logs it', async () => {
    const handler = await loadHandler(SKILL_ID);
    const answered = await handler(launchRequest({ skillId: 'amzn1.ask.skill.other' }), context);
    expect(isSilence(answered)).toBe(true);
    expect(linesOf('request-refused')).toMatchObject([{ level: 'warn' }]);
    expect(linesOf('turn')).toMatchObject([{ outcome: 'refused', requestId: REQUEST_ID }]);
  });

  test('does not start in Lambda where anyone’s skill could call it', async () => {
    process.env['AWS_LAMBDA_FUNCTION_NAME'] = 'chemo-guide';
    await expect(loadHandler(undefined)).rejects.toThrow('SKILL_ID is not set');
    expect(await loadHandler(SKILL_ID)).toHaveLength(2);
  });

  test('writes a line a turn, with the id of the invocation, and counts one cold start', async () => {
    const handler = await loadHandler(undefined);
    await handler(launchRequest(), context);
    await handler(intentRequest('ExplainPumpIntent'), context);
    expect(lines).toHaveLength(2);
    expect(linesOf('turn')).toMatchObject([
      { outcome: 'welcome', isColdStart: true, requestId: REQUEST_ID },
      { outcome: 'answer', isColdStart: false, requestId: REQUEST_ID },
    ]);
  });

  test.each([
    [undefined, []],
    ['false', []],
    ['true', [{ question: 'purple monkey dishwasher', locale: 'en-CA' }]],
  ])(
    'writes questions that found no answer where it is asked to: %j',
    async (value, unanswered) => {
      if (value !== undefined) process.env['RECORD_UNANSWERED'] = value;
      const handler = await loadHandler(undefined);
      const question = { words: 'purple monkey dishwasher' };
      await handler(intentRequest('AskQuestionIntent', { question }), context);
      expect(linesOf('turn')).toMatchObject([{ understood: 'nothing', Misses: 1 }]);
      expect(linesOf('unanswered')).toMatchObject(unanswered);
      expect(linesOf('unanswered')).toHaveLength(unanswered.length);
    },
  );
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
    const { sessionAttributes } = await (await loadHandler(undefined))(launchRequest(), context);
    expect(sessionAttributes).toMatchObject({ memory: null });
    expect(linesOf('turn')).toMatchObject([{ store: 'none', StoreFailures: 0 }]);
    expect(lines).toHaveLength(1);
  });
});

describe('a process of its own', () => {
  // Starting one takes a while on a busy machine.
  jest.setTimeout(60_000);

  const run = (variables: Readonly<Record<string, string>>) => {
    const { SKILL_ID: _, ...env } = process.env;
    const code = `const { handler } = await import('./lambda/index.ts');
      await handler(${JSON.stringify(launchRequest())}, {});`;
    return spawnSync('node_modules/.bin/tsx', ['--input-type=module', '--eval', code], {
      cwd: fileURLToPath(PROJECT),
      env: { ...env, ...variables },
      encoding: 'utf8',
    });
  };

  test('has the line of a turn, as it is, on its standard output', () => {
    const { stdout, stderr, status } = run({});
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\{"timestamp":[^\n]+\}\n$/);
    expect(metricProblems(stdout.trim())).toEqual([]);
  });

  test('ends before the first request where its environment is wrong', () => {
    const { stdout, stderr, status } = run({
      RECORD_UNANSWERED: 'perhaps',
      TABLE_NAME: 'listeners',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('2 environment variables are to be put right');
  });
});
