/**
 * What is asked of the guide itself, and of words: every intent that is no answer's and no safety
 * entry's. A file of its own, which is loaded with all that it needs when one of these first comes.
 */
import type { ForgetReply, SpokenReply } from '../reply.ts';
import { changed } from '../session.ts';
import { slotOf } from '../slots.ts';
import { placeWhenStopped } from '../stopped.ts';
import { chooseOption } from './clarify.ts';
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
import { askAboutTerm, defineTerm, sayTermSlowly, spellTerm } from './term.ts';
import { sayTopics } from './topics.ts';
import { ask, askOnly, openAgain, reply, say, type Turn } from './turn.ts';

export { clarify } from './clarify.ts';
export { sayForgotten } from './forget.ts';
export { answerQuestion } from './question.ts';

type Decision = SpokenReply | ForgetReply | Promise<SpokenReply>;

type Handler = (turn: Turn) => Decision;

/** Intent name to what answers it; the catalogue has the same names, each with `control`. */
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
  WaitIntent: (turn) =>
    reply(turn, {
      outcome: 'control',
      ask: ask(turn, 'wait', 'askReprompt'),
      offer: turn.session.offer,
      keepsLast: true,
    }),
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
  turn.session = changed(turn.session, { at });
  return reply(turn, { outcome: 'goodbye', say: [say(turn, 'goodbye')] });
}
