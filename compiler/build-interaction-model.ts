/** Builds what Alexa learns to hear: one interaction model a locale, the same for one language. */
import type { Content } from './content.ts';
import {
  allSamples,
  answerIntentName,
  buildSlotTypes,
  safetyIntentName,
  slotFor,
  slotNamesIn,
  toAlexaSample,
} from './samples.ts';

export interface InteractionModel {
  readonly interactionModel: { readonly languageModel: LanguageModel };
}

interface LanguageModel {
  readonly invocationName: string;
  readonly modelConfiguration?: { readonly fallbackIntentSensitivity: { readonly level: string } };
  readonly intents: readonly Intent[];
  readonly types: readonly ModelSlotType[];
}

interface Intent {
  readonly name: string;
  readonly slots?: readonly { readonly name: string; readonly type: string }[];
  readonly samples: readonly string[];
}

interface ModelSlotType {
  readonly name: string;
  readonly values: readonly {
    readonly id: string;
    readonly name: { readonly value: string; readonly synonyms: readonly string[] };
  }[];
}

/** Languages whose models may set how readily the fallback intent is chosen. */
const WITH_FALLBACK_SENSITIVITY = new Set(['en', 'de']);

export function buildInteractionModel(content: Content): InteractionModel {
  const samples = new Map<string, string[]>();
  for (const { intent, sample } of allSamples(content)) {
    samples.set(intent, [...(samples.get(intent) ?? []), sample]);
  }
  const names = [
    ...content.answers.map(({ value }) => answerIntentName(value.id)),
    ...content.safety.map(({ value }) => safetyIntentName(value)),
    ...content.intents.map(({ value }) => value.intent),
  ].sort();
  const { language, settings } = content;
  return {
    interactionModel: {
      languageModel: {
        invocationName: settings.value.invocation,
        ...(WITH_FALLBACK_SENSITIVITY.has(language)
          ? { modelConfiguration: { fallbackIntentSensitivity: { level: 'MEDIUM' } } }
          : {}),
        intents: names.map((name) => toIntent(content, name, samples.get(name) ?? [])),
        types: buildSlotTypes(content).map(({ name, values }) => ({
          name,
          values: values.map(({ id, value, synonyms }) => ({ id, name: { value, synonyms } })),
        })),
      },
    },
  };
}

function toIntent(content: Content, name: string, samples: readonly string[]): Intent {
  const slotNames = [...new Set(samples.flatMap(slotNamesIn))];
  const slots = slotNames
    .flatMap((slot) => slotFor(content, slot) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const alexaSamples = samples.map((sample) => toAlexaSample(content, sample));
  return slots.length === 0
    ? { name, samples: alexaSamples }
    : { name, slots, samples: alexaSamples };
}
