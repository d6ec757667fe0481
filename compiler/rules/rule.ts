import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Glossary } from '../spoken-text.ts';

/** What a rule looks at: the content of one language and what was made ready from it. */
export interface RuleInput {
  readonly content: Content;
  readonly glossary: Glossary;
}

/** Finds every mistake of one kind. */
export type Rule = (input: RuleInput) => Problem[];

export interface SpokenText {
  readonly text: string;
  /** Most words that it may have; null where only a breath counts. */
  readonly mostWords: number | null;
  /** Words that it cannot do without: those of the term that it defines. */
  readonly defines: readonly string[];
  /** Names that may stand in braces. */
  readonly fills: readonly string[];
  readonly problem: (rule: string, what: string, fix: string) => Problem;
}
