import { describe, expect, test } from '@jest/globals';
import { readRecogniser } from '../../simulator/recognise.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const recognise = readRecogniser(new URL('interactionModel/en-CA.json', PROJECT));

function intentOf(utterance: string): string | null {
  return recognise(utterance).intent;
}

function questionIn(utterance: string): string | undefined {
  const { intent, slots } = recognise(utterance);
  expect(intent).toBe('AskQuestionIntent');
  return slots['question']?.value;
}

describe('the opening', () => {
  test.each([
    'open chemo guide',
    'Alexa, open Chemo Guide',
    'launch chemo guide',
    'start chemo guide',
    'talk to chemo guide.',
  ])('%s', (utterance) => {
    expect(recognise(utterance)).toEqual({ type: 'LaunchRequest', intent: null, slots: {} });
  });

  test('with more after it is none', () => {
    expect(recognise('open chemo guide please now').type).toBe('IntentRequest');
  });
});

describe('a sample utterance', () => {
  test.each([
    ['in any case, with any marks', 'WHERE is the pump?!', 'ExplainKindsOfPumpIntent'],
    ['with an apostrophe or without it', "what's chemo", 'AskAboutTermIntent'],
    ['of Alexa’s own', 'Yes.', 'AMAZON.YesIntent'],
    ['of Alexa’s own, and ours', 'sure', 'AMAZON.YesIntent'],
    ['to leave', 'stop', 'AMAZON.StopIntent'],
    ['without a slot', 'what are the topics', 'ListTopicsIntent'],
    ['of an emergency', 'I have a fever', 'ReportFeverIntent'],
  ])('%s', (_, utterance, intent) => {
    expect(intentOf(utterance)).toBe(intent);
  });

  test.each([
    ['what is catheter', 'term', 'catheter', ['catheter']],
    ['what is Ki-67', 'term', 'key sixty seven', ['ki-67']],
    ['tell me about strep toe zoe sin', 'drug', 'strep toe zoe sin', ['streptozocin']],
    ['the 2nd one', 'position', undefined, undefined],
    ['the second one', 'position', 'second', ['2']],
  ])('%s has its slot filled: %s', (utterance, name, value, ids) => {
    const slot = recognise(utterance).slots[name];
    expect(slot?.ids).toEqual(ids);
    // A synonym that sounds the same may stand for what was said.
    expect(typeof slot?.value).toBe(typeof value);
  });
});

describe('one-shot', () => {
  test.each([
    ['ask chemo guide what is catheter', 'AskAboutTermIntent'],
    ['Alexa, ask Chemo Guide where is the pump', 'ExplainKindsOfPumpIntent'],
    ['ask chemo guide about catheter', 'AskAboutTermIntent'],
    ['ask chemo guide for help', 'AMAZON.HelpIntent'],
    ['tell chemo guide I have a fever', 'ReportFeverIntent'],
  ])('%s is taken for what follows', (utterance, intent) => {
    expect(intentOf(utterance)).toBe(intent);
  });

  test('a free question is what follows, without the words that open the guide', () => {
    expect(questionIn('ask chemo guide whether purple is a colour')).toBe(
      'whether purple is a colour',
    );
  });
});

describe('a free question', () => {
  test('is the whole utterance', () => {
    expect(questionIn('Is purple a colour?')).toBe('Is purple a colour?');
  });

  test('is what follows words that only lead up to it', () => {
    expect(questionIn('my question is whether purple is a colour')).toBe(
      'whether purple is a colour',
    );
  });

  test('stands for no slot value', () => {
    expect(recognise('is purple a colour').slots['question']?.ids).toEqual([]);
  });
});

test.each(['', '   ', '?!', '…'])('%j is nothing that could be understood', (utterance) => {
  expect(intentOf(utterance)).toBe('AMAZON.FallbackIntent');
});
