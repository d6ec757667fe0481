/** Asks a built skill, to see that what is measured says what it should. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from './child.ts';
import { handlerIn, type Bench } from './part.ts';

/** What the skill in `folder` says to each request, as SSML; empty where it is silent. */
export async function ask(
  { scratch, node }: Bench,
  folder: string,
  requests: readonly object[],
): Promise<string[]> {
  const file = join(scratch, 'asked.json');
  writeFileSync(file, JSON.stringify(requests));
  const { output } = await runChild('ask.mjs', [pathToFileURL(handlerIn(folder)).href, file], {
    node,
  });
  return JSON.parse(output) as string[];
}

/** The letters that are heard, without markup: enough to find a sentence again. */
export function lettersOf(speech: string): string {
  return speech.replace(/<[^>]*>|&\w+;|[^\p{L}\p{N}]/gu, '');
}
