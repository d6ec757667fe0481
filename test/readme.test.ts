import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createProcessMemory } from '../lambda/memory/memory.ts';
import { createSimulator } from '../simulator/conversation.ts';

const ROOT = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');

function find(pattern: RegExp): string {
  const found = pattern.exec(readme)?.[1];
  if (found === undefined) throw new Error(`README.md has nothing like ${pattern.source}`);
  return found;
}

describe('what the README prints is what the guide says', () => {
  test('in the conversation', async () => {
    const utterances = find(/<<'END'\n([^]*?)END\n/)
      .trim()
      .split('\n');
    // As `npm run ask -- --conversation` has it: the listener is remembered.
    const conversation = createSimulator(ROOT, { memory: createProcessMemory() }).begin('en-CA');
    const heard: string[] = [];
    for (const utterance of utterances) {
      const { speech } = await conversation.say(utterance);
      heard.push(`U: ${utterance}`, `A: ${speech}`);
    }
    expect(find(/```text\n(U: [^]*?)```/).trim()).toBe(heard.join('\n'));
  });

  test('to the single question', async () => {
    const question = find(/npm run --silent ask -- "([^"]+)"/);
    const { speech } = await createSimulator(ROOT).begin('en-CA').say(question);
    expect(readme).toContain(`\`\`\`text\n${speech}\n\`\`\``);
  });
});
