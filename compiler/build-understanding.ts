/** Builds the index of the free-speech understanding from the samples, the glossary and the words. */
import { existsSync, readFileSync } from 'node:fs';
import type { Sign, UnderstandingIndex } from '../lambda/understand/index-file.ts';
import { soundCode } from '../lambda/understand/terms.ts';
import { buildFormIndex, toStem, toTokens } from '../lambda/understand/tokens.ts';
import { toWords } from '../lambda/understand/words.ts';
import type { Content } from './content.ts';
import type { Answer, Term } from './schema.ts';
import { writtenForms } from './spoken-text.ts';

/** Below this, in hundredths, two words are not used alike enough to stand for each other. */
const LEAST_LIKENESS = 66;
const SAFETY_ORDER = ['urgent', 'advice', 'not-covered'] as const;

export function buildUnderstanding(content: Content): UnderstandingIndex {
  const forms = formsOf(content);
  const formIndex = buildFormIndex({ forms });
  const entries = [
    ...content.answers.map(({ value }) => ({
      target: `answer/${value.id}`,
      section: value.section,
      asked: [
        ...value.asked,
        value.title,
        value.offer,
        ...factsOf(content, value),
        ...sectionNames(content, value),
      ],
    })),
    ...content.safety.map(({ value }) => ({
      target: `safety/${value.id}`,
      section: '',
      asked: value.asked,
    })),
  ];
  const samples = entries.flatMap(({ asked }, target) =>
    asked.map((sample) => {
      const tokens = toTokens(toWords(withTerms(content, sample)), formIndex);
      return { target, tokens: [...new Set(tokens.map(({ token }) => token))].sort() };
    }),
  );
  const weights = weightsOf(samples);
  const tokens = [...weights.keys()].sort();
  const tokenIds = new Map(tokens.map((token, tokenId) => [token, tokenId]));
  return {
    forms,
    sounds: soundsOf(content),
    targets: entries.map(({ target }) => target),
    kinds: Object.fromEntries(
      content.safety.map(({ value }) => [`safety/${value.id}`, value.kind]),
    ),
    sections: entries.map(({ section }) => section),
    tokens,
    weights: tokens.map((token) => weights.get(token) ?? 0),
    samples: uniqueSamples(
      samples
        .filter((sample) => sample.tokens.length > 0)
        .map((sample) => [
          sample.target,
          ...sample.tokens.map((token) => tokenIds.get(token) ?? 0),
        ]),
    ),
    ...relatedWords(content.language, forms, tokenIds),
    about: Object.fromEntries(
      content.sections.flatMap(({ value: { id, about } }) =>
        about === undefined ? [] : [[id, about] as const],
      ),
    ),
    topicTokens: [
      ...new Set(
        content.words.value.topicWords.flatMap(wordsOf).map((word) => forms[word] ?? toStem(word)),
      ),
    ].sort(),
    people: [...new Set(content.words.value.people.flatMap(wordsOf))].sort(),
    signs: signsOf(content),
  };
}

/** The names of a section stand for its first answer: a listener chooses a topic by them. */
function sectionNames(content: Content, { id, section }: Answer): string[] {
  const first = content.answers.find(({ value }) => value.section === section);
  const named = content.sections.find(({ value }) => value.id === section);
  return first?.value.id === id && named ? [named.value.title, named.value.spoken] : [];
}

/** What the answer says, fact by fact: people ask in those words too. */
function factsOf(content: Content, answer: Answer): string[] {
  if (content.language !== 'en') return [];
  const facts = new Map(content.facts.map(({ value }) => [value.id, value.fact]));
  return (answer.facts ?? []).flatMap((id) => facts.get(id) ?? []);
}

