/** Lists the topics, three at a time, so that none of them is forgotten before the list ends. */
import type { Catalogue } from '../catalogue.ts';
import type { SpokenReply } from '../reply.ts';
import { ask, reply, type Turn } from './turn.ts';

const FILL_NAMES = ['first', 'second', 'third'] as const;
const TOPICS_AT_ONCE = FILL_NAMES.length;

/** Lists the topics from number `from` on; after the last ones it begins again. */
export function sayTopics(turn: Turn, from = 0): SpokenReply {
  const window = topicWindow(turn.catalogue, from);
  const next = from + TOPICS_AT_ONCE;
  const fills = Object.fromEntries(
    window.map((id, index) => [FILL_NAMES[index] ?? '', `section/${id}`]),
  );
  return reply(turn, {
    outcome: 'list',
    ask: ask(
      turn,
      window.length < TOPICS_AT_ONCE ? 'topicsLast' : 'topics',
      'topicsReprompt',
      fills,
    ),
    offer: { to: 'topics', next: next < turn.catalogue.sectionIds.length ? next : 0, listed: from },
  });
}

/** The topics before those that begin at `from`; before the first ones there are none. */
export function sayTopicsBefore(turn: Turn, from: number): SpokenReply {
  return sayTopics(turn, Math.max(0, from - TOPICS_AT_ONCE));
}

/** The topics that come next where `count` lists of them were heard. */
export function topicsAfter(catalogue: Catalogue, count: number): number {
  const lists = Math.ceil(catalogue.sectionIds.length / TOPICS_AT_ONCE);
  return (count % lists) * TOPICS_AT_ONCE;
}

/** Ids of the topics that are listed from `from` on; a last one that would be alone takes one with it. */
export function topicWindow({ sectionIds }: Catalogue, from: number): readonly string[] {
  const isAlone = from === sectionIds.length - 1;
  return sectionIds.slice(isAlone ? Math.max(0, from - 1) : from, from + TOPICS_AT_ONCE);
}

export function firstAnswerOf(catalogue: Catalogue, section: string): string | null {
  return catalogue.sections.get(section)?.answers[0] ?? null;
}
