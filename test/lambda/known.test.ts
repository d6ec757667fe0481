import { describe, expect, test } from '@jest/globals';
import { keepKnown } from '../../lambda/known.ts';
import type { Line } from '../../lambda/reply.ts';
import { newSession, type Offer, type Session } from '../../lambda/session.ts';
import { smallCatalogue } from '../helpers/small-catalogue.ts';

function known(parts: Partial<Session>): Session {
  return keepKnown({ ...newSession, ...parts }, smallCatalogue);
}

test('what the catalogue has is kept as it is', () => {
  const session: Session = {
    ...newSession,
    at: { id: 'tea', piece: 1, sentence: 3 },
    about: 'cake',
    offer: { to: 'answer', id: 'cake', piece: 0 },
    term: 'scone',
    last: {
      say: ['answer/tea/0', ['prompt/offer/0', { offer: 'number/3' }]],
      ask: ['prompt/offer/0', { offer: 'answer/tea/0/offer' }],
      reprompt: 'prompt/askReprompt/0',
    },
    heard: ['tea', 'cake'],
    misses: 2,
    kept: ['milk'],
    question: 'sugar',
    variants: { offer: 2, ask: 0 },
  };
  expect(keepKnown(session, smallCatalogue)).toEqual(session);
});

test('what it does not have is forgotten, one by one', () => {
  const gone = known({
    about: 'soup',
    term: 'soup',
    heard: ['tea', 'soup', 'cake'],
    kept: ['soup', 'milk'],
    question: 'soup',
    variants: { offer: 1, soup: 1, constructor: 1 },
  });
  expect(gone).toEqual({
    ...newSession,
    heard: ['tea', 'cake'],
    kept: ['milk'],
    variants: { offer: 1 },
  });
});

describe('a place', () => {
  test.each([
    [{ id: 'tea', piece: 1 }, true],
    [{ id: 'tea', piece: 2 }, false],
    [{ id: 'soup', piece: 0 }, false],
  ])('%j is there: %j', (at, isThere) => {
    expect(known({ at }).at).toEqual(isThere ? at : null);
  });
});

describe('an offer', () => {
  test.each<[Offer, boolean]>([
    [{ to: 'answer', id: 'tea', piece: 1 }, true],
    [{ to: 'answer', id: 'tea', piece: 2 }, false],
    [{ to: 'answer', id: 'soup', piece: 0 }, false],
    [{ to: 'question', index: 1 }, true],
    [{ to: 'question', index: 2 }, false],
    [{ to: 'topics', next: 1, listed: null }, true],
    [{ to: 'topics', next: 2, listed: null }, false],
    [{ to: 'topics', next: 0, listed: 1 }, true],
    [{ to: 'topics', next: 0, listed: 2 }, false],
    [{ to: 'kept', index: 19 }, true],
    [{ to: 'forget' }, true],
    [{ to: 'choice', options: ['answer/tea', 'term/scone'] }, true],
    [{ to: 'choice', options: ['answer/soup', 'term/soup', 'answer', 'safety/scald'] }, false],
  ])('%j is kept: %j', (offer, isKept) => {
    expect(known({ offer }).offer).toEqual(isKept ? offer : null);
  });

  test('of a choice keeps the options that are there', () => {
    const options = ['term/tea', 'answer/tea', 'tea/tea', 'term/tannin', 'answer/scone'];
    expect(known({ offer: { to: 'choice', options } }).offer).toEqual({
      to: 'choice',
      options: ['answer/tea', 'term/tannin'],
    });
  });
});

describe('what was said last', () => {
  const good: Line = 'answer/tea/0';
  const offer = (fills: Record<string, string>): Line => ['prompt/offer/0', fills];

  test.each<[string, Line, boolean]>([
    ['a text', 'answer/tea/1', true],
    ['a text that is gone', 'answer/soup/0', false],
    ['a prompt with its fill', offer({ offer: 'answer/tea/0/offer' }), true],
    ['a prompt with a number', offer({ offer: 'number/7' }), true],
    ['a prompt without its fill', offer({}), false],
    ['a prompt with another fill', offer({ term: 'answer/tea/0/offer' }), false],
    ['a prompt with a fill from nowhere', ['prompt/offer/0', { offer: 'soup' }], false],
    ['a prompt with one fill too many that is gone', offer({ offer: good, more: 'soup' }), false],
    ['a prompt that is filled with a prompt', offer({ offer: 'prompt/offer/0' }), false],
    ['a prompt with places, and no fills at all', 'prompt/offer/0', false],
    ['a prompt that is gone', ['prompt/soup/0', {}], false],
  ])('with %s is known: %j', (_, line, isKnown) => {
    const all = [
      { say: [good, line], ask: null, reprompt: null },
      { say: [good], ask: line, reprompt: null },
      { say: [good], ask: good, reprompt: line },
      { say: [], ask: line, reprompt: null },
    ];
    for (const last of all) expect(known({ last }).last).toEqual(isKnown ? last : null);
  });

  test('without a line is forgotten', () => {
    expect(known({ last: { say: [], ask: null, reprompt: null } }).last).toBeNull();
  });
});
