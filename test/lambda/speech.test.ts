import { describe, expect, test } from '@jest/globals';
import type { Text } from '../../lambda/catalogue.ts';
import { toSpeech, type Voice } from '../../lambda/speech.ts';
import { ssmlProblems } from '../helpers/responses.ts';

const voice: Voice = { phonemes: true, speed: 0 };
const scone: Text = [
  [
    'A scone.',
    "A <phoneme alphabet='ipa' ph='skɒn'>scone</phoneme>.",
    "A <sub alias='skon'>scone</sub>.",
  ],
];

describe('ideas', () => {
  test('there is a breath between two of them', () => {
    expect(toSpeech([[['One.']], [['Two.']], [['Three.']]], voice)).toBe(
      "<speak>One. <break time='400ms'/> Two. <break time='400ms'/> Three.</speak>",
    );
  });

  test('an empty one takes no breath', () => {
    expect(toSpeech([[], [['One.']], [], [], [['Two.']], []], voice)).toBe(
      "<speak>One. <break time='400ms'/> Two.</speak>",
    );
  });

  test('nothing to say is well-formed', () => {
    expect(toSpeech([], voice)).toBe('<speak></speak>');
  });
});

describe('the speed', () => {
  test.each([
    [-2, '70%'],
    [-1, '85%'],
    [1, '120%'],
    [2, '140%'],
  ] as const)('%i is around all of it and breaks no pronunciation', async (speed, rate) => {
    const spoken = toSpeech([scone, [['Tea.']]], { ...voice, speed });
    expect(spoken).toBe(
      `<speak><prosody rate='${rate}'>A <phoneme alphabet='ipa' ph='skɒn'>scone</phoneme>. <break time='400ms'/> Tea.</prosody></speak>`,
    );
    expect(await ssmlProblems(spoken, 'en-CA')).toEqual([]);
  });
});

describe('a voice', () => {
  test('that has the sounds of the glossary says them, one that lacks them reads the respelling', () => {
    expect(toSpeech([scone], voice)).toContain('<phoneme');
    expect(toSpeech([scone], { ...voice, phonemes: false })).toContain("<sub alias='skon'>");
  });

  test('says a piece as it is written where nothing else is given', () => {
    expect(toSpeech([[["It's tea.", 'It&apos;s tea.']]], { ...voice, phonemes: false })).toBe(
      '<speak>It&apos;s tea.</speak>',
    );
  });
});
