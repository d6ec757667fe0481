/**
 * An esbuild plugin that leaves out of the SDK what it loads and never runs here. A cold start pays for
 * each kilobyte that is read, and each turn for each method of the objects that the SDK makes for it.
 */
import { readFile } from 'node:fs/promises';
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
    .map(([part, path]) => `exports.${part} = require('ask-sdk-runtime/dist/${path}').${part};`)
    .join('\n');
  return {
    name,
    setup(builder) {
      builder.onResolve({ filter: /^ask-sdk-runtime$/ }, ({ path }) => ({ path, namespace: name }));
      builder.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, resolveDir: root }));
      builder.onLoad({ filter: /[\\/]ask-sdk-core[\\/]package\.json$/ }, async ({ path }) => {
        const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
        return { contents: JSON.stringify({ version }), loader: 'json' };
      });
      builder.onLoad({ filter: /[\\/]ResponseFactory\.js$/ }, ({ path }) =>
        keepMethods(path, BUILDER_METHODS),
      );
      builder.onLoad({ filter: /[\\/]AttributesManagerFactory\.js$/ }, ({ path }) =>
        keepMethods(path, ATTRIBUTES_METHODS),
      );
    },
  };
}

/**
 * The module without the other methods of the object that it makes.
 *
 * @throws {Error} if it has not all of those that are kept.
 */
async function keepMethods(
  path: string,
  kept: Readonly<Record<string, true>>,
): Promise<{ contents: string }> {
  const missing = new Set(Object.keys(kept));
  const visitor = {
    ObjectMethod(method: NodePath<types.ObjectMethod>) {
      const { key } = method.node;
      const name = key.type === 'Identifier' ? key.name : '';
      if (Object.hasOwn(kept, name)) missing.delete(name);
      else method.remove();
    },
  };
  const transformed = await transformAsync(await readFile(path, 'utf8'), {
    babelrc: false,
    configFile: false,
    plugins: [{ visitor }],
  });
  if (typeof transformed?.code === 'string' && missing.size === 0) {
    return { contents: transformed.code };
  }
  throw new Error(`${path} has no ${[...missing].join(', ')}: the SDK has changed.`);
}
