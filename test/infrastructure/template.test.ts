import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from '../../lambda/environment.ts';
import {
  deployed,
  parameter,
  type Properties,
  propertiesOf,
  referencesOf,
  resource,
  resourcesOf,
  skillId,
  template,
  type Value,
} from './template.ts';

const lambda = fileURLToPath(new URL('../../lambda/', import.meta.url));

describe('the function', () => {
  const properties = propertiesOf('Function');

  test('runs on arm64, on the newest of the runtimes that it is tested with', () => {
    expect(properties['Architectures']).toEqual(['arm64']);
    expect(deployed(properties['Runtime'])).toBe('nodejs24.x');
  });

  test('is given no runtime that is older than what the project needs', () => {
    const { engines } = createRequire(import.meta.url)('../../package.json') as {
      engines: { node: string };
    };
    const oldest = Number(/^>=(\d+)/.exec(engines.node)?.[1]);
    expect(oldest).toBeGreaterThan(0);
    const runtimes = parameter('LambdaRuntime').AllowedValues ?? [];
    const majors = runtimes.map((name) => Number(/^nodejs(\d+)\.x$/.exec(String(name))?.[1]));
    expect(majors).toContain(24);
    for (const major of majors) expect(major).toBeGreaterThanOrEqual(oldest);
  });

  test('calls what lambda/index.ts exports', () => {
    expect(deployed(properties['Handler'])).toBe('index.handler');
    expect(readFileSync(`${lambda}index.ts`, 'utf8')).toMatch(/^export const handler\b/m);
  });

  test('gives up before Alexa does, and not before the store has', () => {
    const { Default, MaxValue } = parameter('TimeoutSeconds');
    expect(MaxValue).toBeLessThan(8);
    const storeBudgetMs = Number(
      /TIMEOUT_MS = (\d+)/.exec(readFileSync(`${lambda}memory/dynamo-memory.ts`, 'utf8'))?.[1],
    );
    expect(Number(Default) * 1000).toBeGreaterThan(2 * storeBudgetMs);
  });

  test('has the environment variables that the code reads, and no others', () => {
    const read = new Set<string>();
    const recorder = new Proxy<Record<string, string | undefined>>(
      {},
      {
        get(_, name) {
          read.add(String(name));
        },
      },
    );
    expect(() => readEnvironment(recorder)).not.toThrow();
    // Lambda sets these itself.
    const own = [...read].filter((name) => !name.startsWith('AWS_'));
    expect(Object.keys(variables()).sort()).toEqual(own.sort());
  });

  test('reads its environment in one place', () => {
    const files = readdirSync(lambda, { recursive: true, encoding: 'utf8' });
    const readers = files.filter(
      (file) => file.endsWith('.ts') && readFileSync(lambda + file, 'utf8').includes('process.env'),
    );
    expect(readers).toEqual(['index.ts']);
    expect(readFileSync(`${lambda}index.ts`, 'utf8')).toContain('readEnvironment(process.env)');
  });

  test('starts with the environment that it is given', () => {
    const environment = readEnvironment({
      AWS_LAMBDA_FUNCTION_NAME: 'chemo-guide',
      SKILL_ID: skillId,
      TABLE_NAME: 'chemo-guide-ListenerTable-ABC',
      USER_KEY_SECRET: 'a secret of the tests',
      RECORD_UNANSWERED: deployed(variables()['RECORD_UNANSWERED']) as string,
    });
    expect(environment.skillId).toBe(skillId);
    expect(environment.table).toBeDefined();
  });

  test('writes its log as JSON to a group whose lines are deleted in time, and with the stack', () => {
    expect(properties['LoggingConfig']).toMatchObject({
      LogFormat: 'JSON',
      LogGroup: { Ref: 'LogGroup' },
      ApplicationLogLevel: 'INFO',
    });
    expect(deployed(propertiesOf('LogGroup')['RetentionInDays'])).toEqual(expect.any(Number));
    expect(resource('LogGroup')).toMatchObject({
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
    });
  });

  function variables(): Properties {
    return (properties['Environment'] as Properties)['Variables'] as Properties;
  }
});

describe('what Alexa may call', () => {
  test('is the alias, by the one skill', () => {
    expect(resourcesOf('AWS::Lambda::Permission').map(({ Properties: it }) => it)).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: { Ref: 'LiveAlias' },
        Principal: 'alexa-appkit.amazon.com',
        EventSourceToken: { Ref: 'SkillId' },
      },
    ]);
    expect(template.Outputs['SkillEndpoint']?.Value).toEqual({ Ref: 'LiveAlias' });
  });

  test('is asked for with a skill id, as the code knows them', () => {
    const pattern = new RegExp(parameter('SkillId').AllowedPattern ?? '');
    expect(skillId).toMatch(pattern);
    for (const wrong of ['', '*', 'amzn1.ask.skill.x', `${skillId}*`, skillId.toUpperCase()]) {
      expect(wrong).not.toMatch(pattern);
    }
    expect(parameter('SkillId').Default).toBeUndefined();
    const source = readFileSync(`${lambda}environment.ts`, 'utf8');
    expect(source).toContain(`/${parameter('SkillId').AllowedPattern}/`);
  });

  test('is in a region that Alexa calls', () => {
    expect(JSON.stringify(template.Rules)).toContain(
      '"Fn::Contains":[["us-east-1","us-west-2","eu-west-1","ap-northeast-1"],{"Ref":"AWS::Region"}]',
    );
  });
});

test('what is kept, and for how long, is what the privacy policy says', () => {
  const privacy = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');
  for (const name of ['LogRetentionDays', 'RecoveryPeriodDays']) {
    expect(privacy).toContain(`**${parameter(name).Default} days**`);
  }
  const isRecorded = parameter('RecordUnanswered').Default === 'true';
  expect(privacy.includes('**This is turned off.**')).toBe(!isRecorded);
});

test('every reference is to something that the template has', () => {
  const known = new Set([...Object.keys(template.Parameters), ...Object.keys(template.Resources)]);
  const references = referencesOf(template as unknown as Value);
  expect(references.size).toBeGreaterThan(15);
  expect([...references].filter((name) => !known.has(name))).toEqual([]);
});
