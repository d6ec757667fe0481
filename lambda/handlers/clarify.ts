/** Asks which of two things was meant, and takes the listener's choice. */
import type { SpokenReply } from '../reply.ts';
import { slotOf } from '../slots.ts';
import { sayAnswer } from './answer.ts';
import { explainTerm } from './say-term.ts';
import { firstAnswerOf, sayTopics, topicWindow } from './topics.ts';
import { ask, reply, type Turn } from './turn.ts';

/** Asks about one or two options, each `answer/<id>` or `term/<id>`. */
export function clarify(turn: Turn, options: readonly string[]): SpokenReply {
  const [first, second] = options;
  if (first === undefined) throw new RangeError('There is nothing to choose from.');
  const question =
    second === undefined
      ? ask(turn, 'didYouMean', 'didYouMeanReprompt', { first: nameOf(first) })
      : ask(turn, 'whichOne', 'whichOneReprompt', {
          first: nameOf(first),
          second: nameOf(second),
        });
  return reply(turn, {
    outcome: 'clarify',
    ask: question,
    offer: { to: 'choice', options: options.slice(0, 2) },
  });
}

/** Asks about a word that sounds like a term of the guide and is something else. */
export function askLookAlike(turn: Turn, term: string, number: number): SpokenReply {
  const fills = {
    first: `term/${term}/word`,
    second: `term/${term}/mistaken/${number}`,
    what: `term/${term}/mistaken/${number}/is`,
  };
  return reply(turn, {
    outcome: 'clarify',
    ask: ask(turn, 'lookAlike', 'lookAlikeReprompt', fills),
    offer: { to: 'choice', options: [`term/${term}`] },
  });
}

/** Goes where an option leads; null if it leads nowhere any more. */
export function takeOption(turn: Turn, option: string): SpokenReply | null {
  const [kind, id = ''] = option.split('/');
  if (kind === 'answer' && turn.catalogue.answers.get(id)) return sayAnswer(turn, id);
  if (kind === 'term' && turn.catalogue.terms.get(id)) return explainTerm(turn, id);
  return null;
}

/** "The second one": of two meanings, or of the topics that were listed. */
export function chooseOption(turn: Turn): SpokenReply {
  const { offer } = turn.session;
  const position = slotOf(turn.slots, 'position').ids[0];
  if (offer?.to === 'choice') {
    const option = pick(offer.options, position);
    const taken = option === undefined ? null : takeOption(turn, option);
    return taken ?? clarify(turn, offer.options);
  }
  if (offer?.to === 'topics' && offer.listed !== null) {
    const topic = pick(topicWindow(turn.catalogue, offer.listed), position);
    const answer = topic === undefined ? null : firstAnswerOf(turn.catalogue, topic);
    return answer === null ? sayTopics(turn, offer.listed) : sayAnswer(turn, answer);
  }
  const named = takeNamed(turn, position);
  if (named !== null) return named;
  return reply(turn, {
    outcome: 'control',
    ask: ask(turn, 'nothingOffered', 'askReprompt'),
    offer,
  });
}

/** "The second one" after an answer that named two things: it is related to their answers. */
function takeNamed(turn: Turn, position: string | undefined): SpokenReply | null {
  const { at } = turn.session;
  const related = at === null ? undefined : turn.catalogue.answers.get(at.id)?.related;
  const named = related === undefined || related.length < 2 ? undefined : pick(related, position);
  return named === undefined ? null : sayAnswer(turn, named);
}

function pick<T>(options: readonly T[], position: string | undefined): T | undefined {
  return position === 'last' ? options.at(-1) : options[Number(position) - 1];
}

function nameOf(option: string): string {
  const [kind, id] = option.split('/');
  return kind === 'term' ? `term/${id}/word` : `answer/${id}/name`;
}
