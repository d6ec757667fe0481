/** The voice rules: short answers, short sentences, plain words, nothing that only a reader can use. */
import readability from 'text-readability';
import { asSpoken, countWords, sentencesOf } from '../spoken-text.ts';
import type { Rule } from './rule.ts';
import { spokenTexts } from './spoken-texts.ts';

const MOST_WORDS_IN_SENTENCE = 20;
const HIGHEST_GRADE = 8;

/** A short answer has at most 45 words, a continuation 60. */
export const textLength: Rule = ({ content }) =>
  spokenTexts(content).flatMap(({ text, mostWords, problem }) => {
    const words = countWords(text);
    if (mostWords === null || words <= mostWords) return [];
    return [
      problem(
        'text-length',
        `${words} words are more than one or two breaths.`,
        `Cut it to ${mostWords} words, or move a part to "more".`,
      ),
    ];
  });

/** A sentence has at most 20 words. */
export const sentenceLength: Rule = ({ content }) =>
  spokenTexts(content).flatMap(({ text, problem }) =>
    sentencesOf(text).flatMap((sentence) => {
      const words = countWords(sentence);
      if (words <= MOST_WORDS_IN_SENTENCE) return [];
      return [
        problem(
          'sentence-length',
          `a sentence has ${words} words: "${sentence.slice(0, 40)} …".`,
          `Make two sentences of it; ${MOST_WORDS_IN_SENTENCE} words is the most.`,
        ),
      ];
    }),
  );

/**
 * Flesch-Kincaid grade of the words as they are spoken, at most 8. A definition has to name what it
 * defines, so that term counts as a short word there; everywhere else every word counts in full.
 */
export const readingGrade: Rule = ({ content, glossary }) =>
  spokenTexts(content).flatMap(({ text, mostWords, defines, problem }) => {
    if (mostWords === null) return [];
    const said = defines.reduce(
      (left, word) => left.replaceAll(new RegExp(word, 'gi'), 'it'),
      text,
    );
    const grade = gradeOf(asSpoken(said, glossary));
    if (grade <= HIGHEST_GRADE) return [];
    return [
      problem(
        'reading-grade',
        `it takes grade ${grade.toFixed(1)} to follow this; ${HIGHEST_GRADE} is the most.`,
        'Use shorter sentences and everyday words, or say a long term only once.',
      ),
    ];
  });

/** Flesch-Kincaid grade of a text: school years that it takes to follow it. */
export function gradeOf(text: string): number {
  const plain = text.replace(/\{[^}]*\}/g, 'this').replace(/[\d-]{5,}/g, 'number');
  return readability.fleschKincaidGrade(plain);
}

const FOR_THE_EYE: readonly (readonly [RegExp, string, string])[] = [
  [/[()[\]]/, 'brackets cannot be heard', 'Make a sentence of what stands in them.'],
  [/[<>&]/, 'this is not plain text', 'Write words only; the glossary has the pronunciations.'],
  [/[;:/*_#]/, 'this sign cannot be heard', 'Use a full stop and a new sentence.'],
  [/!/, 'the guide is calm and does not exclaim', 'End the sentence with a full stop.'],
  [
    /\b(?:e\.g|i\.e|etc|vs|approx|Dr|incl)\b\.?/,
    'an abbreviation is read as a word',
    'Write it out.',
  ],
  [/\b(?:click|tap|see below|see above|below|as follows)\b/i, 'a listener sees no page', 'Say it.'],
  [/\bunfortunately\b|\bsorry to hear\b/i, 'this word frightens', 'Leave it out.'],
  [
    /\b(?:battle|fight|fighting|war|beat)\b/i,
    'cancer is no battle here',
    'Say what the drug does.',
  ],
  [/\s[,.?]/, 'there is a space before a mark', 'Take the space out.'],
];

/** Nothing that only a reader can use, and no word that frightens or cheers. */
export const forTheEar: Rule = ({ content }) =>
  spokenTexts(content).flatMap(({ text, problem }) =>
    FOR_THE_EYE.flatMap(([sign, what, fix]) => {
      const found = sign.exec(text.replace(/\{[^}]*\}/g, 'this'))?.[0];
      return found === undefined ? [] : [problem('for-the-ear', `"${found}": ${what}.`, fix)];
    }),
  );

/** Braces hold what this text is given to fill in. */
export const fills: Rule = ({ content }) =>
  spokenTexts(content).flatMap(({ text, fills: known, problem }) =>
    [...text.matchAll(/\{([^}]*)\}|[{}]/g)]
      .filter(([, name]) => name === undefined || !known.includes(name))
      .map(([found]) =>
        problem(
          'unknown-fill',
          `"${found}" cannot be filled in here.`,
          known.length === 0
            ? 'Take it out.'
            : `Use ${known.map((fill) => `{${fill}}`).join(', ')}.`,
        ),
      ),
  );

/** A phone number is the help line's: a wrong one would be called. */
export const phoneNumber: Rule = ({ content }) => {
  const { helpLine } = content.settings.value;
  return spokenTexts(content).flatMap(({ text, problem }) =>
    (text.match(/\d(?:-\d+){2,}/g) ?? [])
      .filter((number) => number !== helpLine)
      .map((number) =>
        problem(
          'phone-number',
          `${number} is not the help line of settings.yaml, ${helpLine}.`,
          'Correct the number.',
        ),
      ),
  );
};
