/** What the entries of a log come to. Pure: the same entries give the same summary. */
import type { Entry, Turn } from './read-log.ts';

/** What was counted, most first; the same count in the order of the names. */
export type Counts<T> = readonly ({ readonly count: number } & T)[];

export interface Summary {
  /** The first and the last turn's time, as ISO 8601; null where no turn has one. */
  readonly from: string | null;
  readonly to: string | null;
  readonly turns: number;
  readonly newSessions: number;
  readonly outcomes: Counts<{ readonly outcome: string }>;
  /** `asked` for by name or in one's own words; `count` includes "yes", "next" and the like. */
  readonly answers: Counts<{ readonly answerId: string; readonly asked: number }>;
  readonly sections: Counts<{ readonly section: string; readonly asked: number }>;
  readonly misses: Counts<{ readonly section: string | null }>;
  readonly unanswered: Counts<{ readonly question: string }>;
  /** The last answer and piece that were heard in sessions that ended; null: none was. */
  readonly stops: Counts<{ readonly answerId: string | null; readonly piece: number | null }>;
  readonly sessionEnds: Counts<{ readonly sessionEnd: string; readonly outcome: string }>;
  readonly locales: Counts<{ readonly locale: string | null }>;
  readonly store: Counts<{ readonly store: string }>;
  readonly failures: Counts<{ readonly event: string; readonly about: string | null }>;
  readonly coldStarts: number;
  readonly durationMs: Durations | null;
  readonly otherLines: number;
  readonly unreadableLines: number;
  readonly firstUnreadable: { readonly line: number; readonly text: string } | null;
}

export interface Durations {
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** Outcomes that give what the guide knows. */
const INFORMS: ReadonlySet<string> = new Set(['answer', 'definition']);
/** Intents by which a listener asks for something, besides each answer's own. */
const ASKS: ReadonlySet<string> = new Set([
  'AskQuestionIntent',
  'AskAboutTermIntent',
  'DefineTermIntent',
]);

/** Counts entries, however many there are. */
export async function summarise(entries: AsyncIterable<Entry>): Promise<Summary> {
  const outcomes = counter((outcome: string) => ({ outcome }));
  const answers = counter((answerId: string) => ({ answerId }));
  const asked = counter((key: string) => ({ key }));
  const sections = counter((section: string) => ({ section }));
  const misses = counter((section: string | null) => ({ section }));
  const questions = counter((key: string) => ({ key }));
  const wordings = new Map<string, string>();
  const stops = counter((answerId: string | null, piece: number | null) => ({ answerId, piece }));
  const ends = counter((sessionEnd: string, outcome: string) => ({ sessionEnd, outcome }));
  const locales = counter((locale: string | null) => ({ locale }));
  const store = counter((outcome: string) => ({ store: outcome }));
  const failures = counter((event: string, about: string | null) => ({ event, about }));
  const durations: number[] = [];
  const lines = { other: 0, unreadable: 0, newSessions: 0, coldStarts: 0 };
  let firstUnreadable: Summary['firstUnreadable'] = null;
  const times: { from: string | null; to: string | null } = { from: null, to: null };

  const addTurn = (turn: Turn): void => {
    outcomes.add(turn.outcome);
    locales.add(turn.locale);
    store.add(turn.store);
    durations.push(turn.durationMs);
    if (turn.isNewSession) lines.newSessions += 1;
    if (turn.isColdStart) lines.coldStarts += 1;
    if (turn.Misses > 0) misses.add(turn.section);
    if (turn.sessionEnd !== null) {
      stops.add(turn.answerId, turn.piece);
      ends.add(turn.sessionEnd, turn.outcome);
    }
    addHeard(turn);
    addTime(turn);
  };
  const addTime = ({ timestamp }: Turn): void => {
    if (timestamp === null) return;
    if (times.from === null || timestamp < times.from) times.from = timestamp;
    if (times.to === null || timestamp > times.to) times.to = timestamp;
  };
  const addHeard = ({ outcome, answerId, section, intent }: Turn): void => {
    if (!INFORMS.has(outcome)) return;
    const isAsked = intent !== null && (ASKS.has(intent) || intent.startsWith('Explain'));
    if (answerId !== null) {
      answers.add(answerId);
      if (isAsked) asked.add(`answer ${answerId}`);
    }
    if (section !== null) {
      sections.add(section);
      if (isAsked) asked.add(`section ${section}`);
    }
  };

  for await (const entry of entries) {
    switch (entry.kind) {
      case 'turn':
        addTurn(entry.turn);
        break;
      case 'unanswered': {
        const key = sameWords(entry.question);
        if (!wordings.has(key)) wordings.set(key, entry.question);
        questions.add(key);
        break;
      }
      case 'failure':
        failures.add(entry.event, entry.about);
        break;
      case 'other':
        lines.other += 1;
        break;
      case 'unreadable':
        lines.unreadable += 1;
        firstUnreadable ??= { line: entry.line, text: entry.text };
        break;
    }
  }

  return {
    ...times,
    turns: durations.length,
    newSessions: lines.newSessions,
    outcomes: outcomes.counts(),
    answers: byAsked(
      answers.counts().map((of) => ({ ...of, asked: asked.of(`answer ${of.answerId}`) })),
    ),
    sections: byAsked(
      sections.counts().map((of) => ({ ...of, asked: asked.of(`section ${of.section}`) })),
    ),
    misses: misses.counts(),
    unanswered: questions
      .counts()
      .map(({ key, count }) => ({ question: wordings.get(key) ?? key, count })),
    stops: stops.counts(),
    sessionEnds: ends.counts(),
    locales: locales.counts(),
    store: store.counts(),
    failures: failures.counts(),
    coldStarts: lines.coldStarts,
    durationMs: durationsOf(durations),
    otherLines: lines.other,
    unreadableLines: lines.unreadable,
    firstUnreadable,
  };
}

/** Counts how often the same arguments come. */
function counter<Key extends readonly (string | number | null)[], T>(toEntry: (...key: Key) => T) {
  const found = new Map<string, { readonly entry: T; count: number }>();
  return {
    add(...key: Key): void {
      const id = JSON.stringify(key);
      const known = found.get(id);
      if (known === undefined) found.set(id, { entry: toEntry(...key), count: 1 });
      else known.count += 1;
    },
    of: (...key: Key): number => found.get(JSON.stringify(key))?.count ?? 0,
    counts: (): ({ count: number } & T)[] =>
      [...found]
        .sort(([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || (a < b ? -1 : 1))
        .map(([, { entry, count }]) => ({ ...entry, count })),
  };
}

function byAsked<T extends { readonly asked: number }>(counts: readonly T[]): T[] {
  return [...counts].sort((a, b) => b.asked - a.asked);
}

/** Questions that differ only in case, punctuation and spaces have the same. */
function sameWords(question: string): string {
  const words = question.toLowerCase().match(/[\p{L}\p{M}\p{N}#]+/gu);
  return (words ?? [question]).join(' ');
}

/** By nearest rank. */
function durationsOf(durations: readonly number[]): Durations | null {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return sorted.length === 0 ? null : { p50: at(0.5), p99: at(0.99), longest: at(1) };
}
