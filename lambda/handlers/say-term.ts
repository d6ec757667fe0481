/** Says what there is to say about one word of the glossary: its answer, its meaning, its letters. */
import type { TermEntry } from '../catalogue.ts';
import { offerAfter, type Place } from '../path.ts';
import type { Line, Question, SpokenReply } from '../reply.ts';
import { changed, type Offer } from '../session.ts';
import { offerAnswer, offerNext, sayAnswer } from './answer.ts';
import { ask, CARD_FOOTER, reply, say, type Turn } from './turn.ts';

/** Tells all about a term: its answer if it has one, else its definition. */
export function explainTerm(turn: Turn, id: string): SpokenReply {
  const answer = turn.catalogue.terms.get(id)?.answer ?? null;
  if (answer === null) return sayDefinition(turn, id);
  const spoken = sayAnswer(turn, answer);
  return { ...spoken, session: { ...spoken.session, term: id } };
}

export function sayDefinition(turn: Turn, id: string): SpokenReply {
  const term = turn.catalogue.terms.get(id);
  if (term === undefined) throw new RangeError(`No term has the id ${id}.`);
  turn.session = changed(turn.session, { term: id, about: term.section });
  return reply(turn, {
    outcome: 'definition',
    section: term.section,
    ...comeBack(turn, `term/${id}/means`, nextAfter(turn, term)),
    card: { title: `term/${id}/word`, lines: [`term/${id}/means`, CARD_FOOTER] },
  });
}

export function saySpelling(turn: Turn, id: string): SpokenReply {
  turn.session = changed(turn.session, { term: id });
  const line = say(turn, 'spelling', { word: `term/${id}/word`, letters: `term/${id}/letters` });
  return reply(turn, {
    outcome: 'control',
    ...comeBack(turn, line, null),
    card: { title: `term/${id}/word`, lines: [`term/${id}/means`, CARD_FOOTER] },
  });
}

export function saySlowly(turn: Turn, id: string): SpokenReply {
  turn.session = changed(turn.session, { term: id });
  const line = say(turn, 'slowly', { word: `term/${id}/slowly` });
  return reply(turn, { outcome: 'control', ...comeBack(turn, line, null) });
}

/** What follows a definition: the answer that it leads to, or what comes after the one it stands for. */
function nextAfter(turn: Turn, { answer, leadsTo }: TermEntry): Place | null {
  if (leadsTo !== null) return { id: leadsTo, piece: 0 };
  if (answer === null) return null;
  return offerAfter(turn.catalogue, { id: answer, piece: 0 }, turn.session.heard);
}

/** After an interruption: back to where the listener was, or on to what the word leads to. */
function comeBack(
  turn: Turn,
  line: Line,
  next: Place | null,
): { say: readonly Line[]; ask: Question; offer: Offer | null } {
  const at = turn.session.at;
  const section = at === null ? undefined : turn.catalogue.answers.get(at.id)?.section;
  if (section !== undefined) {
    const back = say(turn, 'backTo', { topic: `section/${section}` });
    return { say: [line, back], ...offerNext(turn) };
  }
  if (next === null) return { say: [line], ask: ask(turn, 'ask', 'askReprompt'), offer: null };
  return { say: [line], ...offerAnswer(turn, next) };
}
