/**
 * Gets ready what the skill is compared with. Jovo is no dependency of this project: it is installed
 * from npm into a temporary folder, once for all later runs.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Other {
  readonly name: string;
  /** File that exports its handler. */
  readonly handler: string;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const JOVO_VERSION = '4.6.2';
const JOVO_PACKAGE = {
  private: true,
  dependencies: {
    '@jovotech/framework': JOVO_VERSION,
    '@jovotech/platform-alexa': JOVO_VERSION,
  },
  // The newest versions that Jovo's ranges admit: the one fails at the first request, the other in bundling.
  overrides: { 'class-transformer': '0.4.0', antlr4ts: '0.5.0-alpha.4' },
};

export const FIXED: Other = {
  name: 'a handler without dependencies',
  handler: join(HERE, 'fixed.mjs'),
};

/** Amazon's SDK by itself: bundled into `folder`, and as it is installed. */
export async function prepareSdkAlone(folder: string): Promise<Other[]> {
  const source = join(HERE, 'sdk-alone.mjs');
  const bundled = join(folder, 'sdk-alone.mjs');
  const banner =
    "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";
  await build({
    entryPoints: [source],
    outfile: bundled,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: banner },
    logLevel: 'error',
  });
  return [
    { name: 'ask-sdk-core alone, bundled', handler: bundled },
    { name: 'ask-sdk-core alone, from node_modules', handler: source },
  ];
}

/**
 * Jovo's smallest skill, as it is installed and bundled with the options of Jovo's documentation.
 *
 * @throws if it cannot be installed, for want of a network.
 */
export async function prepareJovo(): Promise<Other[]> {
  const folder = installJovo();
  const handler = join(folder, 'jovo.cjs');
  const bundled = join(folder, 'bundle', 'jovo.cjs');
  copyFileSync(join(HERE, 'jovo.cjs'), handler);
  await build({
    entryPoints: [handler],
    outfile: bundled,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    // Its command line and its tests need these, a skill does not.
    external: ['@alexa/ask-expressions-spec', '@jest/globals'],
    logLevel: 'error',
  });
  return [
    { name: `Jovo ${JOVO_VERSION}, smallest skill, from node_modules`, handler },
    { name: `Jovo ${JOVO_VERSION}, smallest skill, bundled`, handler: bundled },
  ];
}

function installJovo(): string {
  const folder = join(tmpdir(), `chemo-guide-bench-jovo-${JOVO_VERSION}`);
  const isDone = join(folder, 'installed');
  if (existsSync(isDone)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(JOVO_PACKAGE));
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { status, stderr } = spawnSync('npm', ['install', ...options], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(`npm could not install it: ${stderr.trim().split('\n').slice(-2).join(' ')}`);
  }
  writeFileSync(isDone, '');
  return folder;
}
