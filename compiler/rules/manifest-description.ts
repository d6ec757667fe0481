/** What every description has to say so that nobody takes the skill for a doctor, or for the society. */
import type { Content } from '../content.ts';
import { type LocaleSettings, type ManifestRule, publishedLocales } from './manifest-rule.ts';

/** Language to the sentences that each description holds; capitals do not count. */
const DISCLAIMERS: Readonly<Record<string, (locale: LocaleSettings) => readonly string[]>> = {
  en: ({ emergency }) => [
    'It is for informational and educational purposes only.',
    'It is not a substitute for professional medical advice, diagnosis or treatment.',
    `In an emergency, call ${emergency}.`,
    'The facts come from a public patient page of the Canadian Cancer Society.',
    'It is not made by, affiliated with or endorsed by the Canadian Cancer Society.',
  ],
};

/** Language to the sentence that stands in each description until a clinician has read the content. */
const NOT_REVIEWED: Readonly<Record<string, string>> = {
  en: 'No doctor or nurse has reviewed its content yet.',
};

/** Each description has the disclaimers, with the emergency number of its locale. */
export const manifestDisclaimers: ManifestRule = (input) =>
  publishedLocales(input).flatMap(({ content, settings, published, problem }) => {
    const sentences = disclaimersOf(content, settings);
    const path = ['description'];
    if (sentences === null) {
      const what = `nobody has written down what a description in "${content.language}" must say.`;
      const fix = 'Add the language to compiler/rules/manifest-description.ts.';
      return [problem(path, 'manifest-disclaimer', what, fix)];
    }
    const missing = sentences
      .filter((sentence) => !says(published.description, sentence))
      .map((sentence) =>
        problem(path, 'manifest-disclaimer', 'a disclaimer is missing.', `Add: ${sentence}`),
      );
    const outdated = NOT_REVIEWED[content.language] ?? '';
    if (!content.settings.value.clinicallyReviewed || !says(published.description, outdated)) {
      return missing;
    }
    const what = 'it says that nobody has reviewed the content, but somebody has.';
    return [...missing, problem(path, 'manifest-disclaimer', what, `Take out: ${outdated}`)];
  });

/** No description has the emergency number of another country. */
export const manifestEmergency: ManifestRule = (input) => {
  const numbers = new Set(
    input.contents.flatMap(({ settings }) =>
      settings.value.locales.map(({ emergency }) => emergency),
    ),
  );
  return publishedLocales(input).flatMap(
    ({ settings: { locale, emergency }, published, problem }) =>
      [...numbers]
        .filter((number) => number !== emergency && standsIn(published.description, number))
        .map((number) =>
          problem(
            ['description'],
            'manifest-emergency',
            `${number} is not the emergency number of ${locale}.`,
            `Write ${emergency}.`,
          ),
        ),
  );
};

function disclaimersOf(content: Content, settings: LocaleSettings): readonly string[] | null {
  const always = DISCLAIMERS[content.language];
  const notReviewed = NOT_REVIEWED[content.language];
  if (always === undefined || notReviewed === undefined) return null;
  const { clinicallyReviewed } = content.settings.value;
  return clinicallyReviewed ? always(settings) : [...always(settings), notReviewed];
}

function says(description: string, sentence: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');
  return plain(description).includes(plain(sentence));
}

/** A number by itself, and not as a part of a longer one ("4,000", "1-888-…"). */
function standsIn(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d.,-])${number}(?![\\d-]|[.,]\\d)`).test(text);
}
