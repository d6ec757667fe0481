/** A copy of the content in a temporary folder: to make mistakes in, or to add to. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, with a slash at its end. */
export const PROJECT = new URL('../../', import.meta.url);

/** What a file holds after an edit: text, bytes, or null where it is deleted. */
export type Edited = string | Buffer | null;

export interface TemporaryProject {
  /** Path of its folder. */
  readonly root: string;
  /** Changes the text of a file; one that is not there yet is written. */
  readonly edit: (file: string, change: (text: string) => Edited) => void;
}

/** Copies the content, lets `use` work on the copy, and takes the copy away. */
export async function withTemporaryProject<T>(
  use: (project: TemporaryProject) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
  try {
    cpSync(fileURLToPath(new URL('content', PROJECT)), join(root, 'content'), { recursive: true });
    return await use({ root, edit: (file, change) => editFile(join(root, file), change) });
  } finally {
    rmSync(root, { recursive: true });
  }
}

/**
 * Leaves each intent one sample with {term} and one with {drug}: each stands for hundreds of
 * utterances, and going through them all is what the compiler spends most of its time on.
 */
export function thinOutSamples({ edit }: TemporaryProject): void {
  edit('content/en/intents.yaml', (text) =>
    text
      .split(/^(?=- intent:)/m)
      .map((entry) => {
        const kept = new Set<string>();
        return entry.replace(/^ {4}- .*\{(term|drug)\}.*\n/gm, (line, slot: string) => {
          const isFirst = !kept.has(slot);
          kept.add(slot);
          return isFirst ? line : '';
        });
      })
      .join(''),
  );
}

function editFile(path: string, change: (text: string) => Edited): void {
  const edited = change(existsSync(path) ? readFileSync(path, 'utf8') : '');
  if (edited === null) rmSync(path);
  else writeFileSync(path, edited);
}
