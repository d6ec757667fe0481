/** Mistakes in what the code needs of the content: prompts, intents, the skill's name. */
import { append, HERE, type Mistake, replace } from '../../helpers/planting.ts';

const INTENTS = 'content/en/intents.yaml';
const PROMPTS = 'content/en/prompts.yaml';
const QUESTIONS = 'content/en/questions.yaml';
const SETTINGS = 'content/en/settings.yaml';

/** Puts these variants in the place of a prompt's own. */
const promptWith = (id: string, ...variants: string[]): ((text: string) => string) =>
  replace(new RegExp(`^${id}:\n(?: {2}.*\n)+`, 'm'), `${id}:\n  - ${variants.join('\n  - ')}\n`);

/** Marks the file's first key. */
const marked = (text: string): string => text.replace(/^(?:- )?(?=\w)/m, `$&${HERE}`);

export const SKILL_MISTAKES: readonly Mistake[] = [
  {
    name: 'writes a prompt that nothing speaks',
    rule: 'unknown-prompt',
    file: PROMPTS,
    plant: append(`${HERE}waiting:\n  - Are you still there?\n`),
  },
  {
    name: 'deletes a prompt',
    rule: 'missing-prompt',
    file: PROMPTS,
    plant: (text) => marked(replace(/^endOfGuide:\n(?: {2}.*\n)+/m, '')(text)),
  },
  {
    name: 'leaves out of a prompt what it is given',
    rule: 'unused-fill',
    file: PROMPTS,
    plant: promptWith('whichOne', 'Did you mean {first}, or {second}?', `${HERE}Is it {first}?`),
  },
  {
    name: 'fills in a prompt with what it is not given',
    rule: 'unknown-fill',
    file: PROMPTS,
    plant: promptWith('home', 'What would you like?', `${HERE}What would {name} like?`),
  },
  {
    name: 'opens the microphone without a question',
    rule: 'no-question',
    file: PROMPTS,
    plant: promptWith('home', 'What would you like?', `${HERE}This is the start.`),
  },
  {
    name: 'writes a prompt that is heard often in one form only',
    rule: 'one-variant',
    file: PROMPTS,
    plant: (text) => promptWith('home', 'What would you like?')(text).replace(/^(?=home:)/m, HERE),
  },
  {
    name: 'adds an intent that the code does not handle',
    rule: 'unknown-intent',
    file: INTENTS,
    plant: append(`- ${HERE}intent: SingSongIntent\n  asked: [sing me a song]\n`),
  },
  {
    name: 'deletes an intent that the code handles',
    rule: 'missing-intent',
    file: INTENTS,
    plant: (text) => marked(replace(/^- intent: AMAZON.CancelIntent\n(?: {2}.*\n)+/m, '')(text)),
  },
  {
    name: 'names the skill with a word that starts a skill',
    rule: 'invocation-name',
    file: SETTINGS,
    plant: replace(/^invocation: .*/m, `${HERE}invocation: ask chemo guide`),
  },
  {
    name: 'lists more questions for the doctor than anyone can hear',
    rule: 'question-count',
    file: QUESTIONS,
    plant: (text) => {
      const ids = Array.from({ length: 20 }, (_, index) => `waiting-${index}`);
      const added = ids.map((id) => `- { id: ${id}, ask: How long will I wait? }\n`).join('');
      return append(added.replace(/(?=\{ id: waiting-19)/, HERE))(text);
    },
  },
  {
    name: 'lists too few questions for the doctor',
    rule: 'question-count',
    file: QUESTIONS,
    plant: () => `- ${HERE}id: waiting\n  ask: How long will I wait?\n`,
  },
];
