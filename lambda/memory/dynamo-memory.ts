/**
 * A listener's memory in a DynamoDB table: one item a listener, under a keyed hash of the user id.
 * The only module that uses the AWS SDK: import it only where a table is configured. No call takes
 * longer than its budget and none rejects: whatever fails is logged as an outcome, without ids.
 *
 * The table has the string key `id` and its time to live in `expiresAt`. The item:
 *
 *   id         HMAC-SHA-256 of the user id, in hexadecimal
 *   version    changed by every write; a write that knows another one fails
 *   expiresAt  seconds since 1970; 180 days after the last write
 *   stored     see stored.ts
 */
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
} from '@aws-sdk/lib-dynamodb';
import { errorFields, type Log } from '../log.ts';
import {
  type Item,
  type Loaded,
  nothingLoaded,
  readVersion,
  type Saved,
  saveOver,
  SHORTEST_HASH_KEY,
  unavailable,
  type UserMemory,
} from './memory.ts';
import { defaultStored, readStored } from './stored.ts';

export interface DynamoMemoryOptions {
  readonly tableName: string;
  /** The secret that user ids are hashed with; under another one, nothing is found again. */
  readonly hashKey: string;
  /** Makes one attempt a call; the retry is ours. */
  readonly client?: DynamoDBClient;
  /** The most that one load, save or forgetting takes, with all its calls. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
  readonly log: Log;
}

const TIMEOUT_MS = 1500;
const PAUSE_MS = 50;
const KEPT_SECONDS = 180 * 24 * 60 * 60;

/** Outcomes that need nobody's attention. */
const GOOD = new Set(['found', 'new', 'saved', 'merged', 'forgotten']);

/** @throws if there is no table, or if the secret is too short to be one. */
export function createDynamoMemory(options: DynamoMemoryOptions): UserMemory {
  const { tableName, hashKey, timeoutMs = TIMEOUT_MS, now = () => new Date(), log } = options;
  if (tableName === '') throw new Error('The memory needs the name of a table.');
  if (hashKey.length < SHORTEST_HASH_KEY) {
    throw new Error(`The memory needs a secret of ${SHORTEST_HASH_KEY} characters or more.`);
  }
  const client = options.client ?? new DynamoDBClient({ maxAttempts: 1 });
  const table = DynamoDBDocumentClient.from(client);

  const keyOf = (userId: string) => ({
    id: createHmac('sha256', hashKey).update(userId).digest('hex'),
  });

  /** Half of the budget is for the first attempt, so that a slow store gets its retry too. */
  const call = <T>(budget: AbortSignal, send: Send<T>): Promise<T> =>
    callTwice(budget, timeoutMs / 2, send);

  const itemOf = (userId: string, budget: AbortSignal): Item => ({
    async read() {
      const get = new GetCommand({
        TableName: tableName,
        Key: keyOf(userId),
        ConsistentRead: true,
      });
      const { Item: found } = await call(budget, (abortSignal) => table.send(get, { abortSignal }));
      return readItem(found, now());
    },
    async write(stored, version) {
      // A new item starts at the time, so that it is not taken for one that was forgotten.
      const next = version === null ? now().getTime() : version + 1;
      const expiresAt = Math.floor(now().getTime() / 1000) + KEPT_SECONDS;
      const put = new PutCommand({
        TableName: tableName,
        Item: { ...keyOf(userId), version: next, expiresAt, stored },
        ...conditionOn(version),
      });
      try {
        await call(budget, (abortSignal) => table.send(put, { abortSignal }));
        return next;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return null;
        throw error;
      }
    },
  });

  /** Runs an operation in its time and logs how it went; the fallback is what a failure gives. */
  async function run<T>(
    event: string,
    fallback: T,
    outcomeOf: (result: T) => string,
    work: (budget: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const startedMs = now().getTime();
    const note = (outcome: string, fields: { readonly error?: string } = {}): void => {
      const level = GOOD.has(outcome) ? 'info' : 'warn';
      log({ level, event, outcome, durationMs: now().getTime() - startedMs, ...fields });
    };
    try {
      const result = await inTime(timeoutMs, work);
      if (outcomeOf(result) !== 'unchanged') note(outcomeOf(result));
      return result;
    } catch (error) {
      note('unavailable', { error: errorFields(error).error });
      return fallback;
    }
  }

  return {
    load: (userId) =>
      run(
        'memory-load',
        unavailable,
        ({ state }) => state,
        (budget) => itemOf(userId, budget).read(),
      ),
    save: (userId, base, stored) =>
      run<Saved>(
        'memory-save',
        { outcome: 'unavailable', loaded: base },
        ({ outcome }) => outcome,
        (budget) => saveOver(base, stored, itemOf(userId, budget)),
      ),
    forget: (userId) =>
      run(
        'memory-forget',
        false,
        () => 'forgotten',
        async (budget) => {
          const remove = new DeleteCommand({ TableName: tableName, Key: keyOf(userId) });
          await call(budget, (abortSignal) => table.send(remove, { abortSignal }));
          return true;
        },
      ),
  };
}

/** Reads an item of any shape. DynamoDB may take days to delete what has expired. */
function readItem(item: Readonly<Record<string, unknown>> | undefined, at: Date): Loaded {
  if (item === undefined) return nothingLoaded;
  const version = readVersion(item['version']);
  if (version === undefined) return { stored: defaultStored, state: 'corrupt', version: null };
  const expiresAt = item['expiresAt'];
  if (typeof expiresAt === 'number' && expiresAt * 1000 <= at.getTime()) {
    return { ...nothingLoaded, version };
  }
  const read = readStored(item['stored']);
  return read.kind === 'stored'
    ? { stored: read.stored, state: 'found', version }
    : { stored: defaultStored, state: read.kind, version };
}

function conditionOn(version: number | null) {
  if (version === null) {
    return {
      ConditionExpression: 'attribute_not_exists(#id)',
      ExpressionAttributeNames: { '#id': 'id' },
    };
  }
  return {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  };
}

type Send<T> = (signal: AbortSignal) => Promise<T>;

/** Calls the store, and once more if that fails. A failed condition is an answer, not a failure. */
async function callTwice<T>(budget: AbortSignal, attemptMs: number, send: Send<T>): Promise<T> {
  const attempt = (): Promise<T> =>
    inTime(attemptMs, (signal) => send(AbortSignal.any([budget, signal])));
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw error;
    await wait(PAUSE_MS, undefined, { signal: budget });
    return attempt();
  }
}

/** Gives up on work that takes too long, even if the work does not listen to its signal. */
async function inTime<T>(timeoutMs: number, work: Send<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new DOMException('The store took too long.', 'TimeoutError');
      controller.abort(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
