/** From the keys of a reply to the text that stands under them, with the fills put in their places. */
import { type Catalogue, entryOf, type Segment, type Text } from './catalogue.ts';
import type { Line } from './reply.ts';

/** The text of a line, every fill resolved. A key that no text stands under gives an empty text. */
export function toText(catalogue: Catalogue, line: Line): Text {
  if (typeof line === 'string') return textOf(catalogue, line);
  const [key, fills] = line;
  return textOf(catalogue, key).flatMap((segment): readonly Segment[] => {
    if (typeof segment === 'string' || !('fill' in segment)) return [segment];
    const fill = entryOf(fills, segment.fill);
    return fill === undefined ? [] : textOf(catalogue, fill);
  });
}

/** A text as plain words, the way it is written on a card. */
export function toPlainText(text: Text): string {
  return text.map(toPlainSegment).join('');
}

/** The letters and digits of a word, in order; spaces and hyphens are not spelled. */
export function lettersOf(word: string): string[] {
  return word.match(/[\p{L}\p{N}]/gu) ?? [];
}

function toPlainSegment(segment: Segment): string {
  if (typeof segment === 'string') return segment;
  if ('term' in segment) return segment.term;
  if ('slow' in segment) return segment.slow;
  if ('digits' in segment) return segment.digits;
  if ('letters' in segment) return lettersOf(segment.letters).join(', ').toUpperCase();
  return '';
}

function textOf(catalogue: Catalogue, key: string): Text {
  const counted = /^number\/(\d{1,3})$/.exec(key);
  if (counted?.[1] !== undefined) return [counted[1]];
  return entryOf(catalogue.texts, key) ?? [];
}
