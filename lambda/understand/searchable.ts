/** The index of the understanding, made ready to be searched: once for each process that needs it. */
import type { PagedFile } from '../paged-file.ts';
import type { Forms, Sign, TermSound, UnderstandingHead } from './index-file.ts';
import { remember } from './remember.ts';
import type { NumberedSign, SignIndex } from './signs.ts';
import { readSamples, type SampleIndex } from './samples.ts';
import { buildSoundIndex, type SoundIndex } from './terms.ts';
import { type FormIndex, readForms } from './tokens.ts';

export interface Searchable extends SampleIndex, FormIndex, SignIndex {
  /** For each safety target its kind. */
  readonly kinds: ReadonlyMap<string, Sign['kind']>;
  /** Tokens that make a question one about this guide. */
  readonly topics: ReadonlySet<string>;
  /** The term that "it" means while a section is heard. */
  readonly aboutOf: (section: string) => string | undefined;
  /** What the hard terms sound like; read when a question needs it. */
  readonly sounds: () => SoundIndex;
}

const noSigns: readonly NumberedSign[] = [];

/** @throws {TypeError} if the file is no index. */
export function toSearchable(file: PagedFile): Searchable {
  const head = file.head as UnderstandingHead | null;
  if (typeof head?.targets !== 'string') throw new TypeError('it is no index');
  let sounds: SoundIndex | undefined;
  return {
    ...readSamples(head, file),
    formsFrom: remember((word) => readForms(file.get(`form/${word}`) as Forms | undefined)),
    kinds: new Map(Object.entries(head.kinds)),
    topics: new Set(head.topicTokens),
    people: new Set(head.people),
    signsFrom: remember((start) => {
      const numbers = file.get(`signs/${start}`) as readonly number[] | undefined;
      return numbers?.map((number) => [number, file.get(`sign/${number}`) as Sign]) ?? noSigns;
    }),
    aboutOf: (section) => file.get(`about/${section}`) as string | undefined,
    sounds: () => (sounds ??= buildSoundIndex(file.get('sounds') as TermSound[])),
  };
}
