import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../../compiler/problem.ts';
import { invocationName } from '../../../compiler/rules/skill-rules.ts';
import { inputWith } from '../../helpers/project-content.ts';

const problemsOf = (invocation: string): Problem[] =>
  invocationName(
    inputWith(({ settings }) => ({
      settings: { ...settings, value: { ...settings.value, invocation } },
    })),
  );

describe('an invocation name that Alexa refuses is found', () => {
  test.each([
    ['Chemo Guide', 'lower-case letters'],
    ['chemo guide 2', 'lower-case letters'],
    ['chemo-guide', 'lower-case letters'],
    ['chemo', 'two words'],
    ['open chemo guide', 'starts a skill'],
    ['my talk to guide', 'starts a skill'],
    ['my chemo skill', 'keeps for itself'],
    ['alexa chemo guide', 'keeps for itself'],
    ['the guide', 'article or preposition'],
    ['about chemo', 'article or preposition'],
  ])('"%s"', (name, reason) => {
    const problems = problemsOf(name);
    expect(problems.map(({ rule }) => rule)).toEqual(['invocation-name']);
    expect(problems[0]?.what).toContain(reason);
  });
});

test.each([
  'chemo guide',
  "mary's chemo guide",
  'guide to the chemo',
  'guide chimio',
  'thérapie claire',
])('the invocation name "%s" is accepted', (name) => {
  expect(problemsOf(name)).toEqual([]);
});
