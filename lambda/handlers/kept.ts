/** The questions for the doctor: read one at a time, kept, read back, taken out, sent to the phone. */
import type { Line, SpokenReply } from '../reply.ts';
import { changed, MOST_KEPT, type Offer } from '../session.ts';
import { ask, CARD_FOOTER, reply, say, type Turn } from './turn.ts';

/** Reads one of the questions and offers the next. */
export function sayDoctorQuestion(turn: Turn, index: number): SpokenReply {
  const { questions } = turn.catalogue;
  const id = questions[index];
  if (id === undefined) return askPlainly(turn, 'nothingOffered');
  turn.session = changed(turn.session, { question: id });
  const question = `question/${id}`;
  const isLast = index + 1 >= questions.length;
  return reply(turn, {
    outcome: 'list',
    section: 'pointers',
    ask: isLast
      ? ask(turn, 'doctorQuestionLast', 'askReprompt', { question })
      : ask(turn, 'doctorQuestion', 'doctorQuestionReprompt', {
          number: `number/${index + 1}`,
          question,
        }),
    offer: isLast ? null : { to: 'question', index: index + 1 },
  });
}

/** "Keep this one." */
export function keepQuestion(turn: Turn): SpokenReply {
  const { question, kept, offer } = turn.session;
  if (question === null) {
    return reply(turn, {
      outcome: 'control',
      ask: ask(turn, 'noQuestionToKeep', 'doctorQuestionOfferReprompt'),
      offer: { to: 'question', index: 0 },
    });
  }
  const all = kept.includes(question) ? kept : [...kept, question].slice(-MOST_KEPT);
  turn.session = changed(turn.session, { kept: all });
  return offer?.to === 'question' || offer?.to === 'kept'
    ? reply(turn, {
        outcome: 'control',
        say: [say(turn, 'kept')],
        ask: ask(turn, 'nextQuestion', 'doctorQuestionReprompt'),
        offer,
      })
    : reply(turn, { outcome: 'control', say: [say(turn, 'kept')], ask: openQuestion(turn) });
}

/** "Take that one off my list." */
export function removeQuestion(turn: Turn): SpokenReply {
  const { question, kept, offer } = turn.session;
  if (question === null || !kept.includes(question)) return askPlainly(turn, 'notKept');
  turn.session = changed(turn.session, { kept: kept.filter((id) => id !== question) });
  return reply(turn, {
    outcome: 'control',
    say: [say(turn, 'removed')],
    ...afterRemoval(turn, offer),
  });
}

/** The list that is being read goes on; it has become one shorter. */
function afterRemoval(turn: Turn, offer: Offer | null) {
  if (offer?.to !== 'question' && offer?.to !== 'kept') return { ask: openQuestion(turn) };
  const next = offer.to === 'kept' ? { ...offer, index: Math.max(0, offer.index - 1) } : offer;
  return { ask: ask(turn, 'nextQuestion', 'doctorQuestionReprompt'), offer: next };
}

export function clearKept(turn: Turn): SpokenReply {
  turn.session = changed(turn.session, { kept: [] });
  return reply(turn, { outcome: 'control', say: [say(turn, 'cleared')], ask: openQuestion(turn) });
}

/** "My list": the kept questions, one at a time. */
export function readKept(turn: Turn, index = 0): SpokenReply {
  const { kept } = turn.session;
  const id = kept[index];
  if (id === undefined) return askPlainly(turn, 'nothingKept');
  turn.session = changed(turn.session, { question: id });
  const number = `number/${index + 1}`;
  const fills = { number, total: `number/${kept.length}`, question: `question/${id}` };
  const isLast = index + 1 >= kept.length;
  return reply(turn, {
    outcome: 'list',
    section: 'pointers',
    ask: isLast
      ? ask(turn, kept.length === 1 ? 'keptOnly' : 'keptLast', 'askReprompt', fills)
      : ask(turn, 'keptQuestion', 'doctorQuestionReprompt', fills),
    offer: isLast ? null : { to: 'kept', index: index + 1 },
    card: keptCard(kept),
  });
}

/** "Send my list to my phone": a card; with nothing kept, all of the questions. */
export function sendKept(turn: Turn): SpokenReply {
  const { kept } = turn.session;
  const all = kept.length === 0 ? turn.catalogue.questions : kept;
  return reply(turn, {
    outcome: 'control',
    say: [say(turn, kept.length === 0 ? 'sentAll' : 'sent')],
    ask: openQuestion(turn),
    card: keptCard(all),
  });
}

function keptCard(ids: readonly string[]): { title: string; lines: readonly Line[] } {
  const title = 'answer/questions-for-the-doctor/title';
  return { title, lines: [...ids.map((id) => `question/${id}`), CARD_FOOTER] };
}

function openQuestion(turn: Turn) {
  return ask(turn, 'ask', 'askReprompt');
}

function askPlainly(turn: Turn, id: 'nothingOffered' | 'notKept' | 'nothingKept'): SpokenReply {
  return reply(turn, { outcome: 'control', ask: ask(turn, id, 'askReprompt') });
}
