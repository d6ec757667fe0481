/** `npm run evaluate -- FILE.jsonl`: how well the skill understands labelled questions. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSimulator, type TurnRecord } from './conversation.ts';
import {
  type Grade,
  gradeOf,
  isAnsweredAsCovered,
  type Label,
  type LabelledQuestion,
} from './grade.ts';

const LABELS: readonly Label[] = [
  'in-scope',
  'near',
  'out-of-scope',
  'personal-advice',
  'urgent',
  'control',
];
const GRADES: readonly Grade[] = ['right', 'wrong', 'asked-back', 'not-covered'];

interface Row {
  readonly question: LabelledQuestion;
  readonly turn: TurnRecord;
  readonly grade: Grade;
}

export interface Figures {
  readonly label: Label;
  readonly count: number;
  readonly counts: Readonly<Record<Grade, number>>;
  /** Answered as if the guide covered it; what matters for near and out-of-scope questions. */
  readonly answeredAsCovered: number;
  /** Taken for an emergency. */
  readonly urgent: number;
}

/** Asks each question in a session of its own, after what is said before it, and grades the reply. */
export async function evaluate(
  questions: readonly LabelledQuestion[],
  root: URL,
  locale: string,
): Promise<Row[]> {
  const simulator = createSimulator(root);
  const rows: Row[] = [];
  for (const question of questions) {
    const conversation = simulator.begin(locale);
    if (question.before !== undefined) await conversation.say(question.before);
    const turn = await conversation.say(question.text);
    rows.push({ question, turn, grade: gradeOf(question, turn) });
  }
  return rows;
}

export function figuresOf(rows: readonly Row[]): Figures[] {
  return LABELS.flatMap((label) => {
    const own = rows.filter(({ question }) => question.label === label);
    if (own.length === 0) return [];
    const countOf = (grade: Grade): number => own.filter((row) => row.grade === grade).length;
    return {
      label,
      count: own.length,
      counts: {
        right: countOf('right'),
        wrong: countOf('wrong'),
        'asked-back': countOf('asked-back'),
        'not-covered': countOf('not-covered'),
      },
      answeredAsCovered: own.filter(({ turn }) => isAnsweredAsCovered(turn)).length,
      urgent: own.filter(({ turn }) => turn.outcome === 'urgent').length,
    };
  });
}

/** Reads a file of labelled questions. @throws {Error} that names the line that cannot be read. */
export function readQuestions(file: string | URL): LabelledQuestion[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [toQuestion(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${String(file)}:${index + 1}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  });
}

function toQuestion(row: unknown): LabelledQuestion {
  const question = row as Partial<LabelledQuestion> | null;
  if (typeof question?.text !== 'string') throw new TypeError('the row has no "text".');
  if (!LABELS.some((label) => label === question.label)) {
    throw new TypeError(`"label" has to be one of ${LABELS.join(', ')}.`);
  }
  return question as LabelledQuestion;
}

function print(rows: readonly Row[]): void {
  const header = ['label', 'count', ...GRADES, 'answered', 'urgent'];
  const lines = figuresOf(rows).map(({ label, count, counts, answeredAsCovered, urgent }) => [
    label,
    String(count),
    ...GRADES.map((grade) => `${counts[grade]} (${percent(counts[grade], count)})`),
    `${answeredAsCovered} (${percent(answeredAsCovered, count)})`,
    String(urgent),
  ]);
  for (const line of [header, ...lines]) {
    console.log(
      line
        .map((cell) => cell.padEnd(17))
        .join('')
        .trimEnd(),
    );
  }
  const missed = rows.filter(({ grade }) => grade !== 'right');
  console.log(`\nNot right, ${missed.length} of ${rows.length}:`);
  for (const { question, turn, grade } of missed) {
    const wanted = [question.label, question.part].filter((part) => part !== undefined).join('/');
    const got = [turn.outcome, turn.section, turn.answerId]
      .filter((part) => part !== null)
      .join('/');
    console.log(
      `  ${grade.padEnd(12)}${question.id.padEnd(9)}${wanted} → ${got}: ${saidIn(question)}`,
    );
  }
}

function saidIn({ before, text }: LabelledQuestion): string {
  return before === undefined ? text : `${before} / ${text}`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      locale: { type: 'string', default: 'en-CA' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined) {
    throw new Error('Name a file: npm run evaluate -- FILE.jsonl [--locale en-CA] [--json]');
  }
  const rows = await evaluate(readQuestions(file), new URL('../', import.meta.url), values.locale);
  if (!values.json) return print(rows);
  console.log(JSON.stringify({ figures: figuresOf(rows) }));
}

if (process.argv[1]?.endsWith('evaluate.ts')) {
  // A reader that stops early ("| head") is no error.
  process.stdout.on('error', () => process.exit(0));
  try {
    await main();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
