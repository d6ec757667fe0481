import { describe, expect, test } from '@jest/globals';
import { wordIndexOf } from '../../../compiler/build-forms.ts';
import { lastQuestionAt } from '../../../lambda/understand/preamble.ts';
import { toWords } from '../../../lambda/understand/words.ts';

const { wordOf } = wordIndexOf(new Map());

function lastQuestionOf(utterance: string): string | null {
  const words = toWords(utterance).map(wordOf);
  const at = lastQuestionAt(words);
  return at === null
    ? null
    : words
        .slice(at)
        .map(({ text }) => text)
        .join(' ');
}

describe('the last question', () => {
  test.each([
    ["the kettle is on what's tea for", 'what is tea for'],
    ['the milk was off why do they add it', 'why do they add it'],
    ['what is milk no wait what is tea for', 'what is tea for'],
    ['not thirsty just curious what tea is', 'what tea is'],
    ['i want to know when tea is poured', 'when tea is poured'],
    ['i want to know how tomorrow tastes', 'how tomorrow tastes'],
    ['the milk off what is tea', 'what is tea'],
    ['i see badly so talk me through tea', 'talk me through tea'],
    ['the leaflet was small please go over tea', 'go over tea'],
    ['i heard of it then explain tea to me', 'explain tea to me'],
  ])('of "%s" is "%s"', (utterance, expected) => {
    expect(lastQuestionOf(utterance)).toBe(expected);
  });

  test.each([
    'what is tea for',
    'the kettle is on',
    'so tell what is tea for',
    'the milk was off when is tea',
    'milk for someone who is having tea',
    'milk goes in when tea is poured',
    'it is hard to know how to pour tea',
    'the kettle is on what is',
    'the kettle is on somewhat is the milk off',
    'the kettle is on what isolated it',
    'for the milk we shall retell what tea is',
    'i am not sure how to pour tea',
    'the milk and i will go overboard with tea',
    'she can talk usefully of tea all day',
    'the milk is off go home and have tea',
    'i see badly so talk me',
  ])('of "%s" is all of it, or nothing', (utterance) => {
    expect(lastQuestionOf(utterance)).toBeNull();
  });
});
