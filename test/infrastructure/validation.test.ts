import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Engine,
  RegoEngine,
  type StandardDiagnostic,
  TemplateFile,
  type ValidateConfig,
} from '@aws/cloudformation-validate';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readTemplate, templatePath, templateText } from './template.ts';

let engine: Engine;
let folder: string;

beforeAll(() => {
  engine = new RegoEngine();
  folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
});

afterAll(() => {
  engine.free();
  rmSync(folder, { recursive: true });
});

/** What the validator holds against a template; not its remarks, which are no faults. */
function faultsIn(path: string, config: ValidateConfig = {}): readonly StandardDiagnostic[] {
  const { status, diagnostics } = engine.validateStandard(new TemplateFile(path), config);
  expect(status).toBe('OK');
  return diagnostics.filter(({ severity }) => severity !== 'INFO' && severity !== 'DEBUG');
}

describe('the validator', () => {
  test('reads the template to its end', () => {
    const { diagnostics } = engine.validateStandard(new TemplateFile(templatePath));
    const seen = new Set(diagnostics.map(({ entity }) => entity?.logicalId));
    expect(seen).toContain('StoreAlarm');
    expect(engine.listRules().length).toBeGreaterThan(200);
  });

  test.each(['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1'])(
    'finds no fault and warns of nothing in %s',
    (region) => {
      expect(faultsIn(templatePath, { pseudoParameterOverrides: { region } })).toEqual([]);
    },
  );

  test('finds no fault where everything that is optional is asked for', () => {
    const parameterOverrides = {
      AlarmEmail: 'operator@example.org',
      ProvisionedConcurrency: '2',
      ReservedConcurrency: '5',
      RecordUnanswered: 'true',
    };
    expect(faultsIn(templatePath, { parameterOverrides })).toEqual([]);
  });

  test.each([
    ['a misspelled property', 'MemorySize:', 'MemorySise:', 'Function'],
    ['a property that is missing', 'Role: !GetAtt FunctionRole.Arn', '', 'Function'],
    ['a processor that does not exist', '[arm64]', '[arm65]', 'Function'],
    [
      'a runtime that has come to its end',
      'Runtime: !Ref LambdaRuntime',
      'Runtime: nodejs16.x',
      'Function',
    ],
    ['a log format that does not exist', 'LogFormat: JSON', 'LogFormat: YAML', 'Function'],
    ['a resource that does not exist', '!Ref ListenerTable', '!Ref ListenersTable', undefined],
    [
      'an attribute that does not exist',
      'FunctionVersion.Version',
      'FunctionVersion.Number',
      'LiveAlias',
    ],
    ['a retention that CloudWatch does not know', 'Default: 30', 'Default: 31', 'LogRetentionDays'],
    [
      'a key without its attribute',
      'AttributeName: id\n          AttributeType',
      'AttributeName: user\n          AttributeType',
      'ListenerTable',
    ],
    ['a billing mode that does not exist', 'PAY_PER_REQUEST', 'PAY_PER_USE', 'ListenerTable'],
    [
      'a condition that does not exist',
      'Condition: HasAlarmEmail',
      'Condition: HasEmail',
      'AlarmTopic',
    ],
    [
      'a parameter that nothing uses',
      'Parameters:',
      'Parameters:\n  Spare:\n    Type: String\n    Default: a',
      'Spare',
    ],
  ])('finds %s', (_, right, wrong, logicalId) => {
    expect(templateText).toContain(right);
    const path = join(folder, 'template.yaml');
    writeFileSync(path, templateText.replaceAll(right, wrong));
    expect(faultsIn(path).map(({ entity }) => entity?.logicalId)).toContain(logicalId);
  });
});

test('no alias is read from YAML, because CloudFormation refuses it', () => {
  const aliased = templateText
    .replace('Default: nodejs24.x', 'Default: &runtime nodejs24.x')
    .replace('Default: index.handler', 'Default: *runtime');
  expect(() => readTemplate(aliased)).toThrow('*runtime');
});
