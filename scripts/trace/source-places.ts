/** From places in the minified code to places in the sources, by the maps that the build wrote. */
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';

/** The maps of a build, by the name of the file that they are of. */
export type Maps = ReadonlyMap<string, SourceMap>;

/** "…/index.mjs:1:234", with whatever path or address stands before the name. */
const PLACE = /(?:[^\s"'()\\]*\/)?([\w-]+\.[cm]js):(\d+):(\d+)/g;

/** @throws {Error} if a map cannot be read */
export function readMaps(folder: string): Maps {
  const names = readdirSync(folder).filter((name) => name.endsWith('.map'));
  return new Map(
    names.map((name) => {
      const payload = JSON.parse(readFileSync(join(folder, name), 'utf8')) as SourceMapPayload;
      return [name.slice(0, -'.map'.length), new SourceMap(payload)];
    }),
  );
}

/** The text with each place in a file that has a map as `path:line:column` in its source, from 1 on. */
export function toSourcePlaces(text: string, maps: Maps): string {
  return text.replace(PLACE, (place, name: string, line: string, column: string) => {
    const entry = maps.get(name)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
