/** The built skill with other content than its own. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCatalogue, toCatalogueFile } from '../compiler/build-catalogue.ts';
import { buildUnderstanding, toUnderstandingFile } from '../compiler/build-understanding.ts';
import type { Content } from '../compiler/content.ts';
import { buildLargeGlossary } from './large-glossary.ts';

/** What the skill reads, file by file below its `generated/` folder. */
export function buildGenerated(content: Content): Map<string, string | Uint8Array> {
  const { language } = content;
  return new Map([
    [
      `${language}.catalogue.jsonl`,
      toCatalogueFile(buildCatalogue(content, buildLargeGlossary(content))),
    ],
    [`${language}.understanding.jsonl`, toUnderstandingFile(buildUnderstanding(content))],
  ]);
}

/** Copies a built skill to `folder`, with other content; gives how many bytes that has. */
export function withContent(artefact: string, folder: string, content: Content): number {
  rmSync(folder, { recursive: true, force: true });
  cpSync(artefact, folder, { recursive: true });
  let size = 0;
  for (const [name, data] of buildGenerated(content)) {
    const file = join(folder, 'generated', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
    size += Buffer.byteLength(data);
  }
  return size;
}
