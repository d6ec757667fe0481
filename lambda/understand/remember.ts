/** People say the same few thousand words: what was made of them once is kept. */

/** Results that are kept; the ones after that are worked out each time. */
const MOST_RESULTS = 5000;
/** Results for words of more characters than this are not kept: they would hold on to memory. */
const LONGEST_WORDS = 60;

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
