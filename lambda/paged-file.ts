/**
 * A file of JSON values under keys, of which only the pages that are asked for are read, so that a cold
 * start costs the same however much there is to say. The compiler writes it (compiler/write-pages.ts).
 *
 * It is JSON Lines: the first line is a {@link PagedFileHeader}, each other line one page, an object of
 * keys and values. Keys are in the order of their UTF-16 units, within a page and from page to page.
 */
import { fstatSync, openSync, readSync } from 'node:fs';

export interface PagedFileHeader {
  /** What is needed from the start on. */
  readonly head: unknown;
  /** First key and length in bytes, line end included, of each page. */
  readonly pages: readonly (readonly [firstKey: string, bytes: number])[];
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
export function openPagedFile(path: string | URL): PagedFile {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const headerBytes = readHeader(file, size);
  const { head, pages } = toHeader(headerBytes);
  const starts: number[] = [];
  let start = headerBytes.length + 1;
  for (const [, bytes] of pages) {
    starts.push(start);
    start += bytes;
  }
  if (start !== size) throw new RangeError(`it has ${size} bytes and should have ${start}`);

  const values = new Map<string, unknown>();
  const readPages = new Map<number, Readonly<Record<string, unknown>>>();
  const readPage = (number: number, bytes: number): Readonly<Record<string, unknown>> => {
    const text = readBytes(file, starts[number] ?? 0, bytes).toString('utf8');
    const page = JSON.parse(text) as Readonly<Record<string, unknown>>;
    readPages.set(number, page);
    return page;
  };
  return {
    head,
    get(key) {
      const known = values.get(key);
      if (known !== undefined) return known;
      const number = pageOf(key, pages);
      const bytes = pages[number]?.[1];
      if (bytes === undefined) return undefined;
      const page = readPages.get(number) ?? readPage(number, bytes);
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
function readHeader(file: number, size: number): Buffer {
  for (let length = FIRST_READ; ; length *= 8) {
    const bytes = readBytes(file, 0, Math.min(length, size));
    const end = bytes.indexOf(LINE_END);
    if (end >= 0) return bytes.subarray(0, end);
    if (length >= size) throw new RangeError('it has no header');
  }
}

function toHeader(bytes: Buffer): PagedFileHeader {
  const header = JSON.parse(bytes.toString('utf8')) as Partial<PagedFileHeader> | null;
  if (!Array.isArray(header?.pages)) throw new TypeError('its first line lists no pages');
  return { head: header.head, pages: header.pages };
}

function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const count = readSync(file, bytes, 0, length, position);
  if (count !== length) throw new RangeError(`it ends ${length - count} bytes too soon`);
  return bytes;
}
