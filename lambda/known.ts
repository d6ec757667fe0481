/** Forgets what a session remembers that the catalogue no longer has: content changes, clients err. */
import type { Catalogue, Piece, Text } from './catalogue.ts';
import { isNumberKey } from './lines.ts';
import type { Line } from './reply.ts';
import { changed, type Offer, type Session, type Spoken } from './session.ts';

/** The session with only what the catalogue has. */
export function keepKnown(session: Session, catalogue: Catalogue): Session {
  const { at, about, offer, term, last, heard, kept, question, variants } = session;
  return changed(session, {
    at: at !== null && hasPiece(catalogue, at.id, at.piece) ? at : null,
    about: about !== null && catalogue.sections.get(about) ? about : null,
    offer: offer === null ? null : knownOffer(offer, catalogue),
    term: term !== null && catalogue.terms.get(term) ? term : null,
    last: last === null ? null : knownSpoken(last, catalogue),
    heard: heard.filter((id) => catalogue.answers.get(id)),
    question: question !== null && catalogue.questions.includes(question) ? question : null,
    kept: kept.filter((id) => catalogue.questions.includes(id)),
    variants: knownVariants(variants, catalogue),
  });
}

function knownVariants(variants: Session['variants'], { prompts }: Catalogue): Session['variants'] {
  const isKnown = (id: string): boolean => Object.hasOwn(prompts, id);
  const ids = Object.keys(variants);
  if (ids.every(isKnown)) return variants;
  return Object.fromEntries(Object.entries(variants).filter(([id]) => isKnown(id)));
}

function hasPiece(catalogue: Catalogue, id: string, piece: number): boolean {
  return piece < (catalogue.answers.get(id)?.pieces ?? 0);
}

function knownOffer(offer: Offer, catalogue: Catalogue): Offer | null {
  switch (offer.to) {
    case 'answer':
      return hasPiece(catalogue, offer.id, offer.piece) ? offer : null;
    case 'question':
      return offer.index < catalogue.questions.length ? offer : null;
    case 'topics':
      return Math.max(offer.next, offer.listed ?? 0) < catalogue.sectionIds.length ? offer : null;
    case 'kept':
    case 'forget':
      return offer;
    case 'choice': {
      const options = offer.options.filter((option) => isOption(option, catalogue));
      return options.length === 0 ? null : { ...offer, options };
    }
  }
}

function isOption(option: string, catalogue: Catalogue): boolean {
  const [kind, id = ''] = option.split('/');
  if (kind === 'answer') return catalogue.answers.get(id) !== undefined;
  return kind === 'term' && catalogue.terms.get(id) !== undefined;
}

function knownSpoken(spoken: Spoken, catalogue: Catalogue): Spoken | null {
  const { say, ask, reprompt } = spoken;
  const lines = [...say, ...(ask === null ? [] : [ask]), ...(reprompt === null ? [] : [reprompt])];
  return lines.length > 0 && lines.every((line) => isLine(line, catalogue)) ? spoken : null;
}

/** Whether a line is all there: its text, and a text for each place in it. */
function isLine(line: Line, { texts }: Catalogue): boolean {
  if (typeof line === 'string') return hasNoPlaces(texts.get(line));
  const [key, fills] = line;
  const isGiven = (piece: Piece): boolean =>
    !('place' in piece) || Object.hasOwn(fills, piece.place);
  return (
    texts.get(key)?.every(isGiven) === true &&
    Object.values(fills).every((fill) => isNumberKey(fill) || hasNoPlaces(texts.get(fill)))
  );
}

function hasNoPlaces(text: Text | undefined): boolean {
  return text?.every((piece) => !('place' in piece)) === true;
}
