/** Lists the topics, three at a time, so that none of them is forgotten before the list ends. */
import type { Catalogue, SectionEntry } from '../catalogue.ts';
import type { SpokenReply } from '../reply.ts';
import { ask, reply, type Turn } from './turn.ts';

const TOPICS_AT_ONCE = 3;

/** Lists the topics from number `from` on; past the last one it begins again. */
export function sayTopics(turn: Turn, from = 0): SpokenReply {
  const window = topicWindow(turn.catalogue, from);
  const isLast = from + TOPICS_AT_ONCE >= turn.catalogue.sections.length;
  const [first, second, third] = window.map(({ id }) => `section/${id}`);
  const fills = { first: first ?? '', second: second ?? '', third: third ?? '' };
  return reply(turn, {
    outcome: 'list',
    ask: ask(turn, isLast ? 'topicsLast' : 'topics', 'topicsReprompt', fills),
    offer: { to: 'topics', next: isLast ? 0 : from + TOPICS_AT_ONCE, listed: from },
  });
}

/** The topics that are listed from `from` on; the last window reaches back to be full. */
export function topicWindow(catalogue: Catalogue, from: number): readonly SectionEntry[] {
  const start = Math.max(0, Math.min(from, catalogue.sections.length - TOPICS_AT_ONCE));
  return catalogue.sections.slice(start, start + TOPICS_AT_ONCE);
}

export function firstAnswerOf(catalogue: Catalogue, section: string): string | null {
  return catalogue.sections.find(({ id }) => id === section)?.answers[0] ?? null;
}
