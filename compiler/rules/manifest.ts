/** What the manifest says of the skill as a whole is what the content and the code make of it. */
import { ICONS, iconUri } from '../manifest-icons.ts';
import type { Problem } from '../problem.ts';
import { type ManifestRule, PRIVACY, publishedLocales, PUBLISHING } from './manifest-rule.ts';

/** Skill events that the code acts upon, as the manifest calls them (lambda/skill.ts). */
const HANDLED_EVENTS: readonly string[] = ['SKILL_DISABLED'];

/** The manifest has every locale of the content, and no other, in both of its lists. */
export const manifestLocales: ManifestRule = ({ manifest, contents }) => {
  const known = new Set(
    contents.flatMap(({ settings }) => settings.value.locales.map(({ locale }) => locale)),
  );
  const { publishingInformation, privacyAndCompliance } = manifest.value.manifest;
  const lists = [
    { path: [...PUBLISHING, 'locales'], entries: publishingInformation.locales },
    { path: [...PRIVACY, 'locales'], entries: privacyAndCompliance.locales },
  ];
  return lists.flatMap(({ path, entries }) => {
    const missing = [...known]
      .filter((locale) => !Object.hasOwn(entries, locale))
      .map((locale) =>
        manifest.problem(
          path,
          'manifest-locales',
          `${locale} is missing.`,
          `Add ${locale}, or take it out of settings.yaml.`,
        ),
      );
    const unknown = Object.keys(entries)
      .filter((locale) => !known.has(locale))
      .map((locale) =>
        manifest.problem(
          [...path, locale],
          'manifest-locales',
          `the content has no locale ${locale}.`,
          'Correct its name, take it out, or add it to settings.yaml with its emergency number.',
        ),
      );
    return [...missing, ...unknown];
  });
};

/** The skill is offered where its emergency numbers are right: in the countries of its locales. */
export const manifestCountries: ManifestRule = ({ manifest, contents }) => {
  const path = [...PUBLISHING, 'distributionCountries'];
  const listed = manifest.value.manifest.publishingInformation.distributionCountries;
  const known = new Set(
    contents.flatMap(({ settings }) =>
      settings.value.locales.map(({ locale }) => locale.slice(-2)),
    ),
  );
  const wrong = listed.flatMap((country, index) => {
    if (listed.indexOf(country) < index) {
      const what = `${country} stands here twice.`;
      return [manifest.problem([...path, index], 'manifest-countries', what, 'Keep one of them.')];
    }
    if (known.has(country)) return [];
    const what = `no locale is for ${country}, so the emergency number would be wrong there.`;
    const fix = 'Take it out, or add a locale for it to settings.yaml.';
    return [manifest.problem([...path, index], 'manifest-countries', what, fix)];
  });
  const missing = [...known]
    .filter((country) => !listed.includes(country))
    .map((country) =>
      manifest.problem(
        path,
        'manifest-countries',
        `${country} is missing, though a locale is for it.`,
        `Add "${country}".`,
      ),
    );
  return [...wrong, ...missing];
};

/** The name is the one that opens the skill, and claims nothing of Amazon's. */
export const manifestName: ManifestRule = (input) =>
  publishedLocales(input).flatMap(({ content, published, problem }) => {
    const { invocation } = content.settings.value;
    const { name, summary, description } = published;
    const problems: Problem[] = [];
    if (!name.toLowerCase().includes(invocation)) {
      const what = `"${name}" does not have the words that open the skill, "${invocation}".`;
      problems.push(problem(['name'], 'manifest-name', what, 'Put them into the name.'));
    }
    if (/\b(?:alexa|amazon|echo|skill)\b/i.test(name)) {
      const what = `Amazon refuses "${name}": it sounds like a skill of Amazon's own.`;
      const fix = 'Leave out "Alexa", "Amazon", "Echo" and "skill".';
      problems.push(problem(['name'], 'manifest-name', what, fix));
    }
    for (const [key, text] of Object.entries({ summary, description })) {
      if (!/alexa skill/i.test(text)) continue;
      const what = 'Amazon refuses a text that calls itself an "Alexa skill".';
      problems.push(problem([key], 'manifest-name', what, 'Call it by its name.'));
    }
    return problems;
  });

/** The icons are those that are rendered from the drawing, each in the size of its key. */
export const manifestIcons: ManifestRule = (input) =>
  publishedLocales(input).flatMap(({ published, problem }) =>
    (['smallIconUri', 'largeIconUri'] as const).flatMap((key) => {
      const uri = iconUri(ICONS[key]);
      if (published[key] === uri) return [];
      const what = `no icon of ${ICONS[key].sizePx} pixels is rendered to "${published[key]}".`;
      return [problem([key], 'manifest-icon', what, `Write "${uri}".`)];
    }),
  );

/** Amazon refuses an address whose domain has one of its own names in it. */
export const manifestAddresses: ManifestRule = ({ manifest }) =>
  Object.entries(manifest.value.manifest.privacyAndCompliance.locales).flatMap(([locale, urls]) =>
    Object.entries(urls)
      .filter(([, url]) => /alexa|amazon/i.test(new URL(url).hostname))
      .map(([key, url]) =>
        manifest.problem(
          [...PRIVACY, 'locales', locale, key],
          'manifest-address',
          `Amazon refuses the domain ${new URL(url).hostname}: it has a name of Amazon's in it.`,
          'Use a domain of your own.',
        ),
      ),
  );

/** The skill hears of exactly those events that its code acts upon. */
export const manifestEvents: ManifestRule = ({ manifest }) => {
  const path = ['manifest', 'events', 'subscriptions'];
  const { subscriptions } = manifest.value.manifest.events;
  const names = subscriptions.map(({ eventName }) => eventName);
  const wrong = names.flatMap((name, index) => {
    if (HANDLED_EVENTS.includes(name) && names.indexOf(name) === index) return [];
    const what = HANDLED_EVENTS.includes(name)
      ? `${name} stands here twice.`
      : `the code does nothing with the event ${name}.`;
    return [manifest.problem([...path, index], 'manifest-events', what, 'Take it out.')];
  });
  const missing = HANDLED_EVENTS.filter((name) => !names.includes(name)).map((name) =>
    manifest.problem(
      path,
      'manifest-events',
      `${name} is missing: what is stored would not be deleted.`,
      `Add {"eventName": "${name}"}.`,
    ),
  );
  return [...wrong, ...missing];
};
