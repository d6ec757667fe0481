/** The memory in a table. Its module, with the AWS SDK, is read on first use. */
import type { Table } from '../environment.ts';
import type { Log } from '../log.ts';
import type { UserMemory } from './memory.ts';

/** Gives the memory of a table; undefined where there is none. */
export function configuredMemory(table: Table | undefined, log: Log): UserMemory | undefined {
  if (table === undefined) return undefined;
  return lazyMemory(async () => {
    const { createDynamoMemory } = await import('./dynamo-memory.ts');
    return createDynamoMemory({ ...table, log });
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
