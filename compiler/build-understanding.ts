/** Builds the index of the free-speech understanding from the samples, the glossary and the words. */
import { existsSync, readFileSync } from 'node:fs';
import type { TermSound, TokenEntry, UnderstandingHead } from '../lambda/understand/index-file.ts';
import { toSearchable } from '../lambda/understand/searchable.ts';
import { soundCode } from '../lambda/understand/terms.ts';
import { toStem } from '../lambda/understand/word.ts';
import { toWords } from '../lambda/understand/words.ts';
import {
  byTwoWords,
  byWord,
  formsOf,
  type TokenOfForm,
  wordIndexOf,
  wordsOf,
} from './build-forms.ts';
import { coverageEntries } from './build-coverage.ts';
import { countSaid, phrasingEntries } from './build-phrasing.ts';
import { byHint, rarestFirst, signsOf } from './build-signs.ts';
import {
  readTargets,
  toTarget,
  toTargetEntry,
  tokenEntries,
  type Weights,
  weightsOf,
  withoutThinSamples,
} from './build-targets.ts';
import type { Content } from './content.ts';
import { writtenForms } from './spoken-text.ts';
import { toPagedLines } from './write-pages.ts';

/** Below this, in hundredths, two words are not used alike enough to stand for each other. */
const LEAST_LIKENESS = 66;

/** What the index holds. */
export interface Understanding {
  readonly head: UnderstandingHead;
  readonly values: ReadonlyMap<string, unknown>;
}

/** The lines of the file that lambda/understand/ searches. */
export function toUnderstandingLines({ head, values }: Understanding): string[] {
  return toPagedLines(head, values);
}

export function buildUnderstanding(content: Content): Understanding {
  const forms = formsOf(content);
  const words = wordIndexOf(forms);
  const read = readTargets(content, words);
  const targets = withoutThinSamples(read.map(toTarget));
  const weights = weightsOf(targets);
  const { topicWords, people } = content.words.value;
  const topicTokens = topicWords.flatMap(wordsOf).map((word) => forms.get(word) ?? toStem(word));
  const values = new Map<string, unknown>([['sounds:', soundsOf(content)]]);
  const addAll = (kind: string, entries: Iterable<readonly [string, unknown]>): void => {
    for (const [key, value] of entries) values.set(`${key}/${kind}`, value);
  };
  addAll('form', byWord(forms));
  addAll('forms', byTwoWords(forms));
  addAll('token', tokenEntries(targets, weights));
  addAll('token', relatedWords(content.language, forms, weights));
  const timesSaid = countSaid(read, words);
  const signs = rarestFirst(signsOf(content), timesSaid);
  addAll('signs', byHint(signs, timesSaid));
  for (const [number, sign] of signs.entries()) values.set(`sign:${number}`, sign);
  for (const [number, target] of targets.entries()) {
    values.set(`target:${number}`, toTargetEntry(target, weights));
  }
  addAll('phrasing', phrasingEntries(read, words));
  for (const { value } of content.sections) {
    if (value.about !== undefined) values.set(`about:${value.id}`, value.about);
  }
  const head: UnderstandingHead = {
    targetCount: targets.length,
    answerCount: content.answers.length,
    topicTokens: [...new Set(topicTokens)].sort(),
    people: [...new Set(people.flatMap(wordsOf))].sort(),
  };
  addAll('cue', coverageEntries(read, toSearchable({ head, get: (key) => values.get(key) })));
  return { head, values };
}

/** The sounds of the terms, of what they are mistaken for, and of other drugs, if long enough to tell by. */
function soundsOf(content: Content): TermSound[] {
  const everyday = readSimilarWords(content.language);
  const toSound = (word: string, token: string): TermSound[] => {
    const letters = toWords(word).join('');
    return Object.hasOwn(everyday, word) ? [] : [[soundCode(letters), letters, token]];
  };
  const sounds = content.terms.flatMap(({ value }) => [
    ...writtenForms(value)
      .filter(({ pronounce }) => pronounce !== 'spelled')
      .flatMap(({ word }) => toSound(word, `#${value.id}`)),
    ...value.mistakenFor.flatMap(({ word }, number) => toSound(word, `?${value.id}/${number}`)),
  ]);
  const others = content.words.value.otherDrugs.flatMap(wordsOf);
  sounds.push(...others.flatMap((word) => toSound(word, '@drug')));
  return sounds.filter(([code, letters]) => code.length >= 3 && letters.length >= 7);
}

/** Common words that no sample has, with the token of a sample that is used alike, if there is one. */
function relatedWords(
  language: string,
  forms: TokenOfForm,
  weights: Weights,
): Map<string, TokenEntry> {
  const related = new Map<string, TokenEntry>();
  for (const [word, others] of Object.entries(readSimilarWords(language))) {
    const stem = toStem(word);
    if (forms.has(word) || weights.has(stem)) continue;
    let best: TokenEntry = related.get(stem) ?? 0;
    for (const [, other = '', count = ''] of others.matchAll(/(\S+) (\d+)/g)) {
      const like = forms.get(other) ?? toStem(other);
      const hundredths = Number(count);
      const isCloser = best === 0 || !('like' in best) || hundredths > best.hundredths;
      if (hundredths >= LEAST_LIKENESS && weights.has(like) && isCloser)
        best = { like, hundredths };
    }
    related.set(stem, best);
  }
  return related;
}

function readSimilarWords(language: string): Record<string, string> {
  const file = new URL(`similar-words/${language}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}
