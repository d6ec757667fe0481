/** Whatever a reader of the store, or one of Amazon's testers, is told to say is in the model. */
import type { Content } from '../content.ts';
import { allSamples, buildSlotTypes, slotFor, type SlotType } from '../samples.ts';
import { type ManifestRule, publishedLocales, PUBLISHING } from './manifest-rule.ts';

/** Utterances in a text stand in double quotes, as typographers write them. */
const QUOTED = /“([^”]*)”/g;

/** The first phrase opens the skill; each other one is a sample, with or without opening it too. */
export const manifestPhrases: ManifestRule = (input) =>
  publishedLocales(input).flatMap(({ content, published, problem }) => {
    const { invocation } = content.settings.value;
    const opening = `Alexa, open ${invocation}`;
    return published.examplePhrases.flatMap((phrase, index) => {
      const path = ['examplePhrases', index];
      if (index === 0 && phrase !== opening) {
        const what = 'the first phrase does not open the skill.';
        return [problem(path, 'manifest-phrase', what, `Write "${opening}".`)];
      }
      const what = published.examplePhrases.indexOf(phrase) < index ? 'it stands here twice.' : '';
      if (what !== '') return [problem(path, 'manifest-phrase', what, 'Take another sample.')];
      if (index === 0 || isSample(content, withoutOpening(phrase, invocation))) return [];
      return [problem(path, 'manifest-phrase', ...noSample(phrase))];
    });
  });

/** What a description quotes opens the skill or is a sample. */
export const manifestDescriptionPhrases: ManifestRule = (input) =>
  publishedLocales(input).flatMap(({ content, published, problem }) =>
    unknownIn([content], published.description).map((phrase) =>
      problem(['description'], 'manifest-phrase', ...noSample(phrase)),
    ),
  );

/** What testers are told to say opens the skill or is a sample, in one of the languages. */
export const manifestTestingPhrases: ManifestRule = ({ manifest, contents }) =>
  unknownIn(contents, manifest.value.manifest.publishingInformation.testingInstructions).map(
    (phrase) =>
      manifest.problem(
        [...PUBLISHING, 'testingInstructions'],
        'manifest-phrase',
        ...noSample(phrase),
      ),
  );

function noSample(phrase: string): [what: string, fix: string] {
  return [
    `"${phrase}" is no sample of the model, word for word.`,
    'Take one of the ways to ask, numbers in words, with a word of the glossary for its braces.',
  ];
}

function unknownIn(contents: readonly Content[], text: string): string[] {
  return [...text.matchAll(QUOTED)]
    .map(([, phrase = '']) => phrase)
    .filter((phrase) => !contents.some((content) => isKnown(content, phrase)));
}

function isKnown(content: Content, phrase: string): boolean {
  const { invocation } = content.settings.value;
  if (phrase === `Alexa, open ${invocation}`) return true;
  return isSample(content, withoutOpening(phrase, invocation));
}

function withoutOpening(phrase: string, invocation: string): string {
  const start = `Alexa, ask ${invocation} `;
  return phrase.startsWith(start) ? phrase.slice(start.length) : phrase;
}

/** Each content's samples in lower case, with their slot types; they are made ready once. */
const readied = new WeakMap<Content, Samples>();

interface Samples {
  readonly samples: readonly string[];
  readonly slotTypes: ReadonlyMap<string, SlotType>;
}

function samplesOf(content: Content): Samples {
  const known = readied.get(content);
  if (known !== undefined) return known;
  const samples = {
    samples: allSamples(content).map(({ sample }) => sample.toLowerCase()),
    slotTypes: new Map(buildSlotTypes(content).map((type) => [type.name, type])),
  };
  readied.set(content, samples);
  return samples;
}

/** Whether an utterance is a sample, with one of their values for its slots. */
function isSample(content: Content, utterance: string): boolean {
  const { samples, slotTypes } = samplesOf(content);
  const wanted = utterance.toLowerCase();
  return samples.some((sample) => {
    const slotAt = sample.indexOf('{');
    if (slotAt < 0) return sample === wanted;
    if (!wanted.startsWith(sample.slice(0, slotAt))) return false;
    return toPattern(content, slotTypes, sample).test(wanted);
  });
}

/** A sample as an expression; a slot that takes any words stands for none that could be listed. */
function toPattern(
  content: Content,
  slotTypes: ReadonlyMap<string, SlotType>,
  sample: string,
): RegExp {
  const parts = sample.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith('{')) return escaped(part);
    const type = slotTypes.get(slotFor(content, part.slice(1, -1))?.type ?? '');
    const forms = (type?.values ?? []).flatMap(({ value, synonyms }) => [value, ...synonyms]);
    // Alexa takes no digits in a sample, so a phrase that is to be one has none either.
    const spoken = forms.filter((form) => !/\d/.test(form));
    return `(?:${spoken.map((form) => escaped(form.toLowerCase())).join('|') || '(?!)'})`;
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
