/** From the keys of a reply to the text that stands under them, with the fills put in their places. */
import { type Catalogue, entryOf, type Piece, type Text } from './catalogue.ts';
import type { Line } from './reply.ts';

/** The text of a line, every fill resolved. A key that no text stands under gives an empty text. */
export function toText(catalogue: Catalogue, line: Line): Text {
  if (typeof line === 'string') return textOf(catalogue, line);
  const [key, fills] = line;
  return textOf(catalogue, key).flatMap((piece): readonly Piece[] => {
    if (typeof piece === 'string' || !('fill' in piece)) return [piece];
    const fill = entryOf(fills, piece.fill);
    return fill === undefined ? [] : textOf(catalogue, fill);
  });
}

/** A text as plain words, the way it is written on a card. */
export function toPlainText(text: Text): string {
  return text.map(toPlainPiece).join('');
}

function toPlainPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('term' in piece) return piece.term;
  if ('digits' in piece) return piece.digits;
  if ('letters' in piece) return [...piece.letters.toUpperCase()].join(', ');
  return '';
}

function textOf(catalogue: Catalogue, key: string): Text {
  const counted = /^number\/(\d{1,3})$/.exec(key);
  if (counted?.[1] !== undefined) return [counted[1]];
  return entryOf(catalogue.texts, key) ?? [];
}
