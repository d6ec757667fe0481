/** Intents with any words in their slots, most of them no listener's. */
import * as fc from 'fast-check';
import { IDS, INTENTS, LOCALE_NAMES, QUESTIONS, REQUEST_TYPES, SLOTS } from './corpus.ts';
import { hostileKey, hostileText } from './hostile.ts';
import type { Json } from './json.ts';

/** Hostile words, and real questions with hostile words in the middle or in another order. */
const words = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom(...QUESTIONS) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...QUESTIONS), hostileText, fc.nat({ max: 60 }))
      .map(([asked, text, at]) => asked.slice(0, at) + text + asked.slice(at)),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...QUESTIONS), { minLength: 2, maxLength: 5 })
      .map((several) => several.join(' and ').split(' ').toReversed().join(' ')),
  },
);

const slot = fc
  .record({
    name: hostileKey,
    value: words,
    code: fc.constantFrom('ER_SUCCESS_MATCH', 'ER_SUCCESS_NO_MATCH', 'ER_ERROR_TIMEOUT'),
    ids: fc.array(fc.oneof(fc.constantFrom(...IDS), hostileText), { maxLength: 3 }),
  })
  .map(({ name, value, code, ids }) => {
    const values = ids.map((id) => ({ value: { name: value, id } }));
    return {
      name,
      value,
      resolutions: { resolutionsPerAuthority: [{ status: { code }, values }] },
    };
  });

const slotName = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('question', 'term', 'drug', 'position') },
  { weight: 3, arbitrary: fc.constantFrom(...SLOTS) },
  { weight: 1, arbitrary: hostileKey },
);

/** Intents that have something said that stands in the session. */
const SAID_AGAIN: readonly string[] = [
  ['AMAZON.RepeatIntent', 'RepeatLastPartIntent', 'SpeakSlowerIntent', 'ReportDetailIntent'],
  ['AMAZON.YesIntent', 'AMAZON.NextIntent', 'AMAZON.PreviousIntent', 'ChooseOptionIntent'],
].flat();

const request = fc.record({
  type: fc.oneof(
    { weight: 15, arbitrary: fc.constant('IntentRequest') },
    { weight: 1, arbitrary: fc.constantFrom(...REQUEST_TYPES) },
  ),
  locale: fc.constantFrom(...LOCALE_NAMES),
  timestamp: fc.constantFrom('2026-05-04T09:30:00Z', '2026-05-04T09:30:12Z', '', 1_777_887_000_000),
  intent: fc.record({
    name: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('AskQuestionIntent', 'DefineTermIntent') },
      { weight: 3, arbitrary: fc.constantFrom(...SAID_AGAIN) },
      { weight: 6, arbitrary: fc.constantFrom(...INTENTS) },
      { weight: 1, arbitrary: hostileKey },
    ),
    slots: fc
      .array(fc.tuple(slotName, slot), { maxLength: 3 })
      .map((entries) => Object.fromEntries(entries)),
  }),
});

/** An envelope with an intent in a session that has these attributes. */
export function intentIn(attributes: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const user = { userId: 'amzn1.ask.account.LISTENER' };
  return fc.tuple(request, attributes).map(([asked, given]) => ({
    version: '1.0',
    session: { new: false, sessionId: 'session-1', user, attributes: given },
    context: { System: { user } },
    request: asked,
  }));
}
