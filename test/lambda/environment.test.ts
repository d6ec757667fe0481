import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, readEnvironment, type Variables } from '../../lambda/environment.ts';

const SKILL_ID = 'amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef';
const SECRET = 'sixteen letters!';

/** Each problem of an environment, as the message lists them. */
function problemsOf(variables: Variables): string[] {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.message.split('\n- ').slice(1);
  }
}

describe('an environment that is all right', () => {
  test('may be empty outside of Lambda', () => {
    const nothing = { skillId: undefined, table: undefined, recordUnanswered: false };
    expect(readEnvironment({})).toEqual(nothing);
    expect(
      readEnvironment({ SKILL_ID: '', TABLE_NAME: '', USER_KEY_SECRET: '', RECORD_UNANSWERED: '' }),
    ).toEqual(nothing);
  });

  test('is read as it is', () => {
    const variables = {
      AWS_LAMBDA_FUNCTION_NAME: 'chemo-guide',
      SKILL_ID,
      TABLE_NAME: 'listeners',
      USER_KEY_SECRET: SECRET,
      RECORD_UNANSWERED: 'true',
    };
    expect(readEnvironment(variables)).toEqual({
      skillId: SKILL_ID,
      table: { tableName: 'listeners', hashKey: SECRET },
      recordUnanswered: true,
    });
  });

  test('may name the table by its ARN', () => {
    const tableName = 'arn:aws:dynamodb:ca-central-1:123456789012:table/listeners';
    const { table } = readEnvironment({ TABLE_NAME: tableName, USER_KEY_SECRET: SECRET });
    expect(table).toEqual({ tableName, hashKey: SECRET });
  });

  test('remembers nobody with a secret alone', () => {
    expect(readEnvironment({ USER_KEY_SECRET: SECRET }).table).toBeUndefined();
  });

  test('may say that nothing is recorded', () => {
    expect(readEnvironment({ RECORD_UNANSWERED: 'false' }).recordUnanswered).toBe(false);
  });
});

describe('an environment with a mistake', () => {
  test.each<[string, Variables, RegExp]>([
    [
      'no skill id in Lambda',
      { AWS_LAMBDA_FUNCTION_NAME: 'chemo-guide' },
      /^SKILL_ID is not set\..* Set it to/,
    ],
    [
      'an empty skill id in Lambda',
      { AWS_LAMBDA_FUNCTION_NAME: 'chemo-guide', SKILL_ID: '' },
      /^SKILL_ID is not set\./,
    ],
    ['a skill id of another form', { SKILL_ID: 'amzn1.ask.skill.x' }, /^SKILL_ID is "amzn1/],
    ['a skill id with a space after it', { SKILL_ID: `${SKILL_ID} ` }, /^SKILL_ID is "amzn1/],
    ['a table and no secret', { TABLE_NAME: 'listeners' }, /^USER_KEY_SECRET is not set.* 16 /],
    [
      'a secret that is too short',
      { TABLE_NAME: 'listeners', USER_KEY_SECRET: 'fifteen letters' },
      /^USER_KEY_SECRET has 15 characters.* 16 /,
    ],
    [
      'a short secret and no table',
      { USER_KEY_SECRET: 'short' },
      /^USER_KEY_SECRET has 5 characters/,
    ],
    [
      'a table that cannot be one',
      { TABLE_NAME: 'my table', USER_KEY_SECRET: SECRET },
      /^TABLE_NAME is "my table"/,
    ],
    ['neither true nor false', { RECORD_UNANSWERED: 'yes' }, /^RECORD_UNANSWERED is "yes"/],
    ['True with a capital', { RECORD_UNANSWERED: 'True' }, /^RECORD_UNANSWERED is "True"/],
  ])('%s is the one problem', (_, variables, problem) => {
    expect(problemsOf(variables)).toEqual([expect.stringMatching(problem)]);
  });

  test('tells all that is wrong at once, and what to do', () => {
    const problems = problemsOf({
      AWS_LAMBDA_FUNCTION_NAME: 'chemo-guide',
      TABLE_NAME: 'a table',
      USER_KEY_SECRET: 'short',
      RECORD_UNANSWERED: '1',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'SKILL_ID',
      'TABLE_NAME',
      'USER_KEY_SECRET',
      'RECORD_UNANSWERED',
    ]);
    for (const problem of problems) expect(problem).toMatch(/ Set it to /);
  });

  test('is an error with a name and one sentence for all', () => {
    expect(() => readEnvironment({ SKILL_ID: 'x' })).toThrow(
      expect.objectContaining({
        name: 'EnvironmentError',
        message: expect.stringMatching(/^The skill cannot start: 1 environment variable is /),
      }),
    );
  });

  test('never prints the secret', () => {
    const USER_KEY_SECRET = 'hush-hush';
    const problems = problemsOf({ TABLE_NAME: 'a table', USER_KEY_SECRET, SKILL_ID: 'x' });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).not.toContain(USER_KEY_SECRET);
  });
});
