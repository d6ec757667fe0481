/**
 * The facts are the page's, the sentences are ours: no six words in a row stand on the page too. The
 * page itself is not in this project; `page-runs.json` has a fingerprint of each run of six of its
 * words, made by scripts/fingerprint-page.ts.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Rule } from './rule.ts';
import { spokenTexts } from './spoken-texts.ts';

const RUN_LENGTH = 6;

export const ownWords: Rule = ({ content }) => {
  const page = new Set(
    JSON.parse(readFileSync(new URL('page-runs.json', import.meta.url), 'utf8')) as string[],
  );
  const { names } = content.settings.value;
  return spokenTexts(content).flatMap(({ text, problem }) => {
    const run = runsOf(text, names).find((words) => page.has(fingerprint(words)));
    if (run === undefined) return [];
    const what = `these six words stand on the page too: "${run}".`;
    return [problem('own-words', what, 'Say it in words of our own.')];
  });
};

/** Runs of six words. A name breaks a run: it cannot be said in other words. */
export function runsOf(text: string, names: readonly string[]): string[] {
  const parts = names.reduce((all, name) => all.flatMap((part) => part.split(name)), [text]);
  return parts.flatMap((part) => {
    const words = part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words
      .slice(0, Math.max(0, words.length - RUN_LENGTH + 1))
      .map((_, start) => words.slice(start, start + RUN_LENGTH).join(' '));
  });
}

export function fingerprint(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, 12);
}
