/**
 * What is remembered of a listener between sessions: settings, a place and ids, never what was said.
 * Pure. What comes back from a store is read strictly: a value with any part that does not fit is
 * corrupt as a whole, so that it is never written back with a default in that part's place.
 */
import { isDeepStrictEqual } from 'node:util';

export interface Stored {
  /** Version of this shape. Changing the shape in any way needs a new one and a migration. */
  readonly schema: 1;
  /** Steps from the usual speed of speech. */
  readonly speed: -2 | -1 | 0 | 1 | 2;
  readonly detail: 'short' | 'full';
  /** Where the listener stopped. */
  readonly place: { readonly id: string; readonly piece: number; readonly sentence: number } | null;
  /** Ids of the kept questions for the doctor, latest last; at most {@link MOST_QUESTIONS}. */
  readonly questions: readonly string[];
  /** Days, as YYYY-MM-DD. */
  readonly firstUsed: string | null;
  readonly lastUsed: string | null;
}

export type ReadStored =
  | { readonly kind: 'stored'; readonly stored: Stored }
  | { readonly kind: 'corrupt' }
  /** Written by a later version of the skill than this one. */
  | { readonly kind: 'newer' };

/** Takes a value of schema n, of any shape, to schema n + 1; null if it cannot. */
export type Migration = (
  older: Readonly<Record<string, unknown>>,
) => Record<string, unknown> | null;

export const MOST_QUESTIONS = 20;
const LONGEST_ID = 120;
const SCHEMA = 1;

/** Schema number to the migration that leads away from it. Schema 1 is the first that was stored. */
const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

export const defaultStored: Stored = {
  schema: SCHEMA,
  speed: 0,
  detail: 'short',
  place: null,
  questions: [],
  firstUsed: null,
  lastUsed: null,
};

/** Reads a stored value of any shape and of any schema up to this one's. */
export function readStored(value: unknown, migrations = MIGRATIONS): ReadStored {
  const schema = isRecord(value) ? value['schema'] : undefined;
  if (!Number.isSafeInteger(schema)) return { kind: 'corrupt' };
  if (Number(schema) > SCHEMA) return { kind: 'newer' };
  let migrated: unknown = value;
  for (let older = Number(schema); older < SCHEMA; older += 1) {
    const migrate = migrations.get(older);
    if (migrate === undefined || !isRecord(migrated)) return { kind: 'corrupt' };
    migrated = migrate(migrated);
  }
  const stored = isRecord(migrated) ? readCurrent(migrated) : null;
  return stored === null ? { kind: 'corrupt' } : { kind: 'stored', stored };
}

function readCurrent(value: Record<string, unknown>): Stored | null {
  const speed = SPEEDS.find((known) => known === value['speed']);
  const detail = DETAILS.find((known) => known === value['detail']);
  const place = value['place'] === null ? null : readPlace(value['place']);
  const questions = readQuestions(value['questions']);
  const firstUsed = readDay(value['firstUsed']);
  const lastUsed = readDay(value['lastUsed']);
  if (speed === undefined || detail === undefined || place === undefined) return null;
  if (questions === undefined || firstUsed === undefined || lastUsed === undefined) return null;
  return { schema: SCHEMA, speed, detail, place, questions, firstUsed, lastUsed };
}

const SPEEDS = [-2, -1, 0, 1, 2] as const;
const DETAILS = ['short', 'full'] as const;

function readPlace(value: unknown): Stored['place'] | undefined {
  if (!isRecord(value)) return undefined;
  const { id, piece, sentence } = value;
  return isId(id) && isCount(piece) && isCount(sentence) ? { id, piece, sentence } : undefined;
}

function readQuestions(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_QUESTIONS) return undefined;
  // Array.from and not filter: a hole in the list is no id.
  const ids = Array.from(value, (id: unknown) => (isId(id) ? id : null));
  const known = ids.filter((id) => id !== null);
  return known.length === ids.length ? [...new Set(known)] : undefined;
}

function readDay(value: unknown): string | null | undefined {
  if (value === null) return null;
  const isDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
  return typeof value === 'string' && isDay.test(value) ? value : undefined;
}

/** An id of the content's; a listener's words would not pass for one. */
function isId(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= LONGEST_ID &&
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
  );
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1000;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isSame(one: Stored, other: Stored): boolean {
  return isDeepStrictEqual(one, other);
}

/**
 * Joins two changes of the same base: `mine`, which is to be written, and `theirs`, which was
 * written meanwhile. What I changed wins; questions that either kept are kept and those that either
 * took out are out; the first use is the earliest, the last use the latest.
 */
export function mergeStored(base: Stored, mine: Stored, theirs: Stored): Stored {
  const merge = <Field extends keyof Stored>(
    field: Field,
    ofBoth: (my: Stored[Field], their: Stored[Field]) => Stored[Field] = (my) => my,
  ): Stored[Field] => {
    if (isDeepStrictEqual(mine[field], base[field])) return theirs[field];
    if (isDeepStrictEqual(theirs[field], base[field])) return mine[field];
    return ofBoth(mine[field], theirs[field]);
  };
  return {
    schema: SCHEMA,
    speed: merge('speed'),
    detail: merge('detail'),
    place: merge('place'),
    questions: merge('questions', (my, their) => mergeQuestions(base.questions, my, their)),
    firstUsed: merge('firstUsed', (my, their) => sortedDays(my, their)[0] ?? null),
    lastUsed: merge('lastUsed', (my, their) => sortedDays(my, their).at(-1) ?? null),
  };
}

/** If there are too many in the end, the oldest are dropped. */
function mergeQuestions(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const kept = theirs.filter((id) => mine.includes(id) || !base.includes(id));
  const added = mine.filter((id) => !base.includes(id) && !theirs.includes(id));
  return [...kept, ...added].slice(-MOST_QUESTIONS);
}

function sortedDays(...days: readonly (string | null)[]): readonly string[] {
  return days.filter((day) => day !== null).sort();
}
