/**
 * The one schema of the content. It gives the TypeScript types, the checks with line and column, and
 * the JSON Schema that editors complete from; each description is shown to the writer.
 */
import { z } from 'zod';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower case, with hyphens: "oily-mix"')
  .describe('A name of its own: lower case, with hyphens. It never changes once published.');
const sentence = z.string().trim().min(1, 'there is nothing to say here');
const samples = z
  .array(sentence)
  .describe('Ways in which people ask, without punctuation. {term-id} stands for a glossary term.');

const sectionSchema = z.strictObject({
  id,
  title: sentence.describe('As written on a card.'),
  spoken: sentence.describe('As said in a list: "You can choose …".'),
  about: id.optional().describe('The term that "it" means while this section is heard.'),
});

const pieceSchema = z.strictObject({
  offer: sentence.describe('What is offered: "Want to hear …?"'),
  facts: z.array(id).optional().describe('The facts that this piece carries.'),
  say: sentence.describe('At most 60 words.'),
});

const answerSchema = z.strictObject({
  id,
  title: sentence.describe('The title of the card.'),
  section: id.describe('Where it stands on the page.'),
  source: z.enum(['page', 'general']).describe('page: facts of the source page. general: ours.'),
  facts: z.array(id).optional().describe('The facts that the short answer carries.'),
  offer: sentence.describe('How it is offered: "Want to hear …?"'),
  asked: samples,
  say: sentence.describe(
    'The short answer, at most 45 words: the answer first, one idea a breath.',
  ),
  more: z.array(pieceSchema).optional().describe('Continuations, offered one at a time.'),
  related: z.array(id).optional().describe('Answers to offer when the section was heard.'),
  aside: z.boolean().optional().describe('True: answered when it is asked for, never offered.'),
  leadsTo: z.enum(['questions']).optional().describe('Offers the questions for the doctor.'),
});

const respelling = sentence.describe('Plain words that are read instead: "strep toe zoe sin".');
const pronunciation = z
  .union([
    z.enum(['as-written', 'spelled']),
    z.strictObject({ ipa: sentence.optional().describe('The sounds, in IPA.'), sub: respelling }),
  ])
  .describe('as-written, spelled (letter by letter), or {ipa: …, sub: …}.');

const termSchema = z.strictObject({
  id,
  word: sentence.describe('The term as it is written.'),
  kind: z.enum(['term', 'drug']).default('term'),
  pronounce: pronunciation,
  section: id,
  answer: id.optional().describe('The answer that tells all about it.'),
  leadsTo: id.optional().describe('The answer that is offered after its definition.'),
  also: z
    .array(z.strictObject({ word: sentence, pronounce: pronunciation }))
    .default([])
    .describe('Other written forms.'),
  heard: z
    .array(sentence)
    .default([])
    .describe('What speech recognition makes of it, and other ways to say it.'),
  mistakenFor: z
    .array(
      z.strictObject({ word: sentence, is: sentence.describe('What that is: "an antibiotic".') }),
    )
    .default([])
    .describe('Other words that sound alike: the guide asks which one was meant.'),
  means: sentence.describe('What it means, in plain words.'),
});

const safetySchema = z.strictObject({
  id,
  kind: z.enum(['urgent', 'advice', 'not-covered']),
  title: sentence.describe('The title of the card.'),
  asked: samples,
  say: sentence.describe('At most 45 words. {emergency} and {crisis} are the numbers to call.'),
  signs: z
    .array(sentence)
    .default([])
    .describe('Words that give it away: "chest + pain|hurt|tight". All parts, in any order.'),
  closest: id.optional().describe('The covered answer that is offered instead.'),
});

const questionSchema = z.strictObject({ id, ask: sentence });

const intentSchema = z.strictObject({
  intent: sentence.describe('The name of the intent in the code.'),
  asked: samples,
});

const digits = z.string().regex(/^\d{3,6}$/, 'a short number: digits only, in quotes');

const settingsSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/, 'a language is two letters: "en"'),
  invocation: sentence.describe('What people say to open the skill, in lower case.'),
  reviewed: sentence.describe('When a person last read all of this against the page.'),
  clinicallyReviewed: z.boolean(),
  helpLine: z.string().regex(/^\d(-\d{3}){2}-\d{4}$/, 'a number like 1-888-555-0100'),
  locales: z
    .array(
      z.strictObject({
        locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'a locale like en-CA'),
        phonemes: z.boolean(),
        emergency: digits,
        crisis: digits,
      }),
    )
    .min(1),
  names: z.array(sentence).describe('Names that are said as they are.'),
  plainWords: z.array(sentence).describe('Plain words that the list of common words lacks.'),
});

const wordList = z.array(sentence).describe('Words, several on a line.');

const wordsSchema = z.strictObject({
  ignored: wordList.describe('Words that say nothing about what is asked.'),
  synonyms: z
    .array(z.string().includes('|', 'a group has two words or more: "surgery | operation"'))
    .describe('Words and phrases that stand for each other; the first names the group.'),
  topicWords: wordList.describe('Words that make a question one about this guide.'),
  people: wordList.describe('Words for the one who is spoken about.'),
  otherDrugs: wordList.describe(
    'Drugs that the guide does not cover; they are known by their sound too.',
  ),
  otherMedicines: wordList.describe('Medicines for other things, known as they are written.'),
  otherCancers: wordList.describe('What other cancers are told by.'),
});

const factSchema = z.strictObject({ id, section: id, fact: sentence });

/** The content's files that are lists: name of the file (or folder, for answers) to its entries. */
export const ENTRY_SCHEMAS = {
  sections: sectionSchema,
  answers: answerSchema,
  glossary: termSchema,
  safety: safetySchema,
  questions: questionSchema,
  intents: intentSchema,
  facts: factSchema,
} as const;

/** The content's files that are one thing. */
export const WHOLE_SCHEMAS = {
  settings: settingsSchema,
  words: wordsSchema,
  prompts: z.record(z.string(), z.array(sentence).min(1, 'a prompt needs at least one variant')),
} as const;

export type Settings = z.infer<typeof settingsSchema>;
export type Words = z.infer<typeof wordsSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type Term = z.infer<typeof termSchema>;
export type Safety = z.infer<typeof safetySchema>;
export type DoctorQuestion = z.infer<typeof questionSchema>;
export type IntentSamples = z.infer<typeof intentSchema>;
export type Prompts = z.infer<typeof WHOLE_SCHEMAS.prompts>;
export type Fact = z.infer<typeof factSchema>;
