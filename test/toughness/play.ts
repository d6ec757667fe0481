/** Plays a plan against the skill, turn by turn, as if it came over the wire. */
import * as fc from 'fast-check';
import { createProcessMemory } from '../../lambda/memory/memory.ts';
import type { InvokeSkill } from '../../lambda/skill.ts';
import { createTurnLog } from '../../lambda/turn-log.ts';
import { createTestSkill } from '../helpers/skill.ts';
import { edited, type Json } from './json.ts';
import { type Kind, KINDS, type Plan, type PlannedTurn } from './kinds.ts';
import { dueOf, judge } from './oracle.ts';

/** What is counted while plans are played. */
export interface Tally {
  plans: number;
  turns: number;
  readonly outcomes: Map<string, number>;
}

/** A turn that went wrong, with the events that led to it as JSON. */
export class Failure extends Error {
  readonly problems: readonly string[];
  readonly events: readonly string[];

  constructor(problems: readonly string[], events: readonly string[]) {
    super([...problems, 'The events, one a line:', ...events].map(shorten).join('\n'));
    this.name = 'Failure';
    this.problems = problems;
    this.events = events;
  }
}

export interface Run {
  readonly kind: Kind;
  readonly plans: number;
  readonly seed: number;
  /** Where in the search for the smallest failure to begin, as a failure tells. */
  readonly path?: string;
  /** Hears of each plan before it is played. */
  readonly onPlan?: () => void;
}

/** How often a failing plan is made smaller. */
const MOST_SHRINKS = 2000;

/** Plays plans of a kind; gives what went wrong and how to see it again, or null. */
export async function run(
  { kind, plans, seed, path, onPlan }: Run,
  tally: Tally,
): Promise<string | null> {
  const smallest = fc.limitShrink(KINDS[kind], MOST_SHRINKS);
  const property = fc.asyncProperty(smallest, (plan) => {
    onPlan?.();
    return play(plan, tally);
  });
  const parameters = { seed, numRuns: plans, ...(path === undefined ? {} : { path }) };
  const { failed, errorInstance, counterexamplePath } = await fc.check(property, parameters);
  if (!failed) return null;
  const again = `npm run fuzz -- --kind "${kind}" --seed ${seed} --path ${counterexamplePath}`;
  return `${kind}: ${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}\nSee it again: ${again}`;
}

export function newTally(): Tally {
  return { plans: 0, turns: 0, outcomes: new Map() };
}

async function play(plan: Plan, tally: Tally): Promise<void> {
  tally.plans += 1;
  const turnLines: string[] = [];
  const { invoke, logs, replies } = createTestSkill({
    memory: createProcessMemory(),
    logTurn: createTurnLog({ write: (line) => turnLines.push(line), recordUnanswered: true }),
  });
  const events: string[] = [];
  let attributes = plan.session;
  for (const turn of plan.turns) {
    for (const list of [logs, replies, turnLines]) list.length = 0;
    const text = toJsonText(turn, attributes);
    events.push(text);
    const event: unknown = JSON.parse(text);
    const answered = await answerOf(invoke, event, events);
    const problems = [
      ...(await judge({ event, isForged: plan.isForged, answered, logs, turnLines })),
      ...pollution(),
    ];
    if (problems.length > 0) throw new Failure(problems, events);
    const [reply] = replies;
    const outcome = reply?.kind === 'spoken' ? `speech, ${reply.outcome}` : dueOf(event);
    tally.turns += 1;
    tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
    attributes = answered.sessionAttributes ?? {};
  }
}

interface Answered {
  readonly sessionAttributes?: Json;
}

/** The answer as Alexa gets it. */
async function answerOf(
  invoke: InvokeSkill,
  event: unknown,
  events: readonly string[],
): Promise<Answered> {
  try {
    return JSON.parse(JSON.stringify(await invoke(event))) as Answered;
  } catch (error) {
    throw new Failure([`the handler rejected, or gave what is no JSON: ${String(error)}`], events);
  }
}

const CARRIED = '@@carried@@';

function toJsonText({ event, edits, sessionEdits }: PlannedTurn, attributes: Json): string {
  if (sessionEdits === null) return edited(event, edits);
  const envelope = event as { readonly session: Readonly<Record<string, Json>> };
  const open = { ...envelope, session: { ...envelope.session, attributes: CARRIED } };
  const carried = edited(attributes, sessionEdits);
  return edited(open, edits).replace(JSON.stringify(CARRIED), () => carried);
}

/** What a key of a request could reach through `__proto__` or `constructor`. */
const SHARED: readonly object[] = [Object.prototype, Array.prototype, Function.prototype, Object];
const clean = SHARED.map((shared) => Reflect.ownKeys(shared).length);
const cleanValues = valuesOf(Object.prototype);

function valuesOf(shared: object): readonly unknown[] {
  return Reflect.ownKeys(shared).map((key) => Reflect.get(shared, key));
}

/** Whether a request has left something behind that every later one would see. */
function pollution(): string[] {
  const isClean =
    SHARED.every((shared, index) => Reflect.ownKeys(shared).length === clean[index]) &&
    valuesOf(Object.prototype).every((value, index) => value === cleanValues[index]);
  return isClean ? [] : ['what all objects share was changed'];
}

function shorten(text: string): string {
  return text.length <= 4000 ? text : `${text.slice(0, 4000)}… (${text.length} characters)`;
}
