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
  const matchSample = buildMatcher(model);
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
    const exact = matchSample(words) ?? matchSample(withoutManners(words));
    if (exact !== undefined) return exact;
    const carrier = carriers.find((start) => words.startsWith(start));
    const question =
      carrier === undefined ? (asked ?? utterance.trim()) : words.slice(carrier.length);
    return toIntent(FREE_QUESTION, { question: { value: question, ids: [] } });
  };
}

/** What is said around a sample; Alexa is not put off by it. */
const MANNERS_BEFORE =
  /^(?:(?:please|sorry|okay|ok|um|uh|well|so|hey|alexa|oh|now|just|can you|could you|would you|will you|you can|let us|let me|got it|right|great|thanks|thank you|no no|yes yes|then|and then) )+/;
const MANNERS_AFTER = /(?: (?:please|for me|thanks|thank you|now|then|alexa|will you|would you))+$/;

function withoutManners(words: string): string {
  return words.replace(MANNERS_BEFORE, '').replace(MANNERS_AFTER, '');
}

function toIntent(intent: string, slots: Recognised['slots'] = {}): Recognised {
  return { type: 'IntentRequest', intent, slots };
}

/** Finds the sample that an utterance is; every slot may hold any value of its type. */
function buildMatcher(model: Model): (words: string) => Recognised | undefined {
  const types = new Map(model.types.map((type) => [type.name, listValues(type.values)]));
  const plain = new Map<string, string>();
  const withSlots: { intent: string; parts: readonly Part[] }[] = [];
  for (const { name, slots = [], samples } of model.intents) {
    for (const sample of [...(AMAZON_SAMPLES[name] ?? []), ...samples]) {
      const parts = toParts(sample, slots, types);
      const [only] = parts;
      if (parts.length === 1 && only !== undefined && 'words' in only) {
        if (!plain.has(only.words)) plain.set(only.words, name);
      } else withSlots.push({ intent: name, parts });
    }
  }
  // Two words or more that are left of a sample without its manners are one too, if no other is the same.
  for (const [words, name] of plain) {
    const bare = withoutManners(words);
    if (bare.includes(' ') && !plain.has(bare)) plain.set(bare, name);
  }
  return (words) => {
    const intent = plain.get(words);
    if (intent !== undefined) return toIntent(intent);
    let found: Recognised | undefined;
    for (const sample of withSlots) {
      if (found !== undefined && found.intent !== sample.intent) continue;
      const slots = matchParts(sample.parts, words);
      if (slots !== null) found = merge(found, toIntent(sample.intent, slots));
    }
    return found;
  };
}

/** One utterance may fill a slot with several values: all of them are kept, as Alexa does. */
function merge(before: Recognised | undefined, now: Recognised): Recognised {
  if (before === undefined) return now;
  const slots = { ...before.slots };
  for (const [name, slot] of Object.entries(now.slots)) {
    const ids = new Set([...(slots[name]?.ids ?? []), ...slot.ids]);
    slots[name] = { value: slot.value, ids: [...ids] };
  }
  return { ...before, slots };
}

/** Words, or a slot with its values: words to what they stand for. */
type Part = { readonly words: string } | { readonly slot: string; readonly values: SlotValues };
type SlotValues = ReadonlyMap<string, RecognisedSlot>;

/** The values of a slot type by their words; the same words may stand for several. */
function listValues(values: Model['types'][number]['values']): SlotValues {
  const known = new Map<string, RecognisedSlot>();
  for (const { id, name } of values) {
    for (const value of [name.value, ...name.synonyms]) {
      const words = toWords(value).join(' ');
      known.set(words, { value, ids: [...(known.get(words)?.ids ?? []), id] });
    }
  }
  return known;
}

function toParts(
  sample: string,
  slots: readonly { readonly name: string; readonly type: string }[],
  types: ReadonlyMap<string, SlotValues>,
): Part[] {
  return sample.split(/(\{\w+\}(?:'s)?)/).flatMap((part): Part[] => {
    const slot = slots.find(({ name }) => part.replace(/'s$/, '') === `{${name}}`);
    if (slot !== undefined) return [{ slot: slot.name, values: types.get(slot.type) ?? new Map() }];
    const words = toWords(part).join(' ');
    return words === '' ? [] : [{ words }];
  });
}

/** The slots of a sample that the words are; null if they are another. */
function matchParts([part, ...rest]: readonly Part[], words: string): Recognised['slots'] | null {
  if (part === undefined) return words === '' ? {} : null;
  if ('words' in part) {
    if (words === part.words) return matchParts(rest, '');
    return words.startsWith(`${part.words} `)
      ? matchParts(rest, words.slice(part.words.length + 1))
      : null;
  }
  const all = words.split(' ');
  for (let length = all.length; length > 0; length--) {
    const value = part.values.get(all.slice(0, length).join(' '));
    const slots = value && matchParts(rest, all.slice(length).join(' '));
    if (value && slots) return { ...slots, [part.slot]: value };
  }
  return null;
}

/** What stands before a free question, longest first. */
function listCarriers(model: Model): string[] {
  const samples = model.intents.find(({ name }) => name === FREE_QUESTION)?.samples ?? [];
  return samples
    .map((sample) => `${toWords(sample.replace(/\{.*/, '')).join(' ')} `)
    .sort((a, b) => b.length - a.length);
}
