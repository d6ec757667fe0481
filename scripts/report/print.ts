/** A summary in words and tables, for someone who looks after the content. */
import type { Summary } from './summary.ts';

/** What the content calls an answer or a section; an id that it does not have is its own title. */
export interface Titles {
  readonly answer: (id: string) => string;
  readonly section: (id: string) => string;
}

type Row = readonly (string | number)[];

const MOST_ROWS = 15;
const LONGEST_CELL = 60;

const OUTCOMES: Readonly<Record<string, string>> = {
  welcome: 'opened, or at the start again',
  answer: 'an answer',
  definition: 'what a word means',
  list: 'a list',
  clarify: 'asked what was meant',
  'not-covered': 'said that it does not cover this, or could not place it',
  advice: 'turned a decision to the care team',
  urgent: 'sent an emergency to help',
  control: 'did what a command asked',
  goodbye: 'said goodbye',
  error: 'failed, and said so',
  silent: 'nothing was to be said',
  'can-fulfil': 'a question of Alexa’s own',
  refused: 'refused: not meant for this skill',
  failed: 'failed, and said nothing',
};

const ENDS: Readonly<Record<string, string>> = {
  'guide goodbye': 'the listener said stop',
  'guide urgent': 'an emergency was sent to help',
  USER_INITIATED: 'the listener left',
  EXCEEDED_MAX_REPROMPTS: 'the listener said nothing more',
  ERROR: 'Alexa could not use the response',
  unknown: 'Alexa gave no reason that is known',
};

const STORE: Readonly<Record<string, string>> = {
  none: 'not asked',
  found: 'found the listener',
  new: 'the listener was new',
  saved: 'saved',
  merged: 'saved, with another device’s changes',
  unchanged: 'had nothing to save',
  forgotten: 'forgot the listener',
};

/** The report as text, without a line break at its end. */
export function printReport(summary: Summary, titles: Titles): string {
  const { turns, newSessions, from, to, durationMs } = summary;
  if (turns === 0 && summary.unanswered.length === 0 && summary.failures.length === 0) {
    const isEmpty = summary.otherLines === 0 && summary.unreadableLines === 0;
    const nothing = isEmpty ? 'The log is empty' : 'There is no turn of the guide in this log';
    return [`${nothing}, so there is nothing to report.`, ...readingOf(summary)].join('\n');
  }
  const share = (count: number, of = turns): string =>
    of === 0 ? '' : `${Math.round((100 * count) / of)} %`;
  const section = (id: string | null): string => (id === null ? 'nothing yet' : titles.section(id));
  const misses = summary.misses.reduce((sum, { count }) => sum + count, 0);
  const ends = summary.stops.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    [
      `${number(turns, 'turn')}, ${number(newSessions, 'new session')}.`,
      ...(from === null || to === null ? [] : [`From ${minute(from)} to ${minute(to)} (UTC).`]),
    ],
    table(
      'What came of the turns',
      ['turns', 'share', ''],
      summary.outcomes.map(({ outcome, count }) => [
        count,
        share(count),
        OUTCOMES[outcome] ?? outcome,
      ]),
    ),
    table(
      'What is asked most',
      ['asked', 'heard', 'answer'],
      summary.answers.map(({ answerId, asked, count }) => [asked, count, titles.answer(answerId)]),
    ),
    table(
      'Which parts are asked about most',
      ['asked', 'heard', 'part'],
      summary.sections.map((of) => [of.asked, of.count, section(of.section)]),
    ),
    table(
      `Questions that the guide could not place: ${misses}, ${share(misses)} of the turns. They came while this was talked about`,
      ['missed', 'part'],
      summary.misses.map((of) => [of.count, section(of.section)]),
    ),
    table(
      'What these questions were',
      ['times', 'question'],
      summary.unanswered.map(({ question, count }) => [count, question]),
    ),
    table(
      'Where people stop: the last that they heard',
      ['times', 'share', 'answer', 'piece'],
      summary.stops.map(({ answerId, piece, count }) => [
        count,
        share(count, ends),
        answerId === null ? 'before any answer' : titles.answer(answerId),
        answerId === null || piece === null ? '' : pieceName(piece),
      ]),
    ),
    table(
      'How sessions end',
      ['times', 'share', ''],
      summary.sessionEnds.map(({ sessionEnd, outcome, count }) => [
        count,
        share(count, ends),
        ENDS[sessionEnd] ?? ENDS[`${sessionEnd} ${outcome}`] ?? `${sessionEnd}, ${outcome}`,
      ]),
    ),
    table(
      'Locales',
      ['turns', 'locale'],
      summary.locales.map(({ locale, count }) => [count, locale ?? 'none was given']),
    ),
    table(
      'The store of what is remembered',
      ['turns', ''],
      summary.store.map(({ store, count }) => [count, STORE[store] ?? `failed: ${store}`]),
    ),
    table(
      'Warnings and errors',
      ['times', 'event', 'what'],
      summary.failures.map(({ event, about, count }) => [count, event, about ?? '']),
    ),
    durationMs === null
      ? []
      : [
          'How long a turn takes, in milliseconds',
          `  half of them up to ${durationMs.p50}, 99 of 100 up to ${durationMs.p99}, the longest ${durationMs.longest}`,
          `  ${number(summary.coldStarts, 'cold start')}; the time that Lambda takes to start is not in it`,
        ],
    readingOf(summary),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

/** What could not be read. */
function readingOf({ unreadableLines, firstUnreadable }: Summary): readonly string[] {
  if (firstUnreadable === null) return [];
  return [
    `${number(unreadableLines, 'line')} could not be read. The first is number ${firstUnreadable.line}:`,
    `  ${cell(firstUnreadable.text)}`,
  ];
}

/** A table with a title; nothing where there are no rows. Numbers stand to the right. */
function table(title: string, head: readonly string[], rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const shown = [head, ...rows.slice(0, MOST_ROWS)].map((row) => row.map(cell));
  const isNumeric = head.map((_, column) => rows.every((row) => isNumber(row[column])));
  const widths = head.map((_, column) =>
    Math.max(...shown.map((row) => (row[column] ?? '').length)),
  );
  const lines = shown.map((row) => {
    const cells = row.map((text, column) => {
      const width = widths[column] ?? 0;
      return isNumeric[column] === true ? text.padStart(width) : text.padEnd(width);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
  const rest = rows.length - MOST_ROWS;
  return [title, ...lines, ...(rest > 0 ? [`  and ${rest} more (--json has them all)`] : [])];
}

function isNumber(value: string | number | undefined): boolean {
  return typeof value === 'number' || /^\d+ %$/.test(value ?? '');
}

/** One line of printable text: what a log holds must not reach a terminal as it is. */
function cell(value: string | number): string {
  const text = String(value).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}

function pieceName(piece: number): string {
  return piece === 0 ? 'short answer' : `continuation ${piece}`;
}

function minute(timestamp: string): string {
  return cell(timestamp.slice(0, 16).replace('T', ' '));
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
