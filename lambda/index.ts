/** The Lambda entry point. Two parameters: Node 24's runtime refuses a handler that takes a callback. */
import type { Context } from 'aws-lambda';
import { readLanguages } from './languages.ts';
import { logToConsole } from './log.ts';
import { configuredMemory } from './memory/configured-memory.ts';
import { createSkill } from './skill.ts';

const skillId = process.env['SKILL_ID'];
const memory = configuredMemory(process.env, logToConsole);
const invoke = createSkill({
  languageOf: readLanguages(new URL('generated/', import.meta.url)),
  log: logToConsole,
  ...(skillId === undefined || skillId === '' ? {} : { skillId }),
  ...(memory === undefined ? {} : { memory }),
});

/** Answers any event with a response or a documented silence; never rejects. */
export const handler = async (event: unknown, context: Context) => invoke(event, context);
