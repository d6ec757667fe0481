/** The one place where a request is given to its handler. Whatever comes, there is a reply. */
import type { Catalogue } from '../catalogue.ts';
import { late } from '../late.ts';
import type { ForgetReply, Reply, SpokenReply } from '../reply.ts';
import { changed, type SentencePlace } from '../session.ts';
import { sayAnswer } from './answer.ts';
import { saySafety } from './safety.ts';
import { ask, askOnly, reply, type Turn } from './turn.ts';

type Decision<T extends Reply = SpokenReply> = T | Promise<T>;

/** Requests that Alexa allows no speech for, or that ask for nothing. See docs/architecture.md. */
const SILENT_REQUESTS =
  /^(SessionEndedRequest|System\.|AlexaSkillEvent\.|AudioPlayer\.|PlaybackController\.|Alexa\.|GameEngine\.|GadgetController\.|Messaging\.|Display\.|Dialog\.)/;

/** Decides on the reply to a request of any type; some are answered from a file that is loaded then. */
export function decide(requestType: string, intentName: string, turn: Turn): Decision<Reply> {
  if (requestType === 'CanFulfillIntentRequest') return canFulfil(turn, intentName);
  if (requestType === 'IntentRequest') return decideIntent(turn, intentName);
  if (requestType === 'LaunchRequest') {
    return welcome(turn);
  }
  if (SILENT_REQUESTS.test(requestType)) return { kind: 'silent' };
  return askOnly(turn, 'control', 'home');
}

/** A short greeting for one who was here before, with the offer to go on where they stopped. */
function welcome(turn: Turn): SpokenReply {
  const { last, memory, at } = turn.session;
  const stored = memory?.state === 'found' ? memory.stored : null;
  const place = at ?? stored?.place ?? null;
  const answer = place === null ? undefined : turn.catalogue.answers.get(place.id);
  if (last === null && stored === null) return askOnly(turn, 'welcome', 'welcome');
  if (place === null || answer === undefined) return askOnly(turn, 'welcome', 'welcomeBack');
  turn.session = changed(turn.session, { about: answer.section });
  return reply(turn, {
    outcome: 'welcome',
    ask: ask(turn, 'welcomeResume', 'offerReprompt', { topic: `section/${answer.section}` }),
    offer: { to: 'answer', ...withoutFirstSentence(place) },
  });
}

/** A place as a session holds it: the first sentence is not named. */
function withoutFirstSentence({ id, piece, sentence = 0 }: SentencePlace): SentencePlace {
  return sentence === 0 ? { id, piece } : { id, piece, sentence };
}

function decideIntent(turn: Turn, intentName: string): Decision<SpokenReply | ForgetReply> {
  const [kind, id] = targetOf(turn.catalogue, intentName);
  if (kind === 'safety' && id !== undefined) return saySafety(turn, id);
  if (kind === 'answer' && id !== undefined) return sayAskedAnswer(turn, id);
  return kind === 'control' ? decideControl(turn, intentName) : notForVoice(turn);
}

async function decideControl(turn: Turn, intentName: string): Promise<SpokenReply | ForgetReply> {
  const { INTENT_HANDLERS } = await loadControls();
  return INTENT_HANDLERS[intentName]?.(turn) ?? notForVoice(turn);
}

/** Loads the handlers of all other intents. */
export const loadControls = late(() => import('./controls.ts'));

const loadCanFulfil = late(() => import('./can-fulfil.ts'));

async function canFulfil(turn: Turn, intentName: string): Promise<Reply> {
  const { decideCanFulfil } = await loadCanFulfil();
  return decideCanFulfil(turn, intentName);
}

function notForVoice(turn: Turn): SpokenReply {
  return askOnly(turn, 'error', 'notForVoice');
}

/**
 * Says the answer of an intent, if what was heard in its slots is what its samples have there. Alexa
 * fills a slot with whatever it hears, so another word must not be waved through.
 */
function sayAskedAnswer(turn: Turn, id: string): Decision {
  for (const [name, { words, ids }] of Object.entries(turn.slots)) {
    const term = turn.catalogue.slots.get(name);
    if (words === null || term === undefined) continue;
    const known = ids.filter((other) => turn.catalogue.terms.get(other) !== undefined);
    if (known.length === 0) return askWhetherMeant(turn, id);
    if (!known.includes(term)) return answerWords(turn, words);
  }
  return sayAnswer(turn, id);
}

async function askWhetherMeant(turn: Turn, id: string): Promise<SpokenReply> {
  const { clarify } = await loadControls();
  return clarify(turn, [`answer/${id}`]);
}

async function answerWords(turn: Turn, words: string): Promise<SpokenReply> {
  const { answerQuestion } = await loadControls();
  return answerQuestion(turn, words);
}

function targetOf(catalogue: Catalogue, intentName: string): readonly (string | undefined)[] {
  return catalogue.intents.get(intentName)?.split('/') ?? [];
}
