/** A skill whose turns are logged, and the lines that were written. */
import type { SkillOptions } from '../../lambda/skill.ts';
import { createTurnLog } from '../../lambda/turn-log.ts';

/** A turn's line as it is read back. */
export type TurnLine = Readonly<Record<string, unknown>>;

export interface LoggedTurns {
  /** What the skill is made with, to be logged. */
  readonly options: Pick<SkillOptions, 'logTurn'>;
  /** Every line as it was written. */
  readonly lines: readonly string[];
  /** The lines of an event, parsed. */
  readonly of: (event: string) => TurnLine[];
  readonly last: () => TurnLine;
}

export function logTurns(recordUnanswered = false): LoggedTurns {
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
  };
  const of = (event: string): TurnLine[] =>
    lines.map((line) => JSON.parse(line) as TurnLine).filter((line) => line['event'] === event);
  return {
    options: { logTurn: createTurnLog({ write, recordUnanswered }) },
    lines,
    of,
    last() {
      const line = of('turn').at(-1);
      if (line === undefined) throw new Error('No turn was logged.');
      return line;
    },
  };
}
