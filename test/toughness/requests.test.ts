import { describe, expect, test } from '@jest/globals';
import { MOST_MS, playShare } from './share.ts';

describe('whatever is sent is answered as it is due', () => {
  test.each(['any JSON', 'broken envelopes', 'giants'] as const)(
    '%s',
    async (kind) => {
      const { outcomes } = await playShare(kind);
      expect([...outcomes.keys()]).toEqual(
        expect.arrayContaining(['refusal', 'silence', 'verdict', 'speech, welcome']),
      );
    },
    MOST_MS,
  );
});
