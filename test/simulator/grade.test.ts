import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../lambda/reply.ts';
import { gradeOf, isAnsweredAsCovered, type LabelledQuestion } from '../../simulator/grade.ts';

function grade(
  question: Partial<LabelledQuestion>,
  outcome: Outcome,
  section: string | null = null,
): string {
  const whole: LabelledQuestion = { id: 'q', text: 'a question', label: 'in-scope', ...question };
  return gradeOf(whole, { outcome, section });
}

const inScope = { label: 'in-scope', part: 'hai' } as const;
const near = { label: 'near' } as const;
const outOfScope = { label: 'out-of-scope' } as const;
const advice = { label: 'personal-advice' } as const;
const urgent = { label: 'urgent' } as const;
const control = { label: 'control' } as const;
const mustClarify = { ...inScope, behaviour: 'must-clarify' } as const;

describe('a question is graded by what it asks for', () => {
  test.each<[string, Partial<LabelledQuestion>, Outcome, string | null, string]>([
    ['in scope, answered there', inScope, 'answer', 'hai', 'right'],
    ['in scope, defined there', inScope, 'definition', 'hai', 'right'],
    ['in scope, answered elsewhere', inScope, 'answer', 'drugs', 'wrong'],
    ['in scope, asked back', inScope, 'clarify', null, 'asked-back'],
    ['in scope, not answered', inScope, 'not-covered', null, 'not-covered'],
    ['in scope, taken for an emergency', inScope, 'urgent', null, 'wrong'],
    [
      'in scope, asked back with leave',
      { ...inScope, behaviour: 'clarify-ok' },
      'clarify',
      null,
      'right',
    ],
    ['near, not covered', near, 'not-covered', null, 'right'],
    ['near, for the care team', near, 'advice', null, 'right'],
    ['near, answered', near, 'answer', 'hai', 'wrong'],
    [
      'near, answered with leave',
      { ...near, part: 'hai', also_ok: ['in-scope'] },
      'answer',
      'hai',
      'right',
    ],
    ['out of scope, not covered', outOfScope, 'not-covered', null, 'right'],
    ['out of scope, anything but an answer', outOfScope, 'control', null, 'right'],
    ['out of scope, answered', outOfScope, 'definition', 'hai', 'wrong'],
    ['out of scope, taken for an emergency', outOfScope, 'urgent', null, 'wrong'],
    ['personal, for the care team', advice, 'advice', null, 'right'],
    ['personal, not covered', advice, 'not-covered', null, 'not-covered'],
    ['an emergency, sent to help', urgent, 'urgent', null, 'right'],
    ['an emergency, answered', urgent, 'answer', 'hai', 'wrong'],
    ['a command, done', control, 'control', null, 'right'],
    ['a command to leave', control, 'goodbye', null, 'right'],
    ['to be asked back, and was', mustClarify, 'clarify', null, 'right'],
    ['to be asked back, but answered', mustClarify, 'answer', 'hai', 'wrong'],
    ['to be asked back, but not covered', mustClarify, 'not-covered', null, 'not-covered'],
    [
      'to be asked back, or not covered',
      { ...mustClarify, also_ok: ['near'] },
      'not-covered',
      null,
      'right',
    ],
  ])('%s', (_, question, outcome, section, graded) => {
    expect(grade(question, outcome, section)).toBe(graded);
  });
});

test('answered as if it were covered is an answer, a definition or a list', () => {
  const outcomes: Outcome[] = ['answer', 'definition', 'list', 'clarify', 'not-covered', 'urgent'];
  const covered = outcomes.filter((outcome) => isAnsweredAsCovered({ outcome, section: null }));
  expect(covered).toEqual(['answer', 'definition', 'list']);
});
