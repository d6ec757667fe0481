/** What the skill is asked while it is measured. */
import { readFileSync } from 'node:fs';
import { readRecogniser, type Recognised } from '../simulator/recognise.ts';
import { toEnvelope } from '../simulator/conversation.ts';
import { ROOT } from './artefact.ts';

const LOCALE = 'en-CA';
const FREE_QUESTION = 'AskQuestionIntent';

/** The requests of the cold starts. */
export const COLD_REQUESTS = {
  intent: envelopeOf({
    type: 'IntentRequest',
    intent: 'ExplainChemoembolizationIntent',
    slots: {},
  }),
  launch: envelopeOf({ type: 'LaunchRequest', intent: null, slots: {} }),
  question: toQuestion('why would they close off the blood to the tumour'),
} as const;

/** The envelope, meant for the skill of another id. */
export function forSkill(skillId: string, envelope: object): object {
  return JSON.parse(JSON.stringify(envelope), (key, value: unknown) =>
    key === 'applicationId' ? skillId : value,
  ) as object;
}

/** A session: its turns in order, each without the attributes that the turn before it returns. */
export type Script = readonly object[];

/** What a listener may say in one session; each is a sample utterance. */
const CONVERSATION = [
  'open chemo guide',
  'what is key sixty seven',
  'what does aggressive mean',
  'yes',
  'tell me more',
  'how does the pump work',
  'repeat that',
  'slower',
  'next',
  'go back',
  'should I have chemo',
  'yes',
  'next',
  'where am I',
  'what can I ask',
  'number two',
  'what drugs are used',
  'spell that',
  'who can I call',
  'thank you',
  'stop',
];

/** A conversation, and every other intent of the interaction model in a session of its own. */
export function intentScripts(): Script[] {
  const recognise = readRecogniser(new URL(`interactionModel/${LOCALE}.json`, ROOT));
  const conversation = CONVERSATION.map((utterance) => {
    const recognised = recognise(utterance);
    if (recognised.intent !== FREE_QUESTION) return envelopeOf(recognised);
    throw new Error(
      `"${utterance}" is no sample utterance any more: put another one in its place.`,
    );
  });
  return [conversation, ...readModelIntents().map((recognised) => [envelopeOf(recognised)])];
}

/** The questions of our own labelled set, each as free speech in a session of its own. */
export function questionScripts(): Script[] {
  return readQuestions().map((question) => [toQuestion(question)]);
}

export function readQuestions(): string[] {
  const file = new URL('test/understanding/en-questions.jsonl', ROOT);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

export function toIntent(intent: string): object {
  return envelopeOf({ type: 'IntentRequest', intent, slots: {} });
}

export function toQuestion(words: string): object {
  const slots = { question: { value: words, ids: [] } };
  return envelopeOf({ type: 'IntentRequest', intent: FREE_QUESTION, slots });
}

function envelopeOf(recognised: Recognised): object {
  return toEnvelope(recognised, LOCALE, true, {});
}

interface Model {
  readonly intents: readonly {
    readonly name: string;
    readonly slots?: readonly { readonly name: string; readonly type: string }[];
    readonly samples: readonly string[];
  }[];
  readonly types: readonly {
    readonly name: string;
    readonly values: readonly { readonly id: string; readonly name: { readonly value: string } }[];
  }[];
}

/** Every intent but the free question, with the slots of its first sample filled in. */
function readModelIntents(): Recognised[] {
  const file = new URL(`interactionModel/${LOCALE}.json`, ROOT);
  const { interactionModel } = JSON.parse(readFileSync(file, 'utf8')) as {
    interactionModel: { languageModel: Model };
  };
  const { intents, types } = interactionModel.languageModel;
  return intents
    .filter(({ name }) => name !== FREE_QUESTION)
    .map(({ name, slots = [], samples }) => {
      const said = slots.filter((slot) => samples[0]?.includes(`{${slot.name}}`));
      const filled = said.flatMap((slot) => {
        const value = types.find((type) => type.name === slot.type)?.values[0];
        return value ? [[slot.name, { value: value.name.value, ids: [value.id] }]] : [];
      });
      return { type: 'IntentRequest', intent: name, slots: Object.fromEntries(filled) };
    });
}
