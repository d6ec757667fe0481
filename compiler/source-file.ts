/** Reads one YAML file into data whose every value can be traced back to its line and column. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

export interface SourceFile {
  /** Path below the project's folder, with forward slashes. */
  readonly file: string;
  /** What the YAML says; null where it could not be read. */
  readonly data: unknown;
  /** A problem at the value that the path leads to, or at the closest value around it. */
  readonly problem: (path: Path, rule: string, what: string, fix: string) => Problem;
}

/** Reads a file below `root`. What is wrong with it as YAML is added to `problems`. */
export function readSourceFile(root: string, file: string, problems: Problem[]): SourceFile {
  const text = readText(root, file, problems);
  if (text === null) return unreadable(file);
  const before = problems.length;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const problemAt = (offset: number, rule: string, what: string, fix: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { rule, file, line: Math.max(1, line), column: Math.max(1, col), what, fix };
  };
  for (const error of document.errors) {
    const what = error.message.split(' at line')[0]?.trim() ?? error.message;
    problems.push(
      error.code === 'DUPLICATE_KEY'
        ? problemAt(error.pos[0], 'duplicate-key', 'this key stands twice.', 'Keep one of them.')
        : problemAt(
            error.pos[0],
            'yaml-syntax',
            `this is not YAML: ${what}.`,
            'Check the quotes, the colons and the indentation here and on the line before.',
          ),
    );
  }
  visit(document, {
    Alias: (_, { range }) => {
      problems.push(
        problemAt(
          range?.[0] ?? 0,
          'yaml-syntax',
          'a star begins a reference in YAML, and none is used here.',
          'Put the text in quotes, or take the star out.',
        ),
      );
    },
  });
  if (problems.length > before) return unreadable(file);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    problems.push(
      problemAt(0, 'empty-file', 'the file has no content.', 'Write an entry, or delete the file.'),
    );
    return unreadable(file);
  }
  return {
    file,
    data: document.toJS({ maxAliasCount: 0 }) as unknown,
    problem: (path, rule, what, fix) => problemAt(offsetOf(document, path), rule, what, fix),
  };
}

function readText(root: string, file: string, problems: Problem[]): string | null {
  const add = (rule: string, what: string, fix: string): null => {
    problems.push({ rule, file, line: 1, column: 1, what, fix });
    return null;
  };
  try {
    const bytes = readFileSync(join(root, file));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return add('encoding', 'the file is not UTF-8 text.', 'Save it again as UTF-8.');
    }
    return code === 'ENOENT'
      ? add('missing-file', 'the file is not there.', 'Write it; docs/content.md has an example.')
      : add('unreadable-file', `the file cannot be read (${code}).`, 'Check its permissions.');
  }
}

function unreadable(file: string): SourceFile {
  return {
    file,
    data: null,
    problem: (_path, rule, what, fix) => ({ rule, file, line: 1, column: 1, what, fix }),
  };
}

/** Where the entry at the path begins: its key in a map, else its value, else what is around it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find((item) => keyOf(item.key) === path[length - 1])
      : undefined;
    const node = pair === undefined ? document.getIn(path.slice(0, length), true) : pair.key;
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key;
}
