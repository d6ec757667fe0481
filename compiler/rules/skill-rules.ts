/** What the code needs of the content: its prompts, its intents, a name that Alexa accepts. */
import { INTENT_HANDLERS } from '../../lambda/handlers/controls.ts';
import { PROMPTS } from '../../lambda/prompts.ts';
import type { Rule } from './rule.ts';

/** Prompts that a listener hears often, and so in more than one form. */
const OFTEN_HEARD = new Set([
  'help',
  'home',
  'offer',
  'offerReprompt',
  'ask',
  'askReprompt',
  'afterNo',
  'nothingOffered',
  'whichWord',
  'unknownWord',
  'didYouMean',
  'whichOne',
  'notCovered',
  'noMatch',
  'noMatchAgain',
  'goodbye',
  'error',
]);
/** Prompts that end a turn with an open microphone, and so with a question. */
const NOT_QUESTIONS =
  /Reprompt$|^(?:disclaimer|notCovered|source|notReviewed|slower|faster|normalSpeed|slowest|fastest|speedIs|fullAnswers|shortAnswers|detailIs|slowly|whereAmI|whichPart|thanks|lastHere|answersLeft|nothingLeft|oneLeft|left|overview|kept$|removed|cleared|sent|stored|forgotten|forgetFailed|backTo|spelling|goodbye|card)/;
const FEWEST_QUESTIONS = 12;
const MOST_QUESTIONS = 20;

/** The prompts are the ones that the code speaks, complete, and use what they are given. */
export const prompts: Rule = ({ content: { prompts: located } }) => {
  const { value, problem } = located;
  const missing = Object.keys(PROMPTS)
    .filter((id) => !Object.hasOwn(value, id))
    .map((id) => problem([], 'missing-prompt', `the prompt "${id}" is missing.`, 'Write it.'));
  const wrong = Object.entries(value).flatMap(([id, variants]) => {
    if (!Object.hasOwn(PROMPTS, id)) {
      return [problem([id], 'unknown-prompt', `nothing speaks "${id}".`, 'Take it out.')];
    }
    const given = PROMPTS[id as keyof typeof PROMPTS];
    const incomplete = variants.flatMap((text, index) => {
      const unused = given.filter((fill) => !text.includes(`{${fill}}`));
      const fillProblems = unused.map((fill) =>
        problem([id, index], 'unused-fill', `{${fill}} is not said.`, `Put {${fill}} in it.`),
      );
      const isOpen = !NOT_QUESTIONS.test(id) && !text.trim().endsWith('?');
      return isOpen
        ? [
            ...fillProblems,
            problem(
              [id, index],
              'no-question',
              'the microphone opens after this, but it does not end with a question.',
              'End it with a question that can be answered in one word.',
            ),
          ]
        : fillProblems;
    });
    const isAlone = OFTEN_HEARD.has(id) && variants.length < 2;
    return isAlone
      ? [
          ...incomplete,
          problem(
            [id],
            'one-variant',
            `"${id}" is heard often, always the same.`,
            'Add a variant.',
          ),
        ]
      : incomplete;
  });
  return [...missing, ...wrong];
};

/** The intents with samples of their own are the ones that the code handles. */
export const intents: Rule = ({ content }) => {
  const named = new Set(content.intents.map(({ value }) => value.intent));
  const unknown = content.intents.flatMap(({ value, problem }) =>
    Object.hasOwn(INTENT_HANDLERS, value.intent)
      ? []
      : [
          problem(
            ['intent'],
            'unknown-intent',
            `the code has no intent "${value.intent}".`,
            'Correct its name; docs/content.md lists them.',
          ),
        ],
  );
  if (!content.isComplete) return unknown;
  const missing = Object.keys(INTENT_HANDLERS)
    .filter((name) => !named.has(name))
    .map((name) =>
      (content.intents[0] ?? content.settings).problem(
        [],
        'missing-intent',
        `intents.yaml has no entry for ${name}.`,
        'Add it, with samples, or with "asked: []" for Alexa’s own ones.',
      ),
    );
  return [...unknown, ...missing];
};

const LAUNCH_WORDS =
  /\b(?:open|ask|tell|launch|start|run|begin|load|use|resume|enable|play|talk to)\b/;
const REFUSED_WORDS = /\b(?:alexa|echo|amazon|computer|skill|app)\b/;
const CONNECTING_WORDS = /\b(?:the|a|an|of|for|to|in|on|by|with|about|from|at)\b/;

/** Alexa takes an invocation name of two lower-case words or more, with none of its own words. */
export const invocationName: Rule = ({ content: { settings } }) => {
  const name = settings.value.invocation;
  const words = name.split(' ');
  const find = (): string | null => {
    if (!/^[\p{Ll}'. ]+$/u.test(name)) return 'it may hold lower-case letters and spaces only.';
    if (words.length < 2) return 'it needs two words or more.';
    if (LAUNCH_WORDS.test(name)) return 'it has a word that starts a skill.';
    if (REFUSED_WORDS.test(name)) return 'it has a word that Alexa keeps for itself.';
    if (words.length === 2 && CONNECTING_WORDS.test(name)) {
      return 'a name of two words has no article or preposition.';
    }
    return null;
  };
  const what = find();
  if (what === null) return [];
  const full = `Alexa refuses the invocation name "${name}": ${what}`;
  return [settings.problem(['invocation'], 'invocation-name', full, 'Choose another name.')];
};

/** The folder, the language and the locales name the same language, each locale once. */
export const locales: Rule = ({ content: { language, settings } }) => {
  const { value, problem } = settings;
  const wrongFolder =
    value.language === language
      ? []
      : [
          problem(
            ['language'],
            'locales',
            `the language is "${value.language}", the folder is "${language}".`,
            'Give both the same name.',
          ),
        ];
  const names = value.locales.map(({ locale }) => locale);
  const wrongLocales = names.flatMap((locale, index) => {
    const path = ['locales', index, 'locale'];
    if (!locale.startsWith(`${language}-`)) {
      const what = `${locale} is not a locale of "${language}".`;
      return [problem(path, 'locales', what, 'Move it to the folder of its language.')];
    }
    if (names.indexOf(locale) === index) return [];
    return [problem(path, 'locales', `${locale} stands here twice.`, 'Keep one of them.')];
  });
  return [...wrongFolder, ...wrongLocales];
};

/** A list that can be heard to its end, and that is worth hearing. */
export const questionCount: Rule = ({ content: { questions, isComplete } }) => {
  const count = questions.length;
  const last = questions.at(-1);
  if (!isComplete || last === undefined) return [];
  if (count >= FEWEST_QUESTIONS && count <= MOST_QUESTIONS) return [];
  const what = `there are ${count} questions for the doctor.`;
  const fix = `Keep between ${FEWEST_QUESTIONS} and ${MOST_QUESTIONS}.`;
  return [last.problem([], 'question-count', what, fix)];
};
