/** Builds artefacts for the tests, the way `npm run build` does. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What of the project an artefact is built from. */
const SOURCES = ['assets', 'content', 'infrastructure', 'lambda', 'package.json', 'skill.json'];

export function copySources(to: string): void {
  for (const name of SOURCES) cpSync(join(PROJECT, name), join(to, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(to, 'node_modules'));
}

export interface BuildRun {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command with the options, and with more in its environment. */
export async function runBuild(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<BuildRun> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts', ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...environment },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, output, errors };
}

/** @throws {Error} with what the command wrote, if it failed */
export async function build(
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<void> {
  const { status, output, errors } = await runBuild(args, environment);
  if (status !== 0) throw new Error(`The build failed with ${status}.\n${output}${errors}`);
}

/** Path to bytes, of every file below a folder. */
export function filesIn(root: string): Record<string, Uint8Array> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path))]));
}

/** A short stand-in for the bytes of each file, for a failure that can be read. */
export function digestsOf(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  const digests = Object.entries(files).map(([path, bytes]): [string, string] => [
    path,
    createHash('sha256').update(bytes).digest('hex'),
  ]);
  return Object.fromEntries(digests);
}
