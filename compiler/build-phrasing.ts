/** How the samples of each target are phrased: learned for the index, and counted for the signs. */
import { type CueIndex, cuesOf } from '../lambda/understand/cues.ts';
import type { PhrasingEntry } from '../lambda/understand/index-file.ts';
import { unitsOf } from '../lambda/understand/phrasing.ts';
import type { TimesSaid } from './build-signs.ts';
import type { ReadSample, ReadTarget } from './build-targets.ts';
import { trainPhrasing } from './train-phrasing.ts';

/** What each cue weighs for the targets, by the name of the cue. */
export function phrasingEntries(
  targets: readonly ReadTarget[],
  index: CueIndex,
): Map<string, PhrasingEntry> {
  const cued = targets.map(({ samples }) => samples.map((sample) => cuesOfSample(sample, index)));
  const entries = trainPhrasing(cued);
  return new Map([...entries].filter(([, entry]) => entry.length > 0));
}

/** How many samples have one stem, or two in a row with a space between them. */
export function countSaid(targets: readonly ReadTarget[], index: CueIndex): TimesSaid {
  const counts = new Map<string, number>();
  for (const sample of targets.flatMap(({ samples }) => samples)) {
    for (const stems of cuesOfSample(sample, index)) {
      counts.set(stems, (counts.get(stems) ?? 0) + 1);
    }
  }
  return (stems) => counts.get(stems) ?? 0;
}

function cuesOfSample({ words, tokens }: ReadSample, index: CueIndex): string[] {
  return cuesOf({ units: unitsOf(words, tokens, index), tokens, signs: {} }, index);
}
