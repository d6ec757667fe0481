/** Writes a paged file: values under keys, which lambda/paged-file.ts reads page by page. */
import type { PagedFileHeader } from '../lambda/paged-file.ts';

/** About how many characters a page has; a value that is longer has a page of its own. */
const PAGE_LENGTH = 2500;

/** The text of a paged file. The same values give the same text in any order. */
export function toPagedFile(head: unknown, values: ReadonlyMap<string, unknown>): string {
  const pages: string[] = [];
  const firstKeys: string[] = [];
  let page: string[] = [];
  let length = 0;
  const endPage = (): void => {
    if (page.length > 0) pages.push(`{${page.join(',')}}\n`);
    page = [];
    length = 0;
  };
  for (const key of [...values.keys()].sort()) {
    const entry = `${JSON.stringify(key)}:${JSON.stringify(values.get(key))}`;
    if (length + entry.length > PAGE_LENGTH) endPage();
    if (page.length === 0) firstKeys.push(key);
    page.push(entry);
    length += entry.length;
  }
  endPage();
  let end = 0;
  const starts = pages.map((text) => {
    const start = end;
    end += Buffer.byteLength(text);
    return start;
  });
  const header: PagedFileHeader = {
    head,
    pages: starts.map((start, number) => [firstKeys[number] ?? '', start]),
    end,
  };
  return `${JSON.stringify(header)}\n${pages.join('')}`;
}
