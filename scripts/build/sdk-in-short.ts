/**
 * An esbuild plugin that leaves out of the SDK what it loads and never runs here, and makes ES modules of
 * the rest. A cold start pays for each kilobyte that is read and for the functions that CommonJS has
 * around each module, and each turn pays for each method of the objects that the SDK makes for it.
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type NodePath, transformAsync, type types } from '@babel/core';
import type { Plugin } from 'esbuild';
import type { AttributesInShort, ResponseBuilderInShort } from '../../lambda/sdk-skill.ts';

/** What the SDK's `CustomSkill` runs of ask-sdk-runtime, and where it is. */
const RUNTIME_PARTS = {
  GenericRequestDispatcher: 'dispatcher/GenericRequestDispatcher',
  UserAgentManager: 'util/UserAgentManager',
  createAskSdkError: 'util/AskSdkUtils',
  createAskSdkUserAgent: 'util/AskSdkUtils',
} as const;

/** The modules of the SDK that are left. */
const MODULES =
  /[\\/]ask-sdk-(?:core|runtime)[\\/]dist[\\/]\w+[\\/](?:CustomSkill|ResponseFactory|AttributesManagerFactory|GenericRequestDispatcher|UserAgentManager|AskSdkUtils)\.js$/;

/** The package.json of the SDK, as one of its modules names it. */
const PACKAGE_FILE = '../../package.json';

/** The methods of the SDK's response builder that are called: lambda/sdk-skill.ts names them. */
const BUILDER_METHODS: Readonly<Record<keyof ResponseBuilderInShort, true>> = {
  speak: true,
  reprompt: true,
  withSimpleCard: true,
  withCanFulfillIntent: true,
  withShouldEndSession: true,
  getResponse: true,
};
/** The same of its attributes manager. */
const ATTRIBUTES_METHODS: Readonly<Record<keyof AttributesInShort, true>> = {
  getSessionAttributes: true,
  setSessionAttributes: true,
};

/**
 * Leaves out the rest of ask-sdk-runtime, all of the SDK's package.json but the version, which it tells
 * Amazon, and all other methods of the objects that its factories make.
 */
export function sdkInShort(root: string): Plugin {
  const name = 'sdk-in-short';
  const contents = Object.entries(RUNTIME_PARTS)
    .map(([part, path]) => `export { ${part} } from 'ask-sdk-runtime/dist/${path}.js';`)
    .join('\n');
  return {
    name,
    setup(builder) {
      builder.onResolve({ filter: /^ask-sdk-runtime$/ }, ({ path }) => ({ path, namespace: name }));
      builder.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, resolveDir: root }));
      builder.onLoad({ filter: MODULES }, async ({ path }) => ({
        contents: await readModule(path),
      }));
    },
  };
}

/** A module of the SDK as it is bundled. */
async function readModule(path: string): Promise<string> {
  const code = toEsModule(path, await readFile(path, 'utf8'));
  switch (basename(path)) {
    case 'CustomSkill.js':
      return withVersion(path, code);
    case 'ResponseFactory.js':
      return keepMethods(path, code, BUILDER_METHODS);
    case 'AttributesManagerFactory.js':
      return keepMethods(path, code, ATTRIBUTES_METHODS);
    default:
      return code;
  }
}

/**
 * An ES module of CommonJS as TypeScript writes it.
 *
 * @throws {Error} if it is written otherwise.
 */
function toEsModule(path: string, code: string): string {
  const module = code
    .replace(/^Object\.defineProperty\(exports, "__esModule", .*$/m, '')
    .replace(/^(?:exports\.\w+ = )+void 0;$/m, '')
    .replace(/^exports\.(\w+) = \1;$/gm, 'export { $1 };')
    .replace(/^const (\w+) = require\("([^"]+)"\);$/gm, 'import * as $1 from "$2";');
  if (!/\bexports\b/.test(module)) return module;
  throw new Error(`${path} exports in a way that is not known: the SDK has changed.`);
}

/** The module with the version of the SDK, which it tells Amazon, instead of all of its package.json. */
async function withVersion(path: string, code: string): Promise<string> {
  const json = await readFile(join(dirname(path), PACKAGE_FILE), 'utf8');
  const { version } = JSON.parse(json) as { version: string };
  return code.replace(`require('${PACKAGE_FILE}')`, JSON.stringify({ version }));
}

/**
 * The module without the other methods of the object that it makes.
 *
 * @throws {Error} if it has not all of those that are kept.
 */
async function keepMethods(
  path: string,
  code: string,
  kept: Readonly<Record<string, true>>,
): Promise<string> {
  const missing = new Set(Object.keys(kept));
  const visitor = {
    ObjectMethod(method: NodePath<types.ObjectMethod>) {
      const { key } = method.node;
      const name = key.type === 'Identifier' ? key.name : '';
      if (Object.hasOwn(kept, name)) missing.delete(name);
      else method.remove();
    },
  };
  const transformed = await transformAsync(code, {
    babelrc: false,
    configFile: false,
    plugins: [{ visitor }],
  });
  if (typeof transformed?.code === 'string' && missing.size === 0) {
    return transformed.code;
  }
  throw new Error(`${path} has no ${[...missing].join(', ')}: the SDK has changed.`);
}
