/** The index of the understanding, made ready to be searched: once for each process that needs it. */
import { buildSampleIndex, type SampleIndex } from './closest.ts';
import type { UnderstandingIndex } from './index-file.ts';
import { buildSignIndex, type SignIndex } from './signs.ts';
import { buildSoundIndex, type SoundIndex } from './terms.ts';
import { buildFormIndex, type FormIndex } from './tokens.ts';

export type Searchable = UnderstandingIndex &
  SampleIndex &
  SignIndex &
  FormIndex &
  SoundIndex & {
    /** Tokens that make a question one about this guide. */
    readonly topics: ReadonlySet<string>;
  };

export function toSearchable(index: UnderstandingIndex): Searchable {
  return {
    ...index,
    ...buildSampleIndex(index),
    ...buildSignIndex(index),
    ...buildFormIndex(index),
    ...buildSoundIndex(index),
    topics: new Set(index.topicTokens),
  };
}
