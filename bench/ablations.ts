/**
 * `npm run bench:ablations`: what each technique brings to a cold start. The built skill is compared with
 * itself less one of them; docs/performance.md has the table.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { bundle } from '../scripts/build/bundle.ts';
import { ROOT, writeArtefact, writeVariant } from './artefact.ts';
import { ask } from './ask.ts';
import { compare } from './comparison.ts';
import { toTable } from './figure.ts';
import { coldContestant, handlerIn, writeRequest, type Bench } from './part.ts';
import { COLD_REQUESTS } from './requests.ts';

/** Makes the skill less one technique in `folder`, and gives the folder of its code. */
type Ablation = (folder: string, artefact: string) => Promise<string>;

const CREATE_REQUIRE =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** The part of lambda/paged-file.ts that the skill uses, on values that are all in memory. */
const WHOLE_FILE = `
const { readFileSync } = process.getBuiltinModule('node:fs');
export function openPagedFile(path) {
  const [header, ...pages] = readFileSync(path, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
  const values = Object.assign({}, ...pages);
  return { head: header.head, get: (key) => values[key] };
}`;
const LITERALS = `
export function openPagedFile(path) {
  const { head, values } = require(String(path).replace('file://', '').replace('.jsonl', '.cjs'));
  return { head, get: (key) => values[key] };
}`;

const ABLATIONS: Readonly<Record<string, Ablation>> = {
  'packages from node_modules, not in the bundle': (folder, artefact) =>
    plainBundle(folder, artefact, { packages: 'external', splitting: true }),
  'an ES module bundle without the build’s plugins': (folder, artefact) =>
    plainBundle(folder, artefact, { banner: { js: CREATE_REQUIRE }, splitting: true }),
  'the same in one file, the store with the AWS SDK too': (folder, artefact) =>
    plainBundle(folder, artefact, { banner: { js: CREATE_REQUIRE } }),
  'all of ask-sdk-core instead of its CustomSkill': (folder, artefact) =>
    editedSource(folder, artefact, 'sdk-skill.ts', (source) =>
      source.replace(
        "{ CustomSkill } from 'ask-sdk-core/dist/skill/CustomSkill.js'",
        "{ Skill as CustomSkill } from 'ask-sdk-core/dist/index.js'",
      ),
    ),
  'sessions read by the first file': (folder, artefact) =>
    editedSource(folder, artefact, 'incoming.ts', (source) =>
      source.replace(
        "late(() => import('./read-session.ts'))",
        'async () => reading;\nimport * as reading from "./read-session.ts"',
      ),
    ),
  'ask-sdk-model read at start': (folder, artefact) =>
    editedBundle(folder, artefact, (code) => afterBanner(code, "require('./ask-sdk-model.cjs');")),
  'the store read at start': (folder, artefact) =>
    editedBundle(folder, artefact, (code) => afterBanner(code, "require('./dynamo-memory.cjs');")),
  'the catalogue read whole': (folder, artefact) =>
    editedSource(folder, artefact, 'paged-file.ts', () => WHOLE_FILE),
  'the catalogue as JavaScript literals': async (folder, artefact) => {
    const code = await editedSource(folder, artefact, 'paged-file.ts', () => LITERALS);
    writeLiterals(code, 'en.catalogue');
    return code;
  },
  'the index of free speech opened at start': (folder, artefact) =>
    editedSource(folder, artefact, 'languages.ts', (source) =>
      source.replace('languageOf(DEFAULT_LANGUAGE);', '$&languages.en.readUnderstanding();'),
    ),
  'the log written to process.stdout': (folder, artefact) =>
    editedSource(folder, artefact, 'log.ts', (source) =>
      source.replace('writeSync(STANDARD_OUTPUT, ', 'process.stdout.write('),
    ),
  'the bundle with its lines and names': async (folder, artefact) => {
    copyArtefact(folder, artefact);
    const { code } = await bundle(fileURLToPath(ROOT), { minify: false });
    for (const [name, bytes] of code) writeFileSync(join(folder, name), bytes);
    return folder;
  },
};

