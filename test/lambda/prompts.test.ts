import { describe, expect, test } from '@jest/globals';
import { ask, reply, say, type Turn } from '../../lambda/handlers/turn.ts';
import { PROMPTS, type PromptId } from '../../lambda/prompts.ts';
import { readSession } from '../../lambda/read-session.ts';
import { newSession } from '../../lambda/session.ts';
import { LANGUAGES, languageOf } from '../helpers/skill.ts';

const PROMPT_IDS = Object.keys(PROMPTS) as PromptId[];
const { catalogue } = languageOf('en-CA');

function turnOf(session = newSession): Turn {
  const understand = () => Promise.resolve({ kind: 'nothing' as const });
  return {
    catalogue,
    locale: 'en-CA',
    slots: {},
    nowMs: null,
    understand,
    session,
    variants: { ...session.variants },
  };
}

describe.each(LANGUAGES)('prompts in $locale', ({ catalogue: { prompts, texts } }) => {
  test('are all there, and none besides', () => {
    expect(Object.keys(prompts).sort()).toEqual([...PROMPT_IDS].sort());
  });

  test.each(PROMPT_IDS)('%s takes in what it is given, in every variant', (id) => {
    for (let variant = 0; variant < (prompts[id] ?? 0); variant++) {
      const text = texts.get(`prompt/${id}/${variant}`) ?? [];
      const fills = text.flatMap((piece) => ('place' in piece ? [piece.place] : []));
      expect([...new Set(fills)].sort()).toEqual([...PROMPTS[id]].sort());
    }
  });
});

describe('variants take turns', () => {
  const several = PROMPT_IDS.filter((id) => (catalogue.prompts[id] ?? 0) > 1);

  test.each(several)('%s is never the same twice in a row', (id) => {
    const turn = turnOf();
    const heard = Array.from({ length: 12 }, () => say(turn, id));
    const repeated = heard.filter((line, index) => index > 0 && line === heard[index - 1]);
    expect(repeated).toEqual([]);
    expect(new Set(heard).size).toBe(catalogue.prompts[id]);
  });

  test.each(several)('%s is another one in the next turn too', (id) => {
    const first = turnOf();
    const heard = say(first, id);
    const { session } = reply(first, { outcome: 'control' });
    const later = readSession(JSON.parse(JSON.stringify(session)));
    expect(say(turnOf(later), id)).not.toEqual(heard);
  });

  test('a prompt with one variant stays the same, and takes no place in the session', () => {
    const turn = turnOf();
    expect([say(turn, 'welcome'), say(turn, 'welcome')]).toEqual([
      'prompt/welcome/0',
      'prompt/welcome/0',
    ]);
    expect(turn.variants).toEqual({});
  });

  test('one that was counted too far begins again', () => {
    const turn = turnOf({ ...newSession, variants: { ask: 999 } });
    const known = Array.from(
      { length: catalogue.prompts['ask'] ?? 0 },
      (_, n) => `prompt/ask/${n}`,
    );
    expect(known).toContain(say(turn, 'ask'));
  });
});

test('a question and its reprompt take turns each on their own', () => {
  const turn = turnOf();
  expect(ask(turn, 'ask', 'askReprompt')).toEqual({
    line: 'prompt/ask/0',
    reprompt: 'prompt/askReprompt/0',
  });
  expect(ask(turn, 'offer', 'askReprompt', { offer: 'answer/ki-67/0/offer' })).toEqual({
    line: ['prompt/offer/0', { offer: 'answer/ki-67/0/offer' }],
    reprompt: 'prompt/askReprompt/1',
  });
});
