/** One row of the proof: something that was tried, and how it went. */

export interface Row {
  readonly where: string;
  readonly what: string;
  /** What went wrong; null if nothing did. */
  readonly failure: string | null;
}

/** Tries something that throws if it fails. */
export async function tryOut(
  where: string,
  what: string,
  attempt: () => Promise<void>,
): Promise<Row> {
  try {
    await attempt();
    return { where, what, failure: null };
  } catch (error) {
    return { where, what, failure: (error as Error).message };
  }
}

/** The rows under each other, with what went wrong at the end. */
export function toTable(rows: readonly Row[]): string {
  const width = (of: (row: Row) => string): number =>
    Math.max(...rows.map((row) => of(row).length));
  const whereWidth = width(({ where }) => where);
  const whatWidth = width(({ what }) => what);
  const lines = rows.map(
    ({ where, what, failure }) =>
      `${where.padEnd(whereWidth)}  ${what.padEnd(whatWidth)}  ${failure === null ? 'passed' : 'FAILED'}`,
  );
  const failures = rows.flatMap(({ where, what, failure }) =>
    failure === null ? [] : [`\n${where}, ${what}:\n${failure}`],
  );
  return [...lines, ...failures].join('\n');
}
