import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, copySources, digestsOf, filesIn, runBuild } from './building.ts';

const TIMEOUT_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
const built = join(folder, 'built');
/** Elsewhere, deeper, in another time zone, over an older artefact that ask-cli has deployed. */
const copy = join(folder, 'some/where/else');
const rebuilt = join(copy, 'dist');

beforeAll(async () => {
  copySources(copy);
  for (const path of ['.ask/ask-states.json', 'lambda/from-before.cjs']) {
    mkdirSync(dirname(join(rebuilt, path)), { recursive: true });
    writeFileSync(join(rebuilt, path), 'from before');
  }
  await Promise.all([
    build(['--out', built]),
    build(['--root', copy], { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' }),
  ]);
}, TIMEOUT_MS);

afterAll(() => rmSync(folder, { recursive: true }));

test('the same sources give the same bytes, wherever and whenever they are built', () => {
  const before = digestsOf(filesIn(built));
  const { ['.ask/ask-states.json']: _, ...after } = digestsOf(filesIn(rebuilt));
  expect(Object.keys(before).length).toBeGreaterThan(10);
  expect(after).toEqual(before);
});

test('an earlier artefact is replaced, and what ask-cli knows of its deployment stays', () => {
  expect(existsSync(join(rebuilt, '.ask/ask-states.json'))).toBe(true);
  expect(existsSync(join(rebuilt, 'lambda/from-before.cjs'))).toBe(false);
});

test(
  'content with a problem is not built',
  async () => {
    const broken = join(folder, 'broken');
    copySources(broken);
    const settings = join(broken, 'content/en/settings.yaml');
    const text = readFileSync(settings, 'utf8');
    writeFileSync(settings, text.replace(/^invocation: .*/m, 'invocation: chemo'));
    const { status, output, errors } = await runBuild(['--root', broken]);
    expect(status).toBe(1);
    expect(output).toBe('');
    expect(errors).toMatch(/^content\/en\/settings\.yaml:\d+:\d+ {2}invocation-name {2}/m);
    expect(errors).toMatch(/Nothing was built\.\n$/);
    expect(existsSync(join(broken, 'dist'))).toBe(false);
  },
  TIMEOUT_MS,
);

describe('what ask-cli reads', () => {
  test('names only what is there', () => {
    const { skillMetadata, code, skillInfrastructure } = readResources();
    const { type, userConfig } = skillInfrastructure;
    expect(type).toBe('@ask-cli/cfn-deployer');
    expect(userConfig).toMatchObject({ runtime: 'nodejs24.x', handler: 'index.handler' });
    for (const path of [skillMetadata.src, code.default.src, userConfig.templatePath]) {
      expect(existsSync(join(built, path))).toBe(true);
    }
    // With a package.json, ask-cli would run npm.
    expect(existsSync(join(built, code.default.src, 'package.json'))).toBe(false);
  });

  test('the manifest has neither endpoint nor events, which need one; ask-cli adds both', () => {
    const { apis, ...manifest } = readManifest();
    expect(apis).toEqual({ custom: {} });
    expect(manifest).not.toHaveProperty('events');
    expect(readResources().skillInfrastructure.userConfig.skillEvents).toEqual({
      subscriptions: ['SKILL_DISABLED'],
    });
  });

  test('each locale of the manifest has a model and icons', () => {
    const { locales } = readManifest().publishingInformation;
    const models = readdirSync(join(built, 'skill-package/interactionModels/custom'));
    expect(models.sort()).toEqual(
      Object.keys(locales)
        .map((locale) => `${locale}.json`)
        .sort(),
    );
    const icons = Object.values(locales).flatMap((texts) => [
      texts.smallIconUri,
      texts.largeIconUri,
    ]);
    for (const icon of icons) {
      const path = join(built, 'skill-package', icon.replace(/^file:\/\//, ''));
      expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    }
  });

  test('the template takes what ask-cli sends and gives what it wants back', () => {
    const template = readFileSync(join(built, 'infrastructure/template.yaml'), 'utf8');
    const namesUnder = (section: string): string[] => {
      const [, entries = ''] =
        new RegExp(`^${section}:\n((?: .*\n|\n)*)`, 'm').exec(template) ?? [];
      return [...entries.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name);
    };
    const sent = ['SkillId', 'LambdaRuntime', 'LambdaHandler', 'CodeBucket', 'CodeKey'];
    expect(namesUnder('Parameters')).toEqual(expect.arrayContaining([...sent, 'CodeVersion']));
    expect(namesUnder('Outputs')).toContain('SkillEndpoint');
    // CloudFormation takes no more than this as text.
    expect(Buffer.byteLength(template)).toBeLessThanOrEqual(51_200);
  });
});

interface AskProfile {
  readonly skillMetadata: { readonly src: string };
  readonly code: { readonly default: { readonly src: string } };
  readonly skillInfrastructure: {
    readonly type: string;
    readonly userConfig: { readonly templatePath: string; readonly skillEvents: object };
  };
}

function readResources(): AskProfile {
  const text = readFileSync(join(built, 'ask-resources.json'), 'utf8');
  return (JSON.parse(text) as { profiles: { default: AskProfile } }).profiles.default;
}

interface Manifest {
  readonly apis: object;
  readonly publishingInformation: {
    readonly locales: Readonly<
      Record<string, { readonly smallIconUri: string; readonly largeIconUri: string }>
    >;
  };
}

function readManifest(): Manifest {
  const text = readFileSync(join(built, 'skill-package/skill.json'), 'utf8');
  return (JSON.parse(text) as { manifest: Manifest }).manifest;
}
