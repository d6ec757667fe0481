/** Builds the index of the free-speech understanding from the samples, the glossary and the words. */
import { existsSync, readFileSync } from 'node:fs';
import type { TermSound, TokenEntry, UnderstandingHead } from '../lambda/understand/index-file.ts';
import { setBit } from '../lambda/understand/samples.ts';
import { soundCode } from '../lambda/understand/terms.ts';
import { type FormIndex, readForms, toStem, toTokens } from '../lambda/understand/tokens.ts';
import { toWords } from '../lambda/understand/words.ts';
import { byStart, signsOf } from './build-signs.ts';
import type { Content } from './content.ts';
import type { Answer, Term } from './schema.ts';
import { writtenForms } from './spoken-text.ts';
import { toPagedFile } from './write-pages.ts';

/** Below this, in hundredths, two words are not used alike enough to stand for each other. */
const LEAST_LIKENESS = 66;

/** A token is listed by a bit for each sample if more than one sample in so many has it. */
const FREQUENT = 10;

/** What the index holds. */
export interface Understanding {
  readonly head: UnderstandingHead;
  readonly values: ReadonlyMap<string, unknown>;
}

interface Sample {
  readonly target: number;
  readonly tokens: readonly string[];
}

/** The file that lambda/understand/ searches. */
export function toUnderstandingFile({ head, values }: Understanding): string {
  return toPagedFile(head, values);
}

export function buildUnderstanding(content: Content): Understanding {
  const forms = formsOf(content);
  const tokenOfForm = new Map(forms);
  const entries = targetsOf(content);
  const formIndex = toFormIndex(forms);
  const samples = uniqueSamples(
    entries.flatMap(({ asked }, target) =>
      asked.map((sample) => ({ target, tokens: tokensOf(content, sample, formIndex) })),
    ),
  );
  const weights = weightsOf(samples);
  const signs = signsOf(content);
  const weightOf = (token: string): number => weights.get(token) ?? 0;
  return {
    head: {
      targets: entries.map(({ target }) => target).join(' '),
      sections: entries.map(({ section }) => section || '-').join(' '),
      kinds: Object.fromEntries(
        content.safety.map(({ value }) => [`safety/${value.id}`, value.kind]),
      ),
      firstSamples: firstSamplesOf(samples, entries.length),
      topicTokens: [
        ...new Set(
          content.words.value.topicWords
            .flatMap(wordsOf)
            .map((word) => tokenOfForm.get(word) ?? toStem(word)),
        ),
      ].sort(),
      people: [...new Set(content.words.value.people.flatMap(wordsOf))].sort(),
    },
    values: new Map<string, unknown>([
      ...byFirstWord(forms),
      ...tokenEntries(samples, weights, entries.length),
      ...relatedWords(content.language, tokenOfForm, weights),
      ...signs.map((sign, number) => [`sign/${number}`, sign] as const),
      ...byStart(signs),
      ...content.sections.flatMap(({ value: { id, about } }) =>
        about === undefined ? [] : [[`about/${id}`, about] as const],
      ),
      ['sounds', soundsOf(content)],
      ['weights', toBase64(samples.map(({ tokens }) => sum(tokens.map(weightOf))))],
    ]),
  };
}

