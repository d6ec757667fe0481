/**
 * A question that found no answer, as it may be kept for the people who write the content: the
 * numbers, which may be dates, ages or telephone numbers, are taken out. Names cannot be.
 */

const LONGEST_QUESTION = 200;

/** What stands in for a number, or for several in a row. */
const NUMBER_SIGN = '#';

/** Numbers as they are said, in every language of the guide; "un" and "une" are French articles. */
const NUMBER_WORDS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  'hundred thousand million first second third fourth fifth sixth seventh eighth ninth tenth',
  'eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
  'twentieth thirtieth',
  'zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  'vingt vingts trente quarante cinquante soixante septante huitante nonante cent cents mille',
  'premier première deuxième troisième',
]
  .join(' ')
  .split(' ');

/** Built when the first question is recorded: a start without one does not pay for them. */
function buildPatterns() {
  const word = `(?:[\\p{N}]|(?<![\\p{L}\\p{M}])(?:${NUMBER_WORDS.join('|')})(?![\\p{L}\\p{M}]))`;
  return {
    numbers: new RegExp(`${word}(?:[\\s\\p{P}\\p{S}]*${word})*`, 'giu'),
    /** Control and format characters, half characters, line breaks. */
    unprintable: new RegExp('[\\p{C}\\p{Zl}\\p{Zp}]+', 'gu'),
    halfAtEnd: new RegExp('[\\s\\p{Cs}]+$', 'u'),
  };
}

let patterns: ReturnType<typeof buildPatterns> | undefined;

/** A question's words on one line: without numbers, at most 200 characters. */
export function toUnanswered(question: string): string {
  const { numbers, unprintable, halfAtEnd } = (patterns ??= buildPatterns());
  return question
    .slice(0, 10 * LONGEST_QUESTION)
    .normalize('NFKC')
    .replace(unprintable, ' ')
    .replace(numbers, NUMBER_SIGN)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUESTION)
    .replace(halfAtEnd, '');
}
