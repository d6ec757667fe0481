/** All rules, in one list. A rule that is not in it does not run. */
import { ownWords } from './rules/own-words.ts';
import { duplicateId, missingFacts, uncarriedFact, unknownReference } from './rules/references.ts';
import type { Rule } from './rules/rule.ts';
import {
  freeQuestionCarrier,
  intentNames,
  sampleCharacters,
  sampleOverlap,
  sampleSlots,
  tooFewSamples,
} from './rules/sample-rules.ts';
import { intents, invocationName, locales, prompts, questionCount } from './rules/skill-rules.ts';
import { signs } from './rules/signs.ts';
import { ambiguousTerm, pronunciation, unknownTerm } from './rules/vocabulary.ts';
import {
  fills,
  forTheEar,
  phoneNumber,
  readingGrade,
  sentenceLength,
  textLength,
} from './rules/voice.ts';

export const RULES: readonly Rule[] = [
  ambiguousTerm,
  duplicateId,
  fills,
  forTheEar,
  freeQuestionCarrier,
  intentNames,
  intents,
  invocationName,
  locales,
  missingFacts,
  ownWords,
  phoneNumber,
  prompts,
  pronunciation,
  questionCount,
  readingGrade,
  sampleCharacters,
  sampleOverlap,
  sampleSlots,
  signs,
  sentenceLength,
  textLength,
  tooFewSamples,
  uncarriedFact,
  unknownReference,
  unknownTerm,
];
