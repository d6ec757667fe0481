// Runs before every npm script: installs what the lockfile names when it is not there yet, so that
// a fresh clone needs one command only. Plain JavaScript, because nothing is installed at this point.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 16];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `Chemo Guide needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${process.versions.node}. Install a newer Node and run the same command again.`,
  );
  process.exit(1);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (!isInstalled()) {
  console.error('Installing the packages that this project needs (once, about half a minute) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    // What npm prints goes to the error stream: standard output belongs to the command itself.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'The installation failed; npm said why above. Check the network, then run the same command again.',
    );
    process.exit(1);
  }
}

/** True if every package of the lockfile is installed in the version that it names. */
function isInstalled() {
  const installedLockfile = 'node_modules/.package-lock.json';
  if (!existsSync(installedLockfile)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLockfile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}
