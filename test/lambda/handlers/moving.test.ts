import { describe, expect, test } from '@jest/globals';
import { beginTalk, languageOf } from '../../helpers/skill.ts';

const { answers: entries, sections, sectionIds, questions } = languageOf('en-CA').catalogue;
// An aside is passed by on the way.
const answers = sectionIds
  .flatMap((id) => sections.get(id)?.answers ?? [])
  .filter((id) => entries.get(id)?.isAside === false);

describe('moving through the guide', () => {
  test('next says every answer once, in the order of the page, and then that it is the end', async () => {
    const talk = beginTalk();
    const heard: (string | null)[] = [];
    let outcome = '';
    while (outcome !== 'control') {
      const { reply } = await talk.ask('AMAZON.NextIntent');
      ({ outcome } = reply);
      // The questions for the doctor are read on the way, as a list.
      if (outcome === 'answer') heard.push(reply.answerId);
    }
    expect(heard).toEqual(answers);
  });

  test('yes to every offer never leads to the same piece twice, and comes to an end', async () => {
    const talk = beginTalk();
    let { reply } = await talk.ask('AMAZON.StartOverIntent');
    const heard: string[] = [];
    while (reply.outcome === 'answer' && heard.length < 500) {
      heard.push(JSON.stringify(reply.session.at));
      ({ reply } = await talk.ask('AMAZON.YesIntent'));
    }
    expect(heard.length).toBe(new Set(heard).size);
    expect(heard.length).toBeLessThan(500);
  });

  test('previous goes back a piece at a time, and then an answer', async () => {
    const talk = beginTalk();
    await talk.ask('AMAZON.NextIntent');
    await talk.ask('AMAZON.NextIntent');
    expect((await talk.ask('AMAZON.PreviousIntent')).reply.answerId).toBe(answers[0]);
    const { reply } = await talk.ask('AMAZON.PreviousIntent');
    expect(reply).toMatchObject({ outcome: 'control', answerId: null });
  });

  test('start over forgets what was heard', async () => {
    const talk = beginTalk();
    await talk.ask('AMAZON.NextIntent');
    await talk.ask('AMAZON.NextIntent');
    const { reply } = await talk.ask('AMAZON.StartOverIntent');
    expect(reply.answerId).toBe(answers[0]);
    expect(reply.session.heard).toEqual([answers[0]]);
  });

  test('going on before anything was offered guesses nothing', async () => {
    for (const intent of ['AMAZON.YesIntent', 'TellMoreIntent', 'ChooseOptionIntent']) {
      const { reply } = await beginTalk().ask(intent);
      expect(reply).toMatchObject({ outcome: 'control', answerId: null });
    }
  });
});

describe('repeat', () => {
  test('says the same words and asks the same question, as often as it is asked', async () => {
    const talk = beginTalk();
    await talk.ask('ExplainPumpIntent');
    const first = await talk.ask('AMAZON.RepeatIntent');
    const second = await talk.ask('AMAZON.RepeatIntent');
    expect(first.response.outputSpeech).toEqual(second.response.outputSpeech);
    expect(first.reply.say).toEqual(['answer/pump/0']);
    expect(second.reply.session.offer).toEqual(first.reply.session.offer);
  });

  test('repeats a definition, help and a miss too', async () => {
    for (const intent of ['AMAZON.HelpIntent', 'AMAZON.FallbackIntent', 'ListTopicsIntent']) {
      const talk = beginTalk();
      const said = await talk.ask(intent);
      const repeated = await talk.ask('AMAZON.RepeatIntent');
      expect(repeated.response.outputSpeech).toEqual(said.response.outputSpeech);
    }
  });
});

describe('the questions for the doctor', () => {
  test('are all read, one by one, and none is read twice', async () => {
    const talk = beginTalk();
    await talk.ask('ExplainQuestionsForTheDoctorIntent');
    const read: string[] = [];
    for (const id of questions) {
      const { reply } = await talk.ask('AMAZON.YesIntent');
      if (JSON.stringify(reply.ask?.line).includes(`question/${id}`)) read.push(id);
    }
    expect(read).toEqual(questions);
    const { reply } = await talk.ask('AMAZON.YesIntent');
    expect(reply).toMatchObject({ outcome: 'control', session: { offer: null } });
  });

  test('go back by one at "previous"', async () => {
    const talk = beginTalk();
    await talk.ask('ExplainQuestionsForTheDoctorIntent');
    await talk.ask('AMAZON.YesIntent');
    await talk.ask('AMAZON.NextIntent');
    const { reply } = await talk.ask('AMAZON.PreviousIntent');
    expect(reply.outcome).toBe('list');
    expect(JSON.stringify(reply.ask?.line)).toContain(`question/${questions[0]}`);
  });
});

describe('misses in a row', () => {
  test('each get other help', async () => {
    const talk = beginTalk();
    const heard: string[] = [];
    for (let miss = 0; miss < 6; miss++) {
      const { response } = await talk.ask('AMAZON.FallbackIntent');
      heard.push(JSON.stringify(response.outputSpeech));
    }
    const repeated = heard.filter((speech, index) => index > 0 && speech === heard[index - 1]);
    expect(repeated).toEqual([]);
  });

  test('lead to the topics at the third', async () => {
    const talk = beginTalk();
    await talk.ask('AMAZON.FallbackIntent');
    await talk.ask('AMAZON.FallbackIntent');
    expect((await talk.ask('AMAZON.FallbackIntent')).reply.outcome).toBe('list');
  });

  test('are counted anew after an answer', async () => {
    const talk = beginTalk();
    await talk.ask('AMAZON.FallbackIntent');
    await talk.ask('ExplainPumpIntent');
    const { reply } = await talk.ask('AMAZON.FallbackIntent');
    expect(reply.session.misses).toBe(1);
  });
});
