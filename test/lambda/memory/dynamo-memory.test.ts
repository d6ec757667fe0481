import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LogLine } from '../../../lambda/log.ts';
import { createDynamoMemory } from '../../../lambda/memory/dynamo-memory.ts';
import { nothingLoaded, type UserMemory } from '../../../lambda/memory/memory.ts';
import { defaultStored, type Stored } from '../../../lambda/memory/stored.ts';

// It has no types.
const dynalite = createRequire(import.meta.url)('dynalite') as (options: {
  readonly createTableMs: number;
}) => Server;

const hashKey = 'a secret of the tests';
const now = new Date('2026-11-23T12:00:00Z');
const DAY_SECONDS = 24 * 60 * 60;
const full: Stored = {
  schema: 1,
  speed: -1,
  detail: 'full',
  place: { id: 'ki-67', piece: 1, sentence: 2 },
  questions: ['why-chemo', 'goal'],
  firstUsed: '2026-11-02',
  lastUsed: '2026-11-23',
};

const server = dynalite({ createTableMs: 0 });
let client: DynamoDBClient;
let table: DynamoDBDocumentClient;
let tables = 0;
let tableName: string;
let lines: LogLine[];
let memory: UserMemory;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'local',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  });
  table = DynamoDBDocumentClient.from(client);
});

afterAll(async () => {
  client.destroy();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

beforeEach(async () => {
  tables += 1;
  tableName = `memory-${tables}`;
  lines = [];
  memory = memoryAt(now);
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
});

function memoryAt(date: Date, secret = hashKey): UserMemory {
  return createDynamoMemory({
    tableName,
    hashKey: secret,
    client,
    // Longer than the default: what is tested here is not the time.
    timeoutMs: 20_000,
    now: () => date,
    log: (line) => lines.push(line),
  });
}

/** Everything that is in the table. */
async function items(): Promise<readonly Record<string, unknown>[]> {
  const { Items } = await table.send(new ScanCommand({ TableName: tableName }));
  return Items ?? [];
}

/** Replaces parts of ann's item, in a way that no memory would write. */
async function tamper(parts: Record<string, unknown>): Promise<void> {
  await memory.save('ann', nothingLoaded, full);
  const [item] = await items();
  await table.send(new PutCommand({ TableName: tableName, Item: { ...item, ...parts } }));
}

describe('what is stored', () => {
  test('comes back, for this listener only', async () => {
    expect(await memory.load('ann')).toEqual(nothingLoaded);
    const { outcome, loaded } = await memory.save('ann', nothingLoaded, full);
    expect(outcome).toBe('saved');
    expect(await memory.load('ann')).toEqual(loaded);
    expect(loaded).toMatchObject({ state: 'found', stored: full });
    expect(await memory.load('bob')).toEqual(nothingLoaded);
  });

  test('is one item a listener, however often it is written', async () => {
    const first = await memory.save('ann', nothingLoaded, full);
    const second = await memory.save('ann', first.loaded, { ...full, speed: 2, place: null });
    expect(second.outcome).toBe('saved');
    expect(await items()).toEqual([
      expect.objectContaining({ stored: { ...full, speed: 2, place: null } }),
    ]);
  });

  test('is under a keyed hash; the user id is nowhere in the table or in the log', async () => {
    const userId = 'amzn1.ask.account.AHXYZ';
    await memory.load(userId);
    await memory.save(userId, nothingLoaded, full);
    const [item] = await items();
    expect(item?.['id']).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(item)).not.toContain('AHXYZ');
    expect(Object.keys(item ?? {}).sort()).toEqual(['expiresAt', 'id', 'stored', 'version']);
    expect(await memoryAt(now, 'another secret of the tests').load(userId)).toEqual(nothingLoaded);
    const logged = JSON.stringify(lines);
    for (const secret of ['AHXYZ', String(item?.['id']), hashKey, 'ki-67', 'why-chemo']) {
      expect(logged).not.toContain(secret);
    }
  });

  test('expires 180 days after the last write, and is then as if it were not there', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, full);
    const expiresAt = now.getTime() / 1000 + 180 * DAY_SECONDS;
    expect(await items()).toEqual([expect.objectContaining({ expiresAt })]);
    const lastDay = new Date((expiresAt - 1) * 1000);
    expect((await memoryAt(lastDay).load('ann')).state).toBe('found');

    const late = memoryAt(new Date(expiresAt * 1000));
    const expired = await late.load('ann');
    expect(expired).toEqual({ ...nothingLoaded, version: loaded.version });
    const anew = await late.save('ann', expired, { ...defaultStored, speed: 1 });
    expect(anew.outcome).toBe('saved');
    expect(await items()).toEqual([
      expect.objectContaining({
        stored: { ...defaultStored, speed: 1 },
        expiresAt: expiresAt + 180 * DAY_SECONDS,
      }),
    ]);
  });

  test('is not written when nothing has changed', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, full);
    const before = await items();
    lines = [];
    const later = memoryAt(new Date('2026-12-24T12:00:00Z'));
    expect(await later.save('ann', loaded, { ...full })).toEqual({ outcome: 'unchanged', loaded });
    expect(await later.save('bob', nothingLoaded, defaultStored)).toMatchObject({
      outcome: 'unchanged',
    });
    expect(await items()).toEqual(before);
    expect(lines).toEqual([]);
  });

  test('is logged by its outcome and time only', async () => {
    await memory.load('ann');
    await memory.save('ann', nothingLoaded, full);
    await memory.forget('ann');
    const line = { level: 'info', durationMs: 0 };
    expect(lines).toEqual([
      { ...line, event: 'memory-load', outcome: 'new' },
      { ...line, event: 'memory-save', outcome: 'saved' },
      { ...line, event: 'memory-forget', outcome: 'forgotten' },
    ]);
  });
});

