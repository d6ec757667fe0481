/**
 * What is noted of a turn on its way through the skill, for the line that turn-log.ts makes of it.
 * Names and ids are noted only where they are ours or Amazon's: whatever else comes in is "unknown",
 * so that no request can put words of its own into the log.
 */
import type { Request } from 'ask-sdk-model';
import type { Turn } from './handlers/turn.ts';
import type { Loaded, SaveOutcome, UserMemory } from './memory/memory.ts';
import type { Outcome, Reply } from './reply.ts';
import type { SentencePlace, Session } from './session.ts';
import type { Understanding } from './understand/understanding.ts';

/** A spoken reply's outcome; or that there was no speech, and why. "failed" is an empty response. */
export type TurnOutcome = Outcome | 'silent' | 'can-fulfil' | 'refused' | 'failed';

/** What the store did last in a turn; "none" where there is no store or it was not asked. */
export type StoreOutcome = 'none' | Loaded['state'] | SaveOutcome | 'failed';

/** Who ended the session: the guide, or Alexa with one of its reasons. Null while it is open. */
export type SessionEnd = 'guide' | 'unknown' | (typeof END_REASONS)[number];

export interface TurnNote {
  /** When the request came in, as {@link clockMs} tells it. */
  readonly startedMs: number;
  /** Lambda's own id of the invocation. */
  readonly requestId: string | null;
  readonly isNewSession: boolean;
  request: string | null;
  intent: string | null;
  locale: string | null;
  outcome: TurnOutcome;
  /** The answer that was said; where the session ended, the last one that was heard. */
  answerId: string | null;
  /** The piece of that answer; 0 is the short answer. */
  piece: number | null;
  /** The section that is talked about after the turn. */
  section: string | null;
  sessionEnd: SessionEnd | null;
  /** What free speech was taken for; null where there was none. */
  understood: Understanding['kind'] | null;
  /** Whether a question was not answered. */
  isMiss: boolean;
  store: StoreOutcome;
  /** The words that nothing was found for; they leave the process only where that is asked for. */
  unanswered: string | null;
}

const REQUEST_ID = /^[0-9a-f-]{36}$/;
const END_REASONS = ['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS'] as const;

/** The types of Amazon's requests that a custom skill may get. */
const REQUEST_TYPES: ReadonlySet<unknown> = new Set([
  'LaunchRequest',
  'IntentRequest',
  'SessionEndedRequest',
  'SessionResumedRequest',
  'CanFulfillIntentRequest',
  'Connections.Response',
  'Messaging.MessageReceived',
  'System.ExceptionEncountered',
  'Alexa.Presentation.APL.UserEvent',
  'Alexa.Presentation.APL.RuntimeError',
  'Alexa.Presentation.APL.LoadIndexListData',
  'Alexa.Presentation.APL.LoadTokenListData',
  'AlexaSkillEvent.SkillEnabled',
  'AlexaSkillEvent.SkillDisabled',
  'AlexaSkillEvent.SkillAccountLinked',
  'AlexaSkillEvent.SkillPermissionAccepted',
  'AlexaSkillEvent.SkillPermissionChanged',
  'AlexaSkillEvent.ProactiveSubscriptionChanged',
]);

/** Milliseconds that have passed, from any start. Not `performance`: to set that up takes 1 ms of a start. */
export function clockMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Begins the note of an event of any shape. Until more is noted, its outcome is "failed". */
export function beginNote(event: unknown, context: unknown): TurnNote {
  const envelope = event as {
    request?: { type?: unknown } | null;
    session?: { new?: unknown } | null;
  } | null;
  const requestId = (context as { awsRequestId?: unknown } | null | undefined)?.awsRequestId;
  return {
    startedMs: clockMs(),
    requestId: typeof requestId === 'string' && REQUEST_ID.test(requestId) ? requestId : null,
    isNewSession: envelope?.session?.new === true,
    request: knownType(envelope?.request?.type),
    intent: null,
    locale: null,
    outcome: 'failed',
    answerId: null,
    piece: null,
    section: null,
    sessionEnd: null,
    understood: null,
    isMiss: false,
    store: 'none',
    unanswered: null,
  };
}

function knownType(type: unknown): string | null {
  if (type === undefined) return null;
  return REQUEST_TYPES.has(type) ? (type as string) : 'unknown';
}

/** Notes what was asked, and where the listener was when they asked it. */
export function noteRequest(
  note: TurnNote,
  request: Request,
  intentName: string,
  turn: Turn,
): void {
  const { catalogue, session } = turn;
  const isKnown = catalogue.intents.get(intentName) !== undefined;
  if ('intent' in request) note.intent = isKnown ? intentName : 'unknown';
  const locale: unknown = 'locale' in request ? request.locale : undefined;
  if (locale != null) note.locale = locale === turn.locale ? turn.locale : 'unknown';
  notePlace(note, session.at, session);
  if (request.type !== 'SessionEndedRequest') return;
  const { reason } = request as { readonly reason?: unknown };
  note.sessionEnd = END_REASONS.find((known) => known === reason) ?? 'unknown';
}

/** Notes what was decided. A session that goes on is at its answer, one that ends where it was. */
export function noteReply(note: TurnNote, reply: Reply): void {
  if (reply.kind !== 'spoken') {
    note.outcome = reply.kind === 'can-fulfil' ? 'can-fulfil' : 'silent';
    if (note.sessionEnd === null) notePlace(note, null, null);
    return;
  }
  const { outcome, session, answerId } = reply;
  note.outcome = outcome;
  note.isMiss = session.misses > 0 || (note.understood === 'near' && outcome === 'not-covered');
  if (reply.ask === null) note.sessionEnd = 'guide';
  if (answerId !== null || reply.ask !== null) {
    note.answerId = answerId;
    note.piece = session.at !== null && session.at.id === answerId ? session.at.piece : null;
  }
  note.section = reply.section ?? session.about;
}

function notePlace(note: TurnNote, at: SentencePlace | null, session: Session | null): void {
  note.answerId = at?.id ?? null;
  note.piece = at?.piece ?? null;
  note.section = session?.about ?? null;
}

/** The same turn, with what its free speech is taken for noted. */
export function noteUnderstanding(note: TurnNote, turn: Turn): Turn {
  return {
    ...turn,
    async understand(question, topic) {
      const understood = await turn.understand(question, topic);
      const { kind } = understood;
      note.understood = kind;
      note.unanswered = kind === 'nothing' || kind === 'near' ? question : null;
      return understood;
    },
  };
}

/** The same memory, with what it did noted; where it rejects, "failed" stays. */
export function noteMemory(note: TurnNote, memory: UserMemory): UserMemory {
  return {
    async load(userId) {
      note.store = 'failed';
      const loaded = await memory.load(userId);
      note.store = loaded.state;
      return loaded;
    },
    async save(userId, base, stored) {
      note.store = 'failed';
      const saved = await memory.save(userId, base, stored);
      note.store = saved.outcome;
      return saved;
    },
    async forget(userId) {
      note.store = 'failed';
      const isForgotten = await memory.forget(userId);
      note.store = isForgotten ? 'forgotten' : 'unavailable';
      return isForgotten;
    },
  };
}
