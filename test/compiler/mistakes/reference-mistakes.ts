/** Mistakes in what entries name: ids that are taken, or that do not exist, and facts. */
import { NEW_ANSWER, NEW_TERM } from '../../helpers/new-entries.ts';
import { append, HERE, type Mistake, replace } from '../../helpers/planting.ts';

const ANSWERS = 'content/en/answers/what-is.yaml';
const FACTS = 'content/facts.yaml';
const GLOSSARY = 'content/en/glossary.yaml';
const INTENTS = 'content/en/intents.yaml';
const QUESTIONS = 'content/en/questions.yaml';
const SAFETY = 'content/en/safety.yaml';

export const REFERENCE_MISTAKES: readonly Mistake[] = [
  {
    name: 'gives a question an id that another one has',
    rule: 'duplicate-id',
    file: QUESTIONS,
    plant: append(`- { ${HERE}id: goal, ask: What are we waiting for? }\n`),
  },
  {
    name: 'gives an answer an id that an answer in another file has',
    rule: 'duplicate-id',
    file: ANSWERS,
    plant: append(NEW_ANSWER.replace('id: waiting-room', `${HERE}id: pump`)),
  },
  {
    name: 'enters an intent twice',
    rule: 'duplicate-id',
    file: INTENTS,
    plant: append(`- ${HERE}intent: AMAZON.CancelIntent\n  asked: [call it off]\n`),
  },
  {
    name: 'puts an answer in a section that does not exist',
    rule: 'unknown-reference',
    file: ANSWERS,
    plant: append(NEW_ANSWER.replace('section: pointers', `${HERE}section: rooms`)),
  },
  {
    name: 'puts a term in a section that does not exist',
    rule: 'unknown-reference',
    file: GLOSSARY,
    plant: append(NEW_TERM.replace('section: pointers', `${HERE}section: rooms`)),
  },
  {
    name: 'relates an answer to one that does not exist',
    rule: 'unknown-reference',
    file: ANSWERS,
    plant: append(`${NEW_ANSWER}  related: [pump, ${HERE}chairs]\n`),
  },
  {
    name: 'sends a term to an answer that does not exist',
    rule: 'unknown-reference',
    file: GLOSSARY,
    plant: append(`${NEW_TERM}  ${HERE}answer: chairs\n`),
  },
  {
    name: 'offers an answer that does not exist instead of one that is not covered',
    rule: 'unknown-reference',
    file: SAFETY,
    plant: replace(/(?<=^ {2})closest: .*/m, `${HERE}closest: chairs`),
  },
  {
    name: 'names a fact that does not exist',
    rule: 'unknown-reference',
    file: ANSWERS,
    plant: append(`${NEW_ANSWER}  facts: [f01, ${HERE}f999]\n`),
  },
  {
    name: 'names a fact that does not exist in a continuation',
    rule: 'unknown-reference',
    file: ANSWERS,
    plant: append(
      `${NEW_ANSWER}  more:\n    - offer: the chairs\n      facts: [${HERE}f999]\n      say: There are ten.\n`,
    ),
  },
  {
    name: 'adds a fact in a section that does not exist',
    rule: 'unknown-reference',
    file: FACTS,
    plant: replace('id: f01, section: what-is', `id: f01, ${HERE}section: rooms`),
  },
  {
    name: 'adds a fact that no answer carries',
    rule: 'uncarried-fact',
    file: FACTS,
    plant: append(`- { ${HERE}id: f999, section: cis, fact: The waiting room has chairs. }\n`),
  },
  {
    name: 'says that an answer is from the page but names no fact',
    rule: 'missing-facts',
    file: ANSWERS,
    plant: append(NEW_ANSWER.replace('source: general', `${HERE}source: page`)),
  },
];
