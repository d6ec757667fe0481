/** Mistakes in a file as a file: not there, not YAML, or not of the shape that the schema asks for. */
import { NEW_ANSWER, NEW_TERM } from '../../helpers/new-entries.ts';
import { append, HERE, type Mistake, replace } from '../../helpers/planting.ts';

const GLOSSARY = 'content/en/glossary.yaml';
const PUMP = 'content/en/answers/hai.yaml';
const QUESTIONS = 'content/en/questions.yaml';
const SETTINGS = 'content/en/settings.yaml';

export const FILE_MISTAKES: readonly Mistake[] = [
  { name: 'deletes a file', rule: 'missing-file', file: QUESTIONS, plant: () => null },
  { name: 'saves an empty file', rule: 'empty-file', file: QUESTIONS, plant: () => '' },
  {
    name: 'leaves only the line that begins a YAML document',
    rule: 'empty-file',
    file: QUESTIONS,
    plant: () => '---\n',
  },
  {
    name: 'saves a file in an old encoding',
    rule: 'encoding',
    file: QUESTIONS,
    plant: (text) => Buffer.from(`${text}# café\n`, 'latin1'),
  },
  {
    name: 'puts a colon into text without quotes',
    rule: 'yaml-syntax',
    file: QUESTIONS,
    plant: append(`- id: waiting\n  ask: ${HERE}One more question: how long will I wait?\n`),
  },
  {
    name: 'puts stars around a word',
    rule: 'yaml-syntax',
    file: QUESTIONS,
    plant: append(`- id: waiting\n  ask: ${HERE}*Why?*\n`),
  },
  {
    name: 'writes a map where a list of entries belongs',
    rule: 'wrong-value',
    file: QUESTIONS,
    plant: () => `${HERE}ask: Why do I have to wait?\n`,
  },
  {
    name: 'writes a key twice',
    rule: 'duplicate-key',
    file: SETTINGS,
    plant: append(`${HERE}reviewed: today\n`),
  },
  {
    name: 'adds a key that nothing reads',
    rule: 'unknown-key',
    file: PUMP,
    plant: append(`${NEW_ANSWER}  ${HERE}colour: red\n`),
  },
  {
    name: 'misspells a key of a term that answers say',
    rule: 'unknown-key',
    file: GLOSSARY,
    plant: replace(/(?<=^- id: streptozocin\n)/m, `  ${HERE}spelled: yes\n`),
  },
  {
    name: 'leaves out what an answer says',
    rule: 'missing-key',
    file: PUMP,
    plant: append(NEW_ANSWER.replace('id:', `${HERE}id:`).replace(/ {2}say: .*\n/, '')),
  },
  {
    name: 'leaves out how a term is pronounced',
    rule: 'missing-key',
    file: GLOSSARY,
    plant: append(NEW_TERM.replace('id:', `${HERE}id:`).replace(/ {2}pronounce: .*\n/, '')),
  },
  {
    name: 'leaves out where an answer comes from',
    rule: 'missing-key',
    file: PUMP,
    plant: append(NEW_ANSWER.replace('id:', `${HERE}id:`).replace(/ {2}source: .*\n/, '')),
  },
  {
    name: 'writes a value that is none of the choices',
    rule: 'wrong-value',
    file: PUMP,
    plant: append(NEW_ANSWER.replace('source: general', `${HERE}source: book`)),
  },
  {
    name: 'writes an id with capitals and a space',
    rule: 'wrong-value',
    file: PUMP,
    plant: append(NEW_ANSWER.replace('id: waiting-room', `${HERE}id: Waiting Room`)),
  },
  {
    name: 'leaves the quotes off a number to call',
    rule: 'wrong-value',
    file: SETTINGS,
    plant: replace("emergency: '999'", `${HERE}emergency: 999`),
  },
];
