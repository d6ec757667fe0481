import { describe, expect, test } from '@jest/globals';
import { hearConversation, parseConversation } from '../helpers/conversation-file.ts';

async function hear(...lines: readonly string[]): Promise<string> {
  return hearConversation(parseConversation(['# A title', ...lines].join('\n'), 'file.txt'));
}

describe('a conversation file', () => {
  test('is silent where all was heard', async () => {
    const lines = ['U: stop', 'A: …', '(microphone closed)', '(new session)', 'U: stop', 'A: …'];
    expect(await hear(...lines)).toBe('');
  });

  test('knows a listener who comes back, and no other one', async () => {
    const told = ['U: what is chemo', 'A: Chemo is …', 'U: stop', 'A: …'];
    const back = ['(comes back)', 'U: open chemo guide', 'A: Welcome back. …'];
    const other = ['(new session)', 'U: open chemo guide', 'A: Welcome to Chemo Guide. …'];
    expect(await hear(...told, ...back, ...other)).toBe('');
  });

  test.each([
    ['other words', ['U: stop', 'A: Good morning. …'], 'file.txt:3\n  wanted: Good morning. …\n'],
    ['more than was wanted', ['U: help', 'A: Ask'], 'file.txt:3\n  wanted: Ask\n'],
    ['a line too many', ['U: stop', 'A: …', 'A: Wait.'], 'file.txt:4\n  wanted: Wait.\n'],
    ['an open microphone', ['U: help', '(microphone closed)'], 'heard:  microphone open'],
    ['no card', ['U: help', '(card: Help)'], 'heard:  no card'],
    ['another card', ['U: what is chemo', '(card: Surgery)'], 'heard:  Chemotherapy'],
  ])('tells where %s was heard', async (_, lines, told) => {
    expect(await hear(...lines)).toContain(told);
  });

  test('counts lines from the top of the file, notes and empty lines with them', async () => {
    expect(await hear('', '# a note', 'U: help', 'A: no')).toContain('file.txt:5\n');
  });

  test.each([
    ['no title', 'U: help', 'file.txt:1: Begin the file with'],
    ['a line of another kind', '# A title\nB: help', 'file.txt:2: "B: help" is no line'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => parseConversation(text, 'file.txt')).toThrow(message);
  });

  test('is refused where something is heard before anything was said', async () => {
    await expect(hear('A: Hello.')).rejects.toThrow('file.txt:2: Nothing was said');
  });
});
