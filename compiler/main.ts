/**
 * `npm run compile`: checks the content and the manifest, and builds from the content. `-- --check`
 * only checks. `-- --publish` only checks too, and tells what a publisher still has to do.
 * `-- --root DIR` works on another folder.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compile } from './compile.ts';
import { formatProblem } from './problem.ts';

const { values } = readArguments();
const root = values.root ?? fileURLToPath(new URL('..', import.meta.url));
const { problems, warnings, outputs } = compile(root, { forPublishing: values.publish });
for (const warning of warnings) console.error(`Warning: ${formatProblem(warning)}`);
if (problems.length > 0) {
  for (const problem of problems) console.error(formatProblem(problem));
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  console.error(`${count}. Nothing was written.`);
  process.exitCode = 1;
} else if (values.publish) {
  console.log('Nothing is left to fill in before publishing.');
} else if (values.check) {
  console.log('The content has no problems.');
} else {
  writeOutputs(root, outputs);
  console.log(`Wrote ${outputs.size} files.`);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        publish: { type: 'boolean', default: false },
        root: { type: 'string' },
      },
    });
  } catch (error) {
    console.error(
      `${(error as Error).message}\nUse: npm run compile -- [--check] [--root DIR]\n` +
        ` or: npm run compile -- --publish [--root DIR]`,
    );
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
