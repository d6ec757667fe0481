import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { compile } from '../../compiler/compile.ts';
import { createSimulator } from '../../simulator/conversation.ts';
import { NEW_ANSWER, NEW_SAMPLES, NEW_SPEECH } from '../helpers/new-entries.ts';
import { append } from '../helpers/planting.ts';
import { PROJECT, withTemporaryProject } from '../helpers/temporary-project.ts';

const { problems, outputs } = compile(fileURLToPath(PROJECT));

test('the content of this project has no problems', () => {
  expect(problems).toEqual([]);
});

test('compiling again, in another folder, gives the same bytes', async () => {
  const again = await withTemporaryProject(({ root }) => compile(root).outputs);
  expect([...again]).toEqual([...outputs]);
});

describe('the committed files are what the content compiles to: if not, run npm run compile', () => {
  const FOLDERS = ['lambda/generated', 'interactionModel', 'content/schema'];

  test('no file is missing, and none is left over', () => {
    const committed = FOLDERS.flatMap((folder) =>
      readdirSync(new URL(folder, PROJECT)).map((name) => `${folder}/${name}`),
    );
    expect(committed.sort()).toEqual([...outputs.keys()].sort());
  });

  test.each([...outputs])('%s', (file, text) => {
    const isSame = readFileSync(new URL(file, PROJECT), 'utf8') === text;
    expect(isSame ? 'up to date' : 'run npm run compile').toBe('up to date');
  });
});

describe('an answer that is added to one file', () => {
  test('can be asked for and is heard, with nothing else changed', async () => {
    await withTemporaryProject(async ({ root, edit }) => {
      edit('content/en/answers/pointers.yaml', append(NEW_ANSWER));
      const compiled = compile(root);
      expect(compiled.problems).toEqual([]);
      write(root, compiled.outputs);
      const simulator = createSimulator(pathToFileURL(`${root}/`));
      for (const sample of NEW_SAMPLES) {
        const turn = await simulator.begin('en-CA').say(sample);
        expect(turn).toMatchObject({ outcome: 'answer', answerId: 'waiting-room' });
        expect(turn.speech).toContain(NEW_SPEECH);
      }
    });
  });
});

function write(root: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
