/** The memory that the environment asks for. Its module, with the AWS SDK, is read on first use. */
import type { Log } from '../log.ts';
import { SHORTEST_HASH_KEY, type UserMemory } from './memory.ts';

/**
 * Gives the memory of the table in TABLE_NAME; undefined where there is none.
 * @throws if there is a table, but no secret that is fit to hash user ids with
 */
export function configuredMemory(
  environment: Readonly<Record<string, string | undefined>>,
  log: Log,
): UserMemory | undefined {
  const tableName = environment['TABLE_NAME'] ?? '';
  if (tableName === '') return undefined;
  const hashKey = environment['USER_KEY_SECRET'] ?? '';
  if (hashKey.length < SHORTEST_HASH_KEY) {
    throw new Error(
      `TABLE_NAME is set, so USER_KEY_SECRET must have ${SHORTEST_HASH_KEY} characters or more.`,
    );
  }
  return lazyMemory(async () => {
    const { createDynamoMemory } = await import('./dynamo-memory.ts');
    return createDynamoMemory({ tableName, hashKey, log });
  });
}

function lazyMemory(create: () => Promise<UserMemory>): UserMemory {
  let created: Promise<UserMemory> | undefined;
  const memory = (): Promise<UserMemory> => (created ??= create());
  return {
    load: async (userId) => (await memory()).load(userId),
    save: async (userId, base, stored) => (await memory()).save(userId, base, stored),
    forget: async (userId) => (await memory()).forget(userId),
  };
}
