/** What is asked after something else was said: "I don't have a fever, I just want to know what chemo is". */
import type { Word } from './word.ts';

/** "So talk me through it", "so explain it": these ask without a question. */
const REQUEST =
  /^(?:(?:talk|walk|take) (?:me|us)|go (?:over|through)|(?:explain|define|describe) \S+)$/;
/** These begin a question of its own: not "someone who is having chemo", "when chemo is given". */
const QUESTION = /^(?:what|how|why) (?:is|are|was|were|does|do|did|can|could|will|would)$/;
/** So do these: "curious what chemo is", but not "know how to". */
const ASKED_FOR =
  /^(?:know|knows|understand|learn|tell|explain|wonder|wondering|curious|ask|asking|me|us|sure|idea) (?:what|how|why|when|where|which|who) (?!to$)/;
/** One of these words is the first of all of them. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  'what how why when where which who talk walk take go explain define describe'.split(' '),
);
/** So many words at least have to stand before the question, and in it. */
const LEAST_BEFORE = 3;
const LEAST_WORDS = 3;

/** Where the last question begins; null if it is all that was said. */
export function lastQuestionAt(words: readonly Word[]): number | null {
  for (let at = words.length - LEAST_WORDS; at >= LEAST_BEFORE; at--) {
    const first = words[at]?.text ?? '';
    if (!FIRST_WORDS.has(first)) continue;
    const before = words[at - 1]?.text ?? '';
    const two = `${first} ${words[at + 1]?.text ?? ''}`;
    if (QUESTION.test(two) || REQUEST.test(two) || ASKED_FOR.test(`${before} ${two}`)) return at;
  }
  return null;
}
