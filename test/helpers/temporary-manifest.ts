/** A copy of the project's manifest, with what it needs beside it, in a temporary project. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT, type TemporaryProject } from './temporary-project.ts';

/** Adds the manifest, the drawing of its icons and the pages that it leads to. */
export function addManifest({ root }: TemporaryProject): void {
  for (const part of ['skill.json', 'assets', 'docs/privacy.md', 'docs/terms.md']) {
    cpSync(fileURLToPath(new URL(part, PROJECT)), join(root, part), { recursive: true });
  }
}
