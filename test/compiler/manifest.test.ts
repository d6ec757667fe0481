/** One mistake at a time is planted in a copy of the manifest: its rule finds it, where it stands. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compile } from '../../compiler/compile.ts';
import type { Content } from '../../compiler/content.ts';
import { checkManifest } from '../../compiler/manifest.ts';
import type { Problem } from '../../compiler/problem.ts';
import type { Settings } from '../../compiler/schema.ts';
import { HERE, type Mistake, type Place, plant, replace } from '../helpers/planting.ts';
import { inputWith } from '../helpers/project-content.ts';
import { addManifest } from '../helpers/temporary-manifest.ts';
import {
  type TemporaryProject,
  thinOutSamples,
  withTemporaryProject,
} from '../helpers/temporary-project.ts';
import { DISCLAIMER_MISTAKES, MANIFEST_MISTAKES } from './mistakes/manifest-mistakes.ts';

const { content } = inputWith(() => ({}));

const MARKED_DESCRIPTION: Mistake = {
  name: 'marks a description',
  rule: 'manifest-disclaimer',
  file: 'skill.json',
  plant: replace('"description"', `${HERE}"description"`),
};

/** As the command line prints it, without the words. */
function placesOf(problems: readonly (Place & Pick<Problem, 'rule'>)[]): string[] {
  return problems.map(({ file, line, column, rule }) => `${file}:${line}:${column}  ${rule}`);
}

/** What is found in the manifest of a temporary project once it was changed. */
function problemsAfter(
  change: (project: TemporaryProject) => void,
  contents: readonly Content[] | null = [content],
): Promise<readonly Problem[]> {
  return withTemporaryProject((project) => {
    addManifest(project);
    change(project);
    return checkManifest(project.root, contents, false).problems;
  });
}

function contentWith(settings: Partial<Settings>): Content {
  return inputWith(({ settings: own }) => ({
    settings: { ...own, value: { ...own.value, ...settings } },
  })).content;
}

test('the project’s own manifest has no problems', async () => {
  expect(await problemsAfter(() => {})).toEqual([]);
});

describe('a writer', () => {
  test.each([...MANIFEST_MISTAKES, ...DISCLAIMER_MISTAKES])(
    '$name: $rule, and nothing else, is reported there',
    async (mistake) => {
      let place: Place | undefined;
      const problems = await problemsAfter((project) => {
        place = plant(project, mistake);
      });
      expect(placesOf(problems)).toEqual(place && placesOf([{ rule: mistake.rule, ...place }]));
    },
  );

  test.each([
    'what is key sixty seven',
    'Alexa, ask chemo guide what is key sixty seven',
    'Where was I',
  ])('may show “%s” as an example phrase: it is a sample', async (phrase) => {
    const problems = await problemsAfter(({ edit }) => {
      edit('skill.json', replace('"what is chemoembolization",', `"${phrase}",`));
    });
    expect(problems).toEqual([]);
  });

  test('hears of what is wrong with the manifest’s shape while the content is not complete', async () => {
    const misspelled = replace('"containsAds"', '"containsAd"');
    const unknown = replace('"what is chemoembolization",', '"what is a waiting room",');
    const problems = await problemsAfter(({ edit }) => {
      edit('skill.json', (text) => unknown(misspelled(text)));
    }, null);
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['missing-key', 'unknown-key']);
  });
});

describe('content that changes', () => {
  test('to another emergency number is missed in the description of its locale', async () => {
    const locales = content.settings.value.locales.map((locale) =>
      locale.locale === 'en-IN' ? { ...locale, emergency: '108' } : locale,
    );
    const problems = await problemsAfter(() => {}, [contentWith({ locales })]);
    expect(problems).toMatchObject([
      { rule: 'manifest-disclaimer', fix: 'Add: In an emergency, call 108.' },
    ]);
  });

  test('to reviewed content makes the sentence that denies it a mistake in each locale', async () => {
    const reviewed = contentWith({ clinicallyReviewed: true });
    const problems = await problemsAfter(() => {}, [reviewed]);
    expect(problems).toHaveLength(content.settings.value.locales.length);
    expect(problems[0]).toMatchObject({
      rule: 'manifest-disclaimer',
      fix: 'Take out: No doctor or nurse has reviewed its content yet.',
    });
  });

  test('to a language without disclaimers is not taken for one that has them', async () => {
    let place: Place | undefined;
    const first = content.settings.value.locales.slice(0, 1);
    const problems = await problemsAfter(
      (project) => {
        place = plant(project, MARKED_DESCRIPTION);
      },
      [{ ...contentWith({ locales: first }), language: 'fr' }],
    );
    const found = problems.filter(({ rule }) => rule === MARKED_DESCRIPTION.rule);
    expect(placesOf(found)).toEqual(
      place && placesOf([{ rule: MARKED_DESCRIPTION.rule, ...place }]),
    );
    expect(found[0]?.what).toContain('"fr"');
  });

  test('to another name is missed wherever the manifest says the old one', async () => {
    const problems = await problemsAfter(() => {}, [contentWith({ invocation: 'drip guide' })]);
    const rules = new Set(problems.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(['manifest-name', 'manifest-phrase']);
  });
});

describe('compiling', () => {
  test('finds a mistake in the manifest, and builds nothing', async () => {
    await withTemporaryProject((project) => {
      addManifest(project);
      thinOutSamples(project);
      project.edit('skill.json', replace('"containsAds": false', '"containsAds": true'));
      const { problems, outputs } = compile(project.root);
      expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
        ['skill.json', 'wrong-value'],
      ]);
      expect(outputs.size).toBe(0);
    });
  });

  test('judges by complete content only what is told to be said', async () => {
    await withTemporaryProject((project) => {
      addManifest(project);
      thinOutSamples(project);
      rmSync(join(project.root, 'content/en/questions.yaml'));
      project.edit('skill.json', replace('“spell that”', '“spell this”'));
      const { problems } = compile(project.root);
      expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
        ['content/en/questions.yaml', 'missing-file'],
      ]);
    });
  });

  test('needs no manifest: content alone can be built and heard', async () => {
    await withTemporaryProject((project) => {
      thinOutSamples(project);
      const { problems, outputs } = compile(project.root);
      expect(problems).toEqual([]);
      expect(outputs.size).toBeGreaterThan(0);
    });
  });

  test('misses the drawing of the icons where there is a manifest', async () => {
    const problems = await problemsAfter(({ root }) => {
      rmSync(join(root, 'assets/icon.svg'));
    });
    expect(placesOf(problems)).toEqual(['assets/icon.svg:1:1  missing-file']);
  });
});
