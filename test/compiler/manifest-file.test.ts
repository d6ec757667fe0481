/** The project's own manifest: what Amazon's schema takes, and what the skill then really does. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Manifest, manifestSchema } from '../../compiler/manifest-schema.ts';
import { createSimulator } from '../../simulator/conversation.ts';
import { createManifestCheck } from '../helpers/amazon-schema.ts';
import { envelopeOf } from '../helpers/requests.ts';
import { createTestSkill, LOCALES } from '../helpers/skill.ts';
import { PROJECT } from '../helpers/temporary-project.ts';
import { watchedMemory } from '../helpers/watched-memory.ts';

const text = readFileSync(new URL('skill.json', PROJECT), 'utf8');
const { manifest } = manifestSchema.parse(JSON.parse(text));
const { locales, testingInstructions } = manifest.publishingInformation;

/** With the endpoints that ask-cli fills in when it deploys. */
function deployed({ events, apis, ...rest }: Manifest['manifest']): object {
  const endpoint = { uri: 'arn:aws:lambda:us-east-1:123456789012:function:chemo-guide:live' };
  return {
    manifest: {
      ...rest,
      events: { ...events, endpoint },
      apis: { custom: { ...apis.custom, endpoint } },
    },
  };
}

describe('Amazon’s own schema', () => {
  const check = createManifestCheck();

  test('takes the manifest as it is deployed', () => {
    check(deployed(manifest));
    expect(check.errors ?? []).toEqual([]);
  });

  test('refuses a manifest with an unknown key, and one with a summary that is too long', () => {
    const { publishingInformation } = manifest;
    const long = { ...locales['en-CA'], summary: 'long '.repeat(40) };
    expect(check({ ...deployed(manifest), colour: 'red' })).toBe(false);
    expect(
      check({
        manifest: {
          publishingInformation: { ...publishingInformation, locales: { 'en-CA': long } },
        },
      }),
    ).toBe(false);
  });
});

test('the store has the locales that the skill speaks', () => {
  expect(Object.keys(locales).sort()).toEqual(LOCALES.map(({ locale }) => locale).sort());
});

test.each(Object.entries(locales))(
  'in %s, whatever the store tells to say is understood by a sample',
  async (locale, { examplePhrases, description }) => {
    const quoted = [...description.matchAll(/“([^”]+)”/g)].map(([, phrase = '']) => phrase);
    const conversation = createSimulator(PROJECT).begin(locale);
    const intents: (string | null)[] = [];
    for (const phrase of [...examplePhrases, ...quoted.slice(1)]) {
      const { outcome, request } = await conversation.say(phrase.replace('Alexa, ', ''));
      expect([phrase, ['error', 'clarify', 'not-covered'].includes(outcome)]).toEqual([
        phrase,
        false,
      ]);
      intents.push(request.intent);
    }
    expect(intents.length).toBeGreaterThan(examplePhrases.length);
    expect(intents[0]).toBeNull();
    expect(intents).not.toContain('AskQuestionIntent');
    expect(intents).not.toContain('AMAZON.FallbackIntent');
  },
);

test('a tester who does what the instructions say gets what they promise', async () => {
  const steps: readonly (readonly [step: string, outcomes: readonly string[]])[] = [
    ['OPENING', ['welcome']],
    ['AN ANSWER', ['answer', 'answer']],
    ['A WORD', ['control']],
    ['SPEED', ['control', 'control']],
    ['QUESTIONS FOR THE DOCTOR', ['answer', 'list', 'control', 'control']],
    ['A PERSONAL DECISION', ['advice']],
    ['NOT COVERED', ['not-covered']],
    ['AN EMERGENCY', ['urgent']],
    ['THE SOURCE', ['control']],
    ['WHAT IS STORED', ['control', 'control', 'control']],
  ];
  const conversation = createSimulator(PROJECT).begin('en-CA');
  for (const [step, outcomes] of steps) {
    const paragraph = testingInstructions
      .split('\n\n')
      .find((part) => part.includes(`. ${step}. `));
    const sayings = [...(paragraph ?? '').matchAll(/“([^”]+)”/g)].map(([, saying = '']) => saying);
    const heard: string[] = [];
    for (const saying of sayings) {
      const turn = await conversation.say(saying.replace('Alexa, ', ''));
      heard.push(turn.outcome);
      expect(turn.shouldEndSession).toBe(turn.outcome === 'urgent');
    }
    expect([step, heard]).toEqual([step, outcomes]);
  }
});

describe('skill events', () => {
  const EVENTS = [
    ['SKILL_ENABLED', 'AlexaSkillEvent.SkillEnabled'],
    ['SKILL_DISABLED', 'AlexaSkillEvent.SkillDisabled'],
    ['SKILL_ACCOUNT_LINKED', 'AlexaSkillEvent.SkillAccountLinked'],
    ['SKILL_PERMISSION_ACCEPTED', 'AlexaSkillEvent.SkillPermissionAccepted'],
    ['SKILL_PERMISSION_CHANGED', 'AlexaSkillEvent.SkillPermissionChanged'],
  ] as const;

  test.each(EVENTS)('%s is asked for exactly if the skill acts upon it', async (name, type) => {
    const memory = watchedMemory();
    await createTestSkill({ memory }).invoke(envelopeOf({ type }, { without: 'session' }));
    const names = manifest.events.subscriptions.map(({ eventName }) => eventName);
    expect(names.includes(name)).toBe(memory.calls.length > 0);
  });
});
