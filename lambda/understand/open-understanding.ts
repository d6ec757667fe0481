/**
 * The free-speech understanding of one language. It is loaded by the first request that needs it, with
 * the libraries that only it uses: no other request pays for them.
 */
import { CatalogueError } from '../catalogue.ts';
import type { Understand } from '../incoming.ts';
import { openPagedFile } from '../paged-file.ts';
import { toSearchable } from './searchable.ts';
import { understand } from './understand.ts';

/** @throws {CatalogueError} if the index in the file cannot be used; the message says what to do. */
export function openUnderstanding(file: string): Understand {
  try {
    const pages = openPagedFile(file);
    let index = toSearchable(pages);
    return (question, topic) => {
      if (index.isFull()) index = toSearchable(pages);
      return understand(question, index, topic);
    };
  } catch (error) {
    throw new CatalogueError(file, error);
  }
}
