/** What tells whether a question is answered, learned from the samples with the signs in them. */
import type { CueEntry } from '../lambda/understand/index-file.ts';
import { marksOf } from '../lambda/understand/named-token.ts';
import { unitsOf } from '../lambda/understand/phrasing.ts';
import { withKnown } from '../lambda/understand/reading.ts';
import type { Searchable } from '../lambda/understand/searchable.ts';
import { findSigns, hear } from '../lambda/understand/signs.ts';
import type { ReadTarget } from './build-targets.ts';
import { trainCoverage } from './train-coverage.ts';

export function coverageEntries(
  targets: readonly ReadTarget[],
  index: Searchable,
): Map<string, CueEntry> {
  return trainCoverage(
    targets.flatMap(({ kind, samples }) =>
      samples.map(({ words, tokens }) => {
        const named = tokens.map((token) => withKnown(token, index));
        const signs = findSigns(hear(words, marksOf(words, named)), index);
        return { units: unitsOf(words, tokens), tokens, signs, isCovered: kind === null };
      }),
    ),
  );
}
