/**
 * A file of JSON values under keys, of which only the pages that are asked for are read, so that a cold
 * start costs the same however much there is to say. The compiler writes it (compiler/write-pages.ts).
 *
 * It is JSON Lines: the first line is a {@link PagedFileHeader}, each other line one page, an object of
 * keys and values. Keys are in the order of their UTF-16 units, within a page and from page to page.
 */
import { openSync, readSync } from 'node:fs';

export interface PagedFileHeader {
  /** What is needed from the start on. */
  readonly head: unknown;
  /** First key of each page, and where it begins: bytes from the end of the header. */
  readonly pages: readonly (readonly [firstKey: string, start: number])[];
  /** Where the last page ends. */
  readonly end: number;
}

export interface PagedFile {
  readonly head: unknown;
  /** The value under a key; undefined if there is none. What was read once is kept. */
  readonly get: (key: string) => unknown;
}

/** Bytes that are read at first; the header of a grown file is longer and takes a second read. */
const FIRST_READ = 8192;
const LINE_END = 10;

/**
 * Opens a paged file and reads its header. The file stays open as long as the process runs.
 *
 * @throws {Error} if the file is missing, is none of this kind or has not all of its pages.
 */
export function openPagedFile(path: string): PagedFile {
  const file = openSync(path, 'r');
  const header = readHeader(file);
  const { head, pages, end } = toHeader(header);
  const pagesStart = header.length + 1;
  if (!endsAt(file, pagesStart + end)) throw new RangeError('it has lost a part of its pages');

  const values = new Map<string, unknown>();
  const readPages = new Map<number, Readonly<Record<string, unknown>>>();
  const readPage = (number: number): Readonly<Record<string, unknown>> => {
    const start = pages[number]?.[1] ?? 0;
    const bytes = readBytes(file, pagesStart + start, (pages[number + 1]?.[1] ?? end) - start);
    const page = JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, unknown>>;
    readPages.set(number, page);
    return page;
  };
  return {
    head,
    get(key) {
      const known = values.get(key);
      if (known !== undefined) return known;
      const number = pageOf(key, pages);
      if (number < 0) return undefined;
      const page = readPages.get(number) ?? readPage(number);
      if (!Object.hasOwn(page, key)) return undefined;
      values.set(key, page[key]);
      return page[key];
    },
  };
}

/** The page that a key is in if it is anywhere; -1 if it stands before the first. */
function pageOf(key: string, pages: PagedFileHeader['pages']): number {
  let from = 0;
  let to = pages.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((pages[middle]?.[0] ?? '') <= key) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** The bytes of the first line, without its end. */
function readHeader(file: number): Buffer {
  for (let length = FIRST_READ; ; length *= 8) {
    const bytes = Buffer.allocUnsafe(length);
    const count = readSync(file, bytes, 0, length, 0);
    const lineEnd = bytes.subarray(0, count).indexOf(LINE_END);
    if (lineEnd >= 0) return bytes.subarray(0, lineEnd);
    if (count < length) throw new RangeError('it has no header');
  }
}

function toHeader(bytes: Buffer): PagedFileHeader {
  const header = JSON.parse(bytes.toString('utf8')) as Partial<PagedFileHeader> | null;
  if (!Array.isArray(header?.pages) || typeof header.end !== 'number') {
    throw new TypeError('its first line lists no pages');
  }
  return { head: header.head, pages: header.pages, end: header.end };
}

/** Whether the file has this many bytes. To ask for its size would cost a start five times as much. */
function endsAt(file: number, size: number): boolean {
  return readSync(file, Buffer.allocUnsafe(2), 0, 2, size - 1) === 1;
}

function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const count = readSync(file, bytes, 0, length, position);
  if (count !== length) throw new RangeError(`it ends ${length - count} bytes too soon`);
  return bytes;
}
