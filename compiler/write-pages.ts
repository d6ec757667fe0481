/** Writes a paged file: values under keys, which lambda/paged-file.ts reads page by page. */
import type { PagedFileHeader, PageList } from '../lambda/paged-file.ts';

/** About how many characters a page has; a value that is longer has a page of its own. */
const PAGE_LENGTH = 2500;
/** How many pages a list has. */
const PAGES_IN_A_LIST = 100;

/** The lines of a paged file, each with its end. The same values give the same lines in any order. */
export function toPagedLines(head: unknown, values: ReadonlyMap<string, unknown>): string[] {
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
  // All pages first, then the lists of them: a list then begins where the one before it ends.
  const { starts, end } = placesOf(pages, 0);
  const lists: string[] = [];
  const listKeys: string[] = [];
  for (let from = 0; from < pages.length; from += PAGES_IN_A_LIST) {
    const to = Math.min(from + PAGES_IN_A_LIST, pages.length);
    const list: PageList = {
      pages: starts.slice(from, to).map((start, n) => [firstKeys[from + n] ?? '', start]),
      end: starts[to] ?? end,
    };
    lists.push(`${JSON.stringify(list)}\n`);
    listKeys.push(firstKeys[from] ?? '');
  }
  const placed = placesOf(lists, end);
  const header: PagedFileHeader = {
    head,
    lists: {
      pages: placed.starts.map((start, n) => [listKeys[n] ?? '', start]),
      end: placed.end,
    },
  };
  return [`${toAscii(JSON.stringify(header))}\n`, ...pages, ...lists];
}

/** JSON with every other character escaped: a header is cut out of the file before it is decoded. */
function toAscii(json: string): string {
  return json.replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Where lines begin that follow one another from `start` on, in bytes, and where the last one ends. */
function placesOf(lines: readonly string[], start: number): { starts: number[]; end: number } {
  let end = start;
  const starts = lines.map((line) => {
    const from = end;
    end += Buffer.byteLength(line);
    return from;
  });
  return { starts, end };
}
