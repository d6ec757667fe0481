/**
 * `npm run compile`: checks the content and builds from it. `-- --check` only checks. `-- --root DIR`
 * works on the content of another folder.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compile } from './compile.ts';
import { formatProblem } from './problem.ts';

const { values } = readArguments();
const root = values.root ?? fileURLToPath(new URL('..', import.meta.url));
const { problems, outputs } = compile(root);
if (problems.length > 0) {
  for (const problem of problems) console.error(formatProblem(problem));
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  console.error(`${count}. Nothing was written.`);
  process.exitCode = 1;
} else if (values.check) {
  console.log('The content has no problems.');
} else {
  writeOutputs(root, outputs);
  console.log(`Wrote ${outputs.size} files.`);
}

function readArguments() {
  try {
    return parseArgs({
      options: { check: { type: 'boolean', default: false }, root: { type: 'string' } },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\nUse: npm run compile -- [--check] [--root DIR]`);
    process.exit(2);
  }
}

/** Writes each file beside its place first, so that none is ever half written. */
function writeOutputs(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.part`, text);
    renameSync(`${target}.part`, target);
  }
}
