/** What a hostile client sends in place of a word, a key or a value. */
import * as fc from 'fast-check';
import type { Json, RawJson } from './json.ts';

/** Names that reach an object's workings where a key is looked up without care. */
export const PROTOTYPE_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'then',
  'length',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  '__lookupSetter__',
];

const MARKUP: readonly string[] = [
  '</speak><speak><audio src="https://example.com/listen.mp3"/>',
  '<break time="99999s"/>',
  "<prosody rate='x-slow'>",
  '<![CDATA[<speak>]]>',
  '<!DOCTYPE speak [<!ENTITY e "eeee">]><speak>&e;&e;</speak>',
  '<amazon:effect name="whispered">psst</amazon:effect>',
  '&amp;&lt;speak&gt;&#0;&bogus;',
  '<<<<>>>>&&&&',
  ']]>',
  '--><script>alert(1)</script>',
  '{offer} {term} {{first}} ${process.env}',
  '%s%n%x',
  "' OR '1'='1'; --",
  '"}],"response":{"shouldEndSession":true}}',
  '../../../../etc/hosts',
  'https://example.com/?q=chemo#x',
  '\u0000\u0001\u0008\u000b\u001b[31m\u007f',
  '\r\n\r\nHTTP/1.1 200 OK',
  '\u2028\u2029\u0085\ufeff',
  '\u202e\u2066evil\u2069\u200f\u200e',
  '\ud800',
  '\udfff\ud800',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u{1f3fd}\u{1f1e8}\u{1f1e6}',
  'Z\u0351\u036b\u0343a\u033b\u031b\u032bl\u0339\u031e\u0348g\u0334\u0322o',
  '\ufdfa\ufb03\u0130\u0131\u017f\u212a\u00df',
  '\u0661\u0662\u0663 \uff11\uff12 \u00bd \u2167',
  'undefined null NaN [object Object] true -0 1e999',
];

/** What makes a careless regular expression go over the same letters again and again. */
const BAIT: readonly string[] = [
  ['a', 'y', 'e', 'aeiou', 'yay', 's', 'ss', 'ing', 'ed', 'ational', 'bab', 'ty'],
  ['0', '9 ', '1a', "'", "a'", "n't", "don't ", "'ll ", '"', '\\"', '(', '[', '{', '{{'],
  [' ', '\t', '\n', ' a', ', ', '. ', '-', '--', '/', '<', '</', '&', '<a ', '\u0301', 'é'],
  ['жa', 'aж', 'Ωn', '\u{1f600}', 'ﷺ', '\ud800', 'İ', 'ß', '\u200d'],
  ['so ', 'and ', 'please tell me ', 'what is ', 'not have ', 'i have a fever ', 'no '],
  ['chemo ', 'key sixty seven ', 'strep toe ', 'five f u ', 'it ', 'should i ', '911 '],
].flat();

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

const bait = fc
  .tuple(
    fc.constantFrom(...BAIT),
    fc.integer({ min: 1, max: 300 }),
    fc.constantFrom('', 'x', '!', "'"),
  )
  .map(([unit, times, end]) => unit.repeat(times) + end);

/** A text that no listener says. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 3, arbitrary: bait },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 2, arbitrary: codeUnits },
  { weight: 2, arbitrary: fc.constantFrom(...PROTOTYPE_KEYS) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '?', '\u00a0') },
);

export const hostileKey: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PROTOTYPE_KEYS) },
  { weight: 1, arbitrary: hostileText },
);

/** Numbers at the edges of what a careless reader takes for a count. */
export const oddNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    1,
    2,
    0.5,
    7,
    19,
    20,
    21,
    59,
    60,
    998,
    999,
    1000,
    1e21,
    -1e300,
    2 ** 53,
  ),
  fc.integer(),
);

/** Numbers that only JSON text can hold: they are read as Infinity, or lose their digits. */
const oddNumberText: fc.Arbitrary<RawJson> = fc
  .constantFrom('1e400', '-1e400', '1e-400', '0.1000000000000000055511151231257827', '12e0')
  .map((unit) => ({ rawOf: 'number', size: 0, unit }));

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  oddNumber,
  hostileText,
);

/** Any small JSON value, with keys that are hostile more often than not. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(hostileKey, tie('value')), { maxLength: 4 })
        .map((entries) => Object.fromEntries(entries)),
    },
  ),
})).value;

/** What is put in place of a part of an envelope. */
export const anyPart: fc.Arbitrary<Json | RawJson> = fc.oneof(
  { weight: 9, arbitrary: anyJson },
  { weight: 1, arbitrary: oddNumberText },
);

/** A part that is larger or deeper than anything Alexa sends. */
export const giant: fc.Arbitrary<RawJson> = fc.oneof(
  fc.record({
    rawOf: fc.constantFrom('text' as const),
    size: fc.constantFrom(10_000, 100_000, 1_000_000),
    unit: fc.constantFrom(...BAIT),
  }),
  fc.record({
    rawOf: fc.constantFrom('list' as const, 'record' as const),
    size: fc.constantFrom(100, 1000, 10_000),
    unit: fc.constantFrom('', 'x', 'chemo', 'answer/ki-67/0', '__proto__'),
  }),
  fc.record({
    rawOf: fc.constantFrom('deep list' as const, 'deep record' as const),
    size: fc.integer({ min: 1000, max: 10_000 }),
    unit: fc.constantFrom('a', 'attributes', '__proto__', 'toString', 'value'),
  }),
);
