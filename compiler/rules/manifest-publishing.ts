/** What only a publisher can fill in: checked for publishing, and for nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { type ManifestRule, PRIVACY } from './manifest-rule.ts';

/** Domains that belong to nobody, for examples and tests (RFC 2606, RFC 6761). */
const RESERVED = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i;
/** The page for listeners that says who runs the skill, and what stands there until somebody does. */
const OPERATOR_PAGE = 'docs/privacy.md';
const OPERATOR_PLACEHOLDER = '[name and contact of the operator]';

/** The pages for listeners are at addresses that somebody owns. */
export const reservedDomain: ManifestRule = ({ manifest }) =>
  Object.entries(manifest.value.manifest.privacyAndCompliance.locales).flatMap(([locale, urls]) =>
    Object.entries(urls)
      .filter(([, url]) => RESERVED.test(new URL(url).hostname))
      .map(([key, url]) =>
        manifest.problem(
          [...PRIVACY, 'locales', locale, key],
          'reserved-domain',
          `${new URL(url).hostname} is a domain for examples: nothing can be read there.`,
          'Put the page on a domain of your own, and write its address.',
        ),
      ),
  );

/** The page on privacy says who runs the skill. */
export function findOperator(root: string): Problem[] {
  const problemAt = (line: number, column: number, what: string): Problem => ({
    rule: 'operator',
    file: OPERATOR_PAGE,
    line,
    column,
    what,
    fix: 'Write who runs the skill, and how to reach them.',
  });
  const lines = readLines(join(root, OPERATOR_PAGE));
  if (lines === null) return [problemAt(1, 1, 'the page is not there.')];
  return lines.flatMap((text, index) => {
    const start = text.indexOf(OPERATOR_PLACEHOLDER);
    return start < 0 ? [] : [problemAt(index + 1, start + 1, 'nobody is named as the operator.')];
  });
}

/**
 * Content that no clinician has read. It is a warning: reviewers hear the skill on a device, so it has
 * to be deployable before; and a refusal could be had out of the way by claiming a review.
 */
export function findUnreviewed(contents: readonly Content[]): Problem[] {
  return contents
    .filter(({ settings }) => !settings.value.clinicallyReviewed)
    .map(({ settings }) =>
      settings.problem(
        ['clinicallyReviewed'],
        'clinical-review',
        'no doctor or nurse has reviewed what patients will hear.',
        'Have it reviewed before the public can find it; CONTRIBUTING.md lists what to judge.',
      ),
    );
}

function readLines(path: string): string[] | null {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return null;
  }
}
