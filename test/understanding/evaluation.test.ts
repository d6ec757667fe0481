import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createSimulator } from '../../simulator/conversation.ts';
import { evaluate, type Figures, figuresOf, readQuestions } from '../../simulator/evaluate.ts';
import type { Label } from '../../simulator/grade.ts';

const ROOT = new URL('../../', import.meta.url);

// Floors, a little below what is reached: a change that falls through one has made listeners worse off.
describe('the questions of our own set, none of them a sample', () => {
  let figures: ReadonlyMap<Label, Figures>;

  beforeAll(async () => {
    const questions = readQuestions(new URL('en-questions.jsonl', import.meta.url));
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
    expect(total).toBeGreaterThanOrEqual(300);
  });

  test('in scope: answered from the right section, seldom from a wrong one', () => {
    expect(shareOf('in-scope', ({ counts }) => counts.right)).toBeGreaterThanOrEqual(0.82);
    expect(shareOf('in-scope', ({ counts }) => counts.wrong)).toBeLessThanOrEqual(0.07);
  });

  test('in scope: never taken for an emergency', () => {
    expect(shareOf('in-scope', ({ urgent }) => urgent)).toBe(0);
  });

  test('near: not answered as if they were covered', () => {
    expect(shareOf('near', ({ answeredAsCovered }) => answeredAsCovered)).toBeLessThanOrEqual(0.05);
  });

  test('out of scope: not answered', () => {
    const answered = shareOf('out-of-scope', ({ answeredAsCovered }) => answeredAsCovered);
    expect(answered).toBeLessThanOrEqual(0.03);
  });

  test('an emergency is recognised', () => {
    expect(shareOf('urgent', ({ counts }) => counts.right)).toBeGreaterThanOrEqual(0.97);
  });

  test('a personal decision goes to the care team', () => {
    expect(shareOf('personal-advice', ({ counts }) => counts.right)).toBeGreaterThanOrEqual(0.9);
  });
});

interface FollowUp {
  readonly before: string;
  readonly text: string;
  readonly part: string;
}

test('a follow-up is read in the light of what was said before', async () => {
  const lines = readFileSync(new URL('en-follow-ups.jsonl', import.meta.url), 'utf8').trim();
  const followUps = lines.split('\n').map((line) => JSON.parse(line) as FollowUp);
  const simulator = createSimulator(ROOT);
  const missed: string[] = [];
  for (const { before, text, part } of followUps) {
    const conversation = simulator.begin('en-CA');
    await conversation.say(before);
    const { section } = await conversation.say(text);
    if (section !== part) missed.push(`${before} / ${text}: ${section}`);
  }
  expect(followUps.length).toBeGreaterThanOrEqual(25);
  expect(missed.length).toBeLessThanOrEqual(3);
});
