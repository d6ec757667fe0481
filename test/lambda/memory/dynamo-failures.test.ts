import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LogLine } from '../../../lambda/log.ts';
import { createDynamoMemory } from '../../../lambda/memory/dynamo-memory.ts';
import {
  type Loaded,
  nothingLoaded,
  unavailable,
  type UserMemory,
} from '../../../lambda/memory/memory.ts';
import { defaultStored, type Stored } from '../../../lambda/memory/stored.ts';

/** What the store answers: a status and a body, a connection that is cut, or nothing at all. */
type Answer = readonly [status: number, body: object | string] | 'cut' | 'silence';

const slow: Stored = { ...defaultStored, speed: -1 };
const found: Loaded = { stored: defaultStored, state: 'found', version: 1 };

const failure = (status: number, name: string): Answer => [
  status,
  { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'amzn1.ask.account.AHXYZ' },
];
const done: Answer = [200, {}];
const throttled = failure(400, 'ProvisionedThroughputExceededException');
const broken = failure(500, 'InternalServerError');
const conditionFailed = failure(400, 'ConditionalCheckFailedException');
const slowItem = (version: number): Answer => [
  200,
  {
    Item: {
      version: { N: String(version) },
      stored: {
        M: {
          schema: { N: '1' },
          speed: { N: '-1' },
          detail: { S: 'short' },
          place: { NULL: true },
          questions: { L: [] },
          firstUsed: { NULL: true },
          lastUsed: { NULL: true },
        },
      },
    },
  },
];

let server: Server;
let client: DynamoDBClient;
/** Answers the calls one after the other; the last answer is repeated. */
let answers: readonly Answer[];
let calls: string[];
let lines: LogLine[];

beforeEach(async () => {
  answers = [done];
  calls = [];
  lines = [];
  server = createServer((request, response) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)] ?? done;
    calls.push(String(request.headers['x-amz-target']).replace(/^.*\./, ''));
    if (answer === 'silence') return;
    if (answer === 'cut') {
      request.destroy();
      return;
    }
    const [status, body] = answer;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'local',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await close();
});

async function close(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}

function memoryWith(options: { timeoutMs?: number; client?: DynamoDBClient } = {}): UserMemory {
  return createDynamoMemory({
    tableName: 'memory',
    hashKey: 'a secret of the tests',
    client,
    timeoutMs: 20_000,
    log: (line) => lines.push(line),
    ...options,
  });
}

describe('a store that fails once is asked once more', () => {
  test.each([
    ['throttled', throttled],
    ['broken', broken],
    ['not there', [503, 'Service Unavailable'] as const],
    ['talking nonsense', [200, '<html>'] as const],
    ['cutting the connection', 'cut' as const],
  ])('%s', async (_, answer) => {
    answers = [answer, slowItem(4)];
    const memory = memoryWith();
    expect(await memory.load('ann')).toEqual({ stored: slow, state: 'found', version: 4 });
    expect(calls).toEqual(['GetItem', 'GetItem']);

    calls = [];
    answers = [answer, done];
    expect(await memory.save('ann', found, slow)).toEqual({
      outcome: 'saved',
      loaded: { stored: slow, state: 'found', version: 2 },
    });
    expect(calls).toEqual(['PutItem', 'PutItem']);
  });

  test('silent at first', async () => {
    answers = ['silence', slowItem(4)];
    expect(await memoryWith({ timeoutMs: 2000 }).load('ann')).toMatchObject({ state: 'found' });
    expect(calls).toEqual(['GetItem', 'GetItem']);
  });

  test('a write that went through unheard is not done twice', async () => {
    answers = ['cut', conditionFailed, slowItem(2)];
    expect(await memoryWith().save('ann', found, slow)).toEqual({
      outcome: 'merged',
      loaded: { stored: slow, state: 'found', version: 2 },
    });
    expect(calls).toEqual(['PutItem', 'PutItem', 'GetItem']);
  });
});

