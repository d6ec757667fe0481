/** From interleaved measurements to figures: each contestant against the one that all are held against. */
import { atMost, told, type Figure } from './figure.ts';
import { interleave, type Contestant } from './interleave.ts';
import { msText, ratioText, type Bench } from './part.ts';
import { median, ratioOfMedians } from './statistics.ts';

export interface ComparisonOptions {
  readonly part: string;
  /** The first one is measured twice a round. */
  readonly contestants: readonly Contestant[];
  /** The name of the contestant that the others are held against. */
  readonly against: string;
  /** Bounds of the ratios of CPU, by contestant. */
  readonly bounds: Readonly<Record<string, number>>;
}

/** Measures, and gives a figure for each contestant's CPU and the time until its first byte. */
export async function compare(bench: Bench, options: ComparisonOptions): Promise<Figure[]> {
  const { part, contestants, against, bounds } = options;
  const { rounds, tries, say } = bench;
  const processes = rounds * (contestants.length + 1);
  say(`${part}: ${contestants.length} contestants, ${rounds} rounds, ${processes} processes …`);
  const run = await interleave(contestants, {
    rounds,
    tries,
    onVoid: (twins) => say(`${part}: the same against itself is ${ratioText(twins)}: again.`),
  });
  const { isVoid } = run;
  const reference = run.cpuMs.get(against) ?? [];
  const firstByteReference = run.firstByteMs.get(against) ?? [];
  const figures = contestants.map(({ name }): Figure => {
    const cpu = run.cpuMs.get(name) ?? [];
    const firstByte = run.firstByteMs.get(name) ?? [];
    const ratio = ratioOfMedians(cpu, reference);
    const values = {
      cpuMs: median(cpu),
      firstByteMs: median(firstByte),
      ...(name === against
        ? {}
        : {
            cpuRatio: ratio.value,
            cpuRatioLow: ratio.low,
            cpuRatioHigh: ratio.high,
            firstByteRatio: median(firstByte) / median(firstByteReference),
          }),
    };
    const times = name === against ? '' : `${ratioText(ratio)} ×, `;
    const measured = `${times}CPU ${msText(values.cpuMs)}, first byte ${msText(values.firstByteMs)}`;
    const figure = { part, what: name, measured, values };
    const bound = bounds[name];
    return bound === undefined
      ? told(part, name, measured, values)
      : atMost({ ...figure, isVoid }, ratio.value, bound, ' ×');
  });
  const noise = told(part, 'the first of these against itself', `${ratioText(run.twins)} ×`, {
    cpuRatio: run.twins.value,
  });
  return [...figures, noise];
}
