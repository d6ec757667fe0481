/**
 * Conversations as plain text, to be read aloud: test/conversations/README.md has the format.
 * A file is run through the real skill; what was heard in another way is reported with file and line.
 */
import { readFileSync } from 'node:fs';
import { createProcessMemory, type UserMemory } from '../../lambda/memory/memory.ts';
import { createSimulator, type TurnRecord } from '../../simulator/conversation.ts';
import { PROJECT } from './temporary-project.ts';

interface Step {
  readonly line: number;
  readonly kind: 'said' | 'heard' | 'microphone' | 'card' | 'new-session' | 'return';
  readonly text: string;
}

export interface ConversationFile {
  readonly name: string;
  readonly title: string;
  readonly locale: string;
  readonly steps: readonly Step[];
}

let remembered = createProcessMemory();
/** What is remembered of the listener at hand; another listener begins without anything. */
const memory: UserMemory = {
  load: (userId) => remembered.load(userId),
  save: (userId, base, stored) => remembered.save(userId, base, stored),
  forget: (userId) => remembered.forget(userId),
};
const simulator = createSimulator(PROJECT, { memory });

const STEPS: readonly (readonly [Step['kind'], RegExp])[] = [
  ['said', /^U: *(.+)$/],
  ['heard', /^A: *(.+)$/],
  ['microphone', /^\(microphone (open|closed)\)$/],
  ['card', /^\(card: *(.+)\)$/],
  ['new-session', /^\((new session)\)$/],
  ['return', /^\((comes back)\)$/],
];

export function readConversationFile(file: URL, name: string): ConversationFile {
  return parseConversation(readFileSync(file, 'utf8'), name);
}

/** @throws {Error} that names the line that it cannot read. */
export function parseConversation(text: string, name: string): ConversationFile {
  const [first = '', ...rest] = text.split('\n');
  const title = /^# (.+)$/.exec(first)?.[1];
  if (title === undefined) throw new Error(`${name}:1: Begin the file with "# " and its title.`);
  let locale = 'en-CA';
  const steps = rest.flatMap((raw, index): Step[] => {
    const trimmed = raw.trim();
    const line = index + 2;
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const given = /^locale: *(\S+)$/.exec(trimmed)?.[1];
    if (given !== undefined) {
      locale = given;
      return [];
    }
    for (const [kind, pattern] of STEPS) {
      const found = pattern.exec(trimmed)?.[1];
      if (found !== undefined) return [{ line, kind, text: found }];
    }
    throw new Error(
      `${name}:${line}: "${trimmed}" is no line of a conversation. Begin it with U: or A:.`,
    );
  });
  return { name, title, locale, steps };
}

/** Has the conversation with the skill. Gives all that was heard in another way; '' if nothing was. */
export async function hearConversation({ name, locale, steps }: ConversationFile): Promise<string> {
  remembered = createProcessMemory();
  let conversation = simulator.begin(locale);
  let turn: TurnRecord | null = null;
  /** The A: lines since the last U: line, up to the current one. */
  let lines: string[] = [];
  const mismatches: string[] = [];
  for (const [index, { line, kind, text }] of steps.entries()) {
    if (kind === 'new-session' || kind === 'return') {
      await conversation.end();
      if (kind === 'new-session') remembered = createProcessMemory();
      conversation = simulator.begin(locale);
      turn = null;
    } else if (kind === 'said') {
      turn = await conversation.say(text);
      lines = [];
    } else {
      if (turn === null) throw new Error(`${name}:${line}: Nothing was said before this line.`);
      if (kind === 'heard') lines.push(text);
      const isWhole = steps[index + 1]?.kind !== 'heard';
      const heard = whatDiffers(kind, text, lines, isWhole, turn);
      if (heard === null) continue;
      mismatches.push(`${name}:${line}\n  wanted: ${text}\n  heard:  ${heard}`);
      // What comes after a line that was not heard is looked for on its own.
      if (kind === 'heard') lines = ['…'];
    }
  }
  return mismatches.join('\n');
}

/** What was heard or shown instead; null where it is what was wanted. */
function whatDiffers(
  kind: Step['kind'],
  text: string,
  lines: readonly string[],
  isWhole: boolean,
  { speech, shouldEndSession, card }: TurnRecord,
): string | null {
  if (kind === 'heard') return toPattern(lines, isWhole).test(speech) ? null : speech;
  if (kind === 'card') return card?.title === text ? null : (card?.title ?? 'no card');
  const microphone = shouldEndSession ? 'closed' : 'open';
  return microphone === text ? null : `microphone ${microphone}`;
}

/** The lines one after the other; `…` stands for any words, and the end is open unless it is whole. */
function toPattern(lines: readonly string[], isWhole: boolean): RegExp {
  const words = lines
    .join(' ')
    .split(/\s*(?:…|\.\.\.)\s*/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('\\s*.*\\s*');
  return new RegExp(`^${words}${isWhole ? '$' : ''}`, 's');
}
