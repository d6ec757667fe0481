/** People say the same few thousand words: what was made of a word once is kept. */

/** Words that are kept; the ones after that are worked out each time. */
const MOST_WORDS = 5000;

/** The same function, which remembers its results. `make` has to depend on nothing but the word. */
export function remember(make: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = make(word);
    if (known.size < MOST_WORDS) known.set(word, made);
    return made;
  };
}
