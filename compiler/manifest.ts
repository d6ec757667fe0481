/** Checks the manifest, skill.json, against its schema, the content and the code. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './content.ts';
import { MANIFEST_FILE, readManifest } from './manifest-file.ts';
import { ICON_SOURCE } from './manifest-icons.ts';
import type { Problem } from './problem.ts';
import { MANIFEST_RULES, PUBLISHING_RULES } from './rules.ts';
import { findOperator, findUnreviewed } from './rules/manifest-publishing.ts';

export interface ManifestCheck {
  readonly problems: readonly Problem[];
  /** What a publisher has to weigh; empty unless it was checked for publishing. */
  readonly warnings: readonly Problem[];
}

/**
 * Finds what is wrong with the manifest; where the content is not complete (null), only with its
 * shape. A folder without a manifest can be compiled and heard, but not published.
 */
export function checkManifest(
  root: string,
  contents: readonly Content[] | null,
  forPublishing: boolean,
): ManifestCheck {
  const problems: Problem[] = [];
  if (!forPublishing && !existsSync(join(root, MANIFEST_FILE))) return { problems, warnings: [] };
  const manifest = readManifest(root, problems);
  const rules = forPublishing ? [...MANIFEST_RULES, ...PUBLISHING_RULES] : MANIFEST_RULES;
  if (manifest !== null && contents !== null) {
    problems.push(...rules.flatMap((rule) => rule({ manifest, contents })));
  }
  if (!existsSync(join(root, ICON_SOURCE))) problems.push(missingDrawing);
  return forPublishing
    ? { problems: [...problems, ...findOperator(root)], warnings: findUnreviewed(contents ?? []) }
    : { problems, warnings: [] };
}

const missingDrawing: Problem = {
  rule: 'missing-file',
  file: ICON_SOURCE,
  line: 1,
  column: 1,
  what: 'the drawing of the icon is not there.',
  fix: 'Put a square SVG there: the icons are rendered from it.',
};
