/** All rules, in one list. A rule that is not in it does not run. */
import {
  manifestAddresses,
  manifestCountries,
  manifestEvents,
  manifestIcons,
  manifestLocales,
  manifestName,
} from './rules/manifest.ts';
import { manifestDisclaimers, manifestEmergency } from './rules/manifest-description.ts';
import {
  manifestDescriptionPhrases,
  manifestPhrases,
  manifestTestingPhrases,
} from './rules/manifest-phrases.ts';
import { reservedDomain } from './rules/manifest-publishing.ts';
import type { ManifestRule } from './rules/manifest-rule.ts';
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

/** The rules of the manifest. */
export const MANIFEST_RULES: readonly ManifestRule[] = [
  manifestAddresses,
  manifestCountries,
  manifestDescriptionPhrases,
  manifestDisclaimers,
  manifestEmergency,
  manifestEvents,
  manifestIcons,
  manifestLocales,
  manifestName,
  manifestPhrases,
  manifestTestingPhrases,
];

/** Those that hold only when the skill is about to be published. */
export const PUBLISHING_RULES: readonly ManifestRule[] = [reservedDomain];
