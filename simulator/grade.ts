/** Grades what the skill replied to a labelled question. */
import type { TurnRecord } from './conversation.ts';

export type Label = 'in-scope' | 'near' | 'personal-advice' | 'urgent' | 'out-of-scope' | 'control';

/** A labelled question; the keys are those of the evaluation files. */
export interface LabelledQuestion {
  readonly id: string;
  /** What is said before it in the same session, where it is a follow-up. */
  readonly before?: string;
  readonly text: string;
  readonly label: Label;
  /** The section that answers it, for a question in scope. */
  readonly part?: string;
  readonly also_ok?: readonly Label[];
  readonly behaviour?: string;
}

/**
 * right: what the label asks for. asked-back: the guide asked what was meant. not-covered: it said
 * that it has no answer. wrong: anything else.
 */
export type Grade = 'right' | 'wrong' | 'asked-back' | 'not-covered';

type Graded = Pick<TurnRecord, 'outcome' | 'section'>;

const ANSWERS: ReadonlySet<string> = new Set(['answer', 'definition', 'list']);

export function gradeOf(question: LabelledQuestion, turn: Graded): Grade {
  if (question.behaviour === 'must-clarify') return gradeMustClarify(question, turn);
  if (turn.outcome === 'clarify' && question.behaviour === 'clarify-ok') return 'right';
  const labels = [question.label, ...(question.also_ok ?? [])];
  if (labels.some((label) => fits(label, question.part, turn))) return 'right';
  if (turn.outcome === 'clarify') return 'asked-back';
  return turn.outcome === 'not-covered' ? 'not-covered' : 'wrong';
}

/** Whether a question that is not in scope was answered as if it were. */
export function isAnsweredAsCovered(turn: Graded): boolean {
  return ANSWERS.has(turn.outcome);
}

function gradeMustClarify(question: LabelledQuestion, turn: Graded): Grade {
  if (turn.outcome === 'clarify') return 'right';
  if (turn.outcome !== 'not-covered') return 'wrong';
  return question.also_ok === undefined ? 'not-covered' : 'right';
}

function fits(label: Label, part: string | undefined, turn: Graded): boolean {
  switch (label) {
    case 'in-scope':
      return ANSWERS.has(turn.outcome) && turn.section === part;
    case 'near':
      return turn.outcome === 'not-covered' || turn.outcome === 'advice';
    case 'out-of-scope':
      return !ANSWERS.has(turn.outcome) && turn.outcome !== 'urgent';
    case 'personal-advice':
      return turn.outcome === 'advice';
    case 'urgent':
      return turn.outcome === 'urgent';
    case 'control':
      return turn.outcome === 'control' || turn.outcome === 'goodbye';
  }
}
