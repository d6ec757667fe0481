/** What hostile input starts from: real envelopes, real sessions, real questions and real ids. */
import { readdirSync, readFileSync } from 'node:fs';
import { INTENT_HANDLERS } from '../../lambda/handlers/controls.ts';
import { intentRequest, launchRequest } from '../helpers/requests.ts';
import { createTestSkill } from '../helpers/skill.ts';
import { PROJECT } from '../helpers/temporary-project.ts';
import { TEXT_KEYS } from './generated-texts.ts';
import type { Json } from './json.ts';

interface ModelIntent {
  readonly name: string;
  readonly slots?: readonly { readonly name: string }[];
}

const MODELS = readdirSync(new URL('interactionModel/', PROJECT));

export const LOCALE_NAMES: readonly string[] = MODELS.map((file) => file.replace('.json', ''));

const MODEL_INTENTS = MODELS.flatMap((file) => {
  const { interactionModel } = readJson(`interactionModel/${file}`) as {
    interactionModel: { languageModel: { intents: readonly ModelIntent[] } };
  };
  return interactionModel.languageModel.intents;
});

export const INTENTS: readonly string[] = [
  ...new Set([...Object.keys(INTENT_HANDLERS), ...MODEL_INTENTS.map(({ name }) => name)]),
];

export const SLOTS: readonly string[] = [
  ...new Set(MODEL_INTENTS.flatMap(({ slots = [] }) => slots.map(({ name }) => name))),
];

/** Ids of everything that a session or a slot may name. */
export const IDS: readonly string[] = [
  ...new Set(TEXT_KEYS.flatMap((key) => key.split('/')[1] ?? [])),
  '1',
  '2',
  '3',
  'last',
];

export const OPTIONS: readonly string[] = TEXT_KEYS.flatMap(
  (key) => /^(?:answer|term)\/[^/]+/.exec(key)?.[0] ?? [],
);

/** Types of requests that a custom skill may get, and a few that do not exist. */
export const REQUEST_TYPES: readonly string[] = [
  ['LaunchRequest', 'IntentRequest', 'SessionEndedRequest', 'SessionResumedRequest'],
  ['CanFulfillIntentRequest', 'Connections.Response', 'System.ExceptionEncountered'],
  ['AlexaSkillEvent.SkillEnabled', 'AlexaSkillEvent.SkillDisabled', 'Messaging.MessageReceived'],
  ['Alexa.Presentation.APL.UserEvent', 'Alexa.Presentation.APL.RuntimeError'],
  ['AudioPlayer.PlaybackStarted', 'Display.ElementSelected', 'Dialog.API.Invoked'],
  ['launchrequest', 'Something.New', '__proto__', 'constructor', ''],
].flat();

export const ENVELOPES: readonly Json[] = readdirSync(new URL('test/fixtures/envelopes/', PROJECT))
  .map((file) => readJson(`test/fixtures/envelopes/${file}`))
  .flatMap((file) => Object.values(file as Record<string, Json>));

/** Questions in people's own words. */
export const QUESTIONS: readonly string[] = readFileSync(
  new URL('test/understanding/en-questions.jsonl', PROJECT),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);

/** Session attributes as the skill gave them, turn by turn, in conversations through all intents. */
export const SESSIONS: readonly Json[] = await readSessions();

async function readSessions(): Promise<Json[]> {
  const { invoke } = createTestSkill();
  const sessions: Json[] = [];
  const controls = Object.keys(INTENT_HANDLERS);
  const contents = INTENTS.filter((name) => !controls.includes(name));
  for (const [number, control] of controls.entries()) {
    const turns = [contents[number % contents.length] ?? '', control, 'AMAZON.YesIntent'];
    let attributes: unknown = {};
    for (const [turn, name] of ['', ...turns].entries()) {
      const isNew = turn === 0;
      const surroundings = { isNew, attributes };
      const slots = { question: { words: QUESTIONS[number] ?? '' } };
      const { sessionAttributes } = await invoke(
        isNew ? launchRequest(surroundings) : intentRequest(name, slots, surroundings),
      );
      attributes = JSON.parse(JSON.stringify(sessionAttributes));
      sessions.push(attributes as Json);
    }
  }
  return sessions;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, PROJECT), 'utf8'));
}
