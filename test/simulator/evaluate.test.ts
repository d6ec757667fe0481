import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { evaluate, figuresOf, readQuestions } from '../../simulator/evaluate.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(...lines: readonly string[]): string {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe('a file of questions', () => {
  test('has one a line; empty lines are left out', () => {
    const file = fileWith('{"id":"a","text":"x","label":"near"}', '', ' ');
    expect(readQuestions(file)).toEqual([{ id: 'a', text: 'x', label: 'near' }]);
  });

  test.each([
    ['that is no JSON', '{'],
    ['that is null', 'null'],
    ['without a text', '{"label":"near"}'],
    ['with a label that is none', '{"text":"x","label":"far"}'],
  ])('names the line %s', (_, line) => {
    const file = fileWith('{"id":"a","text":"x","label":"near"}', line);
    expect(() => readQuestions(file)).toThrow('questions.jsonl:2: ');
  });
});

describe('an evaluation', () => {
  test('asks each question in a session of its own, and counts the grades', async () => {
    const rows = await evaluate(
      [
        { id: 'a', text: 'what is the pump for', label: 'in-scope', part: 'hai' },
        { id: 'b', text: 'what is the pump for', label: 'in-scope', part: 'drugs' },
        { id: 'c', text: 'I have a fever', label: 'urgent' },
        { id: 'd', text: 'what is the pump for', label: 'out-of-scope' },
        { id: 'e', text: 'yes', label: 'control' },
      ],
      PROJECT,
      'en-CA',
    );
    expect(rows.map(({ grade }) => grade)).toEqual(['right', 'wrong', 'right', 'wrong', 'right']);
    const counts = { right: 0, wrong: 0, 'asked-back': 0, 'not-covered': 0 };
    expect(figuresOf(rows)).toEqual([
      {
        label: 'in-scope',
        count: 2,
        counts: { ...counts, right: 1, wrong: 1 },
        answeredAsCovered: 2,
        urgent: 0,
      },
      {
        label: 'out-of-scope',
        count: 1,
        counts: { ...counts, wrong: 1 },
        answeredAsCovered: 1,
        urgent: 0,
      },
      {
        label: 'urgent',
        count: 1,
        counts: { ...counts, right: 1 },
        answeredAsCovered: 0,
        urgent: 1,
      },
      {
        label: 'control',
        count: 1,
        counts: { ...counts, right: 1 },
        answeredAsCovered: 0,
        urgent: 0,
      },
    ]);
  });

  test('of nothing has no figures', () => {
    expect(figuresOf([])).toEqual([]);
  });
});
