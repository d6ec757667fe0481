/** Answers free speech: what the understanding makes of it, or help that fits the number of misses. */
import type { SpokenReply } from '../reply.ts';
import { changed } from '../session.ts';
import { EVERYDAY_TERMS } from '../understand/asked.ts';
import type { Topic } from '../understand/reading.ts';
import { offerAnswer, sayAnswer } from './answer.ts';
import { askLookAlike, clarify } from './clarify.ts';
import { saySafety } from './safety.ts';
import { explainTerm } from './say-term.ts';
import { sayTopics, topicsAfter } from './topics.ts';
import { ask, countMiss, reply, say, type Turn } from './turn.ts';

/** Answers a question in the listener's own words. `miss` is said where nothing fits. */
export async function answerQuestion(
  turn: Turn,
  question: string,
  miss: 'noMatch' | 'unknownWord' = 'noMatch',
): Promise<SpokenReply> {
  const understood = await turn.understand(question, topicOf(turn));
  switch (understood.kind) {
    case 'answer':
      return sayAnswer(turn, understood.id);
    case 'term':
      return explainTerm(turn, understood.id);
    case 'safety':
      noteTerm(turn, understood.term);
      return saySafety(turn, understood.id);
    case 'choice':
      return isJustHeard(turn, understood.options)
        ? sayMiss(turn, miss)
        : clarify(turn, understood.options);
    case 'look-alike':
      return askLookAlike(turn, understood.term, understood.number);
    case 'near':
      return sayNear(turn, understood.term);
    case 'nothing':
      return sayMiss(turn, miss);
  }
}

/** Who has just heard an answer and asks on would not be helped by a guess that it is meant. */
function isJustHeard({ session }: Turn, options: readonly string[]): boolean {
  return options.length === 1 && options[0] === `answer/${session.at?.id}`;
}

function topicOf({ session, catalogue }: Turn): Topic | null {
  const { about, at, term } = session;
  if (about === null) return null;
  const named = term === null ? undefined : catalogue.terms.get(term);
  const said = at === null ? undefined : catalogue.answers.get(at.id);
  // An answer may say a term and be about something else.
  const isSubject =
    term !== null &&
    named?.section === about &&
    (named.answer === at?.id || said?.terms.includes(term) !== true);
  return { section: about, term: isSubject ? term : null };
}

/**
 * A term that was named beside a worry is what "it" means from then on; one that nearly every question
 * names only where nothing was talked about.
 */
function noteTerm(turn: Turn, id: string | null): void {
  const term = id === null ? undefined : turn.catalogue.terms.get(id);
  const isNew = turn.session.about === null || !EVERYDAY_TERMS.has(`#${id}`);
  if (term !== undefined && isNew)
    turn.session = changed(turn.session, { term: id, about: term.section });
}

/** Says that this is not covered, and offers what the guide has about the word that was said. */
function sayNear(turn: Turn, term: string): SpokenReply {
  noteTerm(turn, term);
  const answer = turn.catalogue.terms.get(term)?.answer ?? null;
  if (answer === null) return clarify(turn, [`term/${term}`]);
  return reply(turn, {
    outcome: 'not-covered',
    say: [say(turn, 'notCovered')],
    ...offerAnswer(turn, { id: answer, piece: 0 }),
  });
}

/** One sentence and two things to try; then an offer of the topics; then the topics. */
export function sayMiss(turn: Turn, miss: 'noMatch' | 'unknownWord' = 'noMatch'): SpokenReply {
  const { misses } = turn.session;
  if (misses >= 2) {
    const topics = sayTopics(turn, topicsAfter(turn.catalogue, misses - 2));
    return { ...topics, session: changed(topics.session, { misses: countMiss(turn.session) }) };
  }
  return reply(turn, {
    outcome: 'not-covered',
    ask:
      misses === 0
        ? ask(turn, miss, 'askReprompt')
        : ask(turn, 'noMatchAgain', 'didYouMeanReprompt'),
    offer: misses === 0 ? null : { to: 'topics', next: 0, listed: null },
    missed: true,
  });
}
