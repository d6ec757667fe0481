/** The pages that people read, as the tests of test/docs read them. */
import { readdirSync, readFileSync } from 'node:fs';

export const ROOT = new URL('../../', import.meta.url);

/** Paths of the pages, from the project's folder. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(new URL('docs/', ROOT), { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .sort(),
];

export function readPage(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** A page without its blocks of code, in which nothing is a link or a heading. */
export function withoutCode(page: string): string {
  return page.replaceAll(/^```.*$[^]*?^```$/gm, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(page: string): string[] {
  return [...withoutCode(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

interface PackageFile {
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** The `package.json` of a folder, given from the project's folder with a slash at its end. */
export function readPackage(folder: string): PackageFile {
  return JSON.parse(readPage(`${folder}package.json`)) as PackageFile;
}
