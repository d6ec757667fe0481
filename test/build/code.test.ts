import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { zip } from '../../scripts/build/zip.ts';
import { answerInPlainNode } from '../../scripts/prove-runtimes/in-plain-node.ts';
import { openLocalTable } from '../../scripts/prove-runtimes/local-table.ts';
import { intentRequest, launchRequest } from '../helpers/requests.ts';
import { build, digestsOf, filesIn } from './building.ts';

/** The most that the zipped code may weigh, in bytes. */
const HEAVIEST = 60_000;

const LAUNCH = launchRequest();
const INTENT = intentRequest('ExplainChemoembolizationIntent');
const QUESTION = intentRequest('AskQuestionIntent', {
  question: { words: 'why would they close off the blood to the tumour' },
});
const SLOWER = intentRequest('SpeakSlowerIntent');

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
const code = join(folder, 'lambda');

beforeAll(() => build(['--out', folder]), 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('the code weighs 60 kB zipped at most: all of it, without what is said', () => {
  const files = Object.entries(filesIn(code)).filter(([path]) => !path.startsWith('generated/'));
  expect(files.map(([path]) => path)).toContain('index.mjs');
  expect(zip(new Map(files)).length).toBeLessThanOrEqual(HEAVIEST);
});

test('the zip file has the files of the folder, readable by everyone', () => {
  const zipped = readFileSync(join(folder, 'lambda.zip'));
  const unzipped = unzipSync(zipped);
  expect(digestsOf(unzipped)).toEqual(digestsOf(filesIn(code)));
  expect(modesIn(zipped)).toEqual(Object.keys(unzipped).map(() => 0o100644));
});

test('answers a launch, an intent and a free question', async () => {
  const responses = await answer(copyOfCode('whole'), [LAUNCH, INTENT, QUESTION]);
  const [launch = '', intent = '', question = ''] = responses.map(toWords);
  expect(launch).toMatch(/^Welcome to Chemo Guide\./);
  expect(intent).toMatch(/^Chemoembolization is /);
  expect(question).toMatch(/artery/);
});

test('starts and answers an intent without the files that it need not read', async () => {
  const whole = await answer(copyOfCode('with-all'), [LAUNCH, INTENT, QUESTION]);
  const bare = copyOfCode('without');
  const needless = Object.keys(filesIn(code)).filter((path) => /\.cjs$|understanding/.test(path));
  expect(needless).toEqual(
    expect.arrayContaining([
      'ask-sdk-model.cjs',
      'dynamo-memory.cjs',
      'generated/en.understanding.jsonl',
      'open-understanding.cjs',
    ]),
  );
  for (const path of needless) rmSync(join(bare, path));
  const responses = await answer(bare, [LAUNCH, INTENT, QUESTION]);
  expect(responses.slice(0, 2)).toEqual(whole.slice(0, 2));
  expect(toWords(responses[2])).not.toEqual(toWords(whole[2]));
});

test('remembers a listener, with an AWS SDK that is found the way Lambda has it', async () => {
  const table = await openLocalTable();
  try {
    const bundled = copyOfCode('with-a-table');
    await answer(bundled, [SLOWER], table.environment);
    const [launch] = await answer(bundled, [LAUNCH], table.environment);
    expect(toSsml(launch)).toContain('<prosody rate=');
  } finally {
    await table.close();
  }
});

test('has the class that the SDK makes where a skill calls Alexa’s services', async () => {
  const { services } = (await import(join(code, 'ask-sdk-model.cjs'))) as {
    services: { ServiceClientFactory: new (configuration: object) => object };
  };
  const factory = new services.ServiceClientFactory({ apiConfiguration: {} });
  expect(factory).toHaveProperty('getDirectiveServiceClient');
});

/** A copy of the code, to run and to take files from. */
function copyOfCode(name: string): string {
  const to = join(folder, name);
  cpSync(code, to, { recursive: true });
  return to;
}

function answer(
  taskRoot: string,
  events: readonly unknown[],
  environment: Readonly<Record<string, string>> = {},
): Promise<unknown[]> {
  return answerInPlainNode({ node: process.execPath, taskRoot, events, environment });
}

function toSsml(response: unknown): string {
  return (response as { response: { outputSpeech: { ssml: string } } }).response.outputSpeech.ssml;
}

function toWords(response: unknown): string {
  return toSsml(response).replace(/<[^>]*>/g, '');
}

/** The Unix mode of each entry, from the zip file's directory. */
function modesIn(zipped: Buffer): number[] {
  const signature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  const modes: number[] = [];
  for (let at = zipped.indexOf(signature); at >= 0; at = zipped.indexOf(signature, at + 4)) {
    modes.push(zipped.readUInt32LE(at + 38) >>> 16);
  }
  return modes;
}
