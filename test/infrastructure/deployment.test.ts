import { describe, expect, test } from '@jest/globals';
import {
  parameter,
  propertiesOf,
  referencesOf,
  resource,
  skillId,
  template,
  templateText,
} from './template.ts';

describe('ask-cli', () => {
  const passed = [
    'SkillId',
    'LambdaRuntime',
    'LambdaHandler',
    'CodeBucket',
    'CodeKey',
    'CodeVersion',
  ];

  test('finds the parameters that it passes, and a default for each that it does not', () => {
    expect(Object.keys(template.Parameters)).toEqual(expect.arrayContaining(passed));
    for (const [name, { Default }] of Object.entries(template.Parameters)) {
      expect([name, Default !== undefined || passed.includes(name)]).toEqual([name, true]);
    }
  });

  test('sends the whole template in one request', () => {
    expect(Buffer.byteLength(templateText)).toBeLessThanOrEqual(51_200);
  });

  // It looks for these words in the template's text, and then passes the skill's credentials too.
  test('passes no credentials of the skill', () => {
    expect(templateText).not.toMatch(/SkillClient(Id|Secret)/);
  });

  test('needs no more than its usual capability: no named role, no macro', () => {
    expect(template).not.toHaveProperty('Transform');
    expect(propertiesOf('FunctionRole')).not.toHaveProperty('RoleName');
  });

  test('can make a new stack beside what an old one left behind: nothing has a name of ours', () => {
    const names = Object.values(template.Resources).flatMap(({ Type, Properties: it }) =>
      Object.keys(it)
        .filter((key) => /^(Table|LogGroup|Topic|Alarm|Role|Function)?Name$/.test(key))
        .map((key) => `${Type} ${key}`),
    );
    expect(names.sort()).toEqual([
      'AWS::Lambda::Alias FunctionName',
      'AWS::Lambda::Alias Name',
      'AWS::Lambda::Permission FunctionName',
      'AWS::Lambda::Version FunctionName',
    ]);
  });
});

describe('a new version', () => {
  test('is published when the code or a parameter of the function changes', () => {
    const description = propertiesOf('Function')['Description'] ?? null;
    expect(propertiesOf('FunctionVersion')['Description']).toEqual(description);
    const named = referencesOf(description);
    // The version id tells the code apart; the ceiling on cost is none of a version's.
    const others = new Set(['CodeBucket', 'CodeKey', 'ReservedConcurrency']);
    const shaping = [...referencesOf(propertiesOf('Function'))].filter(
      (name) => name in template.Parameters && !others.has(name),
    );
    expect(shaping.length).toBeGreaterThan(5);
    expect([...named].sort()).toEqual(shaping.sort());
  });

  test('has a description that Lambda takes, however long the parameters are', () => {
    const text = (propertiesOf('Function')['Description'] as { 'Fn::Sub': [string] })['Fn::Sub'][0];
    const longest = text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
      if (name === 'SkillId') return skillId;
      const { AllowedValues = [], MaxLength = 0, MaxValue = 999 } = parameter(name);
      const lengths = [...AllowedValues, MaxValue].map((value) => String(value).length);
      return 'x'.repeat(Math.max(MaxLength, ...lengths));
    });
    expect(longest.length).toBeLessThanOrEqual(256);
  });

  test('leaves the ones before it, to go back to', () => {
    expect(resource('FunctionVersion').UpdateReplacePolicy).toBe('Retain');
  });
});
