/** Zips files so that the same files give the same bytes, in any time zone and on any system. */
import { type Zippable, zipSync } from 'fflate';

/** The first time that a zip file can hold, in local time, which is what it holds. */
const FIXED_TIME = new Date(1980, 0, 1);
const UNIX = 3;
/** A regular file that its owner may write and everyone may read: Lambda reads as another user. */
const READABLE_FILE = 0o100644 << 16;

export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    entries[name] = [
      files.get(name) ?? new Uint8Array(),
      { attrs: READABLE_FILE, level: 9, mtime: FIXED_TIME, os: UNIX },
    ];
  }
  return zipSync(entries);
}
