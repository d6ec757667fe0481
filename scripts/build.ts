/**
 * `npm run build`: checks the content and writes `dist/`, which `ask deploy` deploys from. `-- --root DIR`
 * builds the project of another folder, `-- --out DIR` writes elsewhere.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatProblem } from '../compiler/problem.ts';
import { buildArtefact, ZIP_FILE } from './build/artefact.ts';

const { values } = readArguments();
const root = resolve(values.root ?? fileURLToPath(new URL('..', import.meta.url)));
const out = resolve(values.out ?? join(root, 'dist'));
const { problems, files } = await buildArtefact(root);
if (problems.length > 0) {
  for (const problem of problems) console.error(formatProblem(problem));
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  console.error(`${count}. Nothing was built.`);
  process.exitCode = 1;
} else {
  writeArtefact(out, files);
  const zipKb = ((files.get(ZIP_FILE)?.length ?? 0) / 1000).toFixed(1);
  const folder = relative(process.cwd(), out) || '.';
  console.log(`Wrote ${files.size} files to ${folder}. ${ZIP_FILE} has ${zipKb} kB.`);
}

function readArguments() {
  try {
    return parseArgs({ options: { out: { type: 'string' }, root: { type: 'string' } } });
  } catch (error) {
    console.error(`${(error as Error).message}\nUse: npm run build -- [--root DIR] [--out DIR]`);
    process.exit(2);
  }
}

/**
 * Replaces what an earlier build wrote. Whatever else is there stays: ask-cli keeps the id of the skill
 * that it deployed in `.ask/`, and without it would make a second one.
 */
function writeArtefact(folder: string, artefact: ReadonlyMap<string, Uint8Array>): void {
  const owned = new Set([...artefact.keys()].map((path) => path.split('/')[0] ?? path));
  for (const name of owned) rmSync(join(folder, name), { recursive: true, force: true });
  for (const [path, bytes] of artefact) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
