/** From the keys of a reply to the text that stands under them, with the fills put in their places. */
import { type Catalogue, entryOf, type Piece, type Text } from './catalogue.ts';
import type { Line } from './reply.ts';

/** The text of a line, every fill resolved. A key that no text stands under gives an empty text. */
export function toText(catalogue: Catalogue, line: Line): Text {
  if (typeof line === 'string') return textOf(catalogue, line);
  const [key, fills] = line;
  const pieces: Piece[] = [];
  for (const piece of textOf(catalogue, key)) {
    if ('place' in piece) {
      const fill = entryOf(fills, piece.place);
      if (fill !== undefined) pieces.push(...textOf(catalogue, fill));
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}

/** A text as plain words, the way it is written on a card. */
export function toPlainText(text: Text): string {
  let plain = '';
  for (const piece of text) {
    if (!('place' in piece)) plain += piece[0];
  }
  return plain;
}

/** Whether a key stands for a number from 0 to 999, which no file has to list. */
export function isNumberKey(key: string): boolean {
  return key.startsWith('number/') && /^\d{1,3}$/.test(key.slice('number/'.length));
}

const nothing: Text = [];

function textOf({ texts }: Catalogue, key: string): Text {
  const text = texts.get(key);
  if (text !== undefined || !isNumberKey(key)) return text ?? nothing;
  const digits = key.slice('number/'.length);
  return [[digits]];
}
