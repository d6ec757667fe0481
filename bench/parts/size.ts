/** How large the deployed code is, and how much memory the skill takes. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { atMost, told, type Figure } from '../figure.ts';
import { handlerIn, type Bench } from '../part.ts';
import { intentScripts, questionScripts, type Script } from '../requests.ts';
import { measureWarmTurns } from '../warm-process.ts';

const PART = 'size';
const CODE_BOUND_KB = 60;
const MEMORY_TURNS = 1000;

export async function measureSize(bench: Bench): Promise<Figure[]> {
  const { artefact } = bench;
  return [
    ...zipFigures(bench.zip),
    await memoryFigure(bench, PART, 'intents', handlerIn(artefact), intentScripts()),
    await memoryFigure(bench, PART, 'free questions', handlerIn(artefact), questionScripts()),
  ];
}

/** What a process takes after its first turn and after a thousand. */
export async function memoryFigure(
  bench: Bench,
  part: string,
  what: string,
  handler: string,
  scripts: readonly Script[] = questionScripts(),
): Promise<Figure> {
  const { scratch, node } = bench;
  const options = { handler, scripts, turns: MEMORY_TURNS, warmUpTurns: 0, folder: scratch, node };
  const [first, last] = (await measureWarmTurns(options)).memory;
  if (first === undefined || last === undefined) throw new Error('No memory was measured.');
  const values = {
    firstRssBytes: first.rssBytes,
    firstHeapUsedBytes: first.heapUsedBytes,
    lastRssBytes: last.rssBytes,
    lastHeapUsedBytes: last.heapUsedBytes,
  };
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const measured =
    `resident ${mb(first.rssBytes)}, heap ${mb(first.heapUsedBytes)}; ` +
    `after ${MEMORY_TURNS} turns ${mb(last.rssBytes)}, ${mb(last.heapUsedBytes)}`;
  return told(part, `memory, ${what}`, measured, values);
}

/** The sizes of the files as they lie compressed in the zip that is deployed. */
function zipFigures(zip: string): Figure[] {
  const what = 'deployed code, content aside, zipped';
  const bytes = { code: 0, content: 0 };
  unzipSync(readFileSync(zip), {
    filter: ({ name, size }) => {
      bytes[name.startsWith('generated/') ? 'content' : 'code'] += size;
      return false;
    },
  });
  const kb = (size: number): number => Math.round(size / 100) / 10;
  const values = { codeKb: kb(bytes.code), contentKb: kb(bytes.content) };
  return [
    atMost(
      { part: PART, what, measured: `${values.codeKb} KB`, values },
      values.codeKb,
      CODE_BOUND_KB,
      ' KB',
    ),
    told(PART, 'deployed content, zipped', `${values.contentKb} KB`),
  ];
}
