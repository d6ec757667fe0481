import { describe, expect, test } from '@jest/globals';
import { MOST_MS, playShare, SHARES } from './share.ts';

describe('whatever comes back as the session, the conversation goes on', () => {
  test.each(['forged sessions', 'tampered sessions', 'tampered conversations'] as const)(
    '%s',
    async (kind) => {
      const { outcomes } = await playShare(kind);
      expect([...outcomes.keys()]).toEqual(
        expect.arrayContaining(['speech, answer', 'speech, list', 'speech, control', 'silence']),
      );
    },
    MOST_MS,
  );
});

test('the kinds have 100,000 turns between them', () => {
  const turns = Object.values(SHARES).map((share) => share.plans * share.turns);
  expect(turns.reduce((sum, count) => sum + count, 0)).toBe(100_000);
});
