/** What Alexa demands of an interaction model, of which its own schema catches only a part. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { InteractionModel } from '../../compiler/build-interaction-model.ts';
import { INTENT_HANDLERS } from '../../lambda/handlers/controls.ts';
import { createModelCheck } from '../helpers/amazon-schema.ts';
import { PROJECT } from '../helpers/temporary-project.ts';
import { readWholeCatalogue } from '../helpers/whole-catalogue.ts';

const FOLDER = new URL('interactionModel/', PROJECT);
const LOCALES = readdirSync(FOLDER).map((name) => name.replace('.json', ''));
const REQUIRED =
  'Cancel Help Stop NavigateHome Fallback Repeat Yes No Next Previous StartOver'.split(' ');
const LAUNCH_OR_WAKE_WORD =
  /\b(open|ask|tell|launch|start|run|begin|play|resume|use|load|alexa|echo|amazon|computer|skill|app)\b/;
const ARTICLE_OR_PREPOSITION =
  /\b(the|a|an|of|for|to|in|on|by|with|about|from|at|le|la|les|un|une|de|du|des|à|pour|sur)\b/;

const check = createModelCheck();

describe.each(LOCALES)('the interaction model of %s', (locale) => {
  const text = readFileSync(new URL(`${locale}.json`, FOLDER), 'utf8');
  const file = JSON.parse(text) as InteractionModel;
  const { invocationName, modelConfiguration, intents, types } =
    file.interactionModel.languageModel;
  const language = locale.slice(0, 2);
  const typeNames = new Set(types.map(({ name }) => name));
  const samples = intents.flatMap((intent) =>
    intent.samples.map((sample) => ({ intent, sample, slots: slotsIn(sample) })),
  );
  const slotValues = types.flatMap(({ values }) =>
    values.flatMap(({ name: { value, synonyms } }) => [value, ...synonyms]),
  );

  test('fits Amazon’s own schema', () => {
    check(file);
    expect(check.errors ?? []).toEqual([]);
  });

  test('is within the size that Alexa takes', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1.5 * 1024 * 1024);
    expect(intents.length).toBeLessThanOrEqual(250);
    expect(intents.length + types.length).toBeLessThanOrEqual(350);
  });

  test('declares each intent and each slot type once, under a name that Alexa takes', () => {
    const names = [...intents, ...types].map(({ name }) => name);
    expect(twice(names)).toEqual([]);
    expect(names.filter((name) => !/^(AMAZON\.)?[A-Za-z][A-Za-z_]*$/.test(name))).toEqual([]);
  });

  test('has the intents of Alexa’s own that a listener counts on', () => {
    const names = intents.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(REQUIRED.map((name) => `AMAZON.${name}Intent`)));
  });

  test('declares no intent that the skill does not handle', () => {
    const catalogueFile = new URL(`lambda/generated/${language}.catalogue.jsonl`, PROJECT);
    const { intents: ours } = readWholeCatalogue(catalogueFile);
    const handled = new Set([...Object.keys(INTENT_HANDLERS), ...ours.keys()]);
    expect(intents.map(({ name }) => name).filter((name) => !handled.has(name))).toEqual([]);
  });

  test('has samples for each intent that is not Alexa’s own', () => {
    const silent = intents.filter((intent) => intent.samples.length === 0);
    expect(silent.map(({ name }) => name).filter((name) => !name.startsWith('AMAZON.'))).toEqual(
      [],
    );
  });

  test('declares each slot of a sample, once, and no others', () => {
    const declared = intents.map(({ name, slots = [] }) => [name, slots.map((slot) => slot.name)]);
    const used = intents.map((intent) => [
      intent.name,
      [...new Set(intent.samples.flatMap(slotsIn))].sort(),
    ]);
    expect(declared).toEqual(used);
  });

  test('gives each slot a type that exists', () => {
    const slots = intents.flatMap((intent) => intent.slots ?? []);
    const isKnown = (type: string): boolean => type.startsWith('AMAZON.') || typeNames.has(type);
    expect(slots.filter(({ type }) => !isKnown(type))).toEqual([]);
  });

  test('uses each slot type', () => {
    const used = new Set(intents.flatMap(({ slots = [] }) => slots.map(({ type }) => type)));
    expect([...typeNames].filter((name) => !used.has(name))).toEqual([]);
  });

  test('has samples in letters, spaces, periods, underscores, apostrophes and hyphens', () => {
    const isLegal = (sample: string): boolean =>
      /^[\p{L}\p{M} ._'-]+$/u.test(sample.replace(/\{[a-z][a-z_]*\}/g, 'slot'));
    expect(samples.map(({ sample }) => sample).filter((sample) => !isLegal(sample))).toEqual([]);
  });

  test('has no sample twice, in one intent or in two', () => {
    expect(twice(samples.map(({ sample }) => sample.toLowerCase()))).toEqual([]);
  });

  test('takes free speech only after words of its own, and in no sample with another slot', () => {
    const free = samples.filter(({ intent, slots }) =>
      (intent.slots ?? []).some(
        ({ name, type }) => type === 'AMAZON.SearchQuery' && slots.includes(name),
      ),
    );
    expect(free.length).toBeGreaterThan(0);
    const isGreedy = (sample: string): boolean => !/^[^{]*\p{L}[^{]* \{\w+\}$/u.test(sample);
    expect(free.map(({ sample }) => sample).filter(isGreedy)).toEqual([]);
  });

  test('has values in each slot type, none too long, and none that is a call for help', () => {
    expect(types.filter(({ values }) => values.length === 0)).toEqual([]);
    expect(slotValues.filter((value) => value.length === 0 || value.length > 140)).toEqual([]);
    expect(slotValues.filter((value) => /^(help|aide)$/i.test(value))).toEqual([]);
  });

  test('gives no value or id of a slot type twice', () => {
    for (const { values } of types) {
      const names = values.flatMap(({ name: { value, synonyms } }) => [value, ...synonyms]);
      expect(twice(names.map((name) => name.toLowerCase()))).toEqual([]);
      expect(twice(values.map(({ id }) => id))).toEqual([]);
    }
  });

  test('has an invocation name that Alexa takes', () => {
    const words = invocationName.split(' ');
    expect(invocationName).toMatch(/^[\p{Ll}'.]+( [\p{Ll}'.]+)+$/u);
    expect(invocationName).not.toMatch(LAUNCH_OR_WAKE_WORD);
    expect(words.length === 2 && ARTICLE_OR_PREPOSITION.test(invocationName)).toBe(false);
  });

  test('sets the fallback’s sensitivity only where Alexa lets it: in English and German', () => {
    const maySet = language === 'en' || language === 'de';
    expect(modelConfiguration !== undefined).toBe(maySet);
  });
});

test('an interaction model that breaks Amazon’s schema is refused', () => {
  expect(check({ interactionModel: { languageModel: { intents: [], colour: 'red' } } })).toBe(
    false,
  );
  expect(check.errors?.map(({ message }) => message)).toEqual([
    "must have required property 'invocationName'",
    'must NOT have additional properties',
    'must NOT have fewer than 1 items',
  ]);
});

function slotsIn(sample: string): string[] {
  return [...sample.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function twice(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}
