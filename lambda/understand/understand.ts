/** Finds what a question asks for: the sample utterance whose tokens are closest to the question's. */
import { entryOf } from '../catalogue.ts';
import type { UnderstandingIndex } from './index-file.ts';
import { toTokens } from './tokens.ts';
import type { Understanding } from './understanding.ts';
import { toWords } from './words.ts';

/** Below this closeness (0 to 1) nothing is answered. */
const CLOSE_ENOUGH = 0.5;

export function understand(question: string, index: UnderstandingIndex): Understanding {
  const { tokens, terms } = toTokens(toWords(question), index);
  const [only] = terms;
  if (tokens.length === 1 && only !== undefined) return { kind: 'term', id: only };
  const asked = new Set(tokens);
  const weightAsked = sumOf(asked, index);
  let best = { target: '', closeness: 0 };
  for (const [target, sample] of index.samples) {
    const shared = sumOf(
      sample.filter((token) => asked.has(token)),
      index,
    );
    const closeness = (2 * shared) / (weightAsked + sumOf(sample, index));
    if (closeness > best.closeness) best = { target, closeness };
  }
  if (best.closeness < CLOSE_ENOUGH) return { kind: 'nothing' };
  const [kind, id = ''] = best.target.split('/');
  if (kind === 'answer') return { kind: 'answer', id };
  if (kind === 'safety') return { kind: 'safety', id };
  return { kind: 'nothing' };
}

/** The weight of tokens; one that no sample has weighs as much as the rarest. */
function sumOf(tokens: Iterable<string>, { weights }: UnderstandingIndex): number {
  let sum = 0;
  for (const token of tokens) sum += entryOf(weights, token) ?? HEAVIEST;
  return sum;
}

const HEAVIEST = 6;
