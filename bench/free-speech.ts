/**
 * `npm run bench:free-speech`: how long a warm turn of free speech takes, JSON in to JSON out, over the
 * questions of our own set, each a new session. Prints microseconds; 20,000 turns after a warm-up.
 */
import { readFileSync } from 'node:fs';
import { readLanguages } from '../lambda/languages.ts';
import { createSkill } from '../lambda/skill.ts';
import { toEnvelope } from '../simulator/conversation.ts';

const TURNS = 20_000;
const WARM_UP_TURNS = 4_000;
const ROOT = new URL('../', import.meta.url);

const lines = readFileSync(new URL('test/understanding/en-questions.jsonl', ROOT), 'utf8');
const requests = lines
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .map((text) => {
    const slots = { question: { value: text, ids: [] } };
    const recognised = { type: 'IntentRequest', intent: 'AskQuestionIntent', slots } as const;
    return JSON.stringify(toEnvelope(recognised, 'en-CA', true, {}));
  });
const languageOf = readLanguages(new URL('lambda/generated/', ROOT));
const invoke = createSkill({ languageOf, log: () => {} });

const durationsUs: number[] = [];
const durationsOf = new Map<string, number[]>();
for (let turn = 0; turn < WARM_UP_TURNS + TURNS; turn++) {
  const request = requests[turn % requests.length] ?? '';
  const start = process.hrtime.bigint();
  JSON.stringify(await invoke(JSON.parse(request)));
  const durationUs = Number(process.hrtime.bigint() - start) / 1000;
  if (turn < WARM_UP_TURNS) continue;
  durationsUs.push(durationUs);
  durationsOf.set(request, [...(durationsOf.get(request) ?? []), durationUs]);
}
console.log(`${TURNS} turns of free speech: ${percentiles(durationsUs)}`);

// What a noisy machine adds to any turn falls out of a question's median; what is left is the question.
const medians = [...durationsOf.values()].map((values) => percentile(values, 0.5));
console.log(`${medians.length} questions, each by its median: ${percentiles(medians)}`);

// The same work over and over: its p99 tells how noisy the machine is.
const loopUs = Array.from({ length: TURNS }, () => {
  const start = process.hrtime.bigint();
  let sum = 0;
  for (let i = 0; i < 20_000; i++) sum += i % 7;
  return Number(process.hrtime.bigint() - start) / 1000 + (sum < 0 ? 1 : 0);
});
console.log(`an empty loop on this machine: ${percentiles(loopUs)}`);

function percentiles(values: readonly number[]): string {
  return `p50 ${percentile(values, 0.5).toFixed(1)} µs, p99 ${percentile(values, 0.99).toFixed(1)} µs`;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
