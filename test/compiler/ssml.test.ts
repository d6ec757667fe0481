import { describe, expect, test } from '@jest/globals';
import type { Segment } from '../../compiler/spoken-text.ts';
import { toText } from '../../compiler/ssml.ts';
import { toSpeech, type Voice } from '../../lambda/speech.ts';
import { ssmlProblems } from '../helpers/responses.ts';

const voice: Voice = { phonemes: true, speed: 0 };
const scone = { term: 'scone', sound: { ipa: 'skɒn', sub: 'skon' } };
const tannin = { term: 'tannin', sound: { sub: 'tan in' } };
const oTea = { term: "O'Tea", sound: { ipa: "'oʊ", sub: 'oh\'s & <tea> "x"' } };
const plainVoice: Voice = { ...voice, phonemes: false };

function speak(...segments: readonly Segment[]): string {
  return toSpeech([toText(segments)], voice);
}

function speakPlainly(...segments: readonly Segment[]): string {
  return toSpeech([toText(segments)], plainVoice);
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
    expect(speakPlainly(oTea)).toBe(
      `<speak><sub alias='oh&apos;s &amp; &lt;tea> "x"'>O&apos;Tea</sub></speak>`,
    );
    expect(speak(oTea)).toContain("ph='&apos;oʊ'>O&apos;Tea</phoneme>");
  });

  test('what is escaped can still be read as XML', async () => {
    const segments: Segment[] = [`& < > ' "`, oTea, ' &amp; tea'];
    for (const each of [voice, plainVoice]) {
      expect(await ssmlProblems(toSpeech([toText(segments)], each), 'en-CA')).toEqual([]);
    }
  });
});

describe('how a word sounds', () => {
  test('a voice that has the sounds says them', () => {
    expect(speak(scone)).toContain("<phoneme alphabet='ipa' ph='skɒn'>");
  });

  test('a voice that lacks them reads the word as it is spelled for it', () => {
    expect(speakPlainly(scone)).toContain("<sub alias='skon'>scone</sub>");
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

describe('a word that is drawn out', () => {
  test('a word that is said slowly keeps its sound', async () => {
    const spoken = speak({ slow: 'scone', sound: scone.sound });
    expect(spoken).toContain("<prosody rate='60%'><phoneme");
    expect(await ssmlProblems(spoken, 'en-CA')).toEqual([]);
  });
});

describe('the pieces of a text', () => {
  test('are one where there is no place to fill in', () => {
    expect(toText(['A ', scone, ' & ', tannin, '.'])).toEqual([
      [
        'A scone & tannin.',
        "A <phoneme alphabet='ipa' ph='skɒn'>scone</phoneme> &amp; <sub alias='tan in'>tannin</sub>.",
        "A <sub alias='skon'>scone</sub> &amp; <sub alias='tan in'>tannin</sub>.",
      ],
    ]);
  });

  test('say a thing once where it is the same in every way', () => {
    expect(toText(['Tea. ', { fill: 'offer' }, "It's tea."])).toEqual([
      ['Tea. '],
      { place: 'offer' },
      ["It's tea.", 'It&apos;s tea.'],
    ]);
  });

  test.each<[string, Segment, string]>([
    ['a term as it is written', { term: 'Ki-67' }, 'Ki-67'],
    ['a number as it is written', { digits: '1-888-939-3333' }, '1-888-939-3333'],
    ['letters one by one, in capitals', { letters: [...'tea'] }, 'T, E, A'],
  ])('have %s in plain words', (_, segment, plain) => {
    expect(toText([segment])).toEqual([expect.arrayContaining([plain])]);
  });
});
