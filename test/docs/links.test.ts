import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { anchorsOf, PAGES, readPackage, readPage, ROOT, withoutCode } from './pages.ts';

const scripts = Object.keys(readPackage('').scripts ?? {});

/** Where the links of a page lead that stay within the project. */
function linksOf(page: string): string[] {
  return [...withoutCode(readPage(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Whether a link of a page leads to a file or folder, and to a heading in it if it names one. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = new URL(path, new URL(page, ROOT));
  if (!existsSync(target)) return false;
  const pathInProject = target.href.slice(ROOT.href.length);
  return anchor === undefined || anchorsOf(readPage(pathInProject)).includes(anchor);
}

function scriptsNamedIn(page: string): string[] {
  const named = readPage(page).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g);
  return [...named].map(([, script = '']) => script);
}

test('there are pages, links and scripts to look at', () => {
  expect(PAGES).toContain('docs/decisions/README.md');
  expect(linksOf('docs/decisions/README.md').length).toBeGreaterThan(10);
  expect(scriptsNamedIn('CONTRIBUTING.md')).toContain('prove:runtimes');
});

test('a link that leads nowhere is noticed', () => {
  expect(leadsSomewhere('README.md', 'docs/content.md#the-rules')).toBe(true);
  expect(leadsSomewhere('README.md', '#licence')).toBe(true);
  expect(leadsSomewhere('README.md', 'docs/no-such-page.md')).toBe(false);
  expect(leadsSomewhere('README.md', 'docs/content.md#no-such-heading')).toBe(false);
});

describe.each(PAGES)('%s', (page) => {
  test('links only to files and headings that exist', () => {
    expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  test('names only scripts that exist', () => {
    expect(scriptsNamedIn(page).filter((script) => !scripts.includes(script))).toEqual([]);
  });
});

test('every decision is in the list of decisions', () => {
  const decisions = PAGES.map((page) => /^docs\/decisions\/(\d{4}-.+)$/.exec(page)?.[1]).filter(
    (name) => name !== undefined,
  );
  expect(linksOf('docs/decisions/README.md')).toEqual(decisions);
});
