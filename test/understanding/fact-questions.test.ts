import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { createSimulator } from '../../simulator/conversation.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

interface FactQuestion {
  readonly fact: string;
  readonly question: string;
  /** Words of the reply, in any case, that tell the fact. */
  readonly heard: readonly string[];
}

function readYaml(file: string): unknown {
  return parse(readFileSync(new URL(file, PROJECT), 'utf8'));
}

const facts = readYaml('content/facts.yaml') as readonly { readonly id: string }[];
const simulator = createSimulator(PROJECT);

describe.each([['en', 'en-CA']])(
  'every fact of the page can be asked for (%s)',
  (language, locale) => {
    const questions = readYaml(`test/understanding/${language}-facts.yaml`) as FactQuestion[];

    test('none of them is left out', () => {
      const asked = new Set(questions.map(({ fact }) => fact));
      expect([...asked].sort()).toEqual(facts.map(({ id }) => id).sort());
    });

    test.each(questions)('$fact: $question', async ({ question, heard }) => {
      const { request, outcome, speech } = await simulator.begin(locale).say(question);
      // A free question as a whole: in words that no sample has.
      expect(request.slots['question']?.value).toBe(question);
      const missing = heard.filter((words) => !speech.toLowerCase().includes(words.toLowerCase()));
      expect({ outcome, speech, missing }).toEqual({
        outcome: expect.stringMatching(/^(?:answer|definition)$/),
        speech,
        missing: [],
      });
    });
  },
);
