/** The index of the understanding, made ready to be searched: once for each process that needs it. */
import type { PagedFile } from '../paged-file.ts';
import type { CoverageIndex } from './coverage.ts';
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
import { type PhrasingIndex, readPhrasing } from './phrasing.ts';
import { remember, rememberPairs } from './remember.ts';
import { readSign, type Sign, type SignIndex } from './signs.ts';
import { readTargets, type TargetIndex } from './targets.ts';
import { buildSoundIndex, type SoundIndex } from './terms.ts';
import { readHint, toWordIndex, type WordIndex } from './word.ts';

export interface Searchable
  extends TargetIndex, WordIndex, SignIndex, PhrasingIndex, CoverageIndex {
  /** Tokens that make a question one about this guide. */
  readonly topics: ReadonlySet<string>;
  /** The term that "it" means while a section is heard. */
  readonly aboutOf: (section: string) => string | undefined;
  /** What the hard terms sound like; read when a question needs it. */
  readonly sounds: () => SoundIndex;
}

/** @throws {TypeError} if the file is no index. */
export function toSearchable(file: PagedFile): Searchable {
  const head = file.head as UnderstandingHead | null;
  if (typeof head?.targetCount !== 'number') throw new TypeError('it is no index');
  let sounds: SoundIndex | undefined;
  const signs: Sign[] = [];
  const hintsOf = (stems: string): readonly SignHintEntry[] | undefined =>
    file.get(`${stems}/signs`) as readonly SignHintEntry[] | undefined;
  const cueOf = (words: string): CueEntry =>
    (file.get(`${words}/cue`) as CueEntry | undefined) ?? 0;
  return {
    ...readTargets(head, file),
    ...toWordIndex({
      formOf: (word) => file.get(`${word}/form`) as FormEntry | undefined,
      formsFrom: (twoWords) => file.get(`${twoWords}/forms`) as Forms | undefined,
      hintsOf,
    }),
    topics: new Set(head.topicTokens),
    people: new Set(head.people),
    hintsOf: remember((mark) => hintsOf(mark)?.map(readHint) ?? []),
    signAt: (number) => (signs[number] ??= readSign(file.get(`sign:${number}`) as SignEntry)),
    phrasingOf: remember((target) => readPhrasing(file.get(`phrasing:${target}`) as PhrasingEntry)),
    cueOf: remember(cueOf),
    pairCueOf: rememberPairs((first, second) => cueOf(`${first} ${second}`)),
    aboutOf: (section) => file.get(`about:${section}`) as string | undefined,
    sounds: () => (sounds ??= buildSoundIndex(file.get('sounds:') as TermSound[])),
  };
}
