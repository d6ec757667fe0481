/**
 * The environment variables of the skill, read once at start: whatever is missing or wrong stops the
 * process before the first listener, with everything that is to be done in one message.
 */
import { SHORTEST_HASH_KEY } from './memory/memory.ts';

export interface Environment {
  /** The only skill that is answered; undefined where any is. */
  readonly skillId: string | undefined;
  /** Where listeners are remembered; undefined where nothing is. */
  readonly table: Table | undefined;
  /** Whether questions that found no answer are written to the log. */
  readonly recordUnanswered: boolean;
}

export interface Table {
  readonly tableName: string;
  /** The secret that user ids are hashed with. */
  readonly hashKey: string;
}

export type Variables = Readonly<Record<string, string | undefined>>;

const SKILL_ID = /^amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A table's name, or its ARN. */
const TABLE_NAME = /^(?:arn:[^\s]+:table\/)?[A-Za-z0-9_.-]{3,255}$/;

/** The environment is missing something or has something wrong; the skill does not start. */
export class EnvironmentError extends Error {
  constructor(problems: readonly string[], options?: ErrorOptions) {
    const count = problems.length === 1 ? 'variable is' : 'variables are';
    const list = problems.map((problem) => `\n- ${problem}`).join('');
    super(
      `The skill cannot start: ${problems.length} environment ${count} to be put right.${list}`,
      options,
    );
    this.name = 'EnvironmentError';
  }
}

/**
 * Reads the variables of the process. One that is empty counts as not set.
 *
 * @throws {EnvironmentError} that lists every problem, never with the value of a secret.
 */
export function readEnvironment(variables: Variables): Environment {
  const problems: string[] = [];
  const environment = {
    skillId: readSkillId(variables, problems),
    table: readTable(variables, problems),
    recordUnanswered: readRecordUnanswered(variables, problems),
  };
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}

function readSkillId(variables: Variables, problems: string[]): string | undefined {
  const skillId = valueOf(variables, 'SKILL_ID');
  const isInLambda = valueOf(variables, 'AWS_LAMBDA_FUNCTION_NAME') !== undefined;
  if (skillId === undefined && isInLambda) {
    problems.push(
      'SKILL_ID is not set. Without it, anyone’s skill could call this function. Set it to the id of your skill, which the Alexa developer console shows beside its name.',
    );
  }
  if (skillId !== undefined && !SKILL_ID.test(skillId)) {
    problems.push(
      `SKILL_ID is ${JSON.stringify(skillId)}, which is no skill id. One looks like amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef. Copy it from the Alexa developer console.`,
    );
  }
  return skillId;
}

function readTable(variables: Variables, problems: string[]): Table | undefined {
  const tableName = valueOf(variables, 'TABLE_NAME');
  const hashKey = valueOf(variables, 'USER_KEY_SECRET');
  if (tableName !== undefined && !TABLE_NAME.test(tableName)) {
    problems.push(
      `TABLE_NAME is ${JSON.stringify(tableName)}, which is no name of a DynamoDB table. Set it to the name or the ARN of the table, or leave it out to remember nobody.`,
    );
  }
  if (tableName !== undefined && hashKey === undefined) {
    problems.push(
      `USER_KEY_SECRET is not set, though TABLE_NAME is. Set it to a secret of ${SHORTEST_HASH_KEY} characters or more, to hash user ids with, or leave TABLE_NAME out to remember nobody.`,
    );
  }
  if (hashKey !== undefined && hashKey.length < SHORTEST_HASH_KEY) {
    problems.push(
      `USER_KEY_SECRET has ${hashKey.length} characters, too few to keep user ids secret. Set it to one of ${SHORTEST_HASH_KEY} characters or more.`,
    );
  }
  return tableName === undefined || hashKey === undefined ? undefined : { tableName, hashKey };
}

function readRecordUnanswered(variables: Variables, problems: string[]): boolean {
  const value = valueOf(variables, 'RECORD_UNANSWERED');
  if (value !== undefined && value !== 'true' && value !== 'false') {
    problems.push(
      `RECORD_UNANSWERED is ${JSON.stringify(value)}. Set it to true or false, or leave it out for false.`,
    );
  }
  return value === 'true';
}

function valueOf(variables: Variables, name: string): string | undefined {
  const value = variables[name];
  return value === '' ? undefined : value;
}
