import { describe, expect, test } from '@jest/globals';
import type { Segment, Text } from '../../lambda/catalogue.ts';
import { toSpeech, type Voice } from '../../lambda/speech.ts';
import { ssmlProblems } from '../helpers/responses.ts';

const voice: Voice = { phonemes: true, speed: 0 };
const scone = { term: 'scone', sound: { ipa: 'skɒn', sub: 'skon' } };
const tannin = { term: 'tannin', sound: { sub: 'tan in' } };
const oTea = { term: "O'Tea", sound: { ipa: "'oʊ", sub: 'oh\'s & <tea> "x"' } };
const plainVoice: Voice = { ...voice, phonemes: false };

function speak(...segments: readonly Segment[]): string {
  return toSpeech([segments], voice);
}

describe('what the SSML library would get wrong', () => {
  test('there is no space between a word with a sound of its own and the mark after it', () => {
    expect(speak('A ', scone, ', or ', tannin, '.')).toBe(
      "<speak>A <phoneme alphabet='ipa' ph='skɒn'>scone</phoneme>, or <sub alias='tan in'>tannin</sub>.</speak>",
    );
  });

  test('text is escaped, once', () => {
    expect(speak(`Tom & Ann's <tea> "x"`)).toBe(
      '<speak>Tom &amp; Ann&apos;s &lt;tea&gt; &quot;x&quot;</speak>',
    );
    expect(speak('&amp;')).toBe('<speak>&amp;amp;</speak>');
  });

  test('the words of a sub and of a phoneme are escaped, and what stands in their attributes', () => {
    expect(toSpeech([[oTea]], plainVoice)).toBe(
      `<speak><sub alias='oh&apos;s &amp; &lt;tea> "x"'>O&apos;Tea</sub></speak>`,
    );
    expect(toSpeech([[oTea]], voice)).toContain("ph='&apos;oʊ'>O&apos;Tea</phoneme>");
  });

  test('what is escaped can still be read as XML', async () => {
    const text: Text = [`& < > ' "`, oTea, ' &amp; tea'];
    for (const each of [voice, plainVoice]) {
      expect(await ssmlProblems(toSpeech([text], each), 'en-CA')).toEqual([]);
    }
  });
});

describe('how a word sounds', () => {
  test('a voice that has the sounds says them', () => {
    expect(toSpeech([[scone]], voice)).toContain("<phoneme alphabet='ipa' ph='skɒn'>");
  });

  test('a voice that lacks them reads the word as it is spelled for it', () => {
    expect(toSpeech([[scone]], plainVoice)).toContain("<sub alias='skon'>scone</sub>");
  });

  test('a word without a sound of its own is said as it stands', () => {
    expect(speak({ term: 'cake' })).toBe('<speak>cake</speak>');
  });

  test('an abbreviation is said letter by letter', () => {
    expect(speak({ term: 'HAI', sound: { spelled: true } })).toBe(
      "<speak><say-as interpret-as='spell-out'>HAI</say-as></speak>",
    );
  });

  test('a phone number is said digit by digit, with a rest between its groups', () => {
    expect(speak({ digits: '1-888' }, '.')).toBe(
      "<speak><say-as interpret-as='digits'>1</say-as> <break time='200ms'/> <say-as interpret-as='digits'>888</say-as>.</speak>",
    );
  });

  test('a word is spelled with a rest between its letters', () => {
    const letters = [...speak({ letters: [...'Ki67'] }).matchAll(/spell-out'>(.)</g)].map(
      ([, it]) => it,
    );
    expect(letters).toEqual(['K', 'i', '6', '7']);
    expect(speak({ letters: [...'Ki'] })).toContain("</say-as> <break time='200ms'/> <say-as");
  });

  test('no mark stands alone after a rest, where it would be read as "dot"', async () => {
    const spelled = speak('Like this. ', { letters: [...'tea'] }, '.');
    expect(await ssmlProblems(spelled, 'en-CA')).toEqual([]);
  });
});

describe('ideas', () => {
  test('there is a breath between two of them', () => {
    expect(toSpeech([['One.'], ['Two.'], ['Three.']], voice)).toBe(
      "<speak>One. <break time='400ms'/> Two. <break time='400ms'/> Three.</speak>",
    );
  });

  test('an empty one takes no breath', () => {
    expect(toSpeech([[], ['One.'], [], [], ['Two.'], []], voice)).toBe(
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
    const spoken = toSpeech([['A ', scone, '.'], ['Tea.']], { ...voice, speed });
    expect(spoken).toBe(
      `<speak><prosody rate='${rate}'>A <phoneme alphabet='ipa' ph='skɒn'>scone</phoneme>. <break time='400ms'/> Tea.</prosody></speak>`,
    );
    expect(await ssmlProblems(spoken, 'en-CA')).toEqual([]);
  });

  test('a word that is said slowly keeps its sound', async () => {
    const spoken = speak({ slow: 'scone', sound: scone.sound });
    expect(spoken).toContain("<prosody rate='60%'><phoneme");
    expect(await ssmlProblems(spoken, 'en-CA')).toEqual([]);
  });
});
