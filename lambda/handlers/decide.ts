/** The one place where a request is given to its handler. Whatever comes, there is a reply. */
import type { PromptId } from '../prompts.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ForgetReply, Outcome, Reply, SpokenReply } from '../reply.ts';
import type { SentencePlace } from '../session.ts';
import { slotOf } from '../slots.ts';
import { placeWhenStopped } from '../stopped.ts';
import { sayAnswer } from './answer.ts';
import { chooseOption, clarify } from './clarify.ts';
import { askToForget, tellWhatIsStored } from './forget.ts';
import { changeSpeed, reportDetail, reportSpeed, resetSpeed, setDetail } from './hearing.ts';
import { clearKept, keepQuestion, readKept, removeQuestion, sendKept } from './kept.ts';
import {
  acceptOffer,
  continueTour,
  declineOffer,
  goBack,
  repeatLast,
  sayNext,
  sayPrevious,
  startOver,
} from './moving.ts';
import {
  describePlace,
  listRemaining,
  repeatLastPart,
  suggestRelated,
  summarizeSection,
} from './place.ts';
import { answerQuestion, sayMiss } from './question.ts';
import { saySafety } from './safety.ts';
import { askAboutTerm, defineTerm, sayTermSlowly, spellTerm } from './term.ts';
import { sayTopics } from './topics.ts';
import { ask, openAgain, reply, say, type Turn } from './turn.ts';

type Decision = SpokenReply | ForgetReply | Promise<SpokenReply>;

type Handler = (turn: Turn) => Decision;

/** Every intent that is not an answer's or a safety entry's. */
export const INTENT_HANDLERS: Readonly<Record<string, Handler>> = {
  AskAboutTermIntent: askAboutTerm,
  DefineTermIntent: defineTerm,
  SpellTermIntent: spellTerm,
  AskQuestionIntent: askFreely,
  TellMoreIntent: acceptOffer,
  ListTopicsIntent: (turn) => sayTopics(turn),
  GiveSourceIntent: giveSource,
  ChooseOptionIntent: chooseOption,
  GreetIntent: (turn) => askOnly(turn, 'control', 'greeting'),
  ThankIntent: (turn) =>
    reply(turn, { outcome: 'control', say: [say(turn, 'thanks')], ...openAgain(turn) }),
  SpeakSlowerIntent: (turn) => changeSpeed(turn, -1),
  SpeakFasterIntent: (turn) => changeSpeed(turn, 1),
  SpeakNormallyIntent: resetSpeed,
  ReportSpeedIntent: reportSpeed,
  GiveFullAnswersIntent: (turn) => setDetail(turn, 'full'),
  GiveShortAnswersIntent: (turn) => setDetail(turn, 'short'),
  ReportDetailIntent: reportDetail,
  RepeatLastPartIntent: repeatLastPart,
  DescribePlaceIntent: describePlace,
  ListRemainingIntent: listRemaining,
  SummarizeSectionIntent: summarizeSection,
  SuggestRelatedIntent: suggestRelated,
  StartTourIntent: startOver,
  ContinueTourIntent: continueTour,
  GoBackIntent: goBack,
  SayTermSlowlyIntent: sayTermSlowly,
  KeepQuestionIntent: keepQuestion,
  RemoveQuestionIntent: removeQuestion,
  ReadKeptIntent: (turn) => readKept(turn),
  ClearKeptIntent: clearKept,
  SendKeptIntent: sendKept,
  ForgetMeIntent: askToForget,
  TellWhatIsStoredIntent: tellWhatIsStored,
  'AMAZON.YesIntent': (turn) =>
    turn.session.offer?.to === 'forget' ? { kind: 'forget' } : acceptOffer(turn),
  'AMAZON.NoIntent': declineOffer,
  'AMAZON.RepeatIntent': repeatLast,
  'AMAZON.NextIntent': sayNext,
  'AMAZON.PreviousIntent': sayPrevious,
  'AMAZON.StartOverIntent': startOver,
  'AMAZON.HelpIntent': (turn) => askOnly(turn, 'control', 'help'),
  'AMAZON.NavigateHomeIntent': (turn) => askOnly(turn, 'control', 'home'),
  'AMAZON.StopIntent': sayGoodbye,
  'AMAZON.CancelIntent': sayGoodbye,
  'AMAZON.FallbackIntent': (turn) => sayMiss(turn),
};

