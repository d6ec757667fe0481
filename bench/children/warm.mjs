/**
 * Many turns in one process: `node --expose-gc warm.mjs HANDLER SCRIPTS TURNS WARM_UP_TURNS` plays the
 * sessions over and over, JSON text in, JSON text out, and writes what each turn took to file descriptor
 * 3. After each turn the same texts are parsed and written once more, to tell what JSON alone takes.
 * Beside each turn runs a loop that does nothing: how evenly it runs tells how quiet the machine is.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [, , handlerUrl, scriptsFile, turns, warmUpTurns] = process.argv;
const LOOP_STEPS = 10_000;
const total = Number(turns) + Number(warmUpTurns);
const { handler } = await import(handlerUrl);
const scripts = JSON.parse(readFileSync(scriptsFile, 'utf8'));
const context = { awsRequestId: 'bench' };

// The turns of the warm-up are written down too, and left out at the end: a branch that is taken for the
// first time when measuring begins would have V8 compile all of this anew, in the middle of it.
const durationsUs = new Float64Array(total);
const jsonUs = new Float64Array(total);
const loopsUs = new Float64Array(total);
const kinds = new Uint16Array(total);
const memory = [];
const silent = [];
let turn = 0;
let sum = 0;
while (turn < total) {
  let kind = 0;
  for (const script of scripts) {
    let attributes = {};
    for (const [at, envelope] of script.entries()) {
      const text = JSON.stringify({
        ...envelope,
        session: { ...envelope.session, new: at === 0, attributes },
      });
      const started = performance.now();
      const answered = await handler(JSON.parse(text), context);
      const answer = JSON.stringify(answered);
      const ended = performance.now();
      JSON.parse(text);
      JSON.stringify(answered);
      const read = performance.now();
      for (let step = 0; step < LOOP_STEPS; step++) sum += step % 7;
      const looped = performance.now();
      durationsUs[turn] = (ended - started) * 1000;
      jsonUs[turn] = (read - ended) * 1000;
      loopsUs[turn] = (looped - read) * 1000;
      kinds[turn] = kind;
      const { response, sessionAttributes } = JSON.parse(answer);
      if (response.outputSpeech === undefined) silent.push(envelope.request);
      attributes = sessionAttributes ?? {};
      turn++;
      kind++;
      if (turn === 1 || turn === total) memory.push(memoryNow());
      if (turn >= total) break;
    }
    if (turn >= total) break;
  }
}
const measured = (values) => [...values.subarray(Number(warmUpTurns))];
const result = {
  durationsUs: measured(durationsUs),
  jsonUs: measured(jsonUs),
  loopsUs: measured(loopsUs),
  kinds: measured(kinds),
  memory,
  silent: silent.slice(0, 3),
  sum,
};
writeFileSync(3, JSON.stringify(result));
process.exit();

/** Resident memory as it stands, then the objects that are really in use. */
function memoryNow() {
  const rssBytes = process.memoryUsage.rss();
  globalThis.gc();
  return { rssBytes, heapUsedBytes: process.memoryUsage().heapUsed };
}
