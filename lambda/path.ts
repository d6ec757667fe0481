/** The way through the guide: its answers in the order of the page, and what comes after a piece. */
import { type Catalogue, entryOf } from './catalogue.ts';

/** A piece of an answer: 0 is the short answer, 1… its continuations. */
export interface Place {
  readonly id: string;
  readonly piece: number;
}

/**
 * What is offered after a place: the answer's next piece; else the next answer of its section that
 * was not heard yet; else a related one; else the first unheard answer of the sections that follow.
 * Null when all that follows was heard.
 */
export function offerAfter(
  catalogue: Catalogue,
  place: Place,
  heard: readonly string[],
): Place | null {
  const answer = entryOf(catalogue.answers, place.id);
  if (answer === undefined) return null;
  if (place.piece + 1 < answer.pieces) return { id: place.id, piece: place.piece + 1 };
  const canBeOffered = isOnTheWay(catalogue);
  const isNew = (id: string): boolean => id !== place.id && !heard.includes(id) && canBeOffered(id);
  const rest = answersFrom(catalogue, place.id).slice(1);
  const inSection = rest.filter((id) => catalogue.answers[id]?.section === answer.section);
  const next = [...inSection, ...answer.related, ...rest].find(isNew);
  return next === undefined ? null : { id: next, piece: 0 };
}

/** The answer after this one, heard or not; null at the end of the guide. */
export function answerAfter(catalogue: Catalogue, id: string): string | null {
  return answersFrom(catalogue, id).slice(1).find(isOnTheWay(catalogue)) ?? null;
}

/** The answer before this one; null at the start of the guide. */
export function answerBefore(catalogue: Catalogue, id: string): string | null {
  const all = guideOrder(catalogue);
  return all.slice(0, Math.max(0, all.indexOf(id))).findLast(isOnTheWay(catalogue)) ?? null;
}

/** An aside is answered when it is asked for, and passed by on the way. */
export function isOnTheWay({ answers }: Catalogue): (id: string) => boolean {
  return (id) => answers[id]?.isAside !== true;
}

function answersFrom(catalogue: Catalogue, id: string): readonly string[] {
  const all = guideOrder(catalogue);
  const index = all.indexOf(id);
  return index < 0 ? [] : all.slice(index);
}

const orders = new WeakMap<Catalogue, readonly string[]>();

/** Ids of all answers in the order of the guide, put together once for each catalogue. */
export function guideOrder(catalogue: Catalogue): readonly string[] {
  const known = orders.get(catalogue);
  if (known !== undefined) return known;
  const order = catalogue.sections.flatMap((section) => section.answers);
  orders.set(catalogue, order);
  return order;
}
