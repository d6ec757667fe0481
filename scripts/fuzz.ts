/**
 * `npm run fuzz`: the hostile cases of test/toughness, as many as are asked for, in worker threads.
 *
 *   npm run fuzz -- --cases 10000000 [--minutes 15] [--seed 1] [--workers 2] [--kind "any JSON"]
 *   npm run fuzz -- --kind "any JSON" --seed 7 --path 3:0:1     a failure again
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import type { Batch, Played } from '../test/toughness/fuzz-worker.ts';
import { type Kind, KINDS } from '../test/toughness/kinds.ts';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    workers: { type: 'string', default: String(availableParallelism()) },
    kind: { type: 'string' },
    path: { type: 'string' },
  },
});

const kindNames = Object.keys(KINDS) as Kind[];
const kinds = options.kind === undefined ? kindNames : [toKind(options.kind)];
const seed = toNumber('seed', options.seed);
const mostTurns = toNumber('cases', options.cases);
const startMs = Date.now();
const endMs = startMs + toNumber('minutes', options.minutes) * 60_000;

const PLANS_IN_BATCH = 500;
/** One giant costs as much as many others. */
const GIANTS_IN_BATCH = 20;
/** A plan that takes longer than this is taken for one that never ends. */
const PATIENCE_MS = 60_000;
const PROGRESS_MS = 10_000;
/** After so many, more of them tell nothing new. */
const MOST_FAILURES = 20;
/** A worker on Node 20 does not take over what reads TypeScript in the main thread. */
const LOAD_WORKER = `
  import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
    .then(({ register }) => {
      register();
      return import(${JSON.stringify(import.meta.resolve('../test/toughness/fuzz-worker.ts'))});
    });
`;

const failures: string[] = [];
/** Kind to outcome to the number of turns. */
const counts = new Map<Kind, Map<string, number>>();
let turns = 0;
let batches = 0;

function toNumber(name: string, text: string): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= 0) return number;
  throw new RangeError(`--${name} is "${text}"; it has to be a whole number.`);
}

function toKind(name: string): Kind {
  const kind = kindNames.find((known) => known === name);
  if (kind !== undefined) return kind;
  throw new RangeError(`--kind is "${name}"; it has to be one of: ${kindNames.join(', ')}.`);
}

/** The next batch, each with a seed of its own; undefined when enough was played. */
function nextBatch(): Batch | undefined {
  const isReplay = options.path !== undefined;
  if (isReplay ? batches > 0 : turns >= mostTurns || Date.now() >= endMs) return undefined;
  if (failures.length >= MOST_FAILURES) return undefined;
  const kind = kinds[batches % kinds.length] ?? 'any JSON';
  const plans = kind === 'giants' ? GIANTS_IN_BATCH : PLANS_IN_BATCH;
  const batch = { kind, plans, seed: (seed + batches) | 0 };
  batches += 1;
  return options.path === undefined ? batch : { ...batch, path: options.path };
}

/** Has one worker play batches until there are no more; one that hangs is replaced. */
async function work(): Promise<void> {
  let { worker, begun } = startWorker();
  for (let batch = nextBatch(); batch !== undefined; batch = nextBatch()) {
    const played = await play(worker, begun, batch);
    if (played === null) {
      note(batch, `${batch.kind}: a plan never ends.\n${planOf(batch, Atomics.load(begun, 0))}`);
      await worker.terminate();
      ({ worker, begun } = startWorker());
    } else {
      count(played);
      if (played.failure !== null) note(batch, played.failure);
    }
  }
  await worker.terminate();
}

function startWorker(): { worker: Worker; begun: Int32Array } {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return {
    worker: new Worker(LOAD_WORKER, { eval: true, workerData: shared }),
    begun: new Int32Array(shared),
  };
}

/** What came of a batch; null if one of its plans takes longer than all patience. */
function play(worker: Worker, begun: Int32Array, batch: Batch): Promise<Played | null> {
  return new Promise((resolve, reject) => {
    let last = -1;
    const onMessage = (played: Played): void => finish(() => resolve(played));
    const onError = (error: Error): void => finish(() => reject(error));
    const watch = setInterval(() => {
      const now = Atomics.load(begun, 0);
      if (now === last) finish(() => resolve(null));
      last = now;
    }, PATIENCE_MS);
    const finish = (end: () => void): void => {
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError);
      end();
    };
    worker.on('message', onMessage).on('error', onError);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(batch);
  });
}

/** The plan of a batch that was the last to begin, as JSON; those before it are made again. */
function planOf({ kind, seed: batchSeed }: Batch, begun: number): string {
  const plans = fc.sample(KINDS[kind], { seed: batchSeed, numRuns: begun });
  return JSON.stringify(plans.at(-1));
}

function count({ batch, tally }: Played): void {
  turns += tally.turns;
  const ofKind = counts.get(batch.kind) ?? new Map<string, number>();
  for (const [outcome, number] of tally.outcomes) {
    ofKind.set(outcome, (ofKind.get(outcome) ?? 0) + number);
  }
  counts.set(batch.kind, ofKind);
}

function note(batch: Batch, failure: string): void {
  const [what = ''] = failure.split('\n');
  const isKnown = failures.includes(what);
  failures.push(what);
  console.error(isKnown ? `Again, with seed ${batch.seed}: ${what.slice(0, 120)}` : `\n${failure}`);
}

function report(): void {
  const seconds = Math.max(1, Math.round((Date.now() - startMs) / 1000));
  const rate = Math.round(turns / seconds);
  console.log(
    `${turns} cases in ${seconds} s (${rate} a second), ${failures.length} failures, seed ${seed}`,
  );
}

const progress = setInterval(report, PROGRESS_MS);
await Promise.all(Array.from({ length: Math.max(1, toNumber('workers', options.workers)) }, work));
clearInterval(progress);
for (const [kind, outcomes] of counts) {
  const total = [...outcomes.values()].reduce((sum, number) => sum + number, 0);
  console.log(`\n${kind}: ${total}`);
  for (const [outcome, number] of [...outcomes].sort(([, a], [, b]) => b - a)) {
    console.log(`  ${String(number).padStart(9)}  ${outcome}`);
  }
}
console.log();
report();
if (failures.length > 0) process.exitCode = 1;