const { values: given } = parseArgs({
  options: { rounds: { type: 'string', default: '40' }, node: { type: 'string' } },
});
const scratch = mkdtempSync(join(tmpdir(), 'chemo-guide-bench-'));
try {
  const { code: artefact, zip } = await writeArtefact(join(scratch, 'artefact'));
  const bench: Bench = {
    artefact,
    zip,
    scratch,
    rounds: Number(given.rounds),
    turns: 0,
    tries: 3,
    growth: [],
    node: given.node,
    say: (line) => console.error(line),
  };
  const request = writeRequest(bench, 'intent', COLD_REQUESTS.intent);
  const [expected] = await ask(bench, artefact, [COLD_REQUESTS.intent]);
  const built = 'the skill as it is built';
  const contestants = [coldContestant(bench, built, handlerIn(artefact), request)];
  for (const [at, [name, make]] of Object.entries(ABLATIONS).entries()) {
    const folder = await make(join(scratch, `ablation-${at}`), artefact);
    const [speech] = await ask(bench, folder, [COLD_REQUESTS.intent]);
    if (speech !== expected) throw new Error(`With ${name} the skill says "${speech}".`);
    contestants.push(coldContestant(bench, name, handlerIn(folder), request));
  }
  const figures = await compare(bench, {
    part: 'ablations',
    contestants,
    against: built,
    bounds: {},
  });
  console.log(toTable(figures));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The code as esbuild bundles it without any of the build's own doing. */
async function plainBundle(
  folder: string,
  artefact: string,
  options: BuildOptions,
): Promise<string> {
  copyArtefact(folder, artefact);
  await build({
    entryPoints: { index: 'lambda/index.ts' },
    absWorkingDir: fileURLToPath(ROOT),
    bundle: true,
    format: 'esm',
    minify: true,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    ...options,
  });
  return folder;
}

/** @throws if the edit changes nothing: what it is about is no longer there. */
async function editedSource(
  folder: string,
  artefact: string,
  file: string,
  edit: (source: string) => string,
): Promise<string> {
  const source = readFileSync(new URL(`lambda/${file}`, ROOT), 'utf8');
  const edited = edit(source);
  if (edited === source) throw new Error(`lambda/${file} has changed: mend the ablation.`);
  return writeVariant(folder, artefact, { [file]: edited });
}

async function editedBundle(
  folder: string,
  artefact: string,
  edit: (code: string) => string | Promise<string>,
): Promise<string> {
  copyArtefact(folder, artefact);
  const file = handlerIn(folder);
  const code = readFileSync(file, 'utf8');
  const edited = await edit(code);
  if (edited === code) throw new Error('The bundle has changed: mend the ablation.');
  writeFileSync(file, edited);
  return folder;
}

/** In Lambda, the AWS SDK is found without being deployed; here, in the project's packages. */
function copyArtefact(folder: string, artefact: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(artefact, folder, { recursive: true });
  symlinkSync(
    fileURLToPath(new URL('node_modules', ROOT)),
    join(folder, 'node_modules'),
    'junction',
  );
}

/** Puts a statement where the bundle's own code begins. */
function afterBanner(code: string, statement: string): string {
  return code.replace(/^.*createRequire\(import\.meta\.url\)\)\(id\);$/m, `$&\n${statement}`);
}

function writeLiterals(folder: string, name: string): void {
  const file = join(folder, 'generated', `${name}.jsonl`);
  const [header = '', ...pages] = readFileSync(file, 'utf8').trim().split('\n');
  const { head } = JSON.parse(header) as { head: unknown };
  const values = Object.assign({}, ...pages.map((page) => JSON.parse(page) as object)) as object;
  writeFileSync(
    join(folder, 'generated', `${name}.cjs`),
    `module.exports = ${JSON.stringify({ head, values })};`,
  );
}
