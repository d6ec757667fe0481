import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { INTENT_HANDLERS } from '../../lambda/handlers/controls.ts';
import { createProcessMemory } from '../../lambda/memory/memory.ts';
import { readSession } from '../../lambda/read-session.ts';
import { type FilledSlot, intentRequest, launchRequest } from '../helpers/requests.ts';
import { spokenProblems } from '../helpers/responses.ts';
import { createTestSkill, LOCALES } from '../helpers/skill.ts';

/**
 * A listener who says anything at any time: a walk through all intents, the same one in every run.
 * A failure names the turns that led to it.
 */
const TURNS = 4000;
const MOST_BYTES = 12 * 1024;
const SEED = 20261;

const QUESTIONS = [
  'what is chemo',
  'how is that different from normal chemo',
  'can it be repeated',
  'which drug',
  'is streptomycin used',
  'what does photosynthesis mean',
  'should I stop taking my pills',
  'I have a fever',
  'will I lose my hair',
  'purple monkey dishwasher',
  'the the the',
  '',
  '<speak>&</speak>',
  'x'.repeat(900),
];
const UNKNOWN_WORDS = ['photosynthesis', 'streptomycin', 'catheterization', 'q', '{term}', '?'];
const POSITIONS = ['1', '2', '3', 'last', '7', 'none'];

/** Intents that say the last reply once more, or the same fact each time. */
const SAY_AGAIN: ReadonlySet<string> = new Set([
  'AMAZON.RepeatIntent',
  'RepeatLastPartIntent',
  'SpeakSlowerIntent',
  'SpeakFasterIntent',
  'SpeakNormallyIntent',
  'ReportSpeedIntent',
  'GiveFullAnswersIntent',
  'GiveShortAnswersIntent',
  'TellWhatIsStoredIntent',
]);

type Slots = Readonly<Record<string, FilledSlot>>;

interface Request {
  readonly name: string;
  readonly slots: Slots;
}

interface Step extends Request {
  readonly locale: string;
  readonly isNew: boolean;
  readonly envelope: ResponseEnvelope;
  readonly speech: string;
  readonly attributes: unknown;
}

const [first] = LOCALES;
if (first === undefined) throw new Error('There is no locale.');
const { catalogue } = first;
const TERMS = [...catalogue.terms.keys()];
const CONTROLS = Object.keys(INTENT_HANDLERS);
const CONTENTS = [...catalogue.intents.keys()].filter((name) => !CONTROLS.includes(name));

const { invoke, logs } = createTestSkill({ memory: createProcessMemory() });
const random = generator(SEED);
const steps: Step[] = [];

beforeAll(async () => {
  let locale = first.locale;
  let attributes: unknown;
  while (steps.length < TURNS) {
    const isNew = attributes === undefined;
    if (isNew) locale = pick(LOCALES).locale;
    const request = isNew && chance(0.5) ? { name: 'Launch', slots: {} } : anyRequest();
    const envelope = await send(request, locale, isNew, attributes);
    attributes = JSON.parse(JSON.stringify(envelope.sessionAttributes ?? {}));
    const speech = speechOf(envelope);
    steps.push({ ...request, locale, isNew, envelope, speech, attributes });
    if (envelope.response.shouldEndSession === true || chance(0.01)) attributes = undefined;
  }
});

