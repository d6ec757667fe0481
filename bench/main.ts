/**
 * `npm run bench`: builds the skill, measures every figure that it has to hold about speed and size, and
 * prints each with its bound and whether it holds. docs/performance.md says how and why.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeArtefact } from './artefact.ts';
import { exitCodeOf, type Figure, toTable } from './figure.ts';
import type { Part } from './part.ts';
import { measureCold } from './parts/cold.ts';
import { measureGrown } from './parts/grown.ts';
import { measureUnderRuntimeClient } from './parts/runtime-client.ts';
import { measureSize } from './parts/size.ts';
import { measureStore } from './parts/store.ts';
import { measureFreeSpeech, measureWarm } from './parts/warm.ts';

const PARTS: Readonly<Record<string, Part>> = {
  cold: measureCold,
  'runtime-client': measureUnderRuntimeClient,
  store: measureStore,
  warm: measureWarm,
  'free-speech': measureFreeSpeech,
  grown: measureGrown,
  size: measureSize,
};
/** 0 to 3 tell how the figures came out. */
const USAGE_ERROR = 64;
const STOPPED = 130;
const USE = `Use: npm run bench -- [options] [part …]
Parts: ${Object.keys(PARTS).join(', ')}; without any, all of them.
  --rounds N    how often each cold start is measured (40)
  --turns N     how many warm turns are measured (20000)
  --growth LIST how many times the content is made larger (10,100,300)
  --tries N     how often a part is measured at most, until it is not void (3)
  --node PATH   the Node that runs what is measured
  --json FILE   writes the figures as JSON
  --quick       a few rounds, to see that everything runs; nothing is judged by it`;

const { parts, settings, json, isQuick } = readArguments();
const scratch = mkdtempSync(join(tmpdir(), 'chemo-guide-bench-'));
const say = (line: string): void => console.error(line);
// A grown skill takes hundreds of megabytes: whoever stops a run is not left with them.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(scratch, { recursive: true, force: true });
    process.exit(STOPPED);
  });
}
try {
  say('Building …');
  const { code, zip } = await writeArtefact(join(scratch, 'artefact'));
  const bench = { ...settings, artefact: code, zip, scratch, say };
  const figures: Figure[] = [];
  for (const name of parts) figures.push(...((await PARTS[name]?.(bench)) ?? []));
  const machine = { node: settings.node ?? process.version, cores: availableParallelism() };
  console.log(`\nNode ${machine.node}, ${machine.cores} cores\n\n${toTable(figures)}`);
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify({ ...machine, figures }, null, 2)}\n`);
  }
  process.exitCode = isQuick ? 0 : exitCodeOf(figures);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const options = {
      rounds: text,
      turns: text,
      growth: text,
      tries: text,
      node: text,
      json: text,
    };
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { ...options, quick: { type: 'boolean', default: false } },
    });
    const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name));
    if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`);
    const { quick } = values;
    return {
      parts: positionals.length > 0 ? positionals : Object.keys(PARTS),
      settings: {
        rounds: numberOf(values.rounds, quick ? 4 : 40),
        turns: numberOf(values.turns, quick ? 2000 : 20_000),
        tries: numberOf(values.tries, quick ? 1 : 3),
        growth: (values.growth ?? (quick ? '10' : '10,100,300'))
          .split(',')
          .map((times) => numberOf(times, 1)),
        node: values.node,
      },
      json: values.json,
      isQuick: quick,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n${USE}`);
    process.exit(USAGE_ERROR);
  }
}

function numberOf(given: string | undefined, usual: number): number {
  const number = Number(given ?? usual);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`"${given}" is no number above 0.`);
}
