/** Mistakes in what is said: too long, too hard, not for the ear, or not in words of our own. */
import { NEW_ANSWER, NEW_SPEECH, NEW_TERM } from '../../helpers/new-entries.ts';
import { append, HERE, type Mistake } from '../../helpers/planting.ts';

const ANSWERS = 'content/en/answers/cis.yaml';
const GLOSSARY = 'content/en/glossary.yaml';

const newAnswerSaying = (speech: string): Mistake['plant'] =>
  append(NEW_ANSWER.replace(`say: ${NEW_SPEECH}`, `${HERE}say: ${speech}`));

export const VOICE_MISTAKES: readonly Mistake[] = [
  {
    name: 'says more than 45 words in a short answer',
    rule: 'text-length',
    file: ANSWERS,
    plant: newAnswerSaying('The room is warm. '.repeat(12)),
  },
  {
    name: 'says more than 60 words in a continuation',
    rule: 'text-length',
    file: ANSWERS,
    plant: append(
      `${NEW_ANSWER}  more:\n    - offer: the room\n      ${HERE}say: ${'The room is warm. '.repeat(16)}\n`,
    ),
  },
  {
    name: 'says more than 20 words in a sentence',
    rule: 'sentence-length',
    file: ANSWERS,
    plant: newAnswerSaying(`You wait ${'and you wait '.repeat(7)}there.`),
  },
  {
    name: 'uses words for readers with a degree',
    rule: 'reading-grade',
    file: ANSWERS,
    plant: newAnswerSaying('Additional information regarding availability necessitates inquiry.'),
  },
  {
    name: 'says a medical word that the glossary does not have',
    rule: 'unknown-term',
    file: ANSWERS,
    plant: newAnswerSaying('You wait there for your colonoscopy.'),
  },
  {
    name: 'gives two terms the same form',
    rule: 'ambiguous-term',
    file: GLOSSARY,
    plant: append(NEW_TERM.replace('heard: [', `${HERE}heard: [key sixty seven, `)),
  },
  {
    name: 'writes a sound that is no sign of the IPA',
    rule: 'pronunciation',
    file: GLOSSARY,
    plant: append(NEW_TERM.replace('pronounce: { ', `${HERE}pronounce: { ipa: ˈweɪtiŋ!, `)),
  },
  {
    name: 'writes a sound that is no sign of the IPA for another form of a term',
    rule: 'pronunciation',
    file: GLOSSARY,
    plant: append(
      `${NEW_TERM}  also:\n    - word: waiting lists\n      ${HERE}pronounce: { ipa: ˈweɪtiŋ!, sub: way ting lists }\n`,
    ),
  },
  {
    name: 'puts a remark in brackets',
    rule: 'for-the-ear',
    file: ANSWERS,
    plant: newAnswerSaying('You wait there (for a nurse).'),
  },
  {
    name: 'exclaims',
    rule: 'for-the-ear',
    file: ANSWERS,
    plant: newAnswerSaying('You wait there!'),
  },
  {
    name: 'puts something to fill in where nothing fills it in',
    rule: 'unknown-fill',
    file: ANSWERS,
    plant: newAnswerSaying('You wait there for {nurse}.'),
  },
  {
    name: 'leaves a brace open',
    rule: 'unknown-fill',
    file: ANSWERS,
    plant: newAnswerSaying('You wait there. {pause'),
  },
  {
    name: 'closes a brace that is not open',
    rule: 'unknown-fill',
    file: ANSWERS,
    plant: newAnswerSaying('You wait there. pause}'),
  },
  {
    name: 'copies six words in a row from the source page',
    rule: 'own-words',
    file: ANSWERS,
    plant: newAnswerSaying('This may be done before surgery to help.'),
  },
];
