/** The built skill with content that is 10, 100 and 300 times as large: cold starts, memory, files. */
import { join } from 'node:path';
import { ask, lettersOf } from '../ask.ts';
import { runChild } from '../child.ts';
import type { GrownContent } from '../children/grow.ts';
import { compare } from '../comparison.ts';
import { told, type Figure } from '../figure.ts';
import { coldContestant, handlerIn, writeRequest, type Bench } from '../part.ts';
import { COLD_REQUESTS, questionScripts, toIntent } from '../requests.ts';
import { memoryFigure } from './size.ts';

const PART = 'grown';
/** The growth that the bounds are about. */
const JUDGED = 100;
const BOUNDS = { intent: 1.1, question: 1.2 } as const;
/** Content is made in TypeScript, and Node's own limit of 4 GB is not enough for 300 times as much. */
const TO_GROW = ['--max-old-space-size=16384', '--import', import.meta.resolve('tsx')];
const KINDS = { intent: 'an intent', question: 'a free question' } as const;

interface Grown {
  readonly times: number;
  readonly folder: string;
}

export async function measureGrown(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  const grown: Grown[] = [];
  for (const times of [1, ...bench.growth]) {
    bench.say(`${PART}: making content × ${times} …`);
    const folder = join(bench.scratch, `grown-${times}`);
    const args = [bench.artefact, folder, String(times)];
    const { output } = await runChild('grow.ts', args, { nodeOptions: TO_GROW });
    const content = JSON.parse(output) as GrownContent;
    await expectOwnAnswer(bench, folder, content);
    const { bytes } = content;
    const megabytes = `${(bytes / 1e6).toFixed(1)} MB`;
    figures.push(told(PART, `content × ${times}, its files`, megabytes, { bytes }));
    grown.push({ times, folder });
  }
  figures.push(...(await sameReplies(bench, grown)));
  for (const kind of ['intent', 'question'] as const) {
    figures.push(...(await compareColdStarts(bench, kind, grown)));
  }
  for (const { times, folder } of grown) {
    figures.push(await memoryFigure(bench, PART, `content × ${times}`, handlerIn(folder)));
  }
  return figures;
}

function compareColdStarts(
  bench: Bench,
  kind: 'intent' | 'question',
  grown: readonly Grown[],
): Promise<Figure[]> {
  const request = writeRequest(bench, kind, COLD_REQUESTS[kind]);
  const name = (times: number): string => `content × ${times}, ${KINDS[kind]}`;
  return compare(bench, {
    part: PART,
    contestants: grown.map(({ times, folder }) =>
      coldContestant(bench, name(times), handlerIn(folder), request),
    ),
    against: name(1),
    bounds: { [name(JUDGED)]: BOUNDS[kind] },
  });
}

/** @throws if the last answer of the content cannot be heard. */
async function expectOwnAnswer(
  bench: Bench,
  folder: string,
  { lastIntent, lastSay }: GrownContent,
): Promise<void> {
  const [speech = ''] = await ask(bench, folder, [toIntent(lastIntent)]);
  if (lastSay !== '' && lettersOf(speech).includes(lettersOf(lastSay))) return;
  throw new Error(`${lastIntent} of the grown content was answered with "${speech}".`);
}

/**
 * How many questions about the real content get the same reply when there is more content.
 *
 * @throws if one of those that are measured does not.
 */
async function sameReplies(bench: Bench, grown: readonly Grown[]): Promise<Figure[]> {
  const measured = [COLD_REQUESTS.intent, COLD_REQUESTS.question];
  const requests = [...measured, ...questionScripts().flat()];
  const figures: Figure[] = [];
  let first: string[] | undefined;
  for (const { times, folder } of grown) {
    const speeches = await ask(bench, folder, requests);
    first ??= speeches;
    const isSame = speeches.map((speech, at) => speech !== '' && speech === first?.[at]);
    const other = isSame.indexOf(false);
    if (other >= 0 && other < measured.length) {
      throw new Error(`Content × ${times} answers "${speeches[other]}", not "${first[other]}".`);
    }
    const same = isSame.slice(measured.length).filter(Boolean).length;
    const count = requests.length - measured.length;
    const what = `content × ${times}, questions with the same reply as before`;
    figures.push(told(PART, what, `${same} of ${count}`, { same, count }));
  }
  return figures;
}