describe('a store that keeps failing is given up', () => {
  test.each([
    ['throttled', throttled],
    ['broken', broken],
    ['without permission', failure(400, 'AccessDeniedException')],
    ['without the table', failure(400, 'ResourceNotFoundException')],
    ['refusing the item', failure(400, 'ValidationException')],
    ['talking nonsense', [200, '<html>'] as const],
    ['cutting the connection', 'cut' as const],
  ])('%s', async (_, answer) => {
    answers = [answer];
    const memory = memoryWith();
    expect(await memory.load('ann')).toEqual(unavailable);
    expect(calls).toEqual(['GetItem', 'GetItem']);
    expect(lines).toEqual([
      expect.objectContaining({ level: 'warn', event: 'memory-load', outcome: 'unavailable' }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('AHXYZ');
  });

  test.each([
    ['throttled', throttled],
    ['broken', broken],
    ['cutting the connection', 'cut' as const],
  ])('when saving and forgetting: %s', async (_, answer) => {
    answers = [answer];
    const memory = memoryWith();
    expect(await memory.save('ann', found, slow)).toEqual({
      outcome: 'unavailable',
      loaded: found,
    });
    expect(await memory.forget('ann')).toBe(false);
    expect(calls).toEqual(['PutItem', 'PutItem', 'DeleteItem', 'DeleteItem']);
    expect(lines.map(({ event, outcome }) => [event, outcome])).toEqual([
      ['memory-save', 'unavailable'],
      ['memory-forget', 'unavailable'],
    ]);
  });

  test('nothing listens', async () => {
    await close();
    const memory = memoryWith();
    expect(await memory.load('ann')).toEqual(unavailable);
    expect((await memory.save('ann', found, slow)).outcome).toBe('unavailable');
    expect(await memory.forget('ann')).toBe(false);
  });

  test('and what was unavailable is not written over in the same session', async () => {
    answers = [broken];
    const memory = memoryWith();
    const loaded = await memory.load('ann');
    calls = [];
    answers = [done];
    expect(await memory.save('ann', loaded, slow)).toEqual({ outcome: 'kept', loaded });
    expect(calls).toEqual([]);
  });

  test('silent: it is abandoned', async () => {
    answers = ['silence'];
    const memory = memoryWith({ timeoutMs: 200 });
    expect(await memory.load('ann')).toEqual(unavailable);
    expect(await memory.save('ann', found, slow)).toEqual({
      outcome: 'unavailable',
      loaded: found,
    });
    expect(await memory.forget('ann')).toBe(false);
    expect(lines).toHaveLength(3);
    for (const call of ['GetItem', 'PutItem', 'DeleteItem']) {
      expect(calls.filter((made) => made === call).length).toBeLessThanOrEqual(2);
    }
  });

  test('deaf to its signal: it is abandoned all the same', async () => {
    const deaf = new DynamoDBClient({
      region: 'local',
      maxAttempts: 1,
      // Such as credentials that are fetched from somewhere that does not answer.
      credentials: () => new Promise(() => undefined),
    });
    expect(await memoryWith({ client: deaf, timeoutMs: 100 }).load('ann')).toEqual(unavailable);
    expect(lines).toMatchObject([{ level: 'warn', outcome: 'unavailable' }]);
  });
});

describe('a conflict', () => {
  test('without an end is given up after three writes', async () => {
    const theirs = (version: number): readonly Answer[] => [conditionFailed, slowItem(version)];
    answers = [...theirs(2), ...theirs(3), ...theirs(4), ...theirs(5)];
    const mine: Stored = { ...defaultStored, detail: 'full' };
    expect(await memoryWith().save('ann', found, mine)).toEqual({
      outcome: 'conflict',
      loaded: found,
    });
    expect(calls.filter((call) => call === 'PutItem')).toHaveLength(3);
    expect(lines).toMatchObject([{ level: 'warn', event: 'memory-save', outcome: 'conflict' }]);
  });

  test('that cannot be looked into writes nothing more', async () => {
    answers = [conditionFailed, broken];
    expect((await memoryWith().save('ann', nothingLoaded, slow)).outcome).toBe('unavailable');
    expect(calls).toEqual(['PutItem', 'GetItem', 'GetItem']);
  });
});

describe('the client of its own', () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });

  test('takes its settings from the environment and has no retries of its own', async () => {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
    });
    answers = [broken];
    const memory = createDynamoMemory({
      tableName: 'memory',
      hashKey: 'a secret of the tests',
      timeoutMs: 20_000,
      log: (line) => lines.push(line),
    });
    expect(await memory.load('ann')).toEqual(unavailable);
    expect(calls).toEqual(['GetItem', 'GetItem']);
  });
});
