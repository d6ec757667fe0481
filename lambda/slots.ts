/** What Alexa heard in a slot, and what it takes that for. Any part may be missing. */
import type { Slot } from 'ask-sdk-model';

export interface HeardSlot {
  /** The words as they were heard; null for an empty slot. */
  readonly words: string | null;
  /** Ids of all the slot values that the words may stand for, in Alexa's order, each once. */
  readonly ids: readonly string[];
}

export type HeardSlots = Readonly<Record<string, HeardSlot>>;

/** Characters of what was heard that are read: nobody says more in one breath. */
const MOST_HEARD = 500;

const nothingHeard: HeardSlot = { words: null, ids: [] };

/** Reads the slots of an intent. Never throws, whatever a client sends. */
export function readSlots(slots: unknown): HeardSlots {
  if (typeof slots !== 'object' || slots === null) return {};
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => [name, readSlot(slot as Slot | null)]),
  );
}

export function slotOf(slots: HeardSlots, name: string): HeardSlot {
  return Object.hasOwn(slots, name) ? (slots[name] ?? nothingHeard) : nothingHeard;
}

function readSlot(slot: Slot | null): HeardSlot {
  const words = typeof slot?.value === 'string' ? slot.value.slice(0, MOST_HEARD).trim() : '';
  if (words === '' || words === '?') return nothingHeard;
  const authorities: unknown = slot?.resolutions?.resolutionsPerAuthority;
  const ids = (Array.isArray(authorities) ? authorities : []).flatMap(readMatches);
  return { words, ids: [...new Set(ids)] };
}

interface Authority {
  readonly status?: { readonly code?: unknown };
  readonly values?: unknown;
}

function readMatches(authority: Authority | null): string[] {
  if (authority?.status?.code !== 'ER_SUCCESS_MATCH') return [];
  const values: unknown = authority.values;
  return (Array.isArray(values) ? values : []).flatMap((match: unknown) => {
    const id = (match as { value?: { id?: unknown } } | null)?.value?.id;
    return typeof id === 'string' ? [id] : [];
  });
}
