/**
 * `npm run trace`: puts the places of the sources into stack traces of the deployed code, which is
 * minified. The text comes from files or from standard input, and goes out with nothing else changed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readMaps, toSourcePlaces } from './trace/source-places.ts';

const USAGE = `Stack traces of the deployed code, with the places of the sources.

  npm run --silent trace -- FILE…            log lines, or any text with stack traces in it
  npm run --silent trace -- -                the same from standard input
  npm run --silent trace -- --maps DIR FILE  the maps of another build than the one in dist/maps

Build the revision that is deployed first ("npm run build"): the same sources give the same bytes.`;

const { values, positionals: files } = readArguments();
const folder = resolve(values.maps ?? fileURLToPath(new URL('../dist/maps', import.meta.url)));
if (values.help) {
  console.log(USAGE);
} else if (files.length === 0) {
  fail(`There is no file to read.\n\n${USAGE}`);
} else if (!existsSync(folder)) {
  fail(`There are no maps in ${folder}. Write them with "npm run build".`);
} else {
  const maps = readMaps(folder);
  for (const file of files) process.stdout.write(toSourcePlaces(read(file), maps));
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { maps: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return fail(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
