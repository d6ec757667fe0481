/** All that is deployed, from the project's sources: the code, the skill package, the infrastructure. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from '../../compiler/compile.ts';
import type { Problem } from '../../compiler/problem.ts';
import { renderIcons } from '../render-icons.ts';
import { bundle } from './bundle.ts';
import { toDeployment } from './deployment.ts';
import { zip } from './zip.ts';

export interface Artefact {
  /** What is wrong with the content; with any of it there are no files. */
  readonly problems: readonly Problem[];
  /** Path below the artefact's folder to what the file holds. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The zipped code, for deployments that do not go through ask-cli. */
export const ZIP_FILE = 'lambda.zip';

/**
 * Builds the project in the folder `root`. Reads only; the same sources give the same bytes anywhere.
 *
 * @throws {Error} if the code cannot be bundled or a source file is missing
 */
export async function buildArtefact(root: string): Promise<Artefact> {
  const { problems, outputs } = compile(root);
  if (problems.length > 0) return { problems, files: new Map() };
  const [{ code, maps }, icons, skillJson, template] = await Promise.all([
    bundle(root),
    renderIcons(root),
    readFile(join(root, 'skill.json'), 'utf8'),
    readFile(join(root, 'infrastructure/template.yaml')),
  ]);
  const { manifest, askResources } = toDeployment(skillJson);
  const lambda = new Map([...code, ...moved(outputs, 'lambda/generated/', 'generated/')]);
  const files = new Map([
    ...within('lambda/', lambda),
    [ZIP_FILE, zip(lambda)] as const,
    ['skill-package/skill.json', toBytes(manifest)] as const,
    ...moved(outputs, 'interactionModel/', 'skill-package/interactionModels/custom/'),
    ...within('skill-package/', icons),
    ['infrastructure/template.yaml', template] as const,
    ...within('maps/', maps),
    ['ask-resources.json', toBytes(askResources)] as const,
  ]);
  return { problems, files };
}

function within(folder: string, files: ReadonlyMap<string, Uint8Array>): [string, Uint8Array][] {
  return [...files].map(([path, bytes]) => [`${folder}${path}`, bytes]);
}

/** Those of the compiler's outputs that lie in the folder `from`, as files in the folder `to`. */
function moved(
  outputs: ReadonlyMap<string, string>,
  from: string,
  to: string,
): [string, Uint8Array][] {
  return [...outputs]
    .filter(([path]) => path.startsWith(from))
    .map(([path, text]) => [`${to}${path.slice(from.length)}`, toBytes(text)]);
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
