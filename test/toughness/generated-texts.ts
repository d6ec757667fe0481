/** All that the skill can say, read from the generated files without the skill's own code. */
import { readdirSync, readFileSync } from 'node:fs';
import { PROJECT } from '../helpers/temporary-project.ts';

const FOLDER = new URL('lambda/generated/', PROJECT);
const TEXT_KEY = /^(?:answer|term|prompt|question|section|safety|locale|setting)\//;

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.catalogue.jsonl'));
const contents = files.map((file) => readFileSync(new URL(file, FOLDER), 'utf8'));

const texts = new Map<string, unknown>();
for (const line of contents.flatMap((content) => content.split('\n'))) {
  if (line !== '') addTexts(JSON.parse(line));
}

/** The keys of all texts. */
export const TEXT_KEYS: readonly string[] = [...texts.keys(), 'number/3'];

/** All texts as plain words. */
export const SAID: readonly string[] = [...texts.values()].map(toPlain);

/** All that is generated, to look up whether a text of a request is one of ours. */
export const GENERATED: string = [...SAID, ...contents].join('\n');

function addTexts(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (Array.isArray(inside) && TEXT_KEY.test(key)) texts.set(key, inside);
    else addTexts(inside);
  }
}

/** The plain words of a text: each of its pieces has them first. A place has none. */
function toPlain(text: unknown): string {
  const pieces = Array.isArray(text) ? (text as unknown[]) : [];
  return pieces.map((piece) => (Array.isArray(piece) ? String(piece[0]) : '')).join('');
}
