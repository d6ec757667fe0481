/**
 * JSON as it comes over the wire, and edits that break it. Everything is worked on between two ways
 * through JSON text, because only `JSON.parse` makes `__proto__` a key like any other.
 */

export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;
export interface JsonRecord {
  readonly [key: string]: Json;
}

/** JSON text that is put in as it stands: what is too large or too deep to be built as a value. */
export interface RawJson {
  readonly rawOf: 'number' | 'text' | 'list' | 'record' | 'deep list' | 'deep record';
  /** Characters, entries or levels. */
  readonly size: number;
  /** What is repeated; of a number the number itself. */
  readonly unit: string;
}

/** Something done to one place of a JSON value. A place is counted through all that there are. */
export type Edit =
  | { readonly do: 'remove'; readonly at: number }
  | { readonly do: 'put'; readonly at: number; readonly value: Json | RawJson }
  | {
      readonly do: 'add';
      readonly at: number;
      readonly key: string;
      readonly value: Json | RawJson;
    }
  | { readonly do: 'rename'; readonly at: number; readonly key: string }
  | { readonly do: 'swap'; readonly at: number; readonly other: number }
  | { readonly do: 'wrap'; readonly at: number; readonly isList: boolean };

type Container = Record<string, unknown> | unknown[];

interface Place {
  readonly container: Container;
  readonly key: string;
}

/** The JSON text of a value after the edits, one after the other. */
export function edited(value: Json, edits: readonly Edit[]): string {
  if (edits.length === 0) return JSON.stringify(value);
  const root: Record<string, unknown> = { value: JSON.parse(JSON.stringify(value)) };
  const raws: string[] = [];
  const toValue = (given: Json | RawJson): unknown => {
    if (!isRaw(given)) return JSON.parse(JSON.stringify(given));
    raws.push(rawText(given));
    return `@@raw ${raws.length - 1}@@`;
  };
  for (const edit of edits) apply(edit, placesIn(root), toValue);
  const text = JSON.stringify(root['value'] ?? null);
  return text.replace(/"@@raw (\d+)@@"/g, (_, number: string) => raws[Number(number)] ?? 'null');
}

function apply(edit: Edit, places: readonly Place[], toValue: (given: Json | RawJson) => unknown) {
  const place = places[edit.at % places.length];
  if (place === undefined) return;
  const { container, key } = place;
  switch (edit.do) {
    case 'remove':
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else delete container[key];
      return;
    case 'put':
      return put(container, key, toValue(edit.value));
    case 'add': {
      const inside = read(container, key);
      const isContainer = typeof inside === 'object' && inside !== null;
      return put(isContainer ? (inside as Container) : container, edit.key, toValue(edit.value));
    }
    case 'rename': {
      const moved = read(container, key);
      if (!Array.isArray(container)) delete container[key];
      return put(container, edit.key, moved);
    }
    case 'swap': {
      const other = places[edit.other % places.length] ?? place;
      const [one, two] = [read(container, key), read(other.container, other.key)];
      // A value is never put into itself.
      put(container, key, JSON.parse(JSON.stringify(two)));
      put(other.container, other.key, JSON.parse(JSON.stringify(one)));
      return;
    }
    case 'wrap': {
      const inside = read(container, key);
      return put(container, key, edit.isList ? [inside] : { value: inside });
    }
  }
}

/** Every place of a value that can be changed, the whole value first. */
function placesIn(root: Container): Place[] {
  const places: Place[] = [];
  const waiting: Container[] = [root];
  for (let container = waiting.pop(); container !== undefined; container = waiting.pop()) {
    for (const key of Object.keys(container)) {
      places.push({ container, key });
      const inside = read(container, key);
      if (typeof inside === 'object' && inside !== null) waiting.push(inside as Container);
    }
  }
  return places;
}

function read(container: Container, key: string): unknown {
  return Object.hasOwn(container, key) ? (container as Record<string, unknown>)[key] : undefined;
}

/** Sets an own key, whatever its name is; a list takes a value under any key at its end. */
function put(container: Container, key: string, value: unknown): void {
  if (Array.isArray(container) && !/^\d+$/.test(key)) container.push(value);
  else {
    const property = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(container, key, property);
  }
}

function isRaw(value: Json | RawJson): value is RawJson {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'rawOf');
}

function rawText({ rawOf, size, unit }: RawJson): string {
  switch (rawOf) {
    case 'number':
      return unit;
    case 'text':
      return JSON.stringify(unit.repeat(Math.ceil(size / Math.max(1, unit.length))));
    case 'list':
      return `[${Array.from({ length: size }, () => JSON.stringify(unit)).join()}]`;
    case 'record':
      return `{${Array.from({ length: size }, (_, n) => `${JSON.stringify(unit + n)}:${n}`).join()}}`;
    case 'deep list':
      return '['.repeat(size) + ']'.repeat(size);
    case 'deep record':
      return `{${JSON.stringify(unit)}:`.repeat(size) + '1' + '}'.repeat(size);
  }
}
