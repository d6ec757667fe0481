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
for (let turn = 0; turn < WARM_UP_TURNS + TURNS; turn++) {
  const request = requests[turn % requests.length] ?? '';
  const start = process.hrtime.bigint();
  JSON.stringify(await invoke(JSON.parse(request)));
  const durationUs = Number(process.hrtime.bigint() - start) / 1000;
  if (turn >= WARM_UP_TURNS) durationsUs.push(durationUs);
}
durationsUs.sort((a, b) => a - b);
const at = (share: number): string =>
  (durationsUs[Math.floor(durationsUs.length * share)] ?? 0).toFixed(1);
console.log(`${TURNS} turns of free speech: p50 ${at(0.5)} µs, p99 ${at(0.99)} µs`);
