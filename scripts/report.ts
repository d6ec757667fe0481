/**
 * `npm run report`: what the log lines of the skill tell someone who looks after the content. The
 * lines come from files or from standard input; docs/operations.md says how to fetch them.
 */
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readContent } from '../compiler/content.ts';
import { printReport, type Titles } from './report/print.ts';
import { type Entry, readLog } from './report/read-log.ts';
import { summarise } from './report/summary.ts';

const USAGE = `What people ask the guide, what it cannot answer, and where they stop.

  npm run --silent report -- FILE…       log lines from files
  npm run --silent report -- -           log lines from standard input
  npm run --silent report -- --json FILE one JSON object with everything

docs/operations.md says how to fetch the lines from CloudWatch.`;

// A reader that stops early ("| head") is no error.
process.stdout.on('error', () => process.exit(0));

const { values, positionals: files } = readArguments();
if (values.help) {
  console.log(USAGE);
} else if (files.length === 0) {
  fail(`There is no file to read.\n\n${USAGE}`);
} else {
  const summary = await summarise(readFiles(files));
  console.log(values.json ? JSON.stringify(summary, null, 2) : printReport(summary, titles()));
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function* readFiles(names: readonly string[]): AsyncGenerator<Entry> {
  for (const name of names) {
    try {
      yield* readLog(name === '-' ? createInterface(process.stdin) : await linesOf(name));
    } catch (error) {
      fail(`${name} cannot be read: ${(error as Error).message}.`);
    }
  }
}

async function linesOf(name: string): Promise<AsyncIterable<string>> {
  const file = await open(name);
  return file.readLines();
}

/** The titles of the English content; ids where it cannot be read. */
function titles(): Titles {
  const content = readContent(fileURLToPath(new URL('../', import.meta.url)), 'en', []);
  const titlesOf = (entries: readonly { value: { id: string; title: string } }[] = []) =>
    new Map(entries.map(({ value: { id, title } }) => [id, title]));
  const answers = titlesOf(content?.answers);
  const sections = titlesOf(content?.sections);
  return { answer: (id) => answers.get(id) ?? id, section: (id) => sections.get(id) ?? id };
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
