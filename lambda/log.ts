/** One structured log line an event: outcomes and ids, never what was said or by whom. */

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: string | number | boolean | null | undefined;
}

export type Log = (line: LogLine) => void;

export const logToConsole: Log = (line) => {
  const write = line.level === 'error' ? console.error : console.log;
  write(JSON.stringify(line));
};

/** An error's name and stack, cut to a length that a log keeps; messages may hold what was said. */
export function errorFields(error: unknown): { error: string; stack: string } {
  if (!(error instanceof Error)) return { error: typeof error, stack: '' };
  const stack = error.stack ?? '';
  const trace = stack.slice(stack.indexOf(error.message) + error.message.length);
  const frames = trace.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, stack: frames.slice(0, 5).join('\n') };
}
