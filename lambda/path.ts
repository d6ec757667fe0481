/** The way through the guide: its answers in the order of the page, and what comes after a piece. */
import type { Catalogue } from './catalogue.ts';

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
  const answer = catalogue.answers.get(place.id);
  if (answer === undefined) return null;
  if (place.piece + 1 < answer.pieces) return { id: place.id, piece: place.piece + 1 };
  const isNew = (id: string): boolean =>
    id !== place.id && !heard.includes(id) && isOnTheWay(catalogue, id);
  const next =
    answersOf(catalogue, answer.section, place.id).find(isNew) ??
    answer.related.find(isNew) ??
    findInSections(sectionsAfter(catalogue, answer.section), catalogue, isNew);
  return next === undefined ? null : { id: next, piece: 0 };
}

/** The answer after this one, heard or not; null at the end of the guide. */
export function answerAfter(catalogue: Catalogue, id: string): string | null {
  const section = catalogue.answers.get(id)?.section;
  if (section === undefined) return null;
  const isNext = (other: string): boolean => isOnTheWay(catalogue, other);
  return (
    answersOf(catalogue, section, id).find(isNext) ??
    findInSections(sectionsAfter(catalogue, section), catalogue, isNext) ??
    null
  );
}

/** The answer before this one; null at the start of the guide. */
export function answerBefore(catalogue: Catalogue, id: string): string | null {
  const section = catalogue.answers.get(id)?.section;
  if (section === undefined) return null;
  const isPrevious = (other: string): boolean => isOnTheWay(catalogue, other);
  const answers = catalogue.sections.get(section)?.answers ?? [];
  const before = answers.slice(0, answers.indexOf(id)).findLast(isPrevious);
  if (before !== undefined) return before;
  const sections = catalogue.sectionIds.slice(0, catalogue.sectionIds.indexOf(section));
  for (const other of sections.toReversed()) {
    const last = catalogue.sections.get(other)?.answers.findLast(isPrevious);
    if (last !== undefined) return last;
  }
  return null;
}

/** The first answer of the guide that fits. */
export function findInGuide(
  catalogue: Catalogue,
  fits: (id: string) => boolean,
): string | undefined {
  return findInSections(catalogue.sectionIds, catalogue, fits);
}

/** An aside is answered when it is asked for, and passed by on the way. */
export function isOnTheWay({ answers }: Catalogue, id: string): boolean {
  return answers.get(id)?.isAside !== true;
}

/** The answers of a section that come after one of them. */
function answersOf(catalogue: Catalogue, section: string, after: string): readonly string[] {
  const answers = catalogue.sections.get(section)?.answers ?? [];
  return answers.slice(answers.indexOf(after) + 1);
}

function sectionsAfter({ sectionIds }: Catalogue, section: string): readonly string[] {
  return sectionIds.slice(sectionIds.indexOf(section) + 1);
}

function findInSections(
  sectionIds: readonly string[],
  catalogue: Catalogue,
  fits: (id: string) => boolean,
): string | undefined {
  for (const section of sectionIds) {
    const found = catalogue.sections.get(section)?.answers.find(fits);
    if (found !== undefined) return found;
  }
  return undefined;
}
