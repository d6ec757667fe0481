import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import {
  asksWhatTo,
  asksWhy,
  isAboutSomeone,
  isGeneralQuestion,
  isTold,
  namesPatient,
  namesSomeone,
} from '../../../lambda/understand/people.ts';

const index = { people: new Set(['i', 'my', 'she', 'you', 'they', 'them', 'their']) };
const { wordOf } = wordIndexOf(new Map());

describe('a patient', () => {
  test.each([
    ['should i have tea', true],
    ['is tea right for you', true],
    ['is your tea good', true],
    ['is the tea yours', true],
    ['why do they have tea', false],
    ['is their tea good', false],
    ['do i ask them', true],
    ['is tea for them', false],
    ['is tea good', false],
  ])('is spoken about in "%s": %s', (words, expected) => {
    expect(namesPatient(words.split(' ').map(wordOf), index)).toBe(expected);
  });
});

describe('somebody', () => {
  test.each([
    ['i have tea', true, true],
    ['can i have tea', true, false],
    ['she said can i have tea', true, true],
    ['must you', true, false],
    ['what is tea', false, false],
  ])('in "%s" is named: %s, and spoken about: %s', (words, isNamed, isAbout) => {
    const heard = words.split(' ').map(wordOf);
    expect(namesSomeone(heard, index)).toBe(isNamed);
    expect(isAboutSomeone(heard, index)).toBe(isAbout);
  });
});

describe('what is told of somebody and not asked', () => {
  test.each([
    ['i have tea', true],
    ['she will not take it any more', true],
    ['my tea is cold tell me why', false],
    ['what is my tea', false],
    ['should i have tea', false],
    ['nothing but tea', false],
    ['so well my tea is cold', true],
    ['tea is different for you', false],
    ['list it for my tea', false],
    ['she wants to understand tea', false],
  ])('"%s": %s', (text, expected) => {
    expect(isTold({ words: text.split(' ').map(wordOf), text }, index)).toBe(expected);
  });
});

describe('a general question', () => {
  test.each([
    ['what is tea', true],
    ['can i get tea', true],
    ['so tell me what is tea', true],
    ['should i worry i have tea', false],
    ['what should i do my tea is cold', false],
    ['what should we do the kettle is on fire', false],
    ['so what do i do now tea everywhere', false],
    ['what should i do', true],
    ['what should we do now', true],
    ['what should i do if the tea is cold', true],
    ['what can we do about tea', true],
    ['can not drink tea', false],
    ['tea is cold', false],
  ])('"%s": %s', (words, expected) => {
    expect(isGeneralQuestion({ words: words.split(' ').map(wordOf), text: words }, index)).toBe(
      expected,
    );
  });
});

describe('why or how something is', () => {
  test.each([
    ['why is my tea cold', true],
    ['so how does tea get cold', true],
    ['how come my tea is cold', true],
    ['how will i know the tea is cold', false],
    ['is that why my tea is cold', false],
    ['should i ask why my tea is cold', false],
  ])('is asked in "%s": %s', (words, expected) => {
    expect(asksWhy(words)).toBe(expected);
  });
});

describe('what somebody should do, or what will happen to them', () => {
  test.each([
    ['what should i drink', true],
    ['so how long can she drink tea', true],
    ['when do they make tea', true],
    ['should i drink tea', false],
    ['can she have tea', false],
    ['how much tea should they make', false],
    ['is that what tea should be', false],
    ['which tea should i drink', true],
    ['what green tea should i drink', false],
    ['will she spill her tea', true],
    ['will tea spill', false],
  ])('is asked in "%s": %s', (words, expected) => {
    expect(asksWhatTo(words)).toBe(expected);
  });
});