const HANDLER_OF: ReadonlyMap<string, Handler> = new Map(Object.entries(INTENT_HANDLERS));

/** Requests that Alexa allows no speech for, or that ask for nothing. See docs/architecture.md. */
const SILENT_REQUESTS =
  /^(SessionEndedRequest|System\.|AlexaSkillEvent\.|AudioPlayer\.|PlaybackController\.|Alexa\.|GameEngine\.|GadgetController\.|Messaging\.|Display\.|Dialog\.)/;

/** Decides on the reply to a request of any type; only where free speech is understood it takes its time. */
export function decide(
  requestType: string,
  intentName: string,
  turn: Turn,
): Reply | Promise<SpokenReply> {
  if (requestType === 'CanFulfillIntentRequest') return decideCanFulfil(turn, intentName);
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
  turn.session = { ...turn.session, about: answer.section };
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

function decideIntent(turn: Turn, intentName: string): Decision {
  const handler = HANDLER_OF.get(intentName);
  if (handler !== undefined) return handler(turn);
  const [kind, id] = targetOf(turn.catalogue, intentName);
  if (kind === 'safety' && id !== undefined) return saySafety(turn, id);
  if (kind === 'answer' && id !== undefined) return sayAskedAnswer(turn, id);
  return askOnly(turn, 'error', 'notForVoice');
}

/**
 * Says the answer of an intent, if what was heard in its slots is what its samples have there. Alexa
 * fills a slot with whatever it hears, so another word must not be waved through.
 */
function sayAskedAnswer(turn: Turn, id: string): SpokenReply | Promise<SpokenReply> {
  for (const [name, { words, ids }] of Object.entries(turn.slots)) {
    const term = turn.catalogue.slots.get(name);
    if (words === null || term === undefined) continue;
    const known = ids.filter((other) => turn.catalogue.terms.get(other) !== undefined);
    if (known.length === 0) return clarify(turn, [`answer/${id}`]);
    if (!known.includes(term)) return answerQuestion(turn, words);
  }
  return sayAnswer(turn, id);
}

function askFreely(turn: Turn): SpokenReply | Promise<SpokenReply> {
  const { words } = slotOf(turn.slots, 'question');
  return words === null ? sayMiss(turn) : answerQuestion(turn, words);
}

/** Where the words come from, when they were checked, and whether a clinician has read them. */
function giveSource(turn: Turn): SpokenReply {
  const source = say(turn, 'source', { reviewed: 'setting/reviewed' });
  const lines = turn.catalogue.clinicallyReviewed ? [source] : [source, say(turn, 'notReviewed')];
  return reply(turn, { outcome: 'control', say: lines, ask: ask(turn, 'ask', 'askReprompt') });
}

function sayGoodbye(turn: Turn): SpokenReply {
  const at = placeWhenStopped(turn.catalogue, turn.session, turn.nowMs);
  turn.session = { ...turn.session, at };
  return reply(turn, { outcome: 'goodbye', say: [say(turn, 'goodbye')] });
}

function askOnly(turn: Turn, outcome: Outcome, id: PromptId): SpokenReply {
  return reply(turn, { outcome, ask: ask(turn, id, 'askReprompt') });
}

/** YES for what the skill can answer: no speech, and nothing is remembered. */
function decideCanFulfil(turn: Turn, intentName: string): Reply {
  const heard = Object.entries(turn.slots).filter(
    ([name, { words }]) => words !== null && isSlot(turn.catalogue, name),
  );
  const slots = heard.map(([name, { ids }]) => {
    const isKnown = ids.some((id) => turn.catalogue.terms.get(id) !== undefined);
    return [name, isKnown] as const;
  });
  const knowsIntent =
    turn.catalogue.intents.get(intentName) !== undefined ||
    ((intentName === 'AskAboutTermIntent' || intentName === 'DefineTermIntent') &&
      slots.length > 0);
  const canFulfil = knowsIntent && slots.every(([, known]) => known);
  return {
    kind: 'can-fulfil',
    verdict: canFulfil ? 'YES' : 'NO',
    slots: Object.fromEntries(slots),
  };
}

/** The slots of the model that name terms; others are a client's own. */
function isSlot(catalogue: Catalogue, name: string): boolean {
  return name === 'term' || name === 'drug' || catalogue.slots.get(name) !== undefined;
}

function targetOf(catalogue: Catalogue, intentName: string): readonly (string | undefined)[] {
  return catalogue.intents.get(intentName)?.split('/') ?? [];
}
