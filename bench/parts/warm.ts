/** Warm turns of the built skill, with its log line on: intents, and free speech. */
import { atMost, told, type Figure } from '../figure.ts';
import { handlerIn, type Bench } from '../part.ts';
import { intentScripts, questionScripts, type Script } from '../requests.ts';
import { median, percentile } from '../statistics.ts';
import { measureWarmTurns, type WarmRun } from '../warm-process.ts';

const WARM_UP_TURNS = 6000;
const P50_BOUND_US = 15;
const P99_BOUND_US = 150;
/** A loop that does nothing takes this many times its median at its p99 at most, if it is quiet. */
const MOST_LOOP_SPREAD = 2;

export async function measureWarm(bench: Bench): Promise<Figure[]> {
  return measureTurns(bench, 'warm', intentScripts());
}

export async function measureFreeSpeech(bench: Bench): Promise<Figure[]> {
  return measureTurns(bench, 'free-speech', questionScripts());
}

async function measureTurns(
  bench: Bench,
  part: string,
  scripts: readonly Script[],
): Promise<Figure[]> {
  const { artefact, scratch, turns, tries, node, say } = bench;
  const warmUpTurns = Math.min(WARM_UP_TURNS, turns);
  const options = { handler: handlerIn(artefact), scripts, turns, warmUpTurns, node };
  for (let left = tries; ; left--) {
    say(`${part}: ${turns} turns after ${warmUpTurns} to warm up …`);
    const run = await measureWarmTurns({ ...options, folder: scratch });
    const isVoid = loopSpread(run) > MOST_LOOP_SPREAD;
    if (!isVoid || left <= 1) return toFigures(part, run, isVoid);
    say(
      `${part}: the machine is too noisy (the empty loop's p99 is ${loopSpread(run).toFixed(1)} × its p50): again.`,
    );
  }
}

function toFigures(part: string, run: WarmRun, isVoid: boolean): Figure[] {
  const p50Us = percentile(run.durationsUs, 0.5);
  const p99Us = percentile(run.durationsUs, 0.99);
  const kinds = mediansByKind(run);
  const judged = (what: string, valueUs: number, bound: number): Figure =>
    atMost(
      { part, what, measured: usText(valueUs), values: { durationUs: valueUs }, isVoid },
      valueUs,
      bound,
      ' µs',
    );
  return [
    judged('a turn, JSON in to JSON out, p50', p50Us, P50_BOUND_US),
    judged('a turn, JSON in to JSON out, p99', p99Us, P99_BOUND_US),
    told(
      part,
      `each of the ${kinds.length} different turns by its median`,
      `p50 ${usText(percentile(kinds, 0.5))}, p99 ${usText(percentile(kinds, 0.99))}`,
      { p50Us: percentile(kinds, 0.5), p99Us: percentile(kinds, 0.99) },
    ),
    told(
      part,
      'JSON alone: its request parsed and its response written, again',
      `p50 ${usText(percentile(run.jsonUs, 0.5))}, p99 ${usText(percentile(run.jsonUs, 0.99))}`,
      { p50Us: percentile(run.jsonUs, 0.5), p99Us: percentile(run.jsonUs, 0.99) },
    ),
    told(
      part,
      'an empty loop beside each turn',
      `p50 ${usText(percentile(run.loopsUs, 0.5))}, p99 ${usText(percentile(run.loopsUs, 0.99))}`,
      { p50Us: percentile(run.loopsUs, 0.5), p99Us: percentile(run.loopsUs, 0.99) },
    ),
  ];
}

/** What a noisy machine adds to one turn or another falls out of the median of all turns alike. */
function mediansByKind({ durationsUs, kinds }: WarmRun): number[] {
  const byKind = new Map<number, number[]>();
  for (const [turn, durationUs] of durationsUs.entries()) {
    const kind = kinds[turn] ?? 0;
    const known = byKind.get(kind);
    if (known) known.push(durationUs);
    else byKind.set(kind, [durationUs]);
  }
  return [...byKind.values()].map(median);
}

function loopSpread({ loopsUs }: WarmRun): number {
  return percentile(loopsUs, 0.99) / percentile(loopsUs, 0.5);
}

function usText(valueUs: number): string {
  return `${valueUs.toFixed(1)} µs`;
}
