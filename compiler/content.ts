/** Reads all the content of one language, each entry with the place that it comes from. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import type {
  Answer,
  DoctorQuestion,
  Fact,
  IntentSamples,
  Prompts,
  Safety,
  Section,
  Settings,
  Term,
  Words,
} from './schema.ts';
import { ENTRY_SCHEMAS, WHOLE_SCHEMAS } from './schema.ts';
import { type Path, readSourceFile, type SourceFile } from './source-file.ts';

/** An entry and where it stands. */
export interface Located<T> {
  readonly value: T;
  /** A problem at a place inside the entry. */
  readonly problem: (path: Path, rule: string, what: string, fix: string) => Problem;
}

export interface Content {
  readonly language: string;
  readonly settings: Located<Settings>;
  readonly sections: readonly Located<Section>[];
  readonly answers: readonly Located<Answer>[];
  readonly terms: readonly Located<Term>[];
  readonly safety: readonly Located<Safety>[];
  readonly questions: readonly Located<DoctorQuestion>[];
  readonly intents: readonly Located<IntentSamples>[];
  readonly prompts: Located<Prompts>;
  readonly words: Located<Words>;
  readonly facts: readonly Located<Fact>[];
  /** False if entries had to be left out: what refers to them is then no mistake. */
  readonly isComplete: boolean;
}

/** The languages: each has a folder below `content/`. */
export function listLanguages(root: string): string[] {
  const folder = join(root, 'content');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads a language. Entries that do not fit the schema are left out, and `problems` says why; null if
 * not even its settings and prompts can be used.
 */
export function readContent(root: string, language: string, problems: Problem[]): Content | null {
  const folder = `content/${language}`;
  const before = problems.length;
  const read = (file: string): SourceFile => readSourceFile(root, file, problems);
  const settings = wholeOf(read(`${folder}/settings.yaml`), WHOLE_SCHEMAS.settings, problems);
  const prompts = wholeOf(read(`${folder}/prompts.yaml`), WHOLE_SCHEMAS.prompts, problems);
  const words = wholeOf(read(`${folder}/words.yaml`), WHOLE_SCHEMAS.words, problems);
  const list = <T>(name: string, schema: z.ZodType<T>): Located<T>[] =>
    entriesOf(read(`${folder}/${name}.yaml`), schema, problems);
  const content = {
    language,
    sections: list('sections', ENTRY_SCHEMAS.sections),
    answers: listAnswerFiles(root, folder, problems).flatMap((file) =>
      entriesOf(read(file), ENTRY_SCHEMAS.answers, problems),
    ),
    terms: list('glossary', ENTRY_SCHEMAS.glossary),
    safety: list('safety', ENTRY_SCHEMAS.safety),
    questions: list('questions', ENTRY_SCHEMAS.questions),
    intents: list('intents', ENTRY_SCHEMAS.intents),
    facts: entriesOf(read('content/facts.yaml'), ENTRY_SCHEMAS.facts, problems),
  };
  if (settings === null || prompts === null || words === null) return null;
  return { ...content, settings, prompts, words, isComplete: problems.length === before };
}

function listAnswerFiles(root: string, folder: string, problems: Problem[]): string[] {
  const answers = join(root, folder, 'answers');
  const names = existsSync(answers) ? readdirSync(answers).sort() : [];
  const files = names.filter((name) => /\.ya?ml$/.test(name)).map((n) => `${folder}/answers/${n}`);
  if (files.length === 0) {
    problems.push({
      rule: 'missing-file',
      file: `${folder}/answers`,
      line: 1,
      column: 1,
      what: 'there are no answers.',
      fix: 'Write a YAML file with answers in this folder; docs/content.md has an example.',
    });
  }
  return files;
}

function toProblems(source: SourceFile, at: Path, issue: z.core.$ZodIssue): Problem[] {
  const inside = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const path = [...at, ...inside];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      source.problem(
        [...path, key],
        'unknown-key',
        `"${key}" is not a key that is known here.`,
        'Correct its spelling or take it out.',
      ),
    );
  }
  const name = inside.length === 0 ? 'the entry' : `"${inside.at(-1)}"`;
  const isMissing = inside.length > 0 && valueAt(source.data, path) === undefined;
  return [
    isMissing
      ? source.problem(path, 'missing-key', `${name} is missing.`, `Add ${name} to this entry.`)
      : source.problem(
          path,
          'wrong-value',
          `${name} cannot be used: ${issue.message}.`,
          'Write a value of the kind that docs/content.md shows.',
        ),
  ];
}

/** The value that a path leads to; undefined where there is none. */
function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    data,
  );
}

function entriesOf<T>(source: SourceFile, schema: z.ZodType<T>, problems: Problem[]): Located<T>[] {
  if (source.data === null) return [];
  if (!Array.isArray(source.data)) {
    problems.push(
      source.problem(
        [],
        'wrong-value',
        'the file is not a list of entries.',
        'Begin each entry with "- id:".',
      ),
    );
    return [];
  }
  return source.data.flatMap((entry: unknown, index) => {
    const value = checked(source, [index], entry, schema, problems);
    return value === null ? [] : [value];
  });
}

/** A file that is one thing; null if it does not fit its schema, and `problems` says why. */
export function wholeOf<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
  problems: Problem[],
): Located<T> | null {
  return source.data === null ? null : checked(source, [], source.data, schema, problems);
}

function checked<T>(
  source: SourceFile,
  at: Path,
  data: unknown,
  schema: z.ZodType<T>,
  problems: Problem[],
): Located<T> | null {
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.flatMap((issue) => toProblems(source, at, issue)));
    return null;
  }
  return {
    value: parsed.data,
    problem: (path, rule, what, fix) => source.problem([...at, ...path], rule, what, fix),
  };
}
