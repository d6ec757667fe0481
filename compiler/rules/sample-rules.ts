/** Sample utterances: enough of them, in signs that Alexa takes, and none in two intents. */
import {
  allSamples,
  answerIntentName,
  buildSlotTypes,
  expandSample,
  type LocatedSample,
  safetyIntentName,
  SEARCH_QUERY,
  slotFor,
  slotNamesIn,
} from '../samples.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

const FEWEST_SAMPLES = 12;
const LONGEST_SLOT_VALUE = 140;
/** Letters, spaces, periods, underscores, apostrophes and hyphens, and slots in braces. */
const SAMPLE = /^(?:[\p{L}\p{M} ._'’-]|\{[^{}]*\})+$/u;

/** Letters and a few signs only: no digits, commas, question marks. */
export const sampleCharacters: Rule = ({ content }) => {
  const samples = allSamples(content).flatMap(({ sample, problem }) => {
    const bad = badSign(sample);
    return bad === undefined ? [] : [problem('sample-characters', ...badSignWords(bad))];
  });
  const values = content.terms.flatMap(({ value, problem }) =>
    value.heard.flatMap((form, index) => {
      const bad = badSign(form);
      if (bad !== undefined)
        return [problem(['heard', index], 'sample-characters', ...badSignWords(bad))];
      if (form.length <= LONGEST_SLOT_VALUE) return [];
      const what = `${form.length} characters are more than Alexa takes for a slot value.`;
      return [problem(['heard', index], 'sample-length', what, 'Cut it to 140 characters.')];
    }),
  );
  return [...samples, ...values];
};

function badSign(sample: string): string | undefined {
  if (SAMPLE.test(sample)) return undefined;
  return [...sample].find((sign) => !SAMPLE.test(sign)) ?? sample;
}

function badSignWords(bad: string): [what: string, fix: string] {
  return /\d/.test(bad)
    ? [`Alexa refuses the digit "${bad}" in an utterance.`, 'Write the number as words.']
    : [`Alexa refuses "${bad}" in an utterance.`, 'Leave it out, or write it as words.'];
}

/** Twelve ways to ask at least: with fewer, Alexa's model learns too little. */
export const tooFewSamples: Rule = ({ content }) =>
  [...content.answers, ...content.safety].flatMap(({ value, problem }) =>
    value.asked.length >= FEWEST_SAMPLES
      ? []
      : [
          problem(
            ['asked'],
            'too-few-samples',
            `"${value.id}" has ${value.asked.length} ways to ask; ${FEWEST_SAMPLES} are needed.`,
            'Add more, in words that people would use.',
          ),
        ],
  );

/** Braces in a sample hold a slot that exists; a free question has words around it. */
export const sampleSlots: Rule = ({ content }) => {
  if (!content.isComplete) return [];
  return allSamples(content).flatMap(({ sample, problem }) => {
    const names = slotNamesIn(sample);
    const unknown = names.filter((name) => slotFor(content, name) === null);
    const problems = unknown.map((name) =>
      problem(
        'unknown-slot',
        `"{${name}}" is neither a glossary term nor a slot.`,
        'Write the id of a term in the glossary.',
      ),
    );
    const isFree = names.some((name) => slotFor(content, name)?.type === SEARCH_QUERY);
    if (isFree && (names.length > 1 || sample.replace(/\{[^}]*\}/g, '').trim() === '')) {
      problems.push(
        problem(
          'free-question',
          'Alexa takes a free question only with words before it and no other slot.',
          'Write it like "my question is {question}".',
        ),
      );
    }
    return problems;
  });
};

/** No utterance stands for two intents, and none is written twice. */
export const sampleOverlap: Rule = ({ content }) => {
  const slotTypes = new Map(buildSlotTypes(content).map((type) => [type.name, type]));
  const owners = new Map<string, LocatedSample>();
  return allSamples(content).flatMap((located): Problem[] => {
    for (const utterance of expandSample(content, slotTypes, located.sample)) {
      const owner = owners.get(utterance);
      if (owner === undefined) {
        owners.set(utterance, located);
        continue;
      }
      // Two slots of one intent may hold the same word ("what is {term}", "what is {drug}").
      if (
        owner.intent === located.intent &&
        owner.sample !== located.sample &&
        /\{/.test(located.sample)
      ) {
        continue;
      }
      const where = owner.intent === located.intent ? 'this intent' : owner.intent;
      return [
        located.problem(
          'sample-overlap',
          `"${utterance}" is also said for ${where} ("${owner.sample}").`,
          'Keep it where its answer is the better one, and reword the other.',
        ),
      ];
    }
    return [];
  });
};

/** A free question never begins like another intent's sample: it would take that from it. */
export const freeQuestionCarrier: Rule = ({ content }) => {
  const samples = allSamples(content);
  const carriers = samples
    .filter(({ sample }) =>
      slotNamesIn(sample).some((name) => slotFor(content, name)?.type === SEARCH_QUERY),
    )
    .map((located) => ({
      located,
      start: located.sample.replace(/\{[^}]*\}.*/, '').toLowerCase(),
    }));
  return carriers
    .filter(({ start }) => start.trim() !== '')
    .flatMap(({ located, start }) =>
      samples
        .filter(
          ({ intent, sample }) =>
            intent !== located.intent && sample.toLowerCase().startsWith(start),
        )
        .map(({ problem, sample }) =>
          problem(
            'sample-overlap',
            `"${sample}" begins like the free question "${located.sample}".`,
            'Reword it, or narrow the free question.',
          ),
        ),
    );
};

/** Two ids may give the same intent name ("ki-67", "ki-six-seven"). */
export const intentNames: Rule = ({ content }) => {
  const seen = new Map<string, string>();
  const named = [
    ...content.answers.map((entry) => [answerIntentName(entry.value.id), entry] as const),
    ...content.safety.map((entry) => [safetyIntentName(entry.value), entry] as const),
  ];
  return named.flatMap(([name, { value, problem }]) => {
    const other = seen.get(name);
    seen.set(name, value.id);
    if (other === undefined || other === value.id) return [];
    const what = `"${value.id}" and "${other}" would both be the intent ${name}.`;
    return [problem(['id'], 'intent-name', what, 'Choose another id.')];
  });
};
