/** The kinds of hostile input. Each makes plans: one turn or more, which play.ts plays. */
import * as fc from 'fast-check';
import { ENVELOPES, INTENTS, LOCALE_NAMES, REQUEST_TYPES, SESSIONS } from './corpus.ts';
import { anyCount, anyId, anyKey, anyLine, forgedSession } from './forged-session.ts';
import { anyJson, anyPart, giant, hostileKey } from './hostile.ts';
import { intentIn } from './intents.ts';
import type { Edit, Json, RawJson } from './json.ts';

export interface PlannedTurn {
  readonly event: Json;
  readonly edits: readonly Edit[];
  /** What is done to the attributes of the turn before, which then take the place of the event's. */
  readonly sessionEdits: readonly Edit[] | null;
}

export interface Plan {
  /** Attributes before the first turn. */
  readonly session: Json;
  /** Whether a session of it may be one that no skill gave. */
  readonly isForged: boolean;
  readonly turns: readonly PlannedTurn[];
}

function editsWith(value: fc.Arbitrary<Json | RawJson>, most: number): fc.Arbitrary<Edit[]> {
  const at = fc.nat({ max: 400 });
  const edit = fc.oneof<{ weight: number; arbitrary: fc.Arbitrary<Edit> }[]>(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('put'), at, value }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('add'), at, key: hostileKey, value }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('remove'), at }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('swap'), at, other: at }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('rename'), at, key: hostileKey }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('wrap'), at, isList: fc.boolean() }) },
  );
  return fc.array(edit, { minLength: 1, maxLength: most });
}

const noEdits = fc.constant<Edit[]>([]);
const realSession = fc.constantFrom(...SESSIONS);
const realEnvelope = fc.constantFrom(...ENVELOPES);
const emptySession = fc.constant<Json>({});

/** A plan of one turn, in the session that its event has. */
function once(
  event: fc.Arbitrary<Json>,
  { edits = noEdits, isForged = true } = {},
): fc.Arbitrary<Plan> {
  return fc.tuple(event, edits).map(([given, all]) => ({
    session: {},
    isForged,
    turns: [{ event: given, edits: all, sessionEdits: null }],
  }));
}

/** A plan of so many turns; the session goes from turn to turn and is tampered with on the way. */
function talk(session: fc.Arbitrary<Json>, turns: number): fc.Arbitrary<Plan> {
  const sessionEdits = fc.oneof(
    { weight: 1, arbitrary: noEdits },
    { weight: 3, arbitrary: editsWith(fc.oneof(anyPart, anyId, anyKey, anyLine, anyCount), 4) },
  );
  const turn = fc.record({ event: intentIn(emptySession), edits: noEdits, sessionEdits });
  return fc.record({
    session,
    isForged: fc.constant(true),
    turns: fc.array(turn, { minLength: turns, maxLength: turns }),
  });
}

/** An event of which any part may be anything, and whose type is often one that is known. */
const anyParts: fc.Arbitrary<Json> = fc.record(
  {
    version: anyJson,
    session: anyJson,
    context: anyJson,
    request: fc.record(
      {
        type: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom<Json>(...REQUEST_TYPES) },
          { weight: 1, arbitrary: anyJson },
        ),
        intent: fc.oneof(
          anyJson,
          fc.record({ name: fc.constantFrom<Json>(...INTENTS), slots: anyJson }),
        ),
        locale: fc.oneof(anyJson, fc.constantFrom<Json>(...LOCALE_NAMES)),
        timestamp: anyJson,
        reason: anyJson,
      },
      { requiredKeys: ['type'] },
    ),
  },
  { requiredKeys: ['request'] },
);

export const KINDS = {
  'any JSON': fc.oneof(
    { weight: 1, arbitrary: once(anyJson) },
    { weight: 3, arbitrary: once(anyParts) },
  ),
  'broken envelopes': once(realEnvelope, { edits: editsWith(anyPart, 6) }),
  'hostile words': once(intentIn(realSession), { isForged: false }),
  'forged sessions': once(intentIn(forgedSession)),
  'tampered sessions': talk(realSession, 1),
  'tampered conversations': talk(emptySession, 5),
  giants: once(fc.oneof(realEnvelope, intentIn(realSession)), { edits: editsWith(giant, 1) }),
} as const satisfies Record<string, fc.Arbitrary<Plan>>;

export type Kind = keyof typeof KINDS;
