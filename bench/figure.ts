/** A measured figure beside the bound that it has to hold, and what that comes to. */

/** `void`: the machine was too noisy to tell. `told`: there is no bound. */
export type Verdict = 'held' | 'missed' | 'void' | 'not measured' | 'told';

export interface Figure {
  readonly part: string;
  readonly what: string;
  /** With its unit, as it is printed. */
  readonly measured: string;
  readonly bound: string;
  readonly verdict: Verdict;
  /** The same as numbers; units are in the names. */
  readonly values: Readonly<Record<string, number>>;
}

/** A figure with an upper bound. */
export function atMost(
  figure: Pick<Figure, 'part' | 'what' | 'measured' | 'values'> & { readonly isVoid?: boolean },
  value: number,
  bound: number,
  unit: string,
): Figure {
  const { isVoid = false, ...rest } = figure;
  const verdict = isVoid ? 'void' : value <= bound ? 'held' : 'missed';
  return { ...rest, bound: `≤ ${bound}${unit}`, verdict };
}

/** A figure that nothing depends on. */
export function told(
  part: string,
  what: string,
  measured: string,
  values: Readonly<Record<string, number>> = {},
): Figure {
  return { part, what, measured, bound: '', verdict: 'told', values };
}

/** Something that could not be measured here, and why. */
export function notMeasured(part: string, what: string, why: string): Figure {
  return { part, what, measured: why, bound: '', verdict: 'not measured', values: {} };
}

/** 0: every bound held. 1: one was missed. 2: void, measure again. 3: something is missing. */
export function exitCodeOf(figures: readonly Figure[]): number {
  const has = (verdict: Verdict): boolean => figures.some((figure) => figure.verdict === verdict);
  if (has('missed')) return 1;
  if (has('void')) return 2;
  return has('not measured') || figures.length === 0 ? 3 : 0;
}

/** The figures as a table, in the order in which they were measured. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ part, what, measured, bound, verdict }) => [
    part,
    what,
    measured,
    bound,
    verdict === 'told' ? '' : verdict,
  ]);
  const all = [['part', 'figure', 'measured', 'bound', 'verdict'], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  const toLine = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return all.map(toLine).join('\n');
}
