/** One mistake at a time is planted in a copy of the content: its rule finds it, and where it stands. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compile } from '../../compiler/compile.ts';
import type { Problem } from '../../compiler/problem.ts';
import { type Mistake, type Place, plant } from '../helpers/planting.ts';
import { thinOutSamples, withTemporaryProject } from '../helpers/temporary-project.ts';
import { FILE_MISTAKES } from './mistakes/file-mistakes.ts';
import { REFERENCE_MISTAKES } from './mistakes/reference-mistakes.ts';
import { SAMPLE_MISTAKES } from './mistakes/sample-mistakes.ts';
import { SKILL_MISTAKES } from './mistakes/skill-mistakes.ts';
import { VOICE_MISTAKES } from './mistakes/voice-mistakes.ts';

const MISTAKES: readonly Mistake[] = [
  ...FILE_MISTAKES,
  ...REFERENCE_MISTAKES,
  ...SAMPLE_MISTAKES,
  ...SKILL_MISTAKES,
  ...VOICE_MISTAKES,
];

/** As the command line prints it, without the words. A flood is cut, to be read at a glance. */
function placesOf(problems: readonly (Place & Pick<Problem, 'rule'>)[]): string[] {
  const places = problems.map(
    ({ file, line, column, rule }) => `${file}:${line}:${column}  ${rule}`,
  );
  return places.length <= 20 ? places : [...places.slice(0, 5), `and ${places.length - 5} more`];
}

describe('a writer', () => {
  test.each(MISTAKES)('$name: $rule, and nothing else, is reported there', async (mistake) => {
    await withTemporaryProject((project) => {
      thinOutSamples(project);
      const place = plant(project, mistake);
      const { problems, outputs } = compile(project.root);
      expect(placesOf(problems)).toEqual(placesOf([{ rule: mistake.rule, ...place }]));
      expect(outputs.size).toBe(0);
    });
  });
});

describe('a writer with a mistake in every file', () => {
  const names = [
    'names a slot that does not exist in a sample',
    'puts an answer in a section that does not exist',
    'writes a sound that is no sign of the IPA',
    'adds an intent that the code does not handle',
    'writes a prompt that is heard often in one form only',
    'lists more questions for the doctor than anyone can hear',
    'writes a comma in a sample',
    'names the skill with a word that starts a skill',
    'adds a fact that no answer carries',
  ];

  test('hears of all of them in one run, in the order of the files and lines', async () => {
    await withTemporaryProject((project) => {
      thinOutSamples(project);
      const mistakes = names.flatMap((name) => MISTAKES.filter((mistake) => mistake.name === name));
      const planted = mistakes.map((mistake) => ({
        rule: mistake.rule,
        ...plant(project, mistake),
      }));
      const { problems, outputs } = compile(project.root);
      expect(planted).toHaveLength(names.length);
      expect(placesOf(problems)).toEqual(placesOf(planted));
      expect(outputs.size).toBe(0);
    });
  });
});

describe('without content to read', () => {
  test.each([
    ['a folder without content', 'content', 'content', 'missing-file'],
    ['a language without answers', 'content/en/answers', 'content/en/answers', 'missing-file'],
  ])('%s is reported', async (_, removed, file, rule) => {
    await withTemporaryProject(({ root }) => {
      rmSync(join(root, removed), { recursive: true });
      const { problems, outputs } = compile(root);
      expect(placesOf(problems)).toEqual(placesOf([{ file, line: 1, column: 1, rule }]));
      expect(outputs.size).toBe(0);
    });
  });

  test('a folder in the place of a file is reported', async () => {
    await withTemporaryProject(({ root }) => {
      const file = 'content/en/questions.yaml';
      rmSync(join(root, file));
      mkdirSync(join(root, file));
      const { problems, outputs } = compile(root);
      const rule = 'unreadable-file';
      expect(placesOf(problems)).toEqual(placesOf([{ file, line: 1, column: 1, rule }]));
      expect(outputs.size).toBe(0);
    });
  });
});
