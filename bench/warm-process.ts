/** Has a handler answer many turns in one process, and tells how long each took. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from './child.ts';
import type { Script } from './requests.ts';

export interface WarmOptions {
  /** File that exports a `handler`. */
  readonly handler: string;
  readonly scripts: readonly Script[];
  readonly turns: number;
  /** Turns before the first that is measured. */
  readonly warmUpTurns: number;
  /** A folder for the requests. */
  readonly folder: string;
  readonly node?: string | undefined;
}

export interface WarmRun {
  /** What each turn took, JSON text in to JSON text out. */
  readonly durationsUs: readonly number[];
  /** What it took to parse the turn's request and write its response, and nothing else. */
  readonly jsonUs: readonly number[];
  /** What a loop that does nothing took, beside each turn. */
  readonly loopsUs: readonly number[];
  /** For each turn, which of the scripts' turns it was. */
  readonly kinds: readonly number[];
  /** After the very first turn and after the last. */
  readonly memory: readonly Memory[];
}

export interface Memory {
  readonly rssBytes: number;
  /** After a garbage collection. */
  readonly heapUsedBytes: number;
}

/** @throws if the process fails, or if a turn of the scripts is answered with silence. */
export async function measureWarmTurns(options: WarmOptions): Promise<WarmRun> {
  const { handler, scripts, turns, warmUpTurns, folder, node } = options;
  const scriptsFile = join(folder, 'scripts.json');
  writeFileSync(scriptsFile, JSON.stringify(scripts));
  const { output } = await runChild(
    'warm.mjs',
    [pathToFileURL(handler).href, scriptsFile, String(turns), String(warmUpTurns)],
    { node, nodeOptions: ['--expose-gc'] },
  );
  const run = JSON.parse(output) as WarmRun & { readonly silent: readonly unknown[] };
  if (run.silent.length > 0) {
    throw new Error(`Turns were answered with silence: ${JSON.stringify(run.silent)}`);
  }
  return run;
}