describe('two devices at once', () => {
  test('lose nothing: the second merges its changes', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, full);
    await memory.save('ann', loaded, { ...full, speed: 2, questions: ['why-chemo', 'new'] });
    const second = await memory.save('ann', loaded, {
      ...full,
      detail: 'short',
      questions: [...full.questions, 'other'],
    });
    expect(second.outcome).toBe('merged');
    const merged = { ...full, speed: 2, detail: 'short', questions: ['why-chemo', 'new', 'other'] };
    expect(second.loaded).toMatchObject({ state: 'found', stored: merged });
    expect(await memory.load('ann')).toEqual(second.loaded);
  });

  test('both new: both are kept', async () => {
    const devices = [memory, memoryAt(new Date('2026-11-23T12:00:01Z'))];
    const saved = await Promise.all(
      devices.map((device, index) =>
        device.save('ann', nothingLoaded, { ...defaultStored, questions: [`question-${index}`] }),
      ),
    );
    expect(saved.map(({ outcome }) => outcome).sort()).toEqual(['merged', 'saved']);
    const { stored } = await memory.load('ann');
    expect(stored.questions.toSorted()).toEqual(['question-0', 'question-1']);
  });

  test('even three: all are kept', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, full);
    const saved = await Promise.all(
      [0, 1, 2].map((index) =>
        memory.save('ann', loaded, { ...full, questions: [`question-${index}`, 'goal'] }),
      ),
    );
    expect(saved.map(({ outcome }) => outcome).sort()).toEqual(['merged', 'merged', 'saved']);
    const { stored } = await memory.load('ann');
    expect(stored.questions.toSorted()).toEqual(['goal', 'question-0', 'question-1', 'question-2']);
  });

  test('one forgets, the other brings back only what it changed itself', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, full);
    await memory.forget('ann');
    const { outcome } = await memory.save('ann', loaded, { ...full, speed: 2 });
    expect(outcome).toBe('merged');
    expect((await memory.load('ann')).stored).toEqual({ ...defaultStored, speed: 2 });
  });

  test('one forgets and begins anew: what is new is not taken for what was known', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, full);
    await memory.forget('ann');
    const later = memoryAt(new Date('2026-11-23T12:05:00Z'));
    await later.save('ann', nothingLoaded, { ...defaultStored, questions: ['new'] });
    await memory.save('ann', loaded, { ...full, speed: 2 });
    expect((await memory.load('ann')).stored).toEqual({
      ...defaultStored,
      speed: 2,
      questions: ['new'],
    });
  });
});

