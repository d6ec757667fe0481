/** Answers events with the artefact in a fresh process of some Node, and nothing else around it. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PlainNodeOptions {
  /** The Node binary. */
  readonly node: string;
  /** The folder with the code; the program and the events are written there too. */
  readonly taskRoot: string;
  readonly events: readonly unknown[];
  /** All of the environment but PATH. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Reads the events, and writes the responses to a channel of their own: the log has the other one. */
const PROGRAM = `
import { readFileSync, writeFileSync } from 'node:fs';
import { handler } from './index.mjs';
if (handler.length !== 2) throw new Error('The handler takes ' + handler.length + ' parameters.');
const responses = [];
for (const event of JSON.parse(readFileSync('events.json', 'utf8'))) {
  responses.push(await handler(event, {}));
}
writeFileSync(3, JSON.stringify(responses));
`;

/**
 * Gives the response to each event, in their order.
 *
 * @throws {Error} with what the process wrote, if it failed
 */
export async function answerInPlainNode(options: PlainNodeOptions): Promise<unknown[]> {
  const { node, taskRoot, events, environment } = options;
  writeFileSync(join(taskRoot, 'program.mjs'), PROGRAM);
  writeFileSync(join(taskRoot, 'events.json'), JSON.stringify(events));
  const child = spawn(node, ['program.mjs'], {
    cwd: taskRoot,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let written = '';
  let responses = '';
  child.stdout?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stdio[3]?.on('data', (chunk: Buffer) => (responses += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`The process ended with ${code}.\n${written}`);
  return JSON.parse(responses) as unknown[];
}
