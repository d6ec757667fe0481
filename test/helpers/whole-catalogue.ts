/** A catalogue with all that its file holds, to be listed as well as looked up. */
import { readFileSync } from 'node:fs';
import type { WholeCatalogue } from '../../compiler/build-catalogue.ts';
import { type CatalogueHead, ENTRY_KEYS, type Order, ORDER_KEYS } from '../../lambda/catalogue.ts';
import type { PagedFileHeader } from '../../lambda/paged-file.ts';

export function readWholeCatalogue(file: URL): WholeCatalogue {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const pages = lines.filter((line) => !line.startsWith('{"pages":'));
  const { head } = JSON.parse(header) as PagedFileHeader;
  const values = pages.flatMap((page) => Object.entries(JSON.parse(page) as object));
  const entries = <T>(kind: keyof typeof ENTRY_KEYS): Map<string, T> => {
    const [start = '', end = ''] = ENTRY_KEYS[kind]('|').split('|');
    return new Map(
      values
        .filter(
          ([key, value]) => key.startsWith(start) && key.endsWith(end) && !Array.isArray(value),
        )
        .map(([key, value]) => [key.slice(start.length, key.length - end.length), value as T]),
    );
  };
  const idsUnder = (key: string): readonly string[] =>
    values.flatMap(([other, value]) => (other === key ? (value as Order).ids : []));
  return {
    ...(head as CatalogueHead),
    sectionIds: idsUnder(ORDER_KEYS.sections),
    questions: idsUnder(ORDER_KEYS.questions),
    sections: entries('sections'),
    answers: entries('answers'),
    terms: entries('terms'),
    safety: entries('safety'),
    intents: entries('intents'),
    slots: entries('slots'),
    texts: new Map(values.filter(([, value]) => Array.isArray(value))),
  };
}
