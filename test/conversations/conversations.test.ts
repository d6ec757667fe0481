import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { hearConversation, readConversationFile } from '../helpers/conversation-file.ts';

const LANGUAGES = ['en'];

describe.each(LANGUAGES)('conversations in %s', (language) => {
  const folder = new URL(`${language}/`, import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readConversationFile(new URL(file, folder), `${language}/${file}`));

  test.each(files)('$title ($name)', async (file) => {
    expect(await hearConversation(file)).toBe('');
  });
});
