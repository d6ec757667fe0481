/**
 * Bundles the skill's code for Lambda. `index.mjs` is what a cold start reads. What few requests or
 * none need stands beside it in files of their own, because a module costs its loading even where it is
 * required late, as long as it is in the same file:
 *
 *   ask-sdk-model.cjs   one class of it, and only where a skill calls Alexa's services, which ours does not
 *   <module>.cjs        each module that the source imports with `import()`: the store, for one
 *
 * The AWS SDK is not bundled: Lambda's Node runtimes have it. Code that two files need is in both.
 */
import { basename, join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { sdkInShort } from './sdk-in-short.ts';

const ENTRY = 'lambda/index.ts';
const SDK_MODEL = './ask-sdk-model.cjs';

/** What Lambda has without us. */
const IN_LAMBDA = /^(?:node:|@aws-sdk\/)/;

/**
 * Late files are required, and only the first one that is makes the function for it. Node's own modules are
 * asked for: to import them the ES way has Node read every one of their exports, a sixth of a cold start.
 */
const REQUIRE_LATE = [
  'let requireFile;',
  'const require = (id) => (requireFile ??=',
  "  process.getBuiltinModule('node:module').createRequire(import.meta.url))(id);",
].join('\n');

/** What the first file's sources take from Node's own modules. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['openSync', 'readSync', 'writeSync'],
  'node:util': ['isDeepStrictEqual'],
};

export interface Bundle {
  /** The code that is deployed, by file name. */
  readonly code: ReadonlyMap<string, Uint8Array>;
  /** Its source maps, by file name, with sources relative to `root`: scripts/trace.ts reads them. */
  readonly maps: ReadonlyMap<string, Uint8Array>;
}

/** Bundles the code below `root`. The same source gives the same bytes. */
export async function bundle(root: string, { minify = true } = {}): Promise<Bundle> {
  const code = new Map<string, Uint8Array>();
  const maps = new Map<string, Uint8Array>();
  const lazyModules = new Set<string>();
  const plugins = [modelApart(root), sdkInShort(root), lazyModulesApart(lazyModules)];
  const add = async (name: string, options: BuildOptions): Promise<void> => {
    if (code.has(name)) throw new Error(`Two modules would be ${name}: rename one of them.`);
    const [map, file] = await bundleFile(root, { plugins, minify, ...options });
    code.set(name, file);
    maps.set(`${name}.map`, map);
  };
  await add('index.mjs', {
    entryPoints: [ENTRY],
    format: 'esm',
    banner: { js: REQUIRE_LATE },
    plugins: [builtInAskedFor(), ...plugins],
  });
  // A set that grows while it is walked: a lazy module may have lazy modules of its own.
  for (const path of lazyModules) await add(nameOf(path), { entryPoints: [path] });
  await add(basename(SDK_MODEL), { entryPoints: ['ask-sdk-model'], plugins: [] });
  return { code, maps };
}

/** The source map of the file, and the file. */
async function bundleFile(
  root: string,
  options: BuildOptions,
): Promise<readonly [map: Uint8Array, file: Uint8Array]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    external: ['@aws-sdk/*'],
    format: 'cjs',
    // So that the sources in the map are paths below the root.
    outdir: root,
    platform: 'node',
    preserveSymlinks: true,
    sourcemap: 'external',
    sourcesContent: false,
    // A late file is required: to import CommonJS, Node first compiles a lexer, which takes 40 ms of CPU.
    supported: { 'dynamic-import': false },
    target: 'node20',
    // Not the one that lies around: this is all of it that changes what is written.
    tsconfigRaw: { compilerOptions: { strict: true } },
    write: false,
    ...options,
  });
  const [map, file] = outputFiles ?? [];
  if (map === undefined || file === undefined) throw new Error('esbuild wrote nothing.');
  return [map.contents, file.contents];
}

/** Gives each module of Node's own as what {@link BUILT_IN} lists of it. */
function builtInAskedFor(): Plugin {
  const name = 'built-in-asked-for';
  return {
    name,
    setup(builder) {
      builder.onResolve({ filter: /^node:/ }, ({ path }) => ({
        path,
        namespace: name,
        sideEffects: false,
      }));
      builder.onLoad({ filter: /.*/, namespace: name }, ({ path }) => ({
        contents: `export const { ${(BUILT_IN[path] ?? []).join(', ')} } = process.getBuiltinModule('${path}');`,
      }));
    },
  };
}

/** Reads ask-sdk-model when its one class that the SDK runs is made; `new` gives what it returns. */
function modelApart(root: string): Plugin {
  const name = 'model-apart';
  const contents = `export const services = {
    ServiceClientFactory: function (configuration) {
      return new (require('${SDK_MODEL}').services.ServiceClientFactory)(configuration);
    },
  };`;
  return {
    name,
    setup(builder) {
      builder.onResolve({ filter: /^ask-sdk-model$/ }, ({ path }) => ({ path, namespace: name }));
      builder.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, resolveDir: root }));
      builder.onResolve({ filter: /.*/, namespace: name }, ({ path }) =>
        path === SDK_MODEL ? { path, external: true } : null,
      );
    },
  };
}

/** Notes every module that is imported with `import()`, and leaves the import to run time. */
function lazyModulesApart(found: Set<string>): Plugin {
  return {
    name: 'lazy-modules-apart',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || IN_LAMBDA.test(path)) return null;
        found.add(path.startsWith('.') ? join(resolveDir, path) : path);
        return { path: `./${nameOf(path)}`, external: true };
      });
    },
  };
}

function nameOf(path: string): string {
  return `${basename(path).replace(/\.ts$/, '')}.cjs`;
}
