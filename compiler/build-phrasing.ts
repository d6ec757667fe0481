/** How the samples of each target are phrased: learned for the index, and counted for the signs. */
import { type Cue, cuesOf } from '../lambda/understand/cues.ts';
import type { PhrasingEntry } from '../lambda/understand/index-file.ts';
import { unitsOf } from '../lambda/understand/phrasing.ts';
import type { TimesSaid } from './build-signs.ts';
import type { ReadSample, ReadTarget } from './build-targets.ts';
import { trainPhrasing } from './train-phrasing.ts';

/** The phrasing of each target by its name. */
export function phrasingEntries(targets: readonly ReadTarget[]): Map<string, PhrasingEntry> {
  const entries = trainPhrasing(targets.map(({ samples }) => samples.map(cuesOfSample)));
  return new Map(targets.map(({ target }, number) => [target, entries[number] ?? {}]));
}

/** How many samples have one stem, or two in a row with a space between them. */
export function countSaid(targets: readonly ReadTarget[]): TimesSaid {
  const counts = new Map<string, number>();
  for (const sample of targets.flatMap(({ samples }) => samples)) {
    for (const cue of cuesOfSample(sample)) {
      const stems = cue.join(' ');
      counts.set(stems, (counts.get(stems) ?? 0) + 1);
    }
  }
  return (stems) => counts.get(stems) ?? 0;
}

function cuesOfSample({ words, tokens }: ReadSample): Cue[] {
  return cuesOf({ units: unitsOf(words, tokens), tokens, signs: {} });
}
