import { describe, expect, test } from '@jest/globals';
import { readPackage, readPage } from './pages.ts';

const page = readPage('docs/dependencies.md');
const { dependencies, devDependencies, overrides } = readPackage('');

/** The rows of the table under a heading, each as its cells. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [ofHeading = ''] = section.split('\n## ');
  return ofHeading
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()));
}

describe.each([
  { heading: 'In the skill', versions: dependencies },
  { heading: 'For development', versions: devDependencies },
  { heading: 'Overrides', versions: overrides },
])('docs/dependencies.md, "$heading"', ({ heading, versions = {} }) => {
  const rows = rowsUnder(heading);

  test('lists each package of package.json once, and no other', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(([name]) => name)).toEqual(
      Object.keys(versions)
        .toSorted()
        .map((name) => `\`${name}\``),
    );
  });

  test('says of each something in every column', () => {
    expect(rows.filter((cells) => cells.length < 3 || cells.includes(''))).toEqual([]);
  });

  test('says the licence of each as the package itself does', () => {
    const licences = rows.map(([name = '', , third = '']) => [name.slice(1, -1), third]);
    expect(licences).toEqual(
      licences.map(([name]) => [name, readPackage(`node_modules/${name}/`).license]),
    );
  });
});
