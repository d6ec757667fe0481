/** The index of the understanding, made ready to be searched: once for each process that needs it. */
import type { PagedFile } from '../paged-file.ts';
import type {
  CueEntry,
  FormEntry,
  Forms,
  PhrasingEntry,
  SignEntry,
  SignHintEntry,
  TermSound,
  UnderstandingHead,
} from './index-file.ts';
import type { MeantIndex } from './meant.ts';
import type { PhrasingIndex } from './phrasing.ts';
import { readSign, type Sign, type SignIndex } from './signs.ts';
import { type Stem, StemIndex } from './stem.ts';
import { readTargets, type TargetIndex } from './targets.ts';
import { buildSoundIndex, type SoundIndex } from './terms.ts';
import { toWordIndex, type WordIndex } from './word.ts';

/** Room for a mark of each stem; of one with a higher number it is not known whether it is said. */
const MOST_MARKED = 32_768;

export interface Searchable extends TargetIndex, WordIndex, SignIndex, PhrasingIndex, MeantIndex {
  /** Tokens that make a question one about this guide. */
  readonly topics: ReadonlySet<string>;
  /** The term that "it" means while a section is heard. */
  readonly aboutOf: (section: string) => string | undefined;
  /** Whether it holds so much of what was said that a new one should take its place. */
  readonly isFull: () => boolean;
  /** What the hard terms sound like; read when a question needs it. */
  readonly sounds: () => SoundIndex;
}

/** @throws {TypeError} if the file is no index. */
export function toSearchable(file: PagedFile): Searchable {
  const head = file.head as UnderstandingHead | null;
  if (typeof head?.targetCount !== 'number') throw new TypeError('it is no index');
  let sounds: SoundIndex | undefined;
  const signs: Sign[] = [];
  const stems = new StemIndex({
    hintsOf: (name) => file.get(`${name}/signs`) as readonly SignHintEntry[] | undefined,
    cueOf: (name) => file.get(`${name}/cue`) as CueEntry | undefined,
    phrasingOf: (name) => file.get(`${name}/phrasing`) as PhrasingEntry | undefined,
  });
  const stemOf = (text: string): Stem => stems.stemOf(text);
  const targets = readTargets(head, file);
  return {
    ...targets,
    targetCount: head.targetCount,
    answerCount: head.answerCount,
    ...toWordIndex(
      {
        formOf: (word) => file.get(`${word}/form`) as FormEntry | undefined,
        formsFrom: (twoWords) => file.get(`${twoWords}/forms`) as Forms | undefined,
        tokenOf: targets.tokenOf,
      },
      stemOf,
    ),
    stemOf,
    isFull: () => stems.isFull,
    topics: new Set(head.topicTokens),
    people: new Set(head.people),
    signAt: (number) =>
      (signs[number] ??= readSign(file.get(`sign:${number}`) as SignEntry, stems)),
    isSaid: new Uint8Array(MOST_MARKED),
    aboutOf: (section) => file.get(`about:${section}`) as string | undefined,
    sounds: () => (sounds ??= buildSoundIndex(file.get('sounds:') as TermSound[])),
  };
}
