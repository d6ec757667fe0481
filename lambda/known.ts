/** Forgets what a session remembers that the catalogue no longer has: content changes, clients err. */
import { type Catalogue, entryOf } from './catalogue.ts';
import type { Line } from './reply.ts';
import type { Offer, Session, Spoken } from './session.ts';

/** The session with only what the catalogue has. */
export function keepKnown(session: Session, catalogue: Catalogue): Session {
  const { at, about, offer, term, last, heard, kept, question } = session;
  return {
    ...session,
    at: at !== null && hasPiece(catalogue, at.id, at.piece) ? at : null,
    about: catalogue.sections.some(({ id }) => id === about) ? about : null,
    offer: offer === null ? null : knownOffer(offer, catalogue),
    term: term !== null && entryOf(catalogue.terms, term) ? term : null,
    last: last === null ? null : knownSpoken(last, catalogue),
    heard: heard.filter((id) => entryOf(catalogue.answers, id)),
    question: question !== null && catalogue.questions.includes(question) ? question : null,
    kept: kept.filter((id) => catalogue.questions.includes(id)),
  };
}

function hasPiece(catalogue: Catalogue, id: string, piece: number): boolean {
  return piece < (entryOf(catalogue.answers, id)?.pieces ?? 0);
}

function knownOffer(offer: Offer, catalogue: Catalogue): Offer | null {
  switch (offer.to) {
    case 'answer':
      return hasPiece(catalogue, offer.id, offer.piece) ? offer : null;
    case 'question':
      return offer.index < catalogue.questions.length ? offer : null;
    case 'topics':
      return Math.max(offer.next, offer.listed ?? 0) < catalogue.sections.length ? offer : null;
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
  const known = kind === 'answer' ? catalogue.answers : kind === 'term' ? catalogue.terms : {};
  return Object.hasOwn(known, id);
}

function knownSpoken(spoken: Spoken, catalogue: Catalogue): Spoken | null {
  const { say, ask, reprompt } = spoken;
  const lines = [...say, ...(ask === null ? [] : [ask]), ...(reprompt === null ? [] : [reprompt])];
  return lines.length > 0 && lines.every((line) => isLine(line, catalogue)) ? spoken : null;
}

function isLine(line: Line, catalogue: Catalogue): boolean {
  const keys = typeof line === 'string' ? [line] : [line[0], ...Object.values(line[1])];
  return keys.every((key) => /^number\/\d{1,3}$/.test(key) || Object.hasOwn(catalogue.texts, key));
}