/** Every form that is read as one token. A later kind never takes a form from an earlier one. */
function formsOf(content: Content): Record<string, string> {
  const { ignored, synonyms, otherDrugs, otherCancers } = content.words.value;
  const forms = new Map<string, string>();
  const add = (form: string, token: string): void => {
    const key = toWords(form).join(' ');
    if (key !== '' && !forms.has(key)) forms.set(key, token);
  };
  for (const { value } of content.terms) {
    for (const form of spokenForms(value)) add(form, `#${value.id}`);
    for (const [number, { word }] of value.mistakenFor.entries())
      add(word, `?${value.id}/${number}`);
  }
  for (const word of otherDrugs.flatMap(wordsOf)) add(word, '@drug');
  for (const word of otherCancers.flatMap(wordsOf)) {
    for (const kind of ['cancer', 'cancers', 'tumour', 'tumor', 'carcinoma']) {
      add(`${word} ${kind}`, '@cancer');
    }
    if (/(?:oma|emia|aemia|hodgkin)$/.test(word)) add(word, '@cancer');
  }
  for (const group of synonyms.map((line) => line.split('|').map((form) => form.trim()))) {
    for (const form of group) add(form, `=${group[0]}`);
  }
  for (const word of ignored.flatMap(wordsOf)) add(word, '');
  return Object.fromEntries([...forms].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function spokenForms(term: Term): string[] {
  const written = writtenForms(term).map(({ word }) => word);
  return [...written, ...written.map((word) => `${word}s`), ...term.heard];
}

function wordsOf(line: string): string[] {
  return line.split(/\s+/);
}

/** A sample with each term's own word in its tokenId. */
function withTerms(content: Content, sample: string): string {
  return sample.replace(
    /\{([^}]*)\}/g,
    (_, id: string) => content.terms.find(({ value }) => value.id === id)?.value.word ?? '',
  );
}

/** The sounds of the terms, where they are long enough to tell a term by. */
function soundsOf(content: Content): [string, string, string][] {
  const everyday = readSimilarWords(content.language);
  const sounds = content.terms.flatMap(({ value }) =>
    writtenForms(value)
      .filter(({ word, pronounce }) => pronounce !== 'spelled' && !Object.hasOwn(everyday, word))
      .map(({ word }): [string, string, string] => {
        const letters = toWords(word).join('');
        return [soundCode(letters), letters, value.id];
      }),
  );
  return sounds.filter(([code, letters]) => code.length >= 3 && letters.length >= 7);
}

/** Inverse document frequency, each target counted as one document. */
function weightsOf(
  samples: readonly { readonly target: number; readonly tokens: readonly string[] }[],
): Map<string, number> {
  const targets = new Map<string, Set<number>>();
  for (const { target, tokens } of samples) {
    for (const token of tokens) targets.set(token, (targets.get(token) ?? new Set()).add(target));
  }
  const count = new Set(samples.map(({ target }) => target)).size;
  const weightOf = (size: number): number => Math.round((1 + Math.log(count / size)) * 100) / 100;
  return new Map([...targets].map(([token, { size }]) => [token, weightOf(size)]));
}

function uniqueSamples(samples: readonly (readonly number[])[]): [number, ...number[]][] {
  return [...new Set(samples.map((sample) => JSON.stringify(sample)))].map(
    (sample) => JSON.parse(sample) as [number, ...number[]],
  );
}

/** Common words that no sample has, with the token of a sample that is used alike, if there is one. */
function relatedWords(
  language: string,
  forms: Readonly<Record<string, string>>,
  tokenIds: ReadonlyMap<string, number>,
): Pick<UnderstandingIndex, 'similar' | 'common'> {
  const similar = new Map<string, readonly [token: number, hundredths: number]>();
  const common = new Set<string>();
  for (const [word, others] of Object.entries(readSimilarWords(language))) {
    const stem = toStem(word);
    if (Object.hasOwn(forms, word) || tokenIds.has(stem)) continue;
    common.add(stem);
    for (const [, other = '', hundredths = ''] of others.matchAll(/(\S+) (\d+)/g)) {
      const tokenId = tokenIds.get(forms[other] ?? toStem(other));
      if (tokenId === undefined || (similar.get(stem)?.[1] ?? 0) >= Number(hundredths)) continue;
      if (Number(hundredths) < LEAST_LIKENESS) continue;
      similar.set(stem, [tokenId, Number(hundredths)]);
    }
  }
  const entries = [...similar].sort(([a], [b]) => (a < b ? -1 : 1));
  const rest = [...common].filter((stem) => !similar.has(stem)).sort();
  return { similar: Object.fromEntries(entries), common: rest.join(' ') };
}

function readSimilarWords(language: string): Record<string, string> {
  const file = new URL(`similar-words/${language}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

/** Signs of an emergency first, then of a decision, then of an uncovered topic. */
function signsOf(content: Content): Sign[] {
  return SAFETY_ORDER.flatMap((kind) =>
    content.safety
      .filter(({ value }) => value.kind === kind)
      .flatMap(({ value }) => value.signs.map((sign) => toSign(value.id, kind, sign))),
  );
}

/**
 * "chest + pain|hurt + !heart": parts with their alternatives, and what must not be there; "~" before
 * it makes it weak.
 */
function toSign(id: string, kind: Sign['kind'], sign: string): Sign {
  const isWeak = sign.startsWith('~');
  const parts = sign
    .replace('~', '')
    .split('+')
    .map((part) => part.trim());
  const not = parts.filter((part) => part.startsWith('!'));
  return {
    id,
    kind,
    isWeak,
    parts: parts.filter((part) => !part.startsWith('!')).map(toAlternatives),
    not: not.flatMap((part) => toAlternatives(part.slice(1))),
  };
}

function toAlternatives(part: string): string[][] {
  return part.split('|').map((phrase) => {
    const text = phrase.trim();
    return /^[#@]/.test(text) ? [text] : toWords(text).map(toStem);
  });
}