describe('an item that cannot be read', () => {
  test.each([
    ['corrupt', { stored: 'a text' }],
    ['corrupt', { stored: null }],
    ['corrupt', { stored: { ...full, speed: 9 } }],
    ['corrupt', { stored: { ...full, questions: new Set(['goal']) } }],
    ['corrupt', { stored: { ...full, schema: 0 } }],
    ['corrupt', { version: 'one' }],
    ['corrupt', { version: null }],
    ['corrupt', { version: 1.5, stored: {} }],
    ['corrupt', { version: 10n ** 30n }],
    ['corrupt', { stored: { ...full, questions: ['x'.repeat(380_000)] } }],
    ['newer', { stored: { ...full, schema: 2 } }],
    ['newer', { stored: { schema: 7 } }],
  ] as const)('that is %s gives the defaults and is left as it is', async (state, parts) => {
    await tamper(parts);
    const before = await items();
    lines = [];

    const loaded = await memory.load('ann');
    expect(loaded).toMatchObject({ state, stored: defaultStored });
    expect((await memory.save('ann', loaded, { ...full, speed: 2 })).outcome).toBe('kept');
    // Not known to be unreadable: the table refuses, and it turns out.
    expect((await memory.save('ann', nothingLoaded, { ...full, speed: 2 })).outcome).toBe('kept');
    expect(await items()).toEqual(before);
    expect(lines.map(({ level, outcome }) => `${level} ${String(outcome)}`)).toEqual([
      `warn ${state}`,
      'warn kept',
      'warn kept',
    ]);
  });

  test('is forgotten when the listener wants it', async () => {
    await tamper({ stored: { schema: 7 } });
    expect(await memory.forget('ann')).toBe(true);
    expect(await items()).toEqual([]);
  });

  test('without a time to live is read, and gets one with the next write', async () => {
    await memory.save('ann', nothingLoaded, full);
    const [item] = await items();
    await table.send(
      new UpdateCommand({
        TableName: tableName,
        Key: { id: item?.['id'] },
        UpdateExpression: 'REMOVE expiresAt',
      }),
    );
    const loaded = await memory.load('ann');
    expect(loaded).toMatchObject({ state: 'found', stored: full });
    await memory.save('ann', loaded, { ...full, speed: 0 });
    const { Item } = await table.send(
      new GetCommand({ TableName: tableName, Key: { id: item?.['id'] } }),
    );
    expect(Item).toHaveProperty('expiresAt', item?.['expiresAt']);
  });
});

describe('what is refused', () => {
  test('an item that is too big is not written', async () => {
    const { loaded } = await memory.save('ann', nothingLoaded, full);
    const before = await items();
    const big: Stored = { ...full, questions: Array.from({ length: 5000 }, (_, n) => `q-${n}`) };
    expect(await memory.save('ann', loaded, big)).toEqual({ outcome: 'refused', loaded });
    expect(await items()).toEqual(before);
    expect(lines.at(-1)).toMatchObject({ level: 'warn', outcome: 'refused' });
  });

  test.each([
    [{ tableName: '' }, 'name of a table'],
    [{ hashKey: '' }, 'a secret of 16 characters'],
    [{ hashKey: 'short' }, 'a secret of 16 characters'],
  ])('a memory without its settings: %j', (missing, message) => {
    const log = (): void => undefined;
    expect(() => createDynamoMemory({ tableName, hashKey, client, log, ...missing })).toThrow(
      message,
    );
  });
});

test('forgetting leaves nothing, and has nothing against a listener that is not known', async () => {
  const { loaded } = await memory.save('ann', nothingLoaded, full);
  expect(loaded.state).toBe('found');
  expect(await memory.forget('ann')).toBe(true);
  expect(await items()).toEqual([]);
  expect(await memory.load('ann')).toEqual(nothingLoaded);
  expect(await memory.forget('nobody')).toBe(true);
});
