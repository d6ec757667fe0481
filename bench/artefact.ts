/** The skill as it is deployed, built for this run: what is measured is what `npm run build` gives. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblem } from '../compiler/problem.ts';
import { buildArtefact, ZIP_FILE } from '../scripts/build/artefact.ts';
import { bundle } from '../scripts/build/bundle.ts';

export const ROOT = new URL('../', import.meta.url);

/** Where the built code lies in an artefact. */
const CODE = 'lambda/';

/**
 * Writes the function's files into `folder`, with the zip beside the code as `lambda.zip`.
 *
 * @throws if the content has problems.
 */
export async function writeArtefact(folder: string): Promise<{ code: string; zip: string }> {
  const { problems, files } = await buildArtefact(fileURLToPath(ROOT));
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  const code = join(folder, CODE);
  const zip = join(folder, ZIP_FILE);
  for (const [path, bytes] of files) {
    if (path.startsWith(CODE) || path === ZIP_FILE) write(join(folder, path), bytes);
  }
  return { code, zip };
}

/**
 * Writes the code as it would be with another source text in some files (path below `lambda/` to text),
 * and with the content of the built skill in `artefact`.
 */
export async function writeVariant(
  folder: string,
  artefact: string,
  sources: Readonly<Record<string, string>>,
): Promise<string> {
  const root = join(folder, 'root');
  const code = join(folder, 'code');
  cpSync(new URL('lambda', ROOT), join(root, 'lambda'), { recursive: true });
  symlinkSync(fileURLToPath(new URL('node_modules', ROOT)), join(root, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(sources)) write(join(root, 'lambda', path), text);
  for (const [name, bytes] of (await bundle(root)).code) write(join(code, name), bytes);
  cpSync(join(artefact, 'generated'), join(code, 'generated'), { recursive: true });
  return code;
}

function write(file: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
