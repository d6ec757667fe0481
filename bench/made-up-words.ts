/** Words that nobody knows, the same in every run, and no two of them alike. */
import { toStem } from '../lambda/understand/word.ts';
import { createRandom } from './random.ts';

const STARTS = 'b bl br d dr f fl fr g gl gr h j k kl kr l m n p pl pr r s sk sl sm st t tr v w z';
const VOWELS = 'a e i o u au oa';
/** No ending that a stemmer would take off. */
const ENDS = 'b g k m p rk lb mp';

/** Gives a word for each key: always the same for the same key, and never one that is in `taken`. */
export function createMadeUpWords(taken: Iterable<string>): (key: string) => string {
  const random = createRandom(67);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const [starts, vowels, ends] = [STARTS, VOWELS, ENDS].map((list) => list.split(' ')) as [
    string[],
    string[],
    string[],
  ];
  const used = new Set([...taken].map(toStem));
  const made = new Map<string, string>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    for (;;) {
      const syllables = [0, 1, 2].map(() => pick(starts) + pick(vowels));
      const word = syllables.join('') + pick(ends);
      if (used.has(toStem(word))) continue;
      used.add(toStem(word));
      made.set(key, word);
      return word;
    }
  };
}
