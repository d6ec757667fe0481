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

const plainTexts = new WeakMap<Text, string>();

/** A text as plain words, the way it is written on a card; worked out once for each text. */
export function toPlainText(text: Text): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const plain = text.map(toPlainSegment).join('');
  plainTexts.set(text, plain);
  return plain;
}

function toPlainSegment(segment: Segment): string {
  if (typeof segment === 'string') return segment;
  if ('term' in segment) return segment.term;
  if ('slow' in segment) return segment.slow;
  if ('digits' in segment) return segment.digits;
  if ('letters' in segment) return segment.letters.join(', ').toUpperCase();
  return '';
}

/** Whether a key stands for a number from 0 to 999, which no file has to list. */
export function isNumberKey(key: string): boolean {
  return key.startsWith('number/') && /^\d{1,3}$/.test(key.slice('number/'.length));
}

const nothing: Text = [];

function textOf({ texts }: Catalogue, key: string): Text {
  return texts.get(key) ?? (isNumberKey(key) ? [key.slice('number/'.length)] : nothing);
}
