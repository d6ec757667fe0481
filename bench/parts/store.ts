/** What the stored memory costs a cold start that does not use it: no table is configured. */
import { join } from 'node:path';
import { writeVariant } from '../artefact.ts';
import { compare } from '../comparison.ts';
import type { Figure } from '../figure.ts';
import { coldContestant, handlerIn, writeRequest, type Bench } from '../part.ts';
import { COLD_REQUESTS } from '../requests.ts';

const LINKED = 'the store linked, not used';
const WITHOUT = 'without the store';
const NO_STORE = 'export const configuredMemory = () => undefined;\n';

export async function measureStore(bench: Bench): Promise<Figure[]> {
  const request = writeRequest(bench, 'intent', COLD_REQUESTS.intent);
  const without = await writeVariant(join(bench.scratch, 'without-store'), bench.artefact, {
    'memory/configured-memory.ts': NO_STORE,
  });
  return compare(bench, {
    part: 'store',
    contestants: [
      coldContestant(bench, LINKED, handlerIn(bench.artefact), request),
      coldContestant(bench, WITHOUT, handlerIn(without), request),
    ],
    against: WITHOUT,
    bounds: { [LINKED]: 1.05 },
  });
}
