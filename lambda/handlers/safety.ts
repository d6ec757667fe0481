/** What comes before every answer: an emergency, a personal decision, a topic that is not covered. */
import type { Line, SpokenReply } from '../reply.ts';
import { changed } from '../session.ts';
import { offerAnswer } from './answer.ts';
import { ask, CARD_FOOTER, reply, type Turn } from './turn.ts';

/**
 * Says the words for a safety entry. An emergency is told whom to call and nothing else, and the
 * microphone closes; the others offer the closest thing that is covered.
 */
export function saySafety(turn: Turn, id: string): SpokenReply {
  const entry = turn.catalogue.safety.get(id);
  if (entry === undefined) throw new RangeError(`No safety entry has the id ${id}.`);
  const words: Line = [
    `safety/${id}`,
    {
      emergency: `locale/${turn.locale}/emergency`,
      crisis: `locale/${turn.locale}/crisis`,
    },
  ];
  const card = { title: `safety/${id}/title`, lines: [words, CARD_FOOTER] };
  if (entry.kind === 'urgent') {
    turn.session = changed(turn.session, { disclaimed: true });
    return reply(turn, { outcome: 'urgent', say: [words], card });
  }
  const { closest } = entry;
  return reply(turn, {
    outcome: entry.kind,
    say: [words],
    ...(closest === null
      ? { ask: ask(turn, 'ask', 'askReprompt') }
      : offerAnswer(turn, { id: closest, piece: 0 })),
    // A request for something else needs no card.
    ...(closest === null ? {} : { card }),
  });
}
