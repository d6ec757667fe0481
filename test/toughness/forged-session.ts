/** Session attributes as only a forger makes them: every part is well-formed, and none fits another. */
import * as fc from 'fast-check';
import { PROMPTS } from '../../lambda/prompts.ts';
import { IDS, OPTIONS } from './corpus.ts';
import { TEXT_KEYS } from './generated-texts.ts';
import { anyJson, hostileKey, oddNumber } from './hostile.ts';
import type { Json } from './json.ts';

export const anyId = fc.constantFrom(...IDS);
export const anyKey = fc.constantFrom(...TEXT_KEYS);
export const anyCount = fc.oneof(fc.nat({ max: 25 }), fc.constantFrom(998, 999));

function orNull<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { nil: null });
}

/** Each prompt's key with the names of its places. */
const PLACES = TEXT_KEYS.flatMap((key) => {
  const id = /^prompt\/([^/]+)\//.exec(key)?.[1];
  const fills =
    Object.entries<readonly string[]>(PROMPTS).find(([known]) => known === id)?.[1] ?? [];
  return fills.length === 0 ? [] : [[key, fills] as const];
});

/** A prompt with the same text in each of its places. */
function promptWith(text: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.constantFrom(...PLACES), text)
    .map(([[key, names], filled]) => [
      key,
      Object.fromEntries(names.map((name) => [name, filled])),
    ]);
}

export const anyLine: fc.Arbitrary<Json> = fc.oneof(anyKey, promptWith(anyKey));

/** The longest that there are: words that are spelled, with a rest after each letter. */
const longLine = promptWith(
  fc.constantFrom(...TEXT_KEYS.filter((key) => key.endsWith('/letters'))),
);

function anySpoken(line: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.record({
    say: fc.array(line, { maxLength: 7 }),
    ask: orNull(line),
    reprompt: orNull(line),
  });
}

const somewhere = { id: anyId, piece: fc.nat({ max: 4 }), sentence: fc.nat({ max: 6 }) };

const offer = fc.oneof<fc.Arbitrary<Json>[]>(
  fc.record({ to: fc.constant('answer'), ...somewhere }),
  fc.record({ to: fc.constantFrom('question', 'kept'), index: anyCount }),
  fc.record({ to: fc.constant('topics'), next: anyCount, listed: orNull(anyCount) }),
  fc.constant({ to: 'forget' }),
  fc.record({
    to: fc.constant('choice'),
    options: fc.array(fc.constantFrom(...OPTIONS), { maxLength: 4 }),
  }),
);

const stored = fc.record({
  schema: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: oddNumber }),
  speed: fc.integer({ min: -3, max: 3 }),
  detail: fc.constantFrom('short', 'full'),
  place: orNull(fc.record(somewhere)),
  questions: fc.array(anyId, { maxLength: 21 }),
  firstUsed: fc.constantFrom(null, '2026-01-01', 'yesterday'),
  lastUsed: fc.constantFrom(null, '2026-05-04', '2026-13-01'),
});

export const forgedSession: fc.Arbitrary<Json> = fc.record({
  version: fc.constant(1),
  at: orNull(fc.record(somewhere)),
  spokenAtMs: orNull(fc.constantFrom(0, -1e300, 1_777_887_000_000, 1e300)),
  about: orNull(anyId),
  offer: orNull(offer),
  term: orNull(anyId),
  last: orNull(fc.oneof(anySpoken(anyLine), anySpoken(longLine))),
  heard: fc.array(anyId, { maxLength: 70 }),
  misses: anyCount,
  disclaimed: fc.boolean(),
  speed: fc.integer({ min: -3, max: 3 }),
  detail: fc.constantFrom('short', 'full'),
  kept: fc.array(anyId, { maxLength: 25 }),
  question: orNull(anyId),
  memory: orNull(
    fc.record({
      state: fc.constantFrom('found', 'new', 'unavailable', 'corrupt', 'newer', 'forgotten'),
      version: orNull(oddNumber),
      stored: fc.oneof(stored, anyJson),
    }),
  ),
  variants: fc
    .array(fc.tuple(fc.oneof(hostileKey, fc.constantFrom('offer', 'ask')), anyCount), {
      maxLength: 12,
    })
    .map((entries) => Object.fromEntries(entries)),
});
