/** The signs of a copied safety entry: the same shape, and never there where the real one is. */
import type { Renaming } from './renaming.ts';

/** Signs that do not have a word of the copy's own in each of their ways are left out. */
export function growSigns(signs: readonly string[], renaming: Renaming): string[] {
  return signs.flatMap((sign) => growSign(sign, renaming) ?? []);
}

function growSign(sign: string, { text, id, isChanged }: Renaming): string | null {
  const weak = sign.startsWith('~') ? '~' : '';
  const parts = sign
    .slice(weak.length)
    .split('+')
    .map((part) => part.split('|').map((phrase) => phrase.trim()));
  const isOwn = (phrase: string): boolean =>
    phrase.startsWith('#') || (!phrase.startsWith('@') && isChanged(phrase));
  const rename = (phrase: string): string => {
    const start = phrase.startsWith('!') ? '!' : '';
    const words = phrase.slice(start.length);
    if (words.startsWith('@')) return phrase;
    return words.startsWith('#') ? `${start}#${id(words.slice(1))}` : start + text(words);
  };
  // One part with nothing but words of the copy's own keeps the whole sign apart from the real one.
  const telling = parts.findIndex(
    (part) => part[0]?.startsWith('!') !== true && part.some((phrase) => isOwn(phrase)),
  );
  if (telling < 0) return null;
  const grown = parts.map((part, at) =>
    (at === telling ? part.filter((phrase) => isOwn(phrase)) : part).map(rename).join('|'),
  );
  return weak + grown.join(' + ');
}
