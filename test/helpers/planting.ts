/** Plants a mistake in a file of the content, and tells where the compiler should point. */
import type { Edited, TemporaryProject } from './temporary-project.ts';

/** Stands in planted text where the problem is expected. It is taken out before the file is written. */
export const HERE = '☞';

export interface Mistake {
  /** What the writer did. */
  readonly name: string;
  /** The rule that finds it. */
  readonly rule: string;
  /** The file that it is planted in, and reported in. */
  readonly file: string;
  /** The text with the mistake, marked with HERE; without a mark the file as a whole is meant. */
  readonly plant: (text: string) => Edited;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Plants the mistake in the project. Gives the place where it is expected to be reported. */
export function plant(project: TemporaryProject, { file, plant: change }: Mistake): Place {
  let place: Place = { file, line: 1, column: 1 };
  project.edit(file, (text) => {
    const planted = change(text);
    if (typeof planted !== 'string' || !planted.includes(HERE)) return planted;
    const [before = '', after = ''] = planted.split(HERE);
    const lines = before.split('\n');
    place = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    return before + after;
  });
  return place;
}

/** Adds lines at the end of a file. */
export function append(added: string): (text: string) => string {
  return (text) => `${text.trimEnd()}\n${added}`;
}

/**
 * Replaces the first place that `found` stands at.
 *
 * @throws {Error} if it is nowhere: then the test has to follow a change of the content.
 */
export function replace(found: string | RegExp, put: string): (text: string) => string {
  return (text) => {
    const replaced = text.replace(found, () => put);
    if (replaced === text) throw new Error(`The content has no ${String(found)} any more.`);
    return replaced;
  };
}

/** Adds a sample at the head of the first list of samples in a file. */
export function addSample(sample: string): (text: string) => string {
  return replace(/(?<=^ {2}asked:\n)/m, `    - ${sample}\n`);
}
