import { describe, expect, test } from '@jest/globals';
import { createSimulator } from '../../../simulator/conversation.ts';
import { toPlainText, toText } from '../../../lambda/lines.ts';
import { beginTalk, LANGUAGES } from '../../helpers/skill.ts';
import { PROJECT } from '../../helpers/temporary-project.ts';

const simulator = createSimulator(PROJECT);
const first = { position: { words: 'first', ids: ['1'] } };

describe.each(LANGUAGES)('the topics in $locale', ({ catalogue, locale }) => {
  const sections = catalogue.sectionIds;

  test('are all named, three at a time and the last ones two, by going on', async () => {
    const talk = beginTalk({}, locale);
    const named = new Set<string>();
    let { reply } = await talk.ask('ListTopicsIntent');
    for (let window = 0; window * 3 < sections.length; window++) {
      const fills = Array.isArray(reply.ask?.line)
        ? Object.values(reply.ask.line[1] as object)
        : [];
      expect([2, 3]).toContain(fills.length);
      for (const fill of fills) named.add(String(fill).replace('section/', ''));
      ({ reply } = await talk.ask('TellMoreIntent'));
    }
    expect([...named].sort()).toEqual([...sections].sort());
  });

  test('can be chosen by their place', async () => {
    const talk = beginTalk({}, locale);
    await talk.ask('ListTopicsIntent');
    await talk.ask('TellMoreIntent');
    const { reply } = await talk.ask('ChooseOptionIntent', first);
    expect(reply).toMatchObject({ outcome: 'answer', section: sections[3] });
  });

  test('can be chosen by their names', async () => {
    const lost: string[] = [];
    for (const id of sections) {
      const conversation = simulator.begin(locale);
      await conversation.say('what are the topics');
      const name = toPlainText(toText(catalogue, `section/${id}`));
      const { section, outcome } = await conversation.say(name);
      if (section !== id) lost.push(`"${name}" → ${outcome} ${section}`);
    }
    expect(lost).toEqual([]);
  });
});