/** What can be asked for, with all that it is asked by. */
function targetsOf(content: Content) {
  return [
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
}

function tokensOf(content: Content, sample: string, forms: FormIndex): string[] {
  const tokens = toTokens(toWords(withTerms(content, sample)), forms);
  return [...new Set(tokens.map(({ token }) => token))].sort();
}

/** The samples with anything in them, each once for a target. */
function uniqueSamples(samples: readonly Sample[]): Sample[] {
  const unique = new Map(samples.map((sample) => [JSON.stringify(sample), sample]));
  return [...unique.values()].filter(({ tokens }) => tokens.length > 0);
}

/** Samples stand in the order of their targets: each target's first, and how many there are. */
function firstSamplesOf(samples: readonly Sample[], targetCount: number): number[] {
  const firsts: number[] = [];
  let sample = 0;
  for (let target = 0; target < targetCount; target++) {
    firsts.push(sample);
    while (samples[sample]?.target === target) sample++;
  }
  return [...firsts, sample];
}

function toFormIndex(forms: readonly (readonly [string, string])[]): FormIndex {
  const known = new Map(byFirstWord(forms).map(([key, value]) => [key, readForms(value)] as const));
  return { formsFrom: (word) => known.get(`form/${word}`) };
}

function byFirstWord(
  forms: readonly (readonly [string, string])[],
): (readonly [string, Record<string, string>])[] {
  const groups = new Map<string, Record<string, string>>();
  for (const [form, token] of forms) {
    const key = `form/${form.split(' ', 1)[0]}`;
    groups.set(key, Object.assign(groups.get(key) ?? {}, { [form]: token }));
  }
  return [...groups];
}

function tokenEntries(
  samples: readonly Sample[],
  weights: ReadonlyMap<string, number>,
  targetCount: number,
): (readonly [string, TokenEntry])[] {
  const numbersOf = new Map<string, number[]>();
  for (const [number, { tokens }] of samples.entries()) {
    for (const token of tokens) {
      const numbers = numbersOf.get(token);
      if (numbers === undefined) numbersOf.set(token, [number]);
      else numbers.push(number);
    }
  }
  return [...numbersOf].map(([token, numbers]) => {
    const weight = weights.get(token) ?? 0;
    if (numbers.length * FREQUENT <= samples.length) {
      const differences = numbers.map((number, n) => number - (numbers[n - 1] ?? 0));
      return [`token/${token}`, { weight, samples: differences }];
    }
    const sampleBits = toBits(numbers, samples.length);
    const targets = numbers.map((number) => samples[number]?.target ?? 0);
    return [`token/${token}`, { weight, sampleBits, targetBits: toBits(targets, targetCount) }];
  });
}

/** A bit for each of `count` numbers, set for those that are given, in base64. */
function toBits(numbers: readonly number[], count: number): string {
  const bits = new Uint8Array((count >> 3) + 1);
  for (const number of numbers) setBit(bits, number);
  return Buffer.from(bits).toString('base64');
}

/** Numbers in hundredths, 16 bits each, in base64. */
function toBase64(numbers: readonly number[]): string {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [n, number] of numbers.entries()) bytes.writeUInt16LE(Math.round(number * 100), 2 * n);
  return bytes.toString('base64');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
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
function formsOf(content: Content): (readonly [form: string, token: string])[] {
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
  return [...forms];
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
function soundsOf(content: Content): TermSound[] {
  const everyday = readSimilarWords(content.language);
  const sounds = content.terms.flatMap(({ value }) =>
    writtenForms(value)
      .filter(({ word, pronounce }) => pronounce !== 'spelled' && !Object.hasOwn(everyday, word))
      .map(({ word }): TermSound => {
        const letters = toWords(word).join('');
        return [soundCode(letters), letters, value.id];
      }),
  );
  return sounds.filter(([code, letters]) => code.length >= 3 && letters.length >= 7);
}

/** Inverse document frequency, each target counted as one document. */
function weightsOf(samples: readonly Sample[]): Map<string, number> {
  const targets = new Map<string, Set<number>>();
  for (const { target, tokens } of samples) {
    for (const token of tokens) {
      const known = targets.get(token);
      if (known === undefined) targets.set(token, new Set([target]));
      else known.add(target);
    }
  }
  const count = new Set(samples.map(({ target }) => target)).size;
  const weightOf = (size: number): number => Math.round((1 + Math.log(count / size)) * 100) / 100;
  return new Map([...targets].map(([token, { size }]) => [token, weightOf(size)]));
}

/** Common words that no sample has, with the token of a sample that is used alike, if there is one. */
function relatedWords(
  language: string,
  forms: ReadonlyMap<string, string>,
  weights: ReadonlyMap<string, number>,
): Map<string, TokenEntry> {
  const related = new Map<string, TokenEntry>();
  for (const [word, others] of Object.entries(readSimilarWords(language))) {
    const stem = toStem(word);
    if (forms.has(word) || weights.has(stem)) continue;
    let best: TokenEntry = related.get(`token/${stem}`) ?? 0;
    for (const [, other = '', count = ''] of others.matchAll(/(\S+) (\d+)/g)) {
      const like = forms.get(other) ?? toStem(other);
      const hundredths = Number(count);
      const isCloser = best === 0 || !('like' in best) || hundredths > best.hundredths;
      if (hundredths >= LEAST_LIKENESS && weights.has(like) && isCloser)
        best = { like, hundredths };
    }
    related.set(`token/${stem}`, best);
  }
  return related;
}

function readSimilarWords(language: string): Record<string, string> {
  const file = new URL(`similar-words/${language}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}
