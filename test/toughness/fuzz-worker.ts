/** One worker of `npm run fuzz`: plays the batches that it is given, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Kind } from './kinds.ts';
import { newTally, run, type Tally } from './play.ts';

export interface Batch {
  readonly kind: Kind;
  readonly plans: number;
  readonly seed: number;
  readonly path?: string;
}

export interface Played {
  readonly batch: Batch;
  readonly tally: Tally;
  /** What went wrong and how to see it again; null if nothing did. */
  readonly failure: string | null;
}

/** Plans that were begun in the batch: the main thread sees from it which one never ends. */
const begun = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', async (batch: Batch) => {
  Atomics.store(begun, 0, 0);
  const tally = newTally();
  const onPlan = (): void => {
    Atomics.add(begun, 0, 1);
  };
  const failure = await run({ ...batch, onPlan }, tally);
  // A worker's port has one other end, and no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage({ batch, tally, failure } satisfies Played);
});
