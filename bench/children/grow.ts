/**
 * Makes a built skill with larger content: `node --import tsx grow.ts ARTEFACT FOLDER TIMES` copies the
 * one to the other, and writes to file descriptor 3 a {@link GrownContent}. A process of its own, because
 * 300 times the content takes 10 GB of memory.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Content, readContent } from '../../compiler/content.ts';
import type { Problem } from '../../compiler/problem.ts';
import { answerIntentName } from '../../compiler/samples.ts';
import { ROOT } from '../artefact.ts';
import { growContent } from '../grow-content.ts';
import { withContent } from '../with-content.ts';

export interface GrownContent {
  /** How much its files have. */
  readonly bytes: number;
  /** The intent of its last answer, and what that says. */
  readonly lastIntent: string;
  readonly lastSay: string;
}

const [, , artefact = '', folder = '', times = '1'] = process.argv;
const content = growContent(readWholeContent(), Number(times));
const bytes = withContent(artefact, folder, content);
const last = content.answers.at(-1)?.value;
const grown: GrownContent = {
  bytes,
  lastIntent: answerIntentName(last?.id ?? ''),
  lastSay: last?.say ?? '',
};
writeFileSync(3, JSON.stringify(grown));

function readWholeContent(): Content {
  const problems: Problem[] = [];
  const whole = readContent(fileURLToPath(ROOT), 'en', problems);
  if (whole !== null && problems.length === 0) return whole;
  throw new Error('The content has problems: "npm run compile -- --check" lists them.');
}
