/** A writer's mistake: a value that is collected with all the others, never thrown. */
export interface Problem {
  /** Kebab-case name of the rule that found it; docs/content.md explains each. */
  readonly rule: string;
  /** Path below the project's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly what: string;
  /** What mends it, as an instruction. */
  readonly fix: string;
}

/** `file:line:column  rule  what is wrong  what to do`, two spaces apart, on one line. */
export function formatProblem({ file, line, column, rule, what, fix }: Problem): string {
  return `${file}:${line}:${column}  ${rule}  ${what}  ${fix}`.replace(/\s*\n\s*/g, ' ');
}

/** Problems in the order of the files and the lines in them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule) ||
      compare(a.what, b.what),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
