import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { canFulfilProblems, isSilence, spokenProblems } from '../helpers/responses.ts';
import { createTestSkill } from '../helpers/skill.ts';

/** The envelopes of a file in test/fixtures/envelopes, each with what is odd about it. */
function envelopesIn(file: string): [what: string, envelope: object][] {
  const url = new URL(`../fixtures/envelopes/${file}.json`, import.meta.url);
  return Object.entries(JSON.parse(readFileSync(url, 'utf8')) as Record<string, object>);
}

async function send(envelope: object): Promise<unknown> {
  const { invoke, logs } = createTestSkill();
  const answered = await invoke(envelope);
  expect(logs).toEqual([]);
  // A response goes over the wire as JSON.
  return JSON.parse(JSON.stringify(answered));
}

describe('heard, whatever Alexa leaves out', () => {
  describe.each(['launches', 'intents', 'returns'])('%s', (file) => {
    test.each(envelopesIn(file))('%s', async (_, envelope) => {
      expect(await spokenProblems(await send(envelope), 'en-CA')).toEqual([]);
    });
  });
});

describe('no speech where Alexa allows none', () => {
  describe.each(['events', 'devices'])('%s', (file) => {
    test.each(envelopesIn(file))('%s', async (_, envelope) => {
      expect(isSilence(await send(envelope))).toBe(true);
    });
  });
});

describe('whether it can be fulfilled', () => {
  test.each(envelopesIn('can-fulfil'))('%s', async (_, envelope) => {
    expect(canFulfilProblems(await send(envelope))).toEqual([]);
  });
});
