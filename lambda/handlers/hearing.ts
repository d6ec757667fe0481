/** Hearing it one's own way: slower or faster, short or full answers. Each can be asked for and undone. */
import type { PromptId } from '../prompts.ts';
import type { Line, SpokenReply } from '../reply.ts';
import { changed, type Detail, type Speed, SPEEDS } from '../session.ts';
import { openAgain, reply, say, type Turn } from './turn.ts';

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
  turn.session = changed(turn.session, { detail });
  return confirm(turn, detail === 'full' ? 'fullAnswers' : 'shortAnswers');
}

/** "Are these short answers?" */
export function reportDetail(turn: Turn): SpokenReply {
  return confirm(turn, turn.session.detail === 'full' ? 'detailIsFull' : 'detailIsShort');
}

function setSpeed(turn: Turn, speed: Speed, id: PromptId): SpokenReply {
  turn.session = changed(turn.session, { speed, spokenAtMs: turn.nowMs });
  return confirm(turn, id, turn.session.last?.say);
}

/** A few words, what was said before if it is to be heard again, and the question that was open. */
function confirm(turn: Turn, id: PromptId, again: readonly Line[] = []): SpokenReply {
  const lines = [say(turn, id), ...again];
  return reply(turn, { outcome: 'control', say: lines, ...openAgain(turn) });
}
