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
  const named = namedAnswer(turn, position);
  if (named !== null) return sayAnswer(turn, named);
  return reply(turn, {
    outcome: 'control',
    ask: ask(turn, 'nothingOffered', 'askReprompt'),
    offer,
  });
}

/** The term that "the second one" is about: of two meanings, or of the answers that were named. */
export function chosenTerm(turn: Turn): string | null {
  const { answers, terms } = turn.catalogue;
  const { offer } = turn.session;
  const position = slotOf(turn.slots, 'position').ids[0];
  const option = offer?.to === 'choice' ? pick(offer.options, position) : undefined;
  const [kind, id = ''] = option?.split('/') ?? ['answer', namedAnswer(turn, position) ?? ''];
  if (kind === 'term' || terms.get(id) !== undefined) return id;
  return answers.get(id)?.terms.at(-1) ?? null;
}

/**
 * "The second one", "the other one": of the answers that were named together, by the one that is heard
 * or by one before it; else the counterpart of what is heard.
 */
function namedAnswer(turn: Turn, position: string | undefined): string | null {
  const { at, heard } = turn.session;
  if (at === null) return null;
  for (const id of [at.id, ...heard.toReversed()]) {
    const related = turn.catalogue.answers.get(id)?.related ?? [];
    const isNamed = id === at.id || related.includes(at.id);
    if (isNamed && related.length > 1) return pick(related, position, at.id) ?? null;
  }
  return position === 'other' ? counterpartOf(turn, at.id) : null;
}

/** The one answer that stands beside an answer, or beside the first one of its section. */
function counterpartOf({ catalogue }: Turn, id: string): string | null {
  const section = catalogue.answers.get(id)?.section;
  const first = section === undefined ? null : firstAnswerOf(catalogue, section);
  for (const answer of [id, first ?? id]) {
    const related = catalogue.answers.get(answer)?.related ?? [];
    if (related.length === 1) return related[0] ?? null;
  }
  return null;
}

function pick(
  options: readonly string[],
  position: string | undefined,
  current?: string,
): string | undefined {
  if (position === 'last') return options.at(-1);
  if (position !== 'other') return options[Number(position) - 1];
  return current === undefined ? undefined : options.findLast((option) => option !== current);
}

function nameOf(option: string): string {
  const [kind, id] = option.split('/');
  return kind === 'term' ? `term/${id}/word` : `answer/${id}/name`;
}
