/** Where several readings fit: a decision, an uncovered topic, an answer, a word. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readLanguages } from '../../lambda/languages.ts';

const languageOf = readLanguages(fileURLToPath(new URL('../../lambda/generated', import.meta.url)));
const understand = await languageOf('en-CA').readUnderstanding();

describe('a decision', () => {
  test.each([
    ['so how does my liver survive if you plug the artery', 'liver-blood'],
    ["why isn't my schedule the same as my neighbour's", 'schedules'],
  ])('is not asked for in why or how something is: "%s"', (utterance, id) => {
    expect(understand(utterance, null)).toEqual({ kind: 'answer', id });
  });

  test.each(['will my liver survive if you plug the artery', 'why should I have chemo at all'])(
    'is asked for in other words about oneself: "%s"',
    (utterance) => {
      expect(understand(utterance, null).kind).toBe('safety');
    },
  );
});

describe('what is answered by all that is said', () => {
  test.each([
    ["if they block the artery how's the liver supposed to stay alive", 'liver-blood'],
    ['what do you call chemo that is only for symptom control', 'palliative-chemo'],
    ['why is a catheter put in the liver artery', 'liver-catheter'],
  ])('goes before the sign of an uncovered topic: "%s"', (utterance, id) => {
    expect(understand(utterance, null)).toEqual({ kind: 'answer', id });
  });

  test.each([
    'my doctor wants to do chemoembolization is that a good idea',
    'is my liver strong enough to have the artery blocked',
    'should I have the pump put under my skin',
  ])('does not go before the sign of a decision that is asked for: "%s"', (utterance) => {
    expect(understand(utterance, null).kind).toBe('safety');
  });
});

test('who tells how they are hears words for that, whatever else they name', () => {
  const heard = understand("my mom's getting the TACE on Monday and I'm freaking out", null);
  expect(heard).toMatchObject({ kind: 'safety', id: 'feelings' });
});

describe('where no sample is near, all of the words together', () => {
  test.each([
    [
      'good evening I would be glad to hear in a few words what these anti cancer medicines do inside a person',
      'what-is-chemotherapy',
    ],
    [
      'my sister cannot stop talking of the little tube which sits in the artery near her liver',
      'liver-catheter',
    ],
  ])('tell which answer is meant: "%s"', (utterance, id) => {
    expect(understand(utterance, null)).toEqual({ kind: 'answer', id });
  });

  test.each([
    [
      'of which nobody knows most',
      'where did zorblatt quimby and frobnitz get chemo for their wibblers',
    ],
    ['that are too few', 'who can they'],
    ['about something else', 'my car makes an odd sound whenever I turn the wheel to the left'],
  ])('tell of none, if they are words %s', (_, utterance) => {
    expect(understand(utterance, null).kind).not.toBe('answer');
  });
});

describe('a decision that has the sign of an uncovered topic, too', () => {
  test.each([
    ['one doctor says operate and the other says chemo so who is right', 'treatment-decision'],
    ['can I drive my car home after my chemo', 'my-plan'],
    ['can she breastfeed the baby between her chemos', 'my-plan'],
  ])('goes to the care team: "%s"', (utterance, id) => {
    expect(understand(utterance, null)).toMatchObject({ kind: 'safety', id });
  });
});

describe('who only tells of somebody', () => {
  test.each([
    "they're giving my dad chemo",
    "my sister's having chemo on Monday",
    'my uncle has a tumour and they want to do chemo',
  ])('hears what chemo is: "%s"', (utterance) => {
    expect(understand(utterance, null)).toEqual({ kind: 'term', id: 'chemotherapy' });
  });

  test('is answered, if they ask for more in the same words', () => {
    const heard = understand('my wife she have a lot of pain chemo can help her pain', null);
    expect(heard).toEqual({ kind: 'answer', id: 'chemo-for-pain' });
    expect(understand("my mom can't take chemo any more", null).kind).toBe('safety');
  });
});

describe('an uncovered topic', () => {
  test('goes before a word of the glossary', () => {
    const understood = understand('how do they do the surgery', null);
    expect(understood).toMatchObject({ kind: 'safety', id: 'other-treatments' });
  });

  test.each(['where were they', 'what should I then', 'who can they'])(
    'is not told by a question word alone: "%s"',
    (utterance) => {
      expect(understand(utterance, null).kind).not.toBe('answer');
      expect(understand(utterance, null)).not.toMatchObject({ id: 'the-day' });
    },
  );
});

test('how it is given is asked of what is talked about', () => {
  const inSection = (section: string, term: string): unknown =>
    understand('and how do they give it', { section, term });
  expect(inSection('what-is', 'chemotherapy')).toEqual({ kind: 'answer', id: 'ways-of-giving' });
  expect(inSection('hai', 'hepatic-artery-infusion')).toEqual({
    kind: 'answer',
    id: 'hepatic-artery-infusion',
  });
  expect(inSection('drugs', 'streptozocin')).toMatchObject({ kind: 'safety', id: 'other-drugs' });
});
