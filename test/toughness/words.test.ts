import { describe, expect, test } from '@jest/globals';
import { MOST_MS, playShare } from './share.ts';

describe('whatever is heard is answered in our own words', () => {
  test(
    'hostile words',
    async () => {
      const { outcomes } = await playShare('hostile words');
      expect([...outcomes.keys()]).toEqual(
        expect.arrayContaining(
          [
            ['speech, answer', 'speech, clarify', 'speech, not-covered', 'speech, urgent'],
            ['speech, advice', 'speech, definition', 'speech, error', 'speech, goodbye'],
          ].flat(),
        ),
      );
    },
    MOST_MS,
  );
});
