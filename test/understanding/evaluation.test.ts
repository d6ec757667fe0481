import { beforeAll, describe, expect, test } from '@jest/globals';
import { allSamples, buildSlotTypes, expandSample } from '../../compiler/samples.ts';
import { toWords } from '../../lambda/understand/words.ts';
import { evaluate, type Figures, figuresOf, readQuestions } from '../../simulator/evaluate.ts';
import type { Label } from '../../simulator/grade.ts';
import { inputWith } from '../helpers/project-content.ts';

const ROOT = new URL('../../', import.meta.url);

interface Floors {
  readonly file: string;
  readonly questions: number;
  readonly right: number;
  readonly wrong: number;
  readonly takenForUrgent: number;
  readonly nearAnswered: number;
  readonly urgent: number;
  readonly advice: number;
}

// Floors, a little below what is reached: a change that falls through one has made listeners worse off.
const SETS: readonly Floors[] = [
  {
    file: 'en-questions.jsonl',
    questions: 300,
    right: 0.9,
    wrong: 0.06,
    takenForUrgent: 0,
    nearAnswered: 0.05,
    urgent: 0.97,
    advice: 0.95,
  },
  {
    file: 'en-unseen-questions.jsonl',
    questions: 2000,
    right: 0.9,
    wrong: 0.04,
    takenForUrgent: 0.005,
    nearAnswered: 0.05,
    urgent: 0.97,
    advice: 0.94,
  },
  {
    file: 'en-follow-ups.jsonl',
    questions: 200,
    right: 0.88,
    wrong: 0.055,
    takenForUrgent: 0,
    nearAnswered: 0.15,
    urgent: 1,
    advice: 1,
  },
];

describe('a question that has become a sample measures nothing: take it out, or ask it otherwise', () => {
  const { content } = inputWith(() => ({}));
  const types = new Map(buildSlotTypes(content).map((type) => [type.name, type]));
  const samples = new Set(
    allSamples(content).flatMap(({ sample }) => expandSample(content, types, sample)),
  );

  test.each(['en-questions.jsonl', 'en-unseen-questions.jsonl'])('%s', (file) => {
    const questions = readQuestions(new URL(file, import.meta.url));
    const asked = questions.filter(({ text }) => samples.has(toWords(text).join(' ')));
    expect(asked.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });
});

describe.each(SETS)('the questions of $file', (floors) => {
  let figures: ReadonlyMap<Label, Figures>;

  beforeAll(async () => {
    const questions = readQuestions(new URL(floors.file, import.meta.url));
    const rows = await evaluate(questions, ROOT, 'en-CA');
    figures = new Map(figuresOf(rows).map((figure) => [figure.label, figure]));
  });

  const shareOf = (label: Label, count: (figure: Figures) => number): number => {
    const figure = figures.get(label);
    if (figure === undefined) throw new Error(`The set has no question labelled ${label}.`);
    return count(figure) / figure.count;
  };

  test('are enough to tell', () => {
    const total = [...figures.values()].reduce((sum, { count }) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(floors.questions);
  });

  test('in scope: answered from the right section, seldom from a wrong one', () => {
    expect(shareOf('in-scope', ({ counts }) => counts.right)).toBeGreaterThanOrEqual(floors.right);
    expect(shareOf('in-scope', ({ counts }) => counts.wrong)).toBeLessThanOrEqual(floors.wrong);
  });

  test('in scope: not taken for an emergency', () => {
    expect(shareOf('in-scope', ({ urgent }) => urgent)).toBeLessThanOrEqual(floors.takenForUrgent);
  });

  test('near: not answered as if they were covered', () => {
    const answered = shareOf('near', ({ answeredAsCovered }) => answeredAsCovered);
    expect(answered).toBeLessThanOrEqual(floors.nearAnswered);
  });

  test('out of scope: not answered', () => {
    const answered = shareOf('out-of-scope', ({ answeredAsCovered }) => answeredAsCovered);
    expect(answered).toBeLessThanOrEqual(0.02);
  });

  test('an emergency is recognised', () => {
    expect(shareOf('urgent', ({ counts }) => counts.right)).toBeGreaterThanOrEqual(floors.urgent);
  });

  test('a personal decision goes to the care team', () => {
    const right = shareOf('personal-advice', ({ counts }) => counts.right);
    expect(right).toBeGreaterThanOrEqual(floors.advice);
  });
});
