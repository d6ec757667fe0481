/** Says an answer, or the next piece of one, and offers what comes after it by name. */
import type { AnswerEntry } from '../catalogue.ts';
import { offerAfter, type Place } from '../path.ts';
import type { CardContent, Question, SpokenReply } from '../reply.ts';
import { changed, type Offer, withHeard } from '../session.ts';
import { ask, CARD_FOOTER, CARD_SOURCE, reply, type Turn } from './turn.ts';

/**
 * Says piece `piece` of an answer, from sentence `sentence` on. A piece that is not there is the short
 * answer, a sentence that is not there the first.
 */
export function sayAnswer(turn: Turn, id: string, piece = 0, sentence = 0): SpokenReply {
  const answer = turn.catalogue.answers.get(id);
  if (answer === undefined) throw new RangeError(`No answer has the id ${id}.`);
  const at = { id, piece: piece < answer.pieces ? piece : 0 };
  const { heard, term } = turn.session;
  turn.session = changed(turn.session, {
    at,
    about: answer.section,
    term: answer.terms.at(-1) ?? term,
    heard: withHeard(heard, id),
  });
  const lines = linesFrom(turn, at, sentence);
  const next = offerNext(turn);
  return reply(turn, {
    outcome: 'answer',
    answerId: id,
    section: answer.section,
    say: lines,
    ask: next.ask,
    offer: next.offer,
    card: cardOf(id, answer),
  });
}

/** One piece; with full answers also the one after it, if it is of the same section. */
function linesFrom(turn: Turn, at: Place, sentence: number): string[] {
  const whole = `answer/${at.id}/${at.piece}`;
  const rest = `${whole}/from/${sentence}`;
  const line = sentence > 0 && turn.catalogue.texts.get(rest) !== undefined ? rest : whole;
  if (turn.session.detail === 'short') return [line];
  const next = offerAfter(turn.catalogue, at, turn.session.heard);
  const sectionOf = (id: string): string | undefined => turn.catalogue.answers.get(id)?.section;
  if (next === null || sectionOf(next.id) !== sectionOf(at.id)) return [line];
  turn.session = changed(turn.session, {
    at: next,
    heard: withHeard(turn.session.heard, next.id),
  });
  return [line, `answer/${next.id}/${next.piece}`];
}

/** The question that follows the current place: what comes next, by name, or an open one. */
export function offerNext(turn: Turn): { ask: Question; offer: Offer | null } {
  const { at, heard } = turn.session;
  const leadsTo = at === null ? undefined : turn.catalogue.answers.get(at.id)?.leadsTo;
  const next = at === null ? null : offerAfter(turn.catalogue, at, heard);
  if (leadsTo === 'questions' && next?.id !== at?.id) {
    return {
      ask: ask(turn, 'doctorQuestionOffer', 'doctorQuestionOfferReprompt'),
      offer: { to: 'question', index: 0 },
    };
  }
  return next === null
    ? { ask: ask(turn, 'ask', 'askReprompt'), offer: null }
    : offerAnswer(turn, next);
}

/** Offers a piece of an answer by its name; the questions for the doctor begin without their preface. */
export function offerAnswer(turn: Turn, { id, piece }: Place): { ask: Question; offer: Offer } {
  const leadsToQuestions = turn.catalogue.answers.get(id)?.leadsTo === 'questions';
  return {
    ask: ask(turn, 'offer', 'offerReprompt', { offer: `answer/${id}/${piece}/offer` }),
    offer: leadsToQuestions ? { to: 'question', index: 0 } : { to: 'answer', id, piece },
  };
}

const cards = new WeakMap<AnswerEntry, CardContent>();

/** The card of an answer, put together once. */
function cardOf(id: string, answer: AnswerEntry): CardContent {
  const known = cards.get(answer);
  if (known !== undefined) return known;
  const pieces = Array.from({ length: answer.pieces }, (_, piece) => `answer/${id}/${piece}`);
  const source = answer.source === 'page' ? [CARD_SOURCE] : [];
  const card = { title: `answer/${id}/title`, lines: [...pieces, ...source, CARD_FOOTER] };
  cards.set(answer, card);
  return card;
}
