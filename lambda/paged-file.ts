/**
 * A file of JSON values under keys, of which only the pages that are asked for are read, so that a cold
 * start costs the same however much there is to say. The compiler writes it (compiler/write-pages.ts).
 *
 * It is JSON Lines. The first line is a {@link PagedFileHeader}, in ASCII. Each other line is a page: an object of
 * keys and values, or a {@link PageList} of such pages. Keys are in the order of their UTF-16 units,
 * within a page and from page to page.
 */
import { openSync, readSync } from 'node:fs';

/** The first key of a page, and where it begins: bytes from the end of the header. */
type PageStart = readonly [firstKey: string, start: number];

/** Pages that follow one another, and where the last of them ends. */
export interface PageList {
  readonly pages: readonly PageStart[];
  readonly end: number;
}

export interface PagedFileHeader {
  /** What is needed from the start on. */
  readonly head: unknown;
  /** Where the lists of pages begin; the first key of a list is that of its first page. */
  readonly lists: PageList;
}

export interface PagedFile {
  readonly head: unknown;
  /** The value under a key; undefined if there is none. What was read once is kept. */
  readonly get: (key: string) => unknown;
}

/** Bytes that are read at first; a longer header takes a second read. */
const FIRST_READ = 16_384;

/** Where bytes are read to: to make room for each read takes longer than the read. */
let room = Buffer.allocUnsafeSlow(FIRST_READ);

/**
 * Opens a paged file and reads its header. The file stays open as long as the process runs.
 *
 * @throws {Error} if the file is missing, is none of this kind or has not all of its pages.
 */
export function openPagedFile(path: string): PagedFile {
  const file = openSync(path, 'r');
  const header = readHeader(file);
  const { head, lists } = toHeader(header);
  const start = header.length + 1;
  if (!endsAt(file, start + lists.end)) throw new RangeError('it has lost a part of its pages');

  const values = new Map<string, unknown>();
  const readLists = new Map<number, PageList>();
  const readPages = new Map<number, Readonly<Record<string, unknown>>>();

  /** Reads a page of a list, unless it was read before; undefined if the key stands before the first. */
  function pageFor<T>(key: string, { pages, end }: PageList, known: Map<number, T>): T | undefined {
    const number = pageOf(key, pages);
    const from = pages[number]?.[1];
    if (from === undefined) return undefined;
    const before = known.get(from);
    if (before !== undefined) return before;
    const length = (pages[number + 1]?.[1] ?? end) - from;
    const page = JSON.parse(readText(file, start + from, length)) as T;
    known.set(from, page);
    return page;
  }

  return {
    head,
    get(key) {
      const known = values.get(key);
      if (known !== undefined) return known;
      const list = pageFor(key, lists, readLists);
      const page = list === undefined ? undefined : pageFor(key, list, readPages);
      if (page === undefined || !Object.hasOwn(page, key)) return undefined;
      values.set(key, page[key]);
      return page[key];
    },
  };
}

/** The page that a key is in if it is anywhere; -1 if it stands before the first. */
function pageOf(key: string, pages: readonly PageStart[]): number {
  let from = 0;
  let to = pages.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((pages[middle]?.[0] ?? '') <= key) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** The first line, without its end. */
function readHeader(file: number): string {
  for (let length = FIRST_READ; ; length *= 2) {
    const count = read(file, 0, length);
    // One byte, one character: the header is ASCII, and what comes after it is not looked at.
    const text = room.toString('latin1', 0, count);
    const lineEnd = text.indexOf('\n');
    if (lineEnd >= 0) return text.slice(0, lineEnd);
    if (count < length) throw new RangeError('it has no header');
  }
}

function toHeader(text: string): PagedFileHeader {
  const header = JSON.parse(text) as Partial<PagedFileHeader> | null;
  const lists = header?.lists;
  if (!Array.isArray(lists?.pages) || typeof lists.end !== 'number') {
    throw new TypeError('its first line lists no pages');
  }
  return { head: header?.head, lists };
}

/** Whether the file has this many bytes. To ask for its size would cost a start five times as much. */
function endsAt(file: number, size: number): boolean {
  return read(file, size - 1, 2) === 1;
}

function readText(file: number, position: number, length: number): string {
  const count = read(file, position, length);
  if (count !== length) throw new RangeError(`it ends ${length - count} bytes too soon`);
  return room.toString('utf8', 0, count);
}

/** Reads so many bytes to where there is room for them, or as many as there are; gives their number. */
function read(file: number, position: number, length: number): number {
  if (length > room.length) room = Buffer.allocUnsafeSlow(length);
  return readSync(file, room, 0, length, position);
}
