/** Cold starts under AWS's own runtime client, on the Node of the deployed function. */
import { basename, dirname, extname } from 'node:path';
import { speechOf } from '../cold-process.ts';
import { compare } from '../comparison.ts';
import { notMeasured, type Figure } from '../figure.ts';
import type { Contestant } from '../interleave.ts';
import { FIXED, prepareSdkAlone } from '../others/prepare.ts';
import { handlerIn, type Bench } from '../part.ts';
import { COLD_REQUESTS, forSkill } from '../requests.ts';
import { DEPLOYED_MAJOR, install } from '../../scripts/prove-runtimes/installed.ts';
import { underRuntimeClient } from '../under-runtime-client.ts';

const PART = 'runtime-client';
const INTENT = 'Chemo Guide, an intent';
const SKILL_ID = 'amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef';

interface RuntimeClient {
  readonly node: string;
  readonly runtimeClient: string;
}

export async function measureUnderRuntimeClient(bench: Bench): Promise<Figure[]> {
  const handler = handlerIn(bench.artefact);
  let client: RuntimeClient;
  try {
    bench.say(`${PART}: getting the client ready; the first time it is installed and compiled …`);
    client = prepareRuntimeClient();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [notMeasured(PART, 'cold starts under the runtime client', why)];
  }
  const others = await prepareSdkAlone(bench.scratch);
  const { intent, launch, question } = COLD_REQUESTS;
  return compare(bench, {
    part: PART,
    contestants: [
      contestant(client, INTENT, handler, intent),
      contestant(client, 'Chemo Guide, a launch', handler, launch),
      contestant(client, 'Chemo Guide, a free question', handler, question),
      contestant(client, FIXED.name, FIXED.handler, intent),
      ...others.map((other) => contestant(client, other.name, other.handler, intent)),
    ],
    against: FIXED.name,
    bounds: { [INTENT]: 1.2 },
  });
}

function contestant(
  client: RuntimeClient,
  name: string,
  file: string,
  request: object,
): Contestant {
  return {
    name,
    async measure() {
      const { initMs, invocations } = await underRuntimeClient({
        ...client,
        taskRoot: dirname(file),
        handler: `${basename(file, extname(file))}.handler`,
        events: [forSkill(SKILL_ID, request)],
        environment: { SKILL_ID },
      });
      const [first] = invocations;
      if (first?.outcome !== 'response' || speechOf({ response: {}, ...Object(first.body) }) === '')
        throw new Error(`${name} answered with ${JSON.stringify(first)}.`);
      return { cpuMs: first.cpuMs, firstByteMs: initMs + first.durationMs };
    },
  };
}

function prepareRuntimeClient(): RuntimeClient {
  const { nodes, runtimeClient } = install();
  const node = nodes.get(DEPLOYED_MAJOR);
  if (node === undefined || runtimeClient === null)
    throw new Error('It can be built on Linux only.');
  return { node, runtimeClient };
}
