import { describe, expect, test } from '@jest/globals';
import { INTENT_HANDLERS } from '../../lambda/handlers/controls.ts';
import { newSession } from '../../lambda/session.ts';
import { intentRequest } from '../helpers/requests.ts';
import { spokenProblems } from '../helpers/responses.ts';
import { createTestSkill } from '../helpers/skill.ts';

/**
 * Sessions that point at what is not there: sent by someone else, or begun before the content was
 * changed. Each is well-formed, so that it is read.
 */
const SESSIONS: readonly (readonly [string, object])[] = [
  [
    'a place that is gone',
    { at: { id: 'gone', piece: 3 }, about: 'gone', term: 'gone', heard: ['gone'] },
  ],
  ['a place far into an answer', { at: { id: 'ki-67', piece: 999 } }],
  ['an offer that is gone', { offer: { to: 'answer', id: 'gone', piece: 0 } }],
  ['an offer far into an answer', { offer: { to: 'answer', id: 'ki-67', piece: 999 } }],
  ['a question that is not there', { offer: { to: 'question', index: 999 } }],
  ['topics that are not there', { offer: { to: 'topics', next: 999, listed: 999 } }],
  ['a choice that is gone', { offer: { to: 'choice', options: ['answer/gone'] } }],
  ['two choices that are gone', { offer: { to: 'choice', options: ['answer/gone', 'x'] } }],
  ['a choice of nothing known', { offer: { to: 'choice', options: ['', 'term/__proto__'] } }],
  ['a reply that is gone', { last: { say: ['gone'], ask: 'gone', reprompt: 'gone' } }],
  ['a question that is gone', { last: { say: ['answer/pump/0'], ask: 'gone', reprompt: null } }],
  ['no reply', { last: { say: [], ask: null, reprompt: null } }],
  [
    'names of an object’s workings',
    { at: { id: 'constructor', piece: 1 }, about: 'toString', term: '__proto__' },
  ],
  ['many misses', { misses: 999, variants: { noMatch: 999, constructor: 7 } }],
];

const POSITION = { position: { words: 'second', ids: ['2'] } };

describe.each(SESSIONS)('with %s in the session', (_, parts) => {
  test.each(Object.keys(INTENT_HANDLERS))(
    '%s gets a valid response, and no error',
    async (name) => {
      const attributes = { ...newSession, ...parts };
      const { invoke, logs } = createTestSkill();
      const slots = name === 'ChooseOptionIntent' ? POSITION : {};
      const answered = await invoke(intentRequest(name, slots, { isNew: false, attributes }));
      expect(await spokenProblems(answered, 'en-CA')).toEqual([]);
      expect(logs).toEqual([]);
    },
  );
});
