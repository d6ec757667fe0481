/**
 * One log line a turn, which is its CloudWatch metrics too: the embedded metric format has them read
 * from the line itself. docs/operations.md lists the fields. The line holds outcomes and ids, never
 * what was said or by whom; the one exception is a second line that an operator has to ask for.
 */
import { late } from './late.ts';
import { type Log, logTo, toIsoTime, type WriteLine } from './log.ts';
import { clockMs, type StoreOutcome, type TurnNote } from './turn-note.ts';

export interface TurnLogOptions {
  readonly write: WriteLine;
  /** Whether questions that found no answer are written, without their numbers. */
  readonly recordUnanswered: boolean;
}

export type LogTurn = (note: TurnNote) => void | Promise<void>;

const METRICS = [
  { Name: 'Turns', Unit: 'Count' },
  { Name: 'DurationMs', Unit: 'Milliseconds' },
  { Name: 'StoreFailures', Unit: 'Count' },
  { Name: 'Misses', Unit: 'Count' },
];

/** All of the metadata but the time, which stands between the two. */
const METADATA_START = ',"_aws":{"Timestamp":';
const METADATA_END = `,"CloudWatchMetrics":${JSON.stringify([
  { Namespace: 'ChemoGuide', Dimensions: [[]], Metrics: METRICS },
  // Each value of a dimension is a metric of its own, and is paid for: only the turns are counted so.
  { Namespace: 'ChemoGuide', Dimensions: [['outcome']], Metrics: METRICS.slice(0, 1) },
])}}}`;

/** What the store may say without having failed. */
const GOOD_STORE_OUTCOMES: ReadonlySet<StoreOutcome> = new Set([
  'none',
  'found',
  'new',
  'saved',
  'merged',
  'unchanged',
  'forgotten',
]);

/** Writes each turn as it ends; the first one is the cold start. */
export function createTurnLog({ write, recordUnanswered }: TurnLogOptions): LogTurn {
  const log = logTo(write);
  let isColdStart = true;
  return (note) => {
    const nowMs = Date.now();
    write(toLine(note, isColdStart, nowMs));
    isColdStart = false;
    const { locale, unanswered } = note;
    if (!recordUnanswered || !note.isMiss || unanswered === null) return;
    return logUnanswered(log, locale, unanswered);
  };
}

const loadUnanswered = late(() => import('./unanswered.ts'));

async function logUnanswered(log: Log, locale: string | null, words: string): Promise<void> {
  const { toUnanswered } = await loadUnanswered();
  log({ level: 'info', event: 'unanswered', locale, question: toUnanswered(words) });
}

/**
 * Puts the line together by hand, in a third of the time that JSON.stringify takes: all that is in it
 * are numbers, flags, and names and ids that need no escaping.
 */
function toLine(note: TurnNote, isColdStart: boolean, nowMs: number): string {
  const durationMs = String(Math.round((clockMs() - note.startedMs) * 100) / 100);
  return (
    `{"timestamp":"${toIsoTime(nowMs)}","level":"info","event":"turn"` +
    `,"requestId":${quote(note.requestId)}` +
    `,"request":${quote(note.request)},"outcome":"${note.outcome}"` +
    `,"intent":${quote(note.intent)},"answerId":${quote(note.answerId)},"piece":${note.piece}` +
    `,"section":${quote(note.section)},"understood":${quote(note.understood)}` +
    `,"locale":${quote(note.locale)},"durationMs":${durationMs}` +
    `,"isColdStart":${isColdStart},"isNewSession":${note.isNewSession}` +
    `,"sessionEnd":${quote(note.sessionEnd)},"store":"${note.store}"` +
    `,"Turns":1,"DurationMs":${durationMs}` +
    `,"StoreFailures":${GOOD_STORE_OUTCOMES.has(note.store) ? 0 : 1}` +
    `,"Misses":${note.isMiss ? 1 : 0}${METADATA_START}${nowMs}${METADATA_END}`
  );
}

function quote(name: string | null): string {
  return name === null ? 'null' : `"${name}"`;
}
