/**
 * Takes an utterance for a request, the way Alexa would if it heard only what the interaction model
 * lists: a sample utterance with its slots, else a free question. This is not Alexa's own recognition,
 * which is statistical and guesses more.
 */
import { readFileSync } from 'node:fs';
import { toWords } from '../lambda/understand/words.ts';

export interface RecognisedSlot {
  readonly value: string;
  /** Ids of the slot values that the words stand for. */
  readonly ids: readonly string[];
}

export interface Recognised {
  readonly type: 'LaunchRequest' | 'IntentRequest';
  readonly intent: string | null;
  readonly slots: Readonly<Record<string, RecognisedSlot>>;
}

export type Recognise = (utterance: string) => Recognised;

interface Model {
  readonly invocationName: string;
  readonly intents: readonly {
    readonly name: string;
    readonly slots?: readonly { readonly name: string; readonly type: string }[];
    readonly samples: readonly string[];
  }[];
  readonly types: readonly {
    readonly name: string;
    readonly values: readonly {
      readonly id: string;
      readonly name: { readonly value: string; readonly synonyms: readonly string[] };
    }[];
  }[];
}

/** What Alexa knows of its own intents without being told. */
const AMAZON_SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.YesIntent': ['yes', 'yeah', 'yep', 'ok', 'okay'],
  'AMAZON.NoIntent': ['no', 'nope', 'nah'],
  'AMAZON.RepeatIntent': ['repeat', 'repeat that', 'say that again'],
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
  'AMAZON.StopIntent': ['stop', 'quit', 'exit', 'shut up'],
  'AMAZON.CancelIntent': ['cancel'],
  'AMAZON.NextIntent': ['next', 'skip'],
  'AMAZON.PreviousIntent': ['previous'],
  'AMAZON.StartOverIntent': ['start over', 'restart'],
  'AMAZON.NavigateHomeIntent': ['go home', 'home'],
};
const FREE_QUESTION = 'AskQuestionIntent';
const OPENING = '(?:alexa )?(?:open|launch|start|begin|talk to|run|use)';
const ASKING = '(?:alexa )?(?:ask|tell)';

/** Reads the interaction model in `file`. */
export function readRecogniser(file: URL): Recognise {
  const { interactionModel } = JSON.parse(readFileSync(file, 'utf8')) as {
    interactionModel: { languageModel: Model };
  };
  const model = interactionModel.languageModel;
  const known = listUtterances(model);
  const carriers = listCarriers(model);
  const name = toWords(model.invocationName).join(' ');
  const launch = new RegExp(`^${OPENING} ${name}$`);
  const oneShot = new RegExp(`^${ASKING} ${name} (?:to |about |for )?(.+)$`);
  return (utterance) => {
    const heard = toWords(utterance).join(' ');
    if (launch.test(heard)) return { type: 'LaunchRequest', intent: null, slots: {} };
    const asked = oneShot.exec(heard)?.[1];
    const words = asked ?? heard;
    if (words === '') return toIntent('AMAZON.FallbackIntent');
    const exact = known.get(words);
    if (exact !== undefined) return exact;
    const carrier = carriers.find((start) => words.startsWith(start));
    const question =
      carrier === undefined ? (asked ?? utterance.trim()) : words.slice(carrier.length);
    return toIntent(FREE_QUESTION, { question: { value: question, ids: [] } });
  };
}

function toIntent(intent: string, slots: Recognised['slots'] = {}): Recognised {
  return { type: 'IntentRequest', intent, slots };
}

/** Every utterance that the model's samples stand for, with the slots filled in. */
function listUtterances(model: Model): ReadonlyMap<string, Recognised> {
  const types = new Map(model.types.map((type) => [type.name, type.values]));
  const known = new Map<string, Recognised>();
  for (const { name, slots = [], samples } of model.intents) {
    for (const sample of [...(AMAZON_SAMPLES[name] ?? []), ...samples]) {
      for (const { words, filled } of expand(sample, slots, types)) {
        const key = toWords(words).join(' ');
        known.set(key, merge(known.get(key), toIntent(name, filled)));
      }
    }
  }
  return known;
}

/** One utterance may fill a slot with several values: all of them are kept, as Alexa does. */
function merge(before: Recognised | undefined, now: Recognised): Recognised {
  if (before?.intent !== now.intent) return before ?? now;
  const slots = { ...before.slots };
  for (const [name, slot] of Object.entries(now.slots)) {
    const ids = new Set([...(slots[name]?.ids ?? []), ...slot.ids]);
    slots[name] = { value: slot.value, ids: [...ids] };
  }
  return { ...before, slots };
}

interface Expansion {
  readonly words: string;
  readonly filled: Recognised['slots'];
}

function expand(
  sample: string,
  slots: readonly { readonly name: string; readonly type: string }[],
  types: ReadonlyMap<string, Model['types'][number]['values']>,
): Expansion[] {
  let expansions: Expansion[] = [{ words: '', filled: {} }];
  for (const part of sample.split(/(\{\w+\})/)) {
    const slot = slots.find(({ name }) => part === `{${name}}`);
    const choices: Expansion[] =
      slot === undefined
        ? [{ words: part, filled: {} }]
        : (types.get(slot.type) ?? []).flatMap(({ id, name }) =>
            [name.value, ...name.synonyms].map((value) => ({
              words: value,
              filled: { [slot.name]: { value, ids: [id] } },
            })),
          );
    expansions = expansions.flatMap(({ words, filled }) =>
      choices.map((choice) => ({
        words: words + choice.words,
        filled: { ...filled, ...choice.filled },
      })),
    );
  }
  return expansions;
}

/** What stands before a free question, longest first. */
function listCarriers(model: Model): string[] {
  const samples = model.intents.find(({ name }) => name === FREE_QUESTION)?.samples ?? [];
  return samples
    .map((sample) => `${toWords(sample.replace(/\{.*/, '')).join(' ')} `)
    .sort((a, b) => b.length - a.length);
}
