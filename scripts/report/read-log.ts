/**
 * From the text of a log to its entries. The text may be what the skill wrote, line for line; the same
 * with a time before each line, as `aws logs tail` prints it; or JSON in which each line is a message,
 * as `aws logs filter-log-events` and CloudWatch's exports have it.
 */
import { z } from 'zod';

const name = z.string().nullable().default(null);

const turnSchema = z.object({
  timestamp: z.string().nullable().default(null),
  request: name,
  outcome: z.string(),
  intent: name,
  answerId: name,
  piece: z.int().nullable().default(null),
  section: name,
  understood: name,
  locale: name,
  durationMs: z.number().nonnegative(),
  isColdStart: z.boolean().default(false),
  isNewSession: z.boolean().default(false),
  sessionEnd: name,
  store: z.string().default('none'),
  Misses: z.number().default(0),
});

const unansweredSchema = z.object({ locale: name, question: z.string() });

/** What else the skill reports: a warning or an error, with what it is about. */
const failureSchema = z.object({
  level: z.enum(['warn', 'error']),
  event: z.string(),
  error: z.string().optional(),
  reason: z.string().optional(),
  outcome: z.string().optional(),
});

/** A turn's line, as docs/operations.md describes it. */
export type Turn = z.infer<typeof turnSchema>;

export type Entry =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'unanswered'; readonly question: string }
  | { readonly kind: 'failure'; readonly event: string; readonly about: string | null }
  /** A line of Lambda's own, or one of ours that is not counted. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable'; readonly line: number; readonly text: string };

/** What Lambda writes between our lines, the header of an export, and what a terminal adds. */
const NOT_OURS =
  /(?:^|\s)(?:START RequestId|END RequestId|REPORT RequestId|INIT_START|INIT_REPORT|XRAY TraceId|EXTENSION\s|LOGS\s)|^"?@timestamp/;
/** Keys under which JSON of CloudWatch's holds log lines, or lists of them. */
const HOLDERS = ['events', 'results', 'message', '@message'] as const;
const MOST_NESTED = 8;

/** Gives the entries of a log in their order. Nothing that is in it makes this throw. */
export async function* readLog(lines: AsyncIterable<string>): AsyncGenerator<Entry> {
  let number = 0;
  /** The lines of a document that fills the whole file, once it has begun. */
  let whole: string[] | null = null;
  let hasBegun = false;
  for await (const text of lines) {
    number += 1;
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (whole === null && !hasBegun && /^\s*[[{]\s*$/.test(line)) whole = [];
    if (line.trim() === '') continue;
    hasBegun = true;
    if (whole !== null) whole.push(line);
    else yield* entriesOfLine(line, number);
  }
  if (whole === null) return;
  const document = parse(whole.join('\n'));
  if (document === undefined) {
    yield { kind: 'unreadable', line: 1, text: whole.slice(0, 3).join(' ') };
  } else {
    yield* entriesIn(document, 1).map((entry, index) => ({ ...entry, line: index + 1 }));
  }
}

function entriesOfLine(text: string, line: number): readonly Entry[] {
  const found = jsonIn(text) ?? jsonInCsv(text);
  if (found !== undefined) return entriesIn(found, line);
  return [NOT_OURS.test(text) ? { kind: 'other' } : { kind: 'unreadable', line, text }];
}

/** The JSON that a line is or holds, with a time or more before it and perhaps a time after it. */
function jsonIn(text: string): unknown {
  if (/^\s*\[/.test(text)) return parse(text);
  const start = text.indexOf('{');
  return start < 0 ? undefined : parse(text.slice(start, text.lastIndexOf('}') + 1));
}

/** The JSON in a cell of a CSV file, where each quote is doubled. */
function jsonInCsv(text: string): unknown {
  const [, cell] = /"(\{""[^]*\})"/.exec(text) ?? [];
  return cell === undefined ? undefined : parse(cell.replaceAll('""', '"'));
}

function entriesIn(value: unknown, line: number, depth = 0): readonly Entry[] {
  if (depth > MOST_NESTED) return [{ kind: 'other' }];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => entriesIn(item, line, depth + 1));
  }
  if (typeof value === 'string') {
    const inner = parse(value.trim());
    if (typeof inner === 'object' && inner !== null) return entriesIn(inner, line, depth + 1);
    return [NOT_OURS.test(value) ? { kind: 'other' } : { kind: 'unreadable', line, text: value }];
  }
  if (typeof value !== 'object' || value === null) return [{ kind: 'other' }];
  const record = value as Readonly<Record<string, unknown>>;
  if (typeof record['event'] === 'string') return [entryOf(record, line)];
  // A cell of what Logs Insights found.
  if (typeof record['field'] === 'string') {
    return record['field'] === '@message' ? entriesIn(record['value'], line, depth + 1) : [];
  }
  const held = HOLDERS.filter((key) => Object.hasOwn(record, key));
  if (held.length === 0) return [{ kind: 'other' }];
  return held.flatMap((key) => entriesIn(record[key], line, depth + 1));
}

function entryOf(record: Readonly<Record<string, unknown>>, line: number): Entry {
  const unreadable: Entry = { kind: 'unreadable', line, text: JSON.stringify(record) };
  if (record['event'] === 'turn') {
    const { data: turn } = turnSchema.safeParse(record);
    return turn === undefined ? unreadable : { kind: 'turn', turn };
  }
  if (record['event'] === 'unanswered') {
    const { data } = unansweredSchema.safeParse(record);
    return data === undefined ? unreadable : { kind: 'unanswered', question: data.question };
  }
  const { data: failure } = failureSchema.safeParse(record);
  if (failure === undefined) return { kind: 'other' };
  const { event, error, reason, outcome } = failure;
  return { kind: 'failure', event, about: error ?? reason ?? outcome ?? null };
}

/** Undefined where a text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
