/** The Lambda entry point. Two parameters: Node 24's runtime refuses a handler that takes a callback. */
import type { Context } from 'aws-lambda';
import { readEnvironment } from './environment.ts';
import { readLanguages } from './languages.ts';
import { logTo, writeLine } from './log.ts';
import { configuredMemory } from './memory/configured-memory.ts';
import { createSkill } from './skill.ts';
import { createTurnLog } from './turn-log.ts';

const { skillId, table, recordUnanswered } = readEnvironment(process.env);
const log = logTo(writeLine);
const memory = configuredMemory(table, log);
const invoke = createSkill({
  languageOf: readLanguages(`${import.meta.dirname}/generated`),
  log,
  logTurn: createTurnLog({ write: writeLine, recordUnanswered }),
  ...(skillId === undefined ? {} : { skillId }),
  ...(memory === undefined ? {} : { memory }),
});

/** Answers any event with a response or a documented silence; never rejects. */
export const handler = async (event: unknown, context: Context) => invoke(event, context);
