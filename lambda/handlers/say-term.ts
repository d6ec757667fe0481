/** Says what there is to say about one word of the glossary: its answer, its meaning, its letters. */
import { entryOf } from '../catalogue.ts';
import type { SpokenReply } from '../reply.ts';
import { offerNext, sayAnswer } from './answer.ts';
import { ask, cardEnd, reply, say, type Turn } from './turn.ts';

/** Tells all about a term: its answer if it has one, else its definition. */
export function explainTerm(turn: Turn, id: string): SpokenReply {
  const answer = entryOf(turn.catalogue.terms, id)?.answer ?? null;
  if (answer === null) return sayDefinition(turn, id);
  const spoken = sayAnswer(turn, answer);
  return { ...spoken, session: { ...spoken.session, term: id } };
}

export function sayDefinition(turn: Turn, id: string): SpokenReply {
  const term = entryOf(turn.catalogue.terms, id);
  if (term === undefined) throw new RangeError(`No term has the id ${id}.`);
  turn.session = { ...turn.session, term: id };
  return reply(turn, {
    outcome: 'definition',
    section: term.section,
    say: [`term/${id}/means`],
    ...comeBack(turn, term.answer),
    card: { title: `term/${id}/word`, lines: [`term/${id}/means`, ...cardEnd()] },
  });
}

export function saySpelling(turn: Turn, id: string): SpokenReply {
  turn.session = { ...turn.session, term: id };
  const line = say(turn, 'spelling', { word: `term/${id}/word`, letters: `term/${id}/letters` });
  return reply(turn, {
    outcome: 'control',
    say: [line],
    ...comeBack(turn, null),
    card: { title: `term/${id}/word`, lines: [`term/${id}/means`, ...cardEnd()] },
  });
}

/** After an interruption: back to the open offer, or on to the term's own answer. */
function comeBack(turn: Turn, answer: string | null): ReturnType<typeof offerNext> {
  if (turn.session.at !== null) return offerNext(turn);
  if (answer === null) return { ask: ask(turn, 'ask', 'askReprompt'), offer: null };
  return {
    ask: ask(turn, 'offer', 'offerReprompt', { offer: `answer/${answer}/0/offer` }),
    offer: { to: 'answer', id: answer, piece: 0 },
  };
}
