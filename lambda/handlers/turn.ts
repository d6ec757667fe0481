/** One turn of a conversation as a handler sees it, and the pieces that every reply is made of. */
import type { Catalogue } from '../catalogue.ts';
import type { PromptId } from '../prompts.ts';
import type { CardContent, Line, Outcome, Question, SpokenReply } from '../reply.ts';
import { changed, MOST_COUNTED, type Offer, type Session, type Spoken } from '../session.ts';
import type { HeardSlots } from '../slots.ts';
import type { Topic } from '../understand/reading.ts';
import type { Understanding } from '../understand/understanding.ts';

export interface Turn {
  readonly catalogue: Catalogue;
  readonly locale: string;
  readonly slots: HeardSlots;
  /** Time of the request, in milliseconds since 1970; null if it has none. */
  readonly nowMs: number | null;
  /** What free speech means. Its index is read when it is first called; it rejects without one. */
  readonly understand: (question: string, topic: Topic | null) => Promise<Understanding>;
  /** Replaced, never changed in place, while the turn is decided. */
  session: Session;
  /** Prompt id to the variant that was used last: the session's, and what this turn adds to it. */
  variants: Record<string, number>;
}

/** The next variant of a prompt, so that none is heard twice in a row. */
export function say(turn: Turn, id: PromptId, fills?: Readonly<Record<string, string>>): Line {
  const { catalogue, variants } = turn;
  const count = catalogue.prompts[id] ?? 1;
  const variant = ((variants[id] ?? -1) + 1) % count;
  if (count > 1) variants[id] = variant;
  const key = `prompt/${id}/${variant}`;
  return fills === undefined ? key : [key, fills];
}

/** A question that ends a reply, with the reprompt that helps where it is not answered. */
export function ask(
  turn: Turn,
  id: PromptId,
  repromptId: PromptId,
  fills?: Readonly<Record<string, string>>,
): Question {
  return { line: say(turn, id, fills), reprompt: say(turn, repromptId) };
}

interface Parts {
  readonly outcome: Outcome;
  readonly say?: readonly Line[];
  readonly ask?: Question | null;
  readonly offer?: Offer | null;
  readonly answerId?: string;
  readonly section?: string;
  readonly card?: CardContent;
  /** Whether this turn was a miss; any other turn ends a run of misses. */
  readonly missed?: boolean;
  /** Whether "repeat" goes on to say what was said before this. */
  readonly keepsLast?: boolean;
}

/** Outcomes that give health information; the first of them in a session carries the disclaimer. */
const informs: ReadonlySet<Outcome> = new Set(['answer', 'definition']);

/** Completes a reply: the disclaimer once a session, and what "repeat" will say. */
export function reply(turn: Turn, parts: Parts): SpokenReply {
  const lines = parts.say ?? [];
  const question = parts.ask ?? null;
  const disclaims = informs.has(parts.outcome) && !turn.session.disclaimed;
  const disclaimer = disclaims ? [say(turn, 'disclaimer')] : [];
  return {
    kind: 'spoken',
    outcome: parts.outcome,
    answerId: parts.answerId ?? null,
    section: parts.section ?? null,
    say: [...lines, ...disclaimer],
    ask: question,
    card: parts.card ?? null,
    session: changed(turn.session, {
      variants: turn.variants,
      offer: parts.offer ?? null,
      misses: parts.missed === true ? countMiss(turn.session) : 0,
      disclaimed: turn.session.disclaimed || disclaims || parts.outcome === 'welcome',
      ...(parts.keepsLast === true
        ? {}
        : { last: toSpoken(lines, question), spokenAtMs: turn.nowMs }),
    }),
  };
}

function toSpoken(lines: readonly Line[], question: Question | null): Spoken {
  return { say: lines, ask: question?.line ?? null, reprompt: question?.reprompt ?? null };
}

/** A reply that is a question and nothing else. */
export function askOnly(turn: Turn, outcome: Outcome, id: PromptId): SpokenReply {
  return reply(turn, { outcome, ask: ask(turn, id, 'askReprompt') });
}

/** The misses in a row, this one included. */
export function countMiss({ misses }: Session): number {
  return Math.min(misses + 1, MOST_COUNTED);
}

interface OpenQuestion {
  readonly ask: Question;
  readonly offer: Offer | null;
  readonly keepsLast: true;
}

/** After something in between: the question that was open, with its offer, and what "repeat" says. */
export function openAgain(turn: Turn): OpenQuestion {
  if (!isMissed(turn.session.last?.ask)) return askAgain(turn);
  return { ask: ask(turn, 'ask', 'askReprompt'), offer: turn.session.offer, keepsLast: true };
}

/** Whether a question was asked because nothing was understood: none to come back to. */
function isMissed(line: Line | null | undefined): boolean {
  const key = typeof line === 'string' ? line : (line?.[0] ?? '');
  return /^prompt\/(?:noMatch|noMatchAgain|unknownWord)\//.test(key);
}

/** The question that was asked last, whatever it was. */
export function askAgain(turn: Turn): OpenQuestion {
  const { last, offer } = turn.session;
  if (last?.ask == null) return { ask: ask(turn, 'ask', 'askReprompt'), offer, keepsLast: true };
  const reprompt = last.reprompt ?? say(turn, 'askReprompt');
  return { ask: { line: last.ask, reprompt }, offer, keepsLast: true };
}

/** The line that ends every card: that it is no medical advice, and whom to call. */
export const CARD_FOOTER: Line = 'prompt/cardFooter/0';

/** Where the facts of a card come from. */
export const CARD_SOURCE: Line = ['prompt/cardSource/0', { reviewed: 'setting/reviewed' }];
