/** The signs of the safety entries, for the index of the understanding. */
import { toStem } from '../lambda/understand/tokens.ts';
import type { Sign } from '../lambda/understand/index-file.ts';
import { toWords } from '../lambda/understand/words.ts';
import type { Content } from './content.ts';

const SAFETY_ORDER = ['urgent', 'advice', 'not-covered'] as const;

/** Signs of an emergency first, then of a decision, then of an uncovered topic. */
export function signsOf(content: Content): Sign[] {
  return SAFETY_ORDER.flatMap((kind) =>
    content.safety
      .filter(({ value }) => value.kind === kind)
      .flatMap(({ value }) => value.signs.map((sign) => toSign(value.id, kind, sign))),
  );
}

/**
 * "chest + pain|hurt + !heart": parts with their alternatives, and what must not be there; "~" before
 * it makes it weak.
 */
function toSign(id: string, kind: Sign['kind'], sign: string): Sign {
  const isWeak = sign.startsWith('~');
  const parts = sign
    .replace('~', '')
    .split('+')
    .map((part) => part.trim());
  const not = parts.filter((part) => part.startsWith('!'));
  return {
    id,
    kind,
    isWeak,
    parts: parts.filter((part) => !part.startsWith('!')).map(toAlternatives),
    not: not.flatMap((part) => toAlternatives(part.slice(1))),
  };
}

function toAlternatives(part: string): string[][] {
  return part.split('|').map((phrase) => {
    const text = phrase.trim();
    return /^[#@]/.test(text) ? [text] : toWords(text).map(toStem);
  });
}

/** The numbers of the signs by the first stem or two of each phrase in their rarest part. */
export function byStart(signs: readonly Sign[]): (readonly [string, readonly number[]])[] {
  const timesUsed = new Map<string, number>();
  for (const start of signs.flatMap(({ parts }) => parts.flat().map(startOf))) {
    timesUsed.set(start, (timesUsed.get(start) ?? 0) + 1);
  }
  const useOf = (part: Sign['parts'][number]): number =>
    Math.max(...part.map((phrase) => timesUsed.get(startOf(phrase)) ?? 0));
  const found = new Map<string, number[]>();
  for (const [number, sign] of signs.entries()) {
    const [rarest = []] = sign.parts.toSorted((one, other) => useOf(one) - useOf(other));
    for (const start of new Set(rarest.map(startOf))) {
      found.set(start, [...(found.get(start) ?? []), number]);
    }
  }
  return [...found].map(([start, numbers]) => [`signs/${start}`, numbers]);
}

/** What a phrase is found by. */
function startOf(phrase: readonly string[]): string {
  return phrase.slice(0, 2).join(' ');
}
