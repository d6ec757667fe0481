/** A table on this machine, for the artefact's store: dynalite speaks DynamoDB's protocol. */
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

// It has no types.
const dynalite = createRequire(import.meta.url)('dynalite') as (options: {
  readonly createTableMs: number;
}) => Server;

export interface LocalTable {
  /** What makes a function use it; the AWS SDK is found where NODE_PATH says, as in Lambda. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export async function openLocalTable(): Promise<LocalTable> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = { accessKeyId: 'none', secretAccessKey: 'none' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: keys });
  await client.send(
    new CreateTableCommand({
      TableName: 'listeners',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  client.destroy();
  return {
    environment: {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      NODE_PATH: fileURLToPath(new URL('../../node_modules', import.meta.url)),
      TABLE_NAME: 'listeners',
      USER_KEY_SECRET: 'a secret of the proof',
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
