/** Mistakes in sample utterances: signs, slots, too few of them, and the same one in two intents. */
import { NEW_ANSWER, NEW_SAMPLES, NEW_TERM } from '../../helpers/new-entries.ts';
import { addSample, append, HERE, type Mistake, replace } from '../../helpers/planting.ts';

const ANSWERS = 'content/en/answers/what-is.yaml';
const GLOSSARY = 'content/en/glossary.yaml';
const INTENTS = 'content/en/intents.yaml';
const SAFETY = 'content/en/safety.yaml';

const newAnswerAlsoAsked = (sample: string): string =>
  NEW_ANSWER.replace('  asked:\n', `  asked:\n    - ${sample}\n`);
const freeQuestion = (sample: string): Mistake['plant'] =>
  replace(/(?<=intent: AskQuestionIntent\n {2}asked:\n)/, `    - ${sample}\n`);

/** A sign before the others of a safety entry. */
const newSign = (entry: string, sign: string): Mistake['plant'] =>
  replace(
    new RegExp(`(?<=- id: ${entry}\\n(?: .*\\n)*? {2}signs:\\n)`),
    `    - ${HERE}'${sign}'\n`,
  );

export const SAMPLE_MISTAKES: readonly Mistake[] = [
  {
    name: 'writes a digit in a sample',
    rule: 'sample-characters',
    file: ANSWERS,
    plant: addSample(`${HERE}is there a room for 2`),
  },
  {
    name: 'writes a comma in a sample',
    rule: 'sample-characters',
    file: SAFETY,
    plant: addSample(`${HERE}please, show me the room`),
  },
  {
    name: 'writes a digit in what is heard for a term',
    rule: 'sample-characters',
    file: GLOSSARY,
    plant: append(NEW_TERM.replace('[weighting list', `[weighting list, ${HERE}waiting list 2`)),
  },
  {
    name: 'writes more than Alexa takes for a slot value',
    rule: 'sample-length',
    file: GLOSSARY,
    plant: append(NEW_TERM.replace('[weighting list', `[${HERE}${'weighting list '.repeat(10)}`)),
  },
  {
    name: 'asks for an answer in too few ways',
    rule: 'too-few-samples',
    file: ANSWERS,
    plant: append(
      NEW_ANSWER.replace(`    - ${NEW_SAMPLES[0]}\n`, '').replace('asked:', `${HERE}asked:`),
    ),
  },
  {
    name: 'asks for a safety entry in too few ways',
    rule: 'too-few-samples',
    file: SAFETY,
    plant: append(
      `- id: waiting\n  kind: advice\n  title: Waiting\n  ${HERE}asked: [may I wait]\n  say: Ask your care team.\n`,
    ),
  },
  {
    name: 'writes a sample of an answer for another answer too',
    rule: 'sample-overlap',
    file: ANSWERS,
    plant: append(newAnswerAlsoAsked(`${HERE}is the pump portable`)),
  },
  {
    name: 'writes a sample twice',
    rule: 'sample-overlap',
    file: ANSWERS,
    plant: append(
      NEW_ANSWER.replace(/(?= {2}say:)/, `    - ${HERE}${(NEW_SAMPLES[0] ?? '').toUpperCase()}\n`),
    ),
  },
  {
    name: 'writes a sample that another intent has with a slot',
    rule: 'sample-overlap',
    file: SAFETY,
    plant: addSample(`${HERE}how does chemo embolization work`),
  },
  {
    name: 'begins a sample like a free question',
    rule: 'sample-overlap',
    file: ANSWERS,
    plant: addSample(`${HERE}search for the waiting room`),
  },
  {
    name: 'names a slot that does not exist in a sample',
    rule: 'unknown-slot',
    file: ANSWERS,
    plant: addSample(`${HERE}where is the {room}`),
  },
  {
    name: 'writes a free question without words before it',
    rule: 'free-question',
    file: INTENTS,
    plant: freeQuestion(`${HERE}'{question}'`),
  },
  {
    name: 'writes a free question with a second slot',
    rule: 'free-question',
    file: INTENTS,
    plant: freeQuestion(`${HERE}the waiting room for {drug} and {question}`),
  },
  {
    name: 'gives an answer an id that makes the intent name of another one',
    rule: 'intent-name',
    file: 'content/en/answers/pointers.yaml',
    plant: append(NEW_ANSWER.replace('id: waiting-room', `${HERE}id: ki-six-seven`)),
  },
  {
    name: 'writes a sign with an empty part',
    rule: 'sign',
    file: SAFETY,
    plant: newSign('fever', 'shivers + '),
  },
  {
    name: 'writes a weak sign of an emergency',
    rule: 'sign',
    file: SAFETY,
    plant: newSign('fever', '~shivers'),
  },
  {
    name: 'writes a sign that counts in a question for what is no emergency',
    rule: 'sign',
    file: SAFETY,
    plant: newSign('costs', '?dollars'),
  },
  {
    name: 'writes a sign with a term that the glossary does not have',
    rule: 'sign',
    file: SAFETY,
    plant: newSign('costs', '#dollars'),
  },
];
