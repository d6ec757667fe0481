/** The signs of the safety entries, for the index of the understanding. */
import { toStem } from '../lambda/understand/tokens.ts';
import type { SignEntry, SignStartEntry } from '../lambda/understand/index-file.ts';
import { toWords } from '../lambda/understand/words.ts';
import type { Content } from './content.ts';

const SAFETY_ORDER = ['urgent', 'advice', 'not-covered'] as const;

/** Signs of an emergency first, then of a decision, then of an uncovered topic. */
export function signsOf(content: Content): SignEntry[] {
  return SAFETY_ORDER.flatMap((kind) =>
    content.safety
      .filter(({ value }) => value.kind === kind)
      .flatMap(({ value: { id, signs } }) =>
        signs.map((sign) => ({ id, kind, ...readSign(sign) })),
      ),
  );
}

/**
 * "chest + pain|hurt + !heart": parts with their alternatives, and what must not be there; "~" before
 * it makes it weak, "?" has it count in a question too.
 */
function readSign(sign: string): Pick<SignEntry, 'isWeak' | 'isAsked' | 'parts' | 'not'> {
  const isWeak = sign.startsWith('~');
  const isAsked = sign.startsWith('?');
  const parts = sign
    .replace(/^[~?]/, '')
    .split('+')
    .map((part) => part.trim());
  const not = parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1));
  return {
    ...(isWeak ? { isWeak } : {}),
    ...(isAsked ? { isAsked } : {}),
    parts: parts.filter((part) => !part.startsWith('!')).map(toStems),
    ...(not.length > 0 ? { not: toStems(not.join('|')) } : {}),
  };
}

/** The alternatives of a part in stems, each once. */
function toStems(part: string): string {
  const phrases = part.split('|').map((phrase) => {
    const text = phrase.trim();
    return /^[#@]/.test(text) ? text : toWords(text).map(toStem).join(' ');
  });
  return [...new Set(phrases)].join('|');
}

/**
 * The signs by the first stem or two of each phrase in their rarest part: where these are said, they are
 * looked for. `timesSaid` tells how often people say one stem, or two in a row with a space between them.
 */
export function byStart(
  signs: readonly SignEntry[],
  timesSaid: (start: string) => number,
): ReadonlyMap<string, readonly SignStartEntry[]> {
  const useOf = (part: string): number =>
    startsOf(part).reduce((sum, start) => sum + timesSaid(start), 0);
  const found = new Map<string, SignStartEntry[]>();
  for (const [number, { parts }] of signs.entries()) {
    const [rarest = ''] = parts.toSorted((one, other) => useOf(one) - useOf(other));
    const phrases = rarest.split('|');
    for (const start of new Set(startsOf(rarest))) {
      const begun = phrases.filter((phrase) => startOf(phrase) === start);
      const entry: SignStartEntry = begun.includes(start) ? [number] : [number, begun.join('|')];
      const before = found.get(start);
      if (before === undefined) found.set(start, [entry]);
      else before.push(entry);
    }
  }
  return found;
}

/** What the phrases of a part are found by: their first two stems. */
function startsOf(part: string): string[] {
  return part.split('|').map(startOf);
}

function startOf(phrase: string): string {
  return phrase.split(' ', 2).join(' ');
}
