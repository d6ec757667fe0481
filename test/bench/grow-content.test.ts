import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lettersOf } from '../../bench/ask.ts';
import { growContent } from '../../bench/grow-content.ts';
import { buildLargeGlossary } from '../../bench/large-glossary.ts';
import { toIntent, toQuestion } from '../../bench/requests.ts';
import { writeGenerated } from '../../bench/with-content.ts';
import { buildCatalogue } from '../../compiler/build-catalogue.ts';
import { type Content, readContent } from '../../compiler/content.ts';
import { answerIntentName } from '../../compiler/samples.ts';
import { buildGlossary } from '../../compiler/spoken-text.ts';
import { readLanguages } from '../../lambda/languages.ts';
import { createSkill, type InvokeSkill } from '../../lambda/skill.ts';
import { toWords } from '../../lambda/understand/words.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const TIMES = 3;
const content = readProjectContent();
const grown = growContent(content, TIMES);
const lists = ['sections', 'answers', 'terms', 'safety', 'questions', 'facts'] as const;

function readProjectContent(): Content {
  const read = readContent(fileURLToPath(PROJECT), 'en', []);
  if (read === null) throw new Error('The content cannot be read.');
  return read;
}

/** The entries of the last copy. */
function lastOf<K extends (typeof lists)[number]>(list: K): Content[K] {
  return grown[list].slice(content[list].length * (TIMES - 1)) as unknown as Content[K];
}

/** A skill with the grown content, in a folder that is taken away again. */
async function withGrownSkill<T>(use: (invoke: InvokeSkill) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
  try {
    const generated = join(folder, 'generated');
    writeGenerated(grown, generated);
    const languageOf = readLanguages(generated);
    return await use(createSkill({ languageOf, log: () => {} }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The letters that are heard. */
async function hear(invoke: InvokeSkill, request: object): Promise<string> {
  const { outputSpeech } = (await invoke(request)).response;
  return lettersOf(outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '');
}

describe('grown content', () => {
  test.each(lists)('has so many times as many %s, the real ones first', (list) => {
    expect(grown[list]).toHaveLength(content[list].length * TIMES);
    expect(grown[list].slice(0, content[list].length)).toEqual(content[list]);
  });

  test('is the content itself if it grows once', () => {
    expect(growContent(content, 1).answers).toEqual(content.answers);
    expect(growContent(content, 1).words).toEqual(content.words);
  });

  test('is the same in every run', () => {
    const again = growContent(content, TIMES);
    for (const list of lists) {
      expect(again[list].map(({ value }) => value)).toEqual(grown[list].map(({ value }) => value));
    }
  });

  test.each(lists)('has no id of its %s twice', (list) => {
    const ids = grown[list].map(({ value }) => value.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('refers to nothing that is not there', () => {
    const idsOf = (list: (typeof lists)[number]): string[] =>
      grown[list].map(({ value }) => value.id);
    const { answers, terms, sections, safety } = grown;
    const named: [string[], (string | undefined)[]][] = [
      [idsOf('sections'), answers.map(({ value }) => value.section)],
      [idsOf('answers'), answers.flatMap(({ value }) => value.related ?? [])],
      [idsOf('facts'), answers.flatMap(({ value }) => value.facts ?? [])],
      [idsOf('sections'), terms.map(({ value }) => value.section)],
      [idsOf('answers'), terms.flatMap(({ value }) => [value.answer, value.leadsTo])],
      [idsOf('terms'), sections.map(({ value }) => value.about)],
      [idsOf('answers'), safety.map(({ value }) => value.closest)],
    ];
    for (const [ids, names] of named) {
      const given = names.filter((name) => name !== undefined);
      expect(given.length).toBeGreaterThan(0);
      expect(given.filter((name) => !ids.includes(name))).toEqual([]);
    }
  });

  test('has words that nobody has said before, and common ones as they were', () => {
    const known = new Set(
      content.answers.flatMap(({ value }) => value.asked.flatMap((sample) => toWords(sample))),
    );
    const words = lastOf('answers').flatMap(({ value }) =>
      value.asked.flatMap((sample) => toWords(sample.replace(/\{[^}]*\}/g, ''))),
    );
    expect(words).toContain('how');
    expect(words.filter((word) => !known.has(word)).length).toBeGreaterThan(1000);
  });

  test('has no sample in common with the real content', () => {
    const real = new Set(content.answers.flatMap(({ value }) => value.asked));
    const copied = lastOf('answers').flatMap(({ value }) => value.asked);
    expect(copied.filter((sample) => real.has(sample))).toEqual([]);
  });

  test('keeps its copies of an emergency apart from the real one', () => {
    const signs = lastOf('safety').flatMap(({ value }) => value.signs);
    expect(signs.length).toBeGreaterThan(100);
    const real = new Set(content.safety.flatMap(({ value }) => value.signs));
    expect(signs.filter((sign) => real.has(sign))).toEqual([]);
  });
});

describe('a skill with grown content', () => {
  test('gives every answer of a copy when its intent is asked for', async () => {
    await withGrownSkill(async (invoke) => {
      const answers = lastOf('answers').map(({ value }) => value);
      for (const { id, say } of answers) {
        const heard = await hear(invoke, toIntent(answerIntentName(id)));
        expect(heard).toContain(lettersOf(say));
      }
      expect(answers.length).toBe(content.answers.length);
    });
  });

  test('understands what only a copy has, and still what is real', async () => {
    await withGrownSkill(async (invoke) => {
      const [answer] = lastOf('answers');
      const sample = answer?.value.asked.find((asked) => !asked.includes('{')) ?? '';
      const heard = await hear(invoke, toQuestion(sample));
      expect(heard).toContain(lettersOf(answer?.value.say ?? '-'));
      expect(await hear(invoke, toQuestion('does the pump ever stop'))).toMatch(/pump/i);
    });
  });
});

test('the quick way to find terms finds the same as the compiler', () => {
  const compiled = buildGlossary(content.terms.map(({ value }) => value));
  expect(buildCatalogue(content, buildLargeGlossary(content))).toEqual(
    buildCatalogue(content, compiled),
  );
});
