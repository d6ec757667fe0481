import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDynamoMemory } from '../../lambda/memory/dynamo-memory.ts';
import { nothingLoaded, SHORTEST_HASH_KEY } from '../../lambda/memory/memory.ts';
import { defaultStored } from '../../lambda/memory/stored.ts';
import {
  type Properties,
  propertiesOf,
  referencesOf,
  resource,
  resourcesOf,
  template,
} from './template.ts';

// It has no types.
const dynalite = createRequire(import.meta.url)('dynalite') as (options: {
  readonly createTableMs: number;
}) => Server;
const server = dynalite({ createTableMs: 0 });
let client: DynamoDBClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'local',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
});

afterAll(async () => {
  client.destroy();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

describe('the table', () => {
  const properties = propertiesOf('ListenerTable');

  test('is encrypted, backed up, paid for by use, and never deleted by mistake', () => {
    expect(properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: { Ref: 'RecoveryPeriodDays' },
      },
    });
    for (const kept of ['ListenerTable', 'UserKey']) {
      expect(resource(kept)).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    }
  });

  test('remembers a listener, and forgets them by the attribute that the code writes', async () => {
    const { AttributeDefinitions, BillingMode, KeySchema, TimeToLiveSpecification } = properties;
    const table = { AttributeDefinitions, BillingMode, KeySchema } as unknown;
    await client.send(
      new CreateTableCommand({ ...(table as CreateTableCommandInput), TableName: 'listeners' }),
    );
    const now = new Date('2026-11-23T12:00:00Z');
    const memory = createDynamoMemory({
      tableName: 'listeners',
      hashKey: 'x'.repeat(keyLength()),
      client,
      now: () => now,
      log: () => {},
    });
    const saved = await memory.save('somebody', nothingLoaded, { ...defaultStored, speed: -1 });
    expect(saved.outcome).toBe('saved');
    const { Items } = await client.send(new ScanCommand({ TableName: 'listeners' }));
    const { AttributeName, Enabled } = TimeToLiveSpecification as Properties;
    const expiresAtSeconds = Number(Items?.[0]?.[AttributeName as string]?.N);
    expect(Enabled).toBe(true);
    expect((expiresAtSeconds * 1000 - now.getTime()) / 86_400_000).toBe(180);
  });
});

describe('the key of the hash of user ids', () => {
  const keyName = { KeyName: { 'Fn::FindInMap': ['HashKey', 'Current', 'Name'] } };

  test('is made by AWS, long enough, and nowhere in the template', () => {
    expect(keyLength()).toBeGreaterThanOrEqual(SHORTEST_HASH_KEY);
    expect(propertiesOf('UserKey')).not.toHaveProperty('SecretString');
    expect(Object.keys(template.Parameters).filter((name) => /secret|key$/i.test(name))).toEqual([
      'CodeKey',
    ]);
    const { Environment } = propertiesOf('Function');
    expect(Environment).toHaveProperty('Variables.USER_KEY_SECRET', {
      'Fn::Sub': ['{{resolve:secretsmanager:${UserKey}:SecretString:${KeyName}}}', keyName],
    });
  });

  test('is made anew with its name, which the function and each version of it name too', () => {
    expect(template.Mappings).toEqual({
      HashKey: { Current: { Name: expect.stringMatching(/^key[1-9]\d*$/) } },
    });
    expect(propertiesOf('UserKey')['GenerateSecretString']).toMatchObject({
      GenerateStringKey: keyName.KeyName,
    });
    for (const published of ['Function', 'FunctionVersion']) {
      expect(propertiesOf(published)['Description']).toHaveProperty('Fn::Sub.1', keyName);
    }
  });

  // A parameter that a deployment forgets to pass falls back to its default, and would make a new key.
  test('depends on no parameter', () => {
    expect([...referencesOf(propertiesOf('UserKey'))]).toEqual([]);
  });

  test('is in no output', () => {
    for (const { Value: value } of Object.values(template.Outputs)) {
      expect(value).toEqual({ Ref: expect.any(String) });
    }
  });
});

/** How long the key is that CloudFormation has made. */
function keyLength(): number {
  return Number((propertiesOf('UserKey')['GenerateSecretString'] as Properties)['PasswordLength']);
}

describe('the role', () => {
  const statements = resourcesOf('AWS::IAM::Role').flatMap(({ Properties: role }) =>
    (role['Policies'] as Properties[]).flatMap(
      ({ PolicyDocument }) => (PolicyDocument as Properties)['Statement'] as Properties[],
    ),
  );

  test('names each action and each resource, without wildcards', () => {
    expect(statements.length).toBe(2);
    for (const { Action, Resource: target, ...rest } of statements) {
      expect(rest).toEqual({ Effect: 'Allow' });
      for (const action of Action as string[]) expect(action).toMatch(/^[a-z]+:[A-Za-z]+$/);
      expect(target).toEqual({ 'Fn::GetAtt': expect.stringMatching(/^\w+\.Arn$/) });
    }
  });

  test('may do with the table what the code does, and nothing else', () => {
    const source = readFileSync(
      new URL('../../lambda/memory/dynamo-memory.ts', import.meta.url),
      'utf8',
    );
    const commands = [...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name);
    const used = new Set(commands.map((name) => `dynamodb:${name}Item`));
    expect(used.size).toBeGreaterThan(2);
    expect(statements).toContainEqual({
      Effect: 'Allow',
      Action: expect.arrayContaining([...used]),
      Resource: { 'Fn::GetAtt': 'ListenerTable.Arn' },
    });
    const allowed = statements.flatMap(({ Action }) => Action as string[]);
    expect(allowed.filter((action) => action.startsWith('dynamodb:')).length).toBe(used.size);
  });

  test('may write to the log, but make no log group without a retention', () => {
    expect(statements).toContainEqual({
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: { 'Fn::GetAtt': 'LogGroup.Arn' },
    });
  });
});
