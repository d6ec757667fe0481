/** The built skill with other content than its own. */
import { closeSync, cpSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalogue, toCatalogueLines } from '../compiler/build-catalogue.ts';
import { buildUnderstanding, toUnderstandingLines } from '../compiler/build-understanding.ts';
import type { Content } from '../compiler/content.ts';
import { buildLargeGlossary } from './large-glossary.ts';

/** Writes what the skill reads to its `generated` folder; gives how many bytes that has. */
export function writeGenerated(content: Content, generated: string): number {
  mkdirSync(generated, { recursive: true });
  const pathOf = (kind: string): string => join(generated, `${content.language}.${kind}.jsonl`);
  const glossary = buildLargeGlossary(content);
  return (
    writeLines(pathOf('catalogue'), toCatalogueLines(buildCatalogue(content, glossary))) +
    writeLines(pathOf('understanding'), toUnderstandingLines(buildUnderstanding(content)))
  );
}

/** Copies a built skill to `folder`, with other content; gives how many bytes that has. */
export function withContent(artefact: string, folder: string, content: Content): number {
  rmSync(folder, { recursive: true, force: true });
  cpSync(artefact, folder, { recursive: true });
  return writeGenerated(content, join(folder, 'generated'));
}

/** Line by line: a grown file is longer than a string can be. */
function writeLines(path: string, lines: readonly string[]): number {
  const file = openSync(path, 'w');
  try {
    return lines.reduce((bytes, line) => bytes + writeSync(file, line), 0);
  } finally {
    closeSync(file);
  }
}
