/** People say the same few thousand words: what was made of them once is kept. */

/** Results that are kept; the ones after that are worked out each time. */
const MOST_RESULTS = 5000;
/** The same for two words in a row, of which there are more. */
export const MOST_PAIRS = 20_000;
/** Results for words of more characters than this are not kept: they would hold on to memory. */
export const LONGEST_WORDS = 60;

/** The same function, which remembers its results. `make` has to depend on nothing but the words. */
export function remember<T>(make: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined || known.has(words)) return before as T;
    const made = make(words);
    if (known.size < MOST_RESULTS && words.length <= LONGEST_WORDS) known.set(words, made);
    return made;
  };
}

/** The same for two words in a row: to put them together for each look takes longer than the look. */
export function rememberPairs<T>(
  make: (first: string, second: string) => T,
): (first: string, second: string) => T {
  const known = new Map<string, Map<string, T>>();
  let count = 0;
  return (first, second) => {
    const pairs = known.get(first);
    const before = pairs?.get(second);
    if (before !== undefined) return before;
    const made = make(first, second);
    if (count < MOST_PAIRS && first.length <= LONGEST_WORDS && second.length <= LONGEST_WORDS) {
      if (pairs === undefined) known.set(first, new Map([[second, made]]));
      else pairs.set(second, made);
      count++;
    }
    return made;
  };
}
