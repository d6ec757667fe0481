/** Reads skill.json: as strictly as Amazon does, and so that every value can be traced to its place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Located, wholeOf } from './content.ts';
import { type Manifest, manifestSchema } from './manifest-schema.ts';
import type { Problem } from './problem.ts';
import { readSourceFile } from './source-file.ts';

export const MANIFEST_FILE = 'skill.json';

const FIX = 'Check the quotes, the commas and the brackets here and on the line before.';

/** The manifest; null if it does not fit the schema, and `problems` says why. */
export function readManifest(root: string, problems: Problem[]): Located<Manifest> | null {
  const found: Problem[] = [];
  const source = readSourceFile(root, MANIFEST_FILE, found);
  if (found.length === 0) found.push(...findYaml(readFileSync(join(root, MANIFEST_FILE), 'utf8')));
  problems.push(...found.map(toJsonProblem));
  return found.length > 0 ? null : wholeOf(source, manifestSchema, problems);
}

/** All JSON is YAML, but not the other way round: a remark is not JSON, nor is a single quote. */
function findYaml(text: string): Problem[] {
  if (!isBroken(text)) return [];
  const lines = text.slice(0, offsetOfBreak(text)).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  const what = 'this is not JSON.';
  return [{ rule: 'json-syntax', file: MANIFEST_FILE, line: lines.length, column, what, fix: FIX }];
}

/** Where the shortest start of a text ends that nothing could make JSON: not every error tells. */
function offsetOfBreak(text: string): number {
  let whole = 0;
  let broken = text.length;
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if (isBroken(text.slice(0, middle))) broken = middle;
    else whole = middle;
  }
  return whole;
}

/** Whether there is an error before the end of a text, which may be cut off. */
function isBroken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message)?.[1];
    return position === undefined
      ? message.startsWith('Unexpected token')
      : Number(position) < text.length;
  }
}

/** The reader of YAML reads JSON too; what it finds is put in terms of JSON. */
function toJsonProblem(problem: Problem): Problem {
  if (problem.rule !== 'yaml-syntax') return problem;
  const what = problem.what.replace('this is not YAML', 'this is not JSON');
  return { ...problem, rule: 'json-syntax', what, fix: FIX };
}
