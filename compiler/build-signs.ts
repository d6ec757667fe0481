/** The signs of the safety entries, for the index of the understanding. */
import { toStem } from '../lambda/understand/word.ts';
import type { SignEntry, SignHintEntry } from '../lambda/understand/index-file.ts';
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

/** How often people say one stem, or two in a row with a space between them. */
export type TimesSaid = (stems: string) => number;

/** What a phrase is found by: one stem, or two in a row, and how many stems stand before them. */
interface Hint {
  readonly said: string;
  readonly before: number;
}

/** The signs with the part first that is said least often: by that one they are found. */
export function rarestFirst(signs: readonly SignEntry[], timesSaid: TimesSaid): SignEntry[] {
  const useOf = (part: string): number =>
    part.split('|').reduce((sum, phrase) => sum + timesSaid(hintOf(phrase, timesSaid).said), 0);
  return signs.map((sign) => {
    const uses = sign.parts.map(useOf);
    const rarest = uses.indexOf(Math.min(...uses));
    const others = sign.parts.filter((_, at) => at !== rarest);
    return { ...sign, parts: [sign.parts[rarest] ?? '', ...others] };
  });
}

/** The signs by what the phrases of their first part are found by: where this is said, they may be there. */
export function byHint(
  signs: readonly SignEntry[],
  timesSaid: TimesSaid,
): ReadonlyMap<string, readonly SignHintEntry[]> {
  const found = new Map<string, SignHintEntry[]>();
  for (const [number, { parts }] of signs.entries()) {
    for (const [{ said, before }, phrases] of phrasesByHint(parts[0] ?? '', timesSaid)) {
      const entry = toHintEntry(number, phrases.includes(said) ? '' : phrases.join('|'), before);
      const others = found.get(said);
      if (others === undefined) found.set(said, [entry]);
      else others.push(entry);
    }
  }
  return found;
}

function toHintEntry(number: number, phrases: string, before: number): SignHintEntry {
  if (phrases === '') return [number];
  return before === 0 ? [number, phrases] : [number, phrases, before];
}

function phrasesByHint(part: string, timesSaid: TimesSaid): [Hint, string[]][] {
  const groups = new Map<string, [Hint, string[]]>();
  for (const phrase of part.split('|')) {
    const hint = hintOf(phrase, timesSaid);
    const key = `${hint.before} ${hint.said}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hint, [phrase]]);
    else group[1].push(phrase);
  }
  return [...groups.values()];
}

/** The two neighbours in a phrase that are said least often, or its only stem. */
function hintOf(phrase: string, timesSaid: TimesSaid): Hint {
  const stems = phrase.split(' ');
  const pairs = stems
    .slice(1)
    .map((stem, before) => ({ said: `${stems[before]} ${stem}`, before }));
  const [first = { said: phrase, before: 0 }, ...others] = pairs;
  return others.reduce(
    (rarest, pair) => (timesSaid(pair.said) < timesSaid(rarest.said) ? pair : rarest),
    first,
  );
}
