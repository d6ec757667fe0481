/** What the companion app keeps of a reply: the answer in the words that are spoken, all its pieces. */
import type { Catalogue } from './catalogue.ts';
import { toPlainText, toText } from './lines.ts';
import type { CardContent } from './reply.ts';

export interface Card {
  readonly title: string;
  readonly content: string;
}

/** Alexa refuses a card of 8,000 characters or more, title and content together. */
const LONGEST_CONTENT = 7000;

const cards = new WeakMap<CardContent, Card>();

/** The card in words; worked out once for a card that a handler keeps. */
export function toCard(catalogue: Catalogue, content: CardContent): Card {
  const known = cards.get(content);
  if (known !== undefined) return known;
  const card = toWords(catalogue, content);
  cards.set(content, card);
  return card;
}

function toWords(catalogue: Catalogue, card: CardContent): Card {
  const lines = card.lines.map((line) => toPlainText(toText(catalogue, line)));
  return {
    title: toPlainText(toText(catalogue, card.title)),
    content: lines
      .filter((line) => line !== '')
      .join('\n\n')
      .slice(0, LONGEST_CONTENT),
  };
}
