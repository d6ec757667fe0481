import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { readLanguages } from '../../../lambda/languages.ts';
import { createProcessMemory } from '../../../lambda/memory/memory.ts';
import { createSkill } from '../../../lambda/skill.ts';
import { toEnvelope } from '../../../simulator/conversation.ts';

const GENERATED = fileURLToPath(new URL('../../../lambda/generated', import.meta.url));
const languageOf = readLanguages(GENERATED);

test('the next day, yes begins with the sentence that was cut off', async () => {
  const skill = createSkill({ languageOf, memory: createProcessMemory(), log: () => {} });
  let attributes: Record<string, unknown> = {};
  const say = async (
    type: 'LaunchRequest' | 'IntentRequest',
    intent: string | null,
    at: string,
  ) => {
    const isNew = Object.keys(attributes).length === 0;
    const envelope = toEnvelope({ type, intent, slots: {} }, 'en-CA', isNew, attributes);
    const { request } = envelope as { request: object };
    const response = await skill({ ...envelope, request: { ...request, timestamp: at } });
    attributes = response.sessionAttributes ?? {};
    return JSON.stringify(response.response.outputSpeech);
  };
  await say('IntentRequest', 'ExplainChemoembolizationIntent', '2026-11-23T12:00:00Z');
  await say('IntentRequest', 'AMAZON.StopIntent', '2026-11-23T12:00:06Z');
  attributes = {};
  expect(await say('LaunchRequest', null, '2026-11-24T09:00:00Z')).toContain('Welcome back');
  const again = await say('IntentRequest', 'AMAZON.YesIntent', '2026-11-24T09:00:10Z');
  expect(again).toContain('A drug in an oily mix');
  expect(again).not.toContain('is a kind of regional');
});
