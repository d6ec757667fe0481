/**
 * `npm run bench:cold-start`: what the stored memory costs a cold start that does not use it. Two
 * bundles of the same handler, one with the store linked (and no table configured), one without it;
 * 40 rounds each, interleaved, CPU of the whole process. An A/A pair of the first tells the noise.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { toEnvelope } from '../simulator/conversation.ts';

const ROUNDS = 40;
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const REQUIRE =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

const withoutStore: Plugin = {
  name: 'without-store',
  setup(builder) {
    builder.onLoad({ filter: /configured-memory\.ts$/ }, () => ({
      contents: 'export const configuredMemory = () => undefined;',
    }));
  },
};

/** The store is a file of its own, bundled apart and read only when a table is configured. */
const storeApart: Plugin = {
  name: 'store-apart',
  setup(builder) {
    builder.onResolve({ filter: /dynamo-memory\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './dynamo-memory.mjs', external: true } : null,
    );
  },
};

async function bundle(folder: string, plugins: Plugin[]): Promise<string> {
  await build({
    entryPoints: ['lambda/index.ts', 'lambda/memory/dynamo-memory.ts'],
    absWorkingDir: ROOT,
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    banner: { js: REQUIRE },
    logLevel: 'error',
    plugins,
  });
  cpSync(join(ROOT, 'lambda/generated'), join(folder, 'generated'), { recursive: true });
  const request = toEnvelope({ type: 'LaunchRequest', intent: null, slots: {} }, 'en-CA', true, {});
  const main = join(folder, 'main.mjs');
  writeFileSync(
    main,
    `import { handler } from './index.mjs';
const { response } = await handler(${JSON.stringify(request)}, {});
if (!response.outputSpeech) throw new Error('no answer');
const { user, system } = process.cpuUsage();
console.log(user + system);`,
  );
  return main;
}

function cpuMs(main: string): number {
  const { NODE_EXTRA_CA_CERTS: _, TABLE_NAME: __, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' });
  const micros = Number(stdout.trim().split('\n').at(-1));
  if (!Number.isFinite(micros) || micros === 0) throw new Error(`No answer: ${stderr}`);
  return micros / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
try {
  const linked = await bundle(join(folder, 'linked'), [storeApart]);
  const bare = await bundle(join(folder, 'bare'), [withoutStore]);
  const times: Record<'linked' | 'linkedAgain' | 'bare', number[]> = {
    linked: [],
    linkedAgain: [],
    bare: [],
  };
  for (let round = 0; round < ROUNDS; round++) {
    times.linked.push(cpuMs(linked));
    times.bare.push(cpuMs(bare));
    times.linkedAgain.push(cpuMs(linked));
  }
  const [a, again, b] = [times.linked, times.linkedAgain, times.bare].map(median) as [
    number,
    number,
    number,
  ];
  console.log(
    `store linked ${a.toFixed(1)} ms, not linked ${b.toFixed(1)} ms CPU (medians of ${ROUNDS})`,
  );
  console.log(
    `ratio ${(a / b).toFixed(3)}; the same bundle against itself ${(a / again).toFixed(3)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
