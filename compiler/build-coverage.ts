/** What tells whether a question is answered, learned from the samples with the signs in them. */
import { cuesOf } from '../lambda/understand/cues.ts';
import type { CueEntry } from '../lambda/understand/index-file.ts';
import { marksOf } from '../lambda/understand/named-token.ts';
import { unitsOf } from '../lambda/understand/phrasing.ts';
import type { Searchable } from '../lambda/understand/searchable.ts';
import { findSigns, hear } from '../lambda/understand/signs.ts';
import { toTokens } from '../lambda/understand/tokens.ts';
import type { ReadTarget } from './build-targets.ts';
import { trainCoverage } from './train-coverage.ts';

export function coverageEntries(
  targets: readonly ReadTarget[],
  index: Searchable,
): Map<string, CueEntry> {
  return trainCoverage(
    targets.flatMap(({ kind, samples }) =>
      samples.map(({ words: read }) => {
        // The index has numbers of its own for the stems.
        const words = read.map(({ text }) => index.wordOf(text));
        const tokens = toTokens(words, index);
        const signs = findSigns(hear(words, marksOf(words, tokens, index)), index);
        const cued = { units: unitsOf(words, tokens, index), tokens, signs };
        return { cues: cuesOf(cued, index), isCovered: kind === null };
      }),
    ),
  );
}
