/** From an utterance to its words, the same for samples, synonyms and what a listener says. */
import { remember } from './remember.ts';

const DIGIT_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Lower case, no punctuation, no accents; numbers as words, "what's" as "what is". */
export function toWords(utterance: string): string[] {
  const plain = PLAIN_WORDS.test(utterance) ? utterance : toPlainWords(utterance);
  const words = plain.split(' ').filter((word) => word !== '');
  if (!words.some((word) => TOGETHER.has(word))) return words;
  return words.flatMap((word) => TOGETHER.get(word) ?? word);
}

/** Short forms that are written without an apostrophe, and short spellings. */
const TOGETHER: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...['what', 'who', 'where', 'how', 'that', 'there', 'he', 'she'].map(
      (word) => [`${word}s`, `${word} is`] as const,
    ),
    ...['do', 'does', 'did', 'is', 'are', 'was', 'have', 'has', 'would', 'could', 'should'].map(
      (verb) => [`${verb}nt`, `${verb} not`] as const,
    ),
    ['im', 'i am'] as const,
    ['ive', 'i have'] as const,
    ['thru', 'through'] as const,
    ['cant', 'can not'] as const,
    ['cannot', 'can not'] as const,
    ['wont', 'will not'] as const,
  ].map(([short, whole]) => [short, whole.split(' ')] as const),
);

/** Most of what is heard has nothing to be changed. */
const PLAIN_WORDS = /^[a-z ]*$/;
/** Much of the rest has only short forms. */
const SHORT_FORMS = /^[a-z' ]*$/;

function toPlainWords(utterance: string): string {
  const letters = SHORT_FORMS.test(utterance) ? utterance : toLetters(utterance);
  const whole = letters.includes("'") ? letters.split(' ').map(toWhole).join(' ') : letters;
  return PLAIN_WORDS.test(whole) ? whole : whole.replace(/[^\p{L}]+/gu, ' ');
}

/** A word without short forms: "what's" as "what is". */
function toWhole(word: string): string {
  return word.includes("'") ? withoutShortForms(word) : word;
}

/** Lower case, no accents, one kind of apostrophe, numbers as words. */
function toLetters(utterance: string): string {
  return utterance
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’`´]/g, "'")
    .replace(/\d+/g, (number) => ` ${numberWords(number)} `);
}

const withoutShortForms = remember((word) =>
  word
    .replace(
      /(?<!\p{L})(\p{L}+)n't(?!\p{L})/gu,
      (_, verb: string) => `${NEGATED[verb] ?? verb} not`,
    )
    .replace(/\b(what|who|where|when|how|that|it|there|here|he|she)'s\b/gu, '$1 is')
    .replace(/\b(i)'m\b/gu, '$1 am')
    .replace(/'(re|ve|ll|d)\b/gu, (_, verb: string) => ` ${SHORT_VERBS[verb] ?? ''}`)
    .replace(/'s?\b/gu, ''),
);

const NEGATED: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };
const SHORT_VERBS: Readonly<Record<string, string>> = {
  re: 'are',
  ve: 'have',
  ll: 'will',
  d: 'would',
};

/** "67" as "sixty seven"; from three digits on, digit by digit. */
function numberWords(number: string): string {
  const value = Number(number);
  if (number.length === 1) return DIGIT_WORDS[value] ?? '';
  if (number.length > 2) return [...number].map((digit) => DIGIT_WORDS[Number(digit)]).join(' ');
  if (value < 10) return `zero ${DIGIT_WORDS[value]}`;
  if (value < 20) return TEENS[value - 10] ?? '';
  const ones = value % 10;
  return `${TENS[Math.floor(value / 10)]}${ones === 0 ? '' : ` ${DIGIT_WORDS[ones]}`}`;
}
