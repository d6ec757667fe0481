/** What every part of the measurement is given. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from './interleave.ts';
import { measureColdStart } from './cold-process.ts';
import type { Figure } from './figure.ts';
import type { Ratio } from './statistics.ts';

export interface Bench {
  /** The built skill: a folder with `index.mjs` and `generated/`. */
  readonly artefact: string;
  /** The same as the zip that is deployed. */
  readonly zip: string;
  /** A folder for files of the run; it is removed afterwards. */
  readonly scratch: string;
  /** How often each cold start is measured. */
  readonly rounds: number;
  /** How many warm turns are measured. */
  readonly turns: number;
  /** How often a run is made at most, until one is not void. */
  readonly tries: number;
  /** How many times the content is made larger. */
  readonly growth: readonly number[];
  /** The Node that runs what is measured; undefined for the one that runs this. */
  readonly node: string | undefined;
  /** Prints what happens, as it happens. */
  readonly say: (line: string) => void;
}

export type Part = (bench: Bench) => Promise<Figure[]>;

/** The handler of a built skill. */
export function handlerIn(folder: string): string {
  return join(folder, 'index.mjs');
}

/** A file with a request, for a process that is to answer it. */
export function writeRequest(bench: Bench, name: string, request: object): string {
  const folder = join(bench.scratch, 'requests');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(request));
  return file;
}

/** A cold start as something that can be compared with others. */
export function coldContestant(
  bench: Bench,
  name: string,
  handler: string,
  request: string,
): Contestant {
  return { name, measure: () => measureColdStart(handler, request, bench.node) };
}

/** "1.17 (1.16 to 1.19)". */
export function ratioText({ value, low, high }: Ratio): string {
  return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

export function msText(value: number): string {
  return `${value.toFixed(1)} ms`;
}
