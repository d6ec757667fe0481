/** "Forget me": asks first, then deletes all that is stored, and says how that went. */
import { forgotten, type Loaded } from '../memory/memory.ts';
import type { PromptId } from '../prompts.ts';
import type { SpokenReply } from '../reply.ts';
import { changed, newSession } from '../session.ts';
import { ask, openAgain, reply, say, type Turn } from './turn.ts';

export function askToForget(turn: Turn): SpokenReply {
  return reply(turn, {
    outcome: 'control',
    ask: ask(turn, 'forgetConfirm', 'forgetReprompt'),
    offer: { to: 'forget' },
  });
}

/** What is told of each state of the store. */
const STORED = {
  found: 'stored',
  new: 'stored',
  forgotten: 'storedNothing',
  unavailable: 'storedUnknown',
  corrupt: 'storedUnknown',
  newer: 'storedUnknown',
} as const satisfies Record<Loaded['state'], PromptId>;

/** "What do you know about me?" */
export function tellWhatIsStored(turn: Turn): SpokenReply {
  const state = turn.session.memory?.state;
  const line = say(turn, state === undefined ? 'storedNothing' : STORED[state]);
  return reply(turn, { outcome: 'control', say: [line], ...openAgain(turn) });
}

/** After the store was emptied, or was not. The rest of the session is not stored. */
export function sayForgotten(turn: Turn, isForgotten: boolean): SpokenReply {
  if (isForgotten) {
    const { disclaimed } = turn.session;
    turn.session = changed(newSession, { disclaimed, memory: forgotten });
    turn.variants = {};
  }
  const line = say(turn, isForgotten ? 'forgotten' : 'forgetFailed');
  return reply(turn, { outcome: 'control', say: [line], ask: ask(turn, 'ask', 'askReprompt') });
}
