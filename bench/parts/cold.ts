/** Cold starts of the built skill beside a handler without dependencies, the SDK alone, and Jovo. */
import { compare } from '../comparison.ts';
import { measureColdStart, speechOf } from '../cold-process.ts';
import { notMeasured, type Figure } from '../figure.ts';
import { coldContestant, handlerIn, writeRequest, type Bench } from '../part.ts';
import { FIXED, prepareJovo, prepareSdkAlone, type Other } from '../others/prepare.ts';
import { COLD_REQUESTS } from '../requests.ts';

const PART = 'cold';
const INTENT = 'Chemo Guide, an intent';

/** What the skill must say for the figure to mean anything. */
const EXPECTED = { intent: 'artery', launch: 'Welcome', question: 'blood' } as const;

export async function measureCold(bench: Bench): Promise<Figure[]> {
  const handler = handlerIn(bench.artefact);
  const files = {
    intent: writeRequest(bench, 'intent', COLD_REQUESTS.intent),
    launch: writeRequest(bench, 'launch', COLD_REQUESTS.launch),
    question: writeRequest(bench, 'question', COLD_REQUESTS.question),
  };
  for (const kind of ['intent', 'launch', 'question'] as const) {
    const { response } = await measureColdStart(handler, files[kind], bench.node);
    if (speechOf(response).includes(EXPECTED[kind])) continue;
    throw new Error(`The ${kind} request was answered with ${JSON.stringify(response)}.`);
  }
  const { others, missing } = await prepareOthers(bench);
  const figures = await compare(bench, {
    part: PART,
    contestants: [
      coldContestant(bench, INTENT, handler, files.intent),
      coldContestant(bench, 'Chemo Guide, a launch', handler, files.launch),
      coldContestant(bench, 'Chemo Guide, a free question', handler, files.question),
      coldContestant(bench, FIXED.name, FIXED.handler, files.intent),
      ...others.map((other) => coldContestant(bench, other.name, other.handler, files.intent)),
    ],
    against: FIXED.name,
    bounds: { [INTENT]: 1.2 },
  });
  return [...figures, ...missing];
}

async function prepareOthers(bench: Bench): Promise<{ others: Other[]; missing: Figure[] }> {
  const others = await prepareSdkAlone(bench.scratch);
  try {
    bench.say(`${PART}: getting Jovo ready; the first time it is installed …`);
    others.push(...(await prepareJovo()));
    return { others, missing: [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { others, missing: [notMeasured(PART, 'Jovo', why)] };
  }
}
