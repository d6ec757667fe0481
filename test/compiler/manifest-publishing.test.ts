/** What only a publisher can fill in: found when it is asked for, and in the way of nothing else. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { compile } from '../../compiler/compile.ts';
import { checkManifest } from '../../compiler/manifest.ts';
import { inputWith } from '../helpers/project-content.ts';
import { addManifest } from '../helpers/temporary-manifest.ts';
import {
  PROJECT,
  type TemporaryProject,
  thinOutSamples,
  withTemporaryProject,
} from '../helpers/temporary-project.ts';

const { content } = inputWith(() => ({}));

/** Fills in what a publisher has to, on the domain. */
function fillIn({ edit }: TemporaryProject, domain: string): void {
  edit('skill.json', (text) => text.replaceAll('chemo-guide.example', domain));
  edit('docs/privacy.md', (text) => text.replace(/\*\*\[.*\]\*\*/, '**A. Person, Toronto**'));
}

function run(root: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(
    process.execPath,
    ['--import', 'tsx', 'compiler/main.ts', '--publish', '--root', root],
    { cwd: fileURLToPath(PROJECT), encoding: 'utf8' },
  );
}

describe('for publishing', () => {
  test('the project as it is lacks a domain for each page, and an operator', () => {
    const { problems } = checkManifest(fileURLToPath(PROJECT), [content], true);
    const rules = problems.map(({ file, rule }) => `${file} ${rule}`);
    const pages = 2 * content.settings.value.locales.length;
    expect(rules.filter((rule) => rule === 'skill.json reserved-domain')).toHaveLength(pages);
    expect(rules.filter((rule) => rule !== 'skill.json reserved-domain')).toEqual([
      'docs/privacy.md operator',
    ]);
  });

  test.each(['example.com', 'guide.example.org', 'guide.test', 'guide.invalid', 'my.localhost'])(
    '%s is a domain that nothing can be read at',
    async (domain) => {
      await withTemporaryProject((project) => {
        addManifest(project);
        fillIn(project, domain);
        const { problems } = checkManifest(project.root, [content], true);
        expect([...new Set(problems.map(({ rule }) => rule))]).toEqual(['reserved-domain']);
      });
    },
  );

  test.each(['chemo-guide.ca', 'example.ca', 'myexample.com', 'test.guide.ca'])(
    '%s is a domain that may be somebody’s',
    async (domain) => {
      await withTemporaryProject((project) => {
        addManifest(project);
        fillIn(project, domain);
        expect(checkManifest(project.root, [content], true).problems).toEqual([]);
      });
    },
  );

  test('a manifest and a page on privacy are needed', async () => {
    await withTemporaryProject((project) => {
      const { problems } = checkManifest(project.root, [content], true);
      expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
        'skill.json missing-file',
        'assets/icon.svg missing-file',
        'docs/privacy.md operator',
      ]);
    });
  });

  test('an operator who is not named is found at the place for the name', async () => {
    await withTemporaryProject((project) => {
      addManifest(project);
      fillIn(project, 'chemo-guide.ca');
      project.edit(
        'docs/privacy.md',
        () => '# Privacy\n\nBy [name and contact of the operator].\n',
      );
      const { problems } = checkManifest(project.root, [content], true);
      expect(problems).toMatchObject([{ rule: 'operator', line: 3, column: 4 }]);
    });
  });

  test('content that no clinician has read is a warning, until one has', () => {
    const reviewed = inputWith(({ settings }) => ({
      settings: { ...settings, value: { ...settings.value, clinicallyReviewed: true } },
    }));
    const root = fileURLToPath(PROJECT);
    expect(checkManifest(root, [content], true).warnings).toMatchObject([
      { rule: 'clinical-review', file: 'content/en/settings.yaml', column: 1 },
    ]);
    expect(checkManifest(root, [reviewed.content], true).warnings).toEqual([]);
    expect(checkManifest(root, [content], false).warnings).toEqual([]);
  });
});

describe('npm run compile -- --publish', () => {
  test('tells everything that is left to do, and exits with 1', async () => {
    await withTemporaryProject((project) => {
      addManifest(project);
      thinOutSamples(project);
      rmSync(join(project.root, 'docs/privacy.md'));
      const { status, stdout, stderr } = run(project.root);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^Warning: content\/en\/settings\.yaml:\d+:1 {2}clinical-review {2}/m);
      expect(stderr).toMatch(/^docs\/privacy\.md:1:1 {2}operator {2}/m);
      expect(stderr).toMatch(/^skill\.json:\d+:\d+ {2}reserved-domain {2}/m);
      expect(status).toBe(1);
    });
  });

  test('warns of content without a review, but stands in nobody’s way', async () => {
    await withTemporaryProject((project) => {
      addManifest(project);
      thinOutSamples(project);
      fillIn(project, 'chemo-guide.ca');
      const { status, stdout, stderr } = run(project.root);
      expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/^Warning: .*clinical/)]);
      expect(stdout).toBe('Nothing is left to fill in before publishing.\n');
      expect(status).toBe(0);
    });
  });

  test('does not warn of content that was reviewed, once the manifest says so too', async () => {
    await withTemporaryProject((project) => {
      addManifest(project);
      thinOutSamples(project);
      fillIn(project, 'chemo-guide.ca');
      project.edit('content/en/settings.yaml', (text) =>
        text.replace('clinicallyReviewed: false', 'clinicallyReviewed: true'),
      );
      project.edit('skill.json', (text) =>
        text.replaceAll(' No doctor or nurse has reviewed its content yet.', ''),
      );
      const { problems, warnings } = compile(project.root, { forPublishing: true });
      expect(problems).toEqual([]);
      expect(warnings).toEqual([]);
    });
  });
});
