/** The real skill on the compiled catalogue, with all that it decides and logs at hand. */
import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { WholeCatalogue } from '../../compiler/build-catalogue.ts';
import { readLanguages } from '../../lambda/languages.ts';
import type { LogLine } from '../../lambda/log.ts';
import type { Reply, SpokenReply } from '../../lambda/reply.ts';
import { createSkill, type InvokeSkill, type SkillOptions } from '../../lambda/skill.ts';
import { envelopeOf, type FilledSlot, intentRequest, launchRequest } from './requests.ts';
import { PROJECT } from './temporary-project.ts';
import { readWholeCatalogue } from './whole-catalogue.ts';

const GENERATED = new URL('lambda/generated/', PROJECT);

export const languageOf = readLanguages(fileURLToPath(GENERATED));

interface Spoken {
  readonly locale: string;
  readonly catalogue: WholeCatalogue;
}

const CATALOGUES: readonly WholeCatalogue[] = readdirSync(GENERATED)
  .filter((file) => file.endsWith('.catalogue.jsonl'))
  .map((file) => readWholeCatalogue(new URL(file, GENERATED)));

/** Every locale that the skill speaks, with the catalogue of its language. */
export const LOCALES: readonly Spoken[] = CATALOGUES.flatMap((catalogue) =>
  Object.keys(catalogue.locales).map((locale) => ({ locale, catalogue })),
);

/** Every language, with the locale that it falls back to. */
export const LANGUAGES: readonly Spoken[] = CATALOGUES.flatMap((catalogue) =>
  LOCALES.filter((spoken) => spoken.catalogue === catalogue).slice(0, 1),
);

export interface TestSkill {
  readonly invoke: InvokeSkill;
  readonly replies: Reply[];
  readonly logs: LogLine[];
}

export function createTestSkill(options: Partial<SkillOptions> = {}): TestSkill {
  const replies: Reply[] = [];
  const logs: LogLine[] = [];
  const invoke = createSkill({
    languageOf,
    log: (line) => logs.push(line),
    onReply: (reply) => replies.push(reply),
    ...options,
  });
  return { invoke, replies, logs };
}

export interface Heard {
  readonly reply: SpokenReply;
  readonly response: ResponseEnvelope['response'];
}

export interface Talk {
  readonly launch: () => Promise<Heard>;
  readonly ask: (intent: string, slots?: Readonly<Record<string, FilledSlot>>) => Promise<Heard>;
  /** Ends the session without a word, as Alexa does after a silence. */
  readonly end: () => Promise<void>;
}

/** One session with the skill, intent by intent; what it remembers goes from turn to turn. */
export function beginTalk(options: Partial<SkillOptions> = {}, locale = 'en-CA'): Talk {
  const { invoke, replies } = createTestSkill(options);
  let attributes: unknown;
  const send = async (envelope: object): Promise<Heard> => {
    const { response, sessionAttributes } = await invoke(envelope);
    attributes = sessionAttributes ?? {};
    const reply = replies.at(-1);
    if (reply?.kind !== 'spoken') throw new Error('The skill said nothing.');
    return { reply, response };
  };
  const surroundings = () => ({ locale, isNew: attributes === undefined, attributes });
  return {
    launch: () => send(launchRequest(surroundings())),
    ask: (intent, slots) => send(intentRequest(intent, slots, surroundings())),
    end: async () => {
      await invoke(envelopeOf({ type: 'SessionEndedRequest' }, surroundings()));
    },
  };
}
