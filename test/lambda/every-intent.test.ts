import { describe, expect, test } from '@jest/globals';
import { INTENT_HANDLERS } from '../../lambda/handlers/controls.ts';
import { CARD_SOURCE } from '../../lambda/handlers/turn.ts';
import { toPlainText, toText } from '../../lambda/lines.ts';
import { PROJECT } from '../helpers/temporary-project.ts';
import { readWholeCatalogue } from '../helpers/whole-catalogue.ts';
import type { Reply } from '../../lambda/reply.ts';
import { intentRequest } from '../helpers/requests.ts';
import { spokenProblems } from '../helpers/responses.ts';
import { createTestSkill, LOCALES } from '../helpers/skill.ts';

const { invoke, replies, logs } = createTestSkill();

async function ask(name: string, locale: string): Promise<{ reply: Reply; problems: string[] }> {
  const answered = await invoke(intentRequest(name, {}, { locale }));
  const reply = replies.at(-1);
  if (reply === undefined) throw new Error(`${name} was not decided.`);
  return { reply, problems: await spokenProblems(answered, locale) };
}

describe.each(LOCALES)('in $locale', ({ catalogue: { intents, answers, safety }, locale }) => {
  test('every answer is reached by an intent', () => {
    const reached = [...intents.values()].filter((target) => target.startsWith('answer/'));
    expect(reached.map((target) => target.slice(7)).sort()).toEqual([...answers.keys()].sort());
  });

  test.each([...intents].filter(([, target]) => target !== 'control'))(
    '%s gets %s',
    async (name, target) => {
      const { reply, problems } = await ask(name, locale);
      const [kind, id = ''] = target.split('/');
      expect(problems).toEqual([]);
      expect(logs).toEqual([]);
      expect(reply).toMatchObject(
        kind === 'answer'
          ? { outcome: 'answer', answerId: id, section: answers.get(id)?.section }
          : { outcome: safety.get(id)?.kind, answerId: null },
      );
    },
  );

  test.each(Object.keys(INTENT_HANDLERS))('%s gets a valid response', async (name) => {
    const { reply, problems } = await ask(name, locale);
    expect(problems).toEqual([]);
    expect(reply.kind).toBe('spoken');
  });
});

describe('a question ends the reply exactly where the microphone is open', () => {
  const names = [...(LOCALES[0]?.catalogue.intents.keys() ?? [])];

  test.each(names)('%s', async (name) => {
    const { response } = await invoke(intentRequest(name));
    const speech = JSON.stringify(response.outputSpeech).replace(/<[^>]*>/g, '');
    expect(speech.endsWith('?"}')).toBe(response.shouldEndSession === false);
  });
});

test('a card names the source of its facts where they have one, and only there', async () => {
  const catalogue = readWholeCatalogue(new URL('lambda/generated/en.catalogue.jsonl', PROJECT));
  const source = toPlainText(toText(catalogue, CARD_SOURCE));
  for (const [name, target] of catalogue.intents) {
    if (target === 'control') continue;
    const { response } = await invoke(intentRequest(name));
    const content = response.card?.type === 'Simple' ? response.card.content : '';
    const isFromPage = catalogue.answers.get(target.slice(7))?.source === 'page';
    expect([name, content?.includes(source)]).toEqual([name, isFromPage]);
  }
});

test('an emergency closes the microphone and says whom to call in the first sentence', async () => {
  for (const { catalogue, locale } of LOCALES) {
    const urgent = [...catalogue.safety].filter(([, { kind }]) => kind === 'urgent');
    for (const [id] of urgent) {
      const name = [...catalogue.intents].find(([, to]) => to === `safety/${id}`)?.[0];
      const { response } = await invoke(intentRequest(name ?? '', {}, { locale }));
      const speech = response.outputSpeech?.type === 'SSML' ? response.outputSpeech.ssml : '';
      const [sentence = ''] = speech.replace(/<[^>]*>/g, '').split('.');
      expect([id, sentence]).toEqual([id, expect.stringMatching(/\b(?:call|appelez)\b/i)]);
      expect(response.shouldEndSession).toBe(true);
      expect(response.card).toBeDefined();
    }
  }
});
