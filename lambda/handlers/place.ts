/** Where the listener is: place, what is left, what a part holds, what is related, the last bit again. */
import { toPlainText, toText } from '../lines.ts';
import { isOnTheWay } from '../path.ts';
import type { Line, SpokenReply } from '../reply.ts';
import { changed } from '../session.ts';
import { offerAnswer, offerNext } from './answer.ts';
import { repeatLast } from './moving.ts';
import { ask, reply, say, type Turn } from './turn.ts';

/** "Where am I?": the part, the answer, and how many answers of the part are left. */
export function describePlace(turn: Turn): SpokenReply {
  const place = placeOf(turn);
  if (place === null) return notStarted(turn);
  const topic = `section/${place.section}`;
  const name = `answer/${place.id}/name`;
  const isNamedAlike = plain(turn, topic) === plain(turn, name);
  const line = isNamedAlike
    ? say(turn, 'whichPart', { topic })
    : say(turn, 'whereAmI', { topic, name });
  return reply(turn, {
    outcome: 'control',
    say: [line, countLeft(turn, place)],
    ...offerNext(turn),
  });
}

/** "What's left?": the answers of this part that come after this one. */
export function listRemaining(turn: Turn): SpokenReply {
  const place = placeOf(turn);
  if (place === null) return notStarted(turn);
  const [first, second] = place.left;
  if (first === undefined) {
    const line = say(turn, 'nothingLeft', { topic: `section/${place.section}` });
    return reply(turn, { outcome: 'control', say: [line], ...offerNext(turn) });
  }
  const line =
    second === undefined
      ? say(turn, 'oneLeft')
      : say(turn, 'left', {
          number: `number/${place.left.length}`,
          first: `answer/${first}/name`,
          second: `answer/${second}/name`,
        });
  return reply(turn, {
    outcome: 'list',
    say: [line],
    ...offerAnswer(turn, { id: first, piece: 0 }),
  });
}

/** "Give me an overview of this part." */
export function summarizeSection(turn: Turn): SpokenReply {
  const place = placeOf(turn);
  const section = place === null ? undefined : turn.catalogue.sections.get(place.section);
  const first = section?.answers[0];
  if (section === undefined || first === undefined) return notStarted(turn);
  const line = say(turn, 'overview', {
    topic: `section/${section.id}`,
    number: `number/${section.answers.length}`,
  });
  return reply(turn, {
    outcome: 'list',
    say: [line],
    ...offerAnswer(turn, { id: first, piece: 0 }),
  });
}

/** "What is related to this?": what was not heard yet. */
export function suggestRelated(turn: Turn): SpokenReply {
  const place = placeOf(turn);
  const answer = place === null ? undefined : turn.catalogue.answers.get(place.id);
  const related = answer?.related.find((id) => !turn.session.heard.includes(id));
  if (related === undefined) return listRemaining(turn);
  return reply(turn, { outcome: 'list', ...offerAnswer(turn, { id: related, piece: 0 }) });
}

/** "Say the last bit again": only the last sentence, with its question. */
export function repeatLastPart(turn: Turn): SpokenReply {
  const { spokenAtMs } = turn.session;
  const whole = repeatLast(turn);
  const line = whole.say.at(-1);
  if (line === undefined) return whole;
  // All of it was heard before; when that was still tells how far the listener is.
  const session = changed(whole.session, { spokenAtMs });
  return { ...whole, say: [lastSentence(turn, line)], session };
}

/** A piece of an answer from its last sentence on; any other line as it is. */
function lastSentence({ catalogue }: Turn, line: Line): Line {
  if (typeof line !== 'string') return line;
  const piece = line.replace(/\/from\/\d+$/, '');
  let last: Line = line;
  for (let sentence = 1; catalogue.texts.get(`${piece}/from/${sentence}`); sentence++) {
    last = `${piece}/from/${sentence}`;
  }
  return last;
}

function plain({ catalogue }: Turn, key: string): string {
  return toPlainText(toText(catalogue, key)).toLowerCase();
}

function countLeft(turn: Turn, { left }: Whereabouts): Line {
  const [first, second] = left;
  if (first === undefined) return say(turn, 'lastHere');
  if (second === undefined) return say(turn, 'oneLeft');
  return say(turn, 'answersLeft', { number: `number/${left.length}` });
}

interface Whereabouts {
  readonly id: string;
  readonly section: string;
  /** Ids of the answers of the section that come after this one and were not heard. */
  readonly left: readonly string[];
}

function placeOf({ catalogue, session }: Turn): Whereabouts | null {
  const { at, heard } = session;
  const id = at?.id;
  const section = id === undefined ? undefined : catalogue.answers.get(id)?.section;
  const answers = section === undefined ? undefined : catalogue.sections.get(section)?.answers;
  if (id === undefined || section === undefined || answers === undefined) return null;
  const left = answers
    .slice(answers.indexOf(id) + 1)
    .filter((other) => isOnTheWay(catalogue, other) && !heard.includes(other));
  return { id, section, left };
}

function notStarted(turn: Turn): SpokenReply {
  return reply(turn, { outcome: 'control', ask: ask(turn, 'notStarted', 'askReprompt') });
}
