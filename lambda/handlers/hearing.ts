/** Hearing it one's own way: slower or faster, short or full answers. Each can be asked for and undone. */
import type { PromptId } from '../prompts.ts';
import type { Line, Question, SpokenReply } from '../reply.ts';
import { type Detail, type Speed, SPEEDS } from '../session.ts';
import { ask, reply, say, type Turn } from './turn.ts';

/** One step slower or faster; the last piece again at the new speed, because that is why they asked. */
export function changeSpeed(turn: Turn, step: -1 | 1): SpokenReply {
  const speed = SPEEDS.find((other) => other === turn.session.speed + step);
  if (speed === undefined) return confirm(turn, step < 0 ? 'slowest' : 'fastest');
  return setSpeed(turn, speed, step < 0 ? 'slower' : 'faster');
}

export function resetSpeed(turn: Turn): SpokenReply {
  return setSpeed(turn, 0, 'normalSpeed');
}

/** "What speed is this?" */
export function reportSpeed(turn: Turn): SpokenReply {
  const { speed } = turn.session;
  return confirm(turn, speed === 0 ? 'speedIsNormal' : speed < 0 ? 'speedIsSlow' : 'speedIsFast');
}

export function setDetail(turn: Turn, detail: Detail): SpokenReply {
  turn.session = { ...turn.session, detail };
  return confirm(turn, detail === 'full' ? 'fullAnswers' : 'shortAnswers');
}

function setSpeed(turn: Turn, speed: Speed, id: PromptId): SpokenReply {
  turn.session = { ...turn.session, speed };
  return confirm(turn, id);
}

/** A few words, then what was said before, with its question open again. */
function confirm(turn: Turn, id: PromptId): SpokenReply {
  const { last, offer } = turn.session;
  const again: readonly Line[] = last?.say ?? [];
  const question: Question =
    last?.ask == null
      ? ask(turn, 'ask', 'askReprompt')
      : { line: last.ask, reprompt: last.reprompt ?? say(turn, 'askReprompt') };
  const spoken = reply(turn, {
    outcome: 'control',
    say: [say(turn, id), ...again],
    ask: question,
    offer,
    keepsLast: true,
  });
  // With nothing said before, "repeat" has the question.
  return last === null
    ? { ...spoken, session: { ...spoken.session, last: lastOf(question) } }
    : spoken;
}

function lastOf({ line, reprompt }: Question): { say: []; ask: Line; reprompt: Line } {
  return { say: [], ask: line, reprompt };
}
