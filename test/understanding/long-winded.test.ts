/** A question that has something else before it, and one that two answers fit equally well. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readLanguages } from '../../lambda/languages.ts';

const languageOf = readLanguages(fileURLToPath(new URL('../../lambda/generated', import.meta.url)));
const understand = await languageOf('en-CA').readUnderstanding();

describe('what is asked at the end', () => {
  test.each([
    ['sorry I was making tea now tell me what ki sixty seven is', 'ki-67'],
    ['the neighbours are loud again anyway what does palliative chemo do', 'palliative-chemo'],
    ['no fever here I just want to know what chemo is', 'what-is-chemotherapy'],
  ])('is answered: "%s"', (utterance, id) => {
    expect(understand(utterance, null)).toEqual({ kind: 'answer', id });
  });

  test.each([
    ['it says lung cancer what are the drugs', 'a name that the question is about'],
    ['they found out that I love gardening what are those for', 'what leans on what was said'],
    ['my hair is thin what can I do about hair loss with chemo', 'what is not covered itself'],
    ["I'm so scared I don't know what chemo is", 'what is clear as a whole'],
  ])('is not, in "%s": %s', (utterance) => {
    expect(understand(utterance, null).kind).not.toMatch(/^(?:answer|term)$/);
  });

  test('is explained, if a meaning was asked and it is not sure which answer is meant', () => {
    const utterance = 'what does it mean that the tumour is in the liver artery';
    expect(understand(utterance, null)).toEqual({ kind: 'term', id: 'hepatic-artery' });
  });

  test.each([
    ['I have low vision so please talk me through chemoembolization', 'chemoembolization'],
    ['I heard palliative and stopped listening what does palliative mean', 'palliative-chemo'],
  ])('is asked for without a question, or again by its name: "%s"', (utterance, id) => {
    expect(understand(utterance, null)).toEqual({ kind: 'answer', id });
  });

  test('waits for an emergency and for a decision', () => {
    const urgent = understand("I have a fever and I'm shaking what is chemo", null);
    expect(urgent).toMatchObject({ kind: 'safety', id: 'fever' });
    const decision = understand('should I stop my chemo also what is neoadjuvant chemo', null);
    expect(decision).toMatchObject({ kind: 'safety', id: 'treatment-decision' });
  });
});

test('of two answers that fit equally well it is asked which one is meant', () => {
  expect(understand('for what kind of net is chemo used mostly', null)).toEqual({
    kind: 'choice',
    options: ['answer/when-chemo-is-used', 'answer/uses-of-chemo'],
  });
});

test('two words that are easily mixed up are told apart in one answer', () => {
  for (const utterance of [
    'is there a difference between adjuvant and neoadjuvant chemotherapy',
    'neoadjuvant or adjuvant chemo',
  ]) {
    expect(understand(utterance, null)).toEqual({ kind: 'answer', id: 'before-or-after-surgery' });
  }
});