describe(`a walk of ${TURNS} turns`, () => {
  test('meets every intent, in many sessions', () => {
    expect(new Set(steps.map(({ name }) => name))).toEqual(
      new Set(['Launch', ...CONTROLS, ...CONTENTS]),
    );
    expect(steps.filter(({ isNew }) => isNew).length).toBeGreaterThan(100);
  });

  test('meets no error', () => {
    expect(logs).toEqual([]);
  });

  test('gets a valid response at every turn', async () => {
    const known = new Map<string, Promise<string[]>>();
    const found = await problemsOfEach(async ({ envelope, locale }) => {
      // Most of what is said is said often; it is checked once.
      const key = `${locale} ${JSON.stringify(envelope.response)}`;
      const problems = known.get(key) ?? spokenProblems(envelope, locale);
      known.set(key, problems);
      return await problems;
    });
    expect(found).toEqual([]);
  });

  test('has the microphone open exactly where a question was the last thing heard', async () => {
    const found = await problemsOfEach(({ envelope, speech }) =>
      speech.endsWith('?') === (envelope.response.shouldEndSession === false) ? [] : [speech],
    );
    expect(found).toEqual([]);
  });

  test('keeps a small session, which comes back from JSON as it was', async () => {
    const found = await problemsOfEach(({ envelope: { sessionAttributes }, attributes }) => {
      const text = JSON.stringify(sessionAttributes);
      const bytes = Buffer.byteLength(text);
      return [
        ...(bytes < MOST_BYTES ? [] : [`${bytes} bytes`]),
        ...(JSON.stringify(readSession(attributes)) === text ? [] : [`not read back: ${text}`]),
      ];
    });
    expect(found).toEqual([]);
  });

  test('never says the same twice in a row, unless it was to say it again', async () => {
    const found = await problemsOfEach(({ name, isNew, speech }, before) =>
      isNew || speech !== before?.speech || SAY_AGAIN.has(name) ? [] : [speech],
    );
    expect(found).toEqual([]);
  });

  test('has no dead end: help, a topic and stop work from everywhere', async () => {
    const found = await problemsOfEach(async ({ envelope, attributes, locale }) => {
      if (envelope.response.shouldEndSession === true) return [];
      const from = (name: string) => send({ name, slots: {} }, locale, false, attributes);
      const help = await from('AMAZON.HelpIntent');
      const topic = await from('ExplainChemoembolizationIntent');
      const stop = await from('AMAZON.StopIntent');
      return [
        ...(help.response.shouldEndSession === false ? [] : ['help closes the microphone']),
        ...(speechOf(topic).includes('Chemoembolization is ') ? [] : [speechOf(topic)]),
        ...(stop.response.shouldEndSession === true ? [] : ['stop does not stop']),
      ];
    });
    expect(found).toEqual([]);
  });
});

function send(
  { name, slots }: Request,
  locale: string,
  isNew: boolean,
  attributes: unknown,
): Promise<ResponseEnvelope> {
  const surroundings = { locale, isNew, attributes };
  return invoke(
    name === 'Launch' ? launchRequest(surroundings) : intentRequest(name, slots, surroundings),
  );
}

/** The problems of all turns, each kind once, with the turns that led to it. */
async function problemsOfEach(
  problemsOf: (
    step: Step,
    before: Step | undefined,
  ) => readonly string[] | Promise<readonly string[]>,
): Promise<string[]> {
  const found = new Map<string, string>();
  for (const [index, step] of steps.entries()) {
    for (const problem of await problemsOf(step, steps[index - 1])) {
      const path = steps.slice(Math.max(0, index - 3), index + 1).map(({ name }) => name);
      const told = `turn ${index}, ${path.join(' > ')}: ${problem}`;
      found.set(problem, found.get(problem) ?? told);
    }
  }
  return [...found.values()].slice(0, 20);
}

function speechOf({ response: { outputSpeech } }: ResponseEnvelope): string {
  const ssml = outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '';
  return ssml.replace(/<[^>]*>/g, '').trim();
}

function anyRequest(): Request {
  // An offer is to be taken now and then: also the one to forget all.
  if (chance(0.1)) return { name: 'AMAZON.YesIntent', slots: {} };
  const name = chance(0.65) ? pick(CONTROLS) : pick(CONTENTS);
  return { name, slots: chance(0.15) ? {} : slotsOf(name) };
}

function slotsOf(name: string): Slots {
  if (name === 'AskQuestionIntent') return { question: { words: pick(QUESTIONS) } };
  if (name === 'ChooseOptionIntent') {
    const position = pick(POSITIONS);
    return { position: { words: position, ids: position === 'none' ? [] : [position] } };
  }
  if (name.includes('Term')) return chance(0.7) ? { term: anyTerm() } : { drug: anyTerm() };
  const slot = pick(['', '', ...catalogue.slots.keys()]);
  return slot === '' ? {} : { [slot]: anyTerm() };
}

/** A term that is known, one that may be two, one that is gone, or a word that none is. */
function anyTerm(): FilledSlot {
  const id = pick(TERMS);
  return pick<FilledSlot>([
    { words: id, ids: [id] },
    { words: id, ids: [id, pick(TERMS), pick(TERMS)] },
    { words: 'gone', ids: ['gone'] },
    { words: pick(UNKNOWN_WORDS) },
    { words: '' },
  ]);
}

function chance(part: number): boolean {
  return random() < part;
}

function pick<T>(choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new RangeError('There is nothing to pick from.');
  return choice;
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
