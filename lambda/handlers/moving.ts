/** Moving through the guide: yes and no, more, next, previous, from the start, and repeat. */
import { answerAfter, answerBefore, findInGuide, isOnTheWay } from '../path.ts';
import type { SpokenReply } from '../reply.ts';
import { sayAnswer } from './answer.ts';
import { clarify, takeOption } from './clarify.ts';
import { changed } from '../session.ts';
import { sayTopics, sayTopicsBefore } from './topics.ts';
import { readKept, sayDoctorQuestion } from './kept.ts';
import { ask, askAgain, reply, type Turn } from './turn.ts';

/** "Yes", "tell me more", "go on": takes what was offered. */
export function acceptOffer(turn: Turn): SpokenReply {
  const { offer } = turn.session;
  switch (offer?.to) {
    case 'answer':
      return turn.catalogue.answers.get(offer.id)
        ? sayAnswer(turn, offer.id, offer.piece, offer.sentence)
        : sayReady(turn);
    case 'question':
      return sayDoctorQuestion(turn, offer.index);
    case 'topics':
      return sayTopics(turn, offer.next);
    case 'choice': {
      const [only, other] = offer.options;
      // "Yes" to "this one or that one?" says nothing: ask again.
      if (only === undefined || other !== undefined) return clarify(turn, offer.options);
      return takeOption(turn, only) ?? sayReady(turn);
    }
    case 'kept':
      return readKept(turn, offer.index);
    case 'forget':
    case undefined:
      return sayReady(turn);
  }
}

export function declineOffer(turn: Turn): SpokenReply {
  return reply(turn, {
    outcome: 'control',
    ask: ask(turn, 'afterNo', 'askReprompt'),
    keepsLast: true,
  });
}

/** "Next": the next question or topics where a list is being heard, else the next answer. */
export function sayNext(turn: Turn): SpokenReply {
  const { at, offer } = turn.session;
  if (offer?.to === 'question' || offer?.to === 'kept' || offer?.to === 'topics')
    return acceptOffer(turn);
  if (at === null) return startOver(turn);
  const next = answerAfter(turn.catalogue, at.id);
  if (next !== null) return sayAnswer(turn, next);
  return reply(turn, { outcome: 'control', ask: ask(turn, 'endOfGuide', 'askReprompt') });
}

/**
 * "Previous": the question before where the questions are being read, else the piece before; from the
 * start of an answer, the one that was heard before it, else the one before it in the guide.
 */
export function sayPrevious(turn: Turn): SpokenReply {
  const { at, offer } = turn.session;
  // The question that was just read is the one before the offered one.
  if (offer?.to === 'question') return sayDoctorQuestion(turn, Math.max(0, offer.index - 2));
  if (offer?.to === 'kept') return readKept(turn, Math.max(0, offer.index - 2));
  if (offer?.to === 'topics' && offer.listed !== null) return sayTopicsBefore(turn, offer.listed);
  if (at !== null && at.piece > 0) return sayAnswer(turn, at.id, at.piece - 1);
  const heard = sayHeardBefore(turn);
  if (heard !== null) return heard;
  const previous = at === null ? null : answerBefore(turn.catalogue, at.id);
  if (previous !== null) return sayAnswer(turn, previous);
  return reply(turn, { outcome: 'control', ask: ask(turn, 'startOfGuide', 'askReprompt') });
}

/** "Go on with the tour": the first answer in order that was not heard, or the stored place. */
export function continueTour(turn: Turn): SpokenReply {
  const { heard, memory } = turn.session;
  const place = heard.length === 0 ? (memory?.stored.place ?? null) : null;
  if (place !== null && turn.catalogue.answers.get(place.id)) {
    return sayAnswer(turn, place.id, place.piece, place.sentence);
  }
  const next = findInGuide(
    turn.catalogue,
    (id) => isOnTheWay(turn.catalogue, id) && !heard.includes(id),
  );
  return next === undefined ? startOver(turn) : sayAnswer(turn, next);
}

/** "Go back to where I was": the answer that was heard before this one. */
export function goBack(turn: Turn): SpokenReply {
  return sayHeardBefore(turn) ?? sayPrevious(turn);
}

/** Says the answer that was heard before this one, which then counts as not heard: one may go on back. */
function sayHeardBefore(turn: Turn): SpokenReply | null {
  const { at, heard } = turn.session;
  const others = heard.filter((id) => id !== at?.id);
  const before = others.at(-1);
  if (before === undefined) return null;
  turn.session = changed(turn.session, { heard: others });
  return sayAnswer(turn, before);
}

/** From the start of the guide, with nothing counted as heard. */
export function startOver(turn: Turn): SpokenReply {
  turn.session = changed(turn.session, { heard: [] });
  const first = findInGuide(turn.catalogue, () => true);
  return first === undefined ? sayReady(turn) : sayAnswer(turn, first);
}

/** Says the last reply again, word for word, with its question open again. */
export function repeatLast(turn: Turn): SpokenReply {
  const { last } = turn.session;
  if (last === null || (last.say.length === 0 && last.ask === null)) {
    return reply(turn, {
      outcome: 'control',
      ask: ask(turn, 'nothingToRepeat', 'askReprompt'),
      keepsLast: true,
    });
  }
  turn.session = changed(turn.session, { spokenAtMs: turn.nowMs });
  return reply(turn, { outcome: 'control', say: last.say, ...askAgain(turn) });
}

function sayReady(turn: Turn): SpokenReply {
  return reply(turn, {
    outcome: 'control',
    ask: ask(turn, 'nothingOffered', 'askReprompt'),
    keepsLast: true,
  });
}
