import type { Content, Located } from '../content.ts';
import type { Manifest, ManifestLocale } from '../manifest-schema.ts';
import type { Problem } from '../problem.ts';
import type { Settings } from '../schema.ts';

/** What a rule of the manifest looks at: skill.json, and the content of every language. */
export interface ManifestInput {
  readonly manifest: Located<Manifest>;
  readonly contents: readonly Content[];
}

/** Finds every mistake of one kind. */
export type ManifestRule = (input: ManifestInput) => Problem[];

export type LocaleSettings = Settings['locales'][number];

/** A locale that both the content and the manifest have. */
export interface PublishedLocale {
  readonly content: Content;
  readonly settings: LocaleSettings;
  readonly published: ManifestLocale;
  /** A problem at a key of this locale's publishing information. */
  readonly problem: (
    path: readonly (string | number)[],
    rule: string,
    what: string,
    fix: string,
  ) => Problem;
}

export const PUBLISHING = ['manifest', 'publishingInformation'] as const;
export const PRIVACY = ['manifest', 'privacyAndCompliance'] as const;

/** The locales that can be compared; which ones are missing is a rule of its own. */
export function publishedLocales({ manifest, contents }: ManifestInput): PublishedLocale[] {
  const { locales } = manifest.value.manifest.publishingInformation;
  return contents.flatMap((content) =>
    content.settings.value.locales.flatMap((settings) => {
      const { locale } = settings;
      const published = Object.hasOwn(locales, locale) ? locales[locale] : undefined;
      if (published === undefined) return [];
      const problem: PublishedLocale['problem'] = (path, rule, what, fix) =>
        manifest.problem([...PUBLISHING, 'locales', locale, ...path], rule, what, fix);
      return [{ content, settings, published, problem }];
    }),
  );
}
