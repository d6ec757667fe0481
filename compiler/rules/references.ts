/** Ids are unique, what is referred to exists, and every fact of the page is carried. */
import type { Located } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** An id stands for one thing only. */
export const duplicateId: Rule = ({ content }) => {
  const lists: readonly (readonly Located<{ id: string }>[])[] = [
    content.sections,
    content.answers,
    content.terms,
    content.safety,
    content.questions,
    content.facts,
  ];
  const seenIntents = new Set<string>();
  const intents = content.intents.flatMap(({ value: { intent }, problem }) => {
    if (!seenIntents.has(intent)) {
      seenIntents.add(intent);
      return [];
    }
    return [
      problem(
        ['intent'],
        'duplicate-id',
        `${intent} is already entered.`,
        'Move the samples to that entry.',
      ),
    ];
  });
  const ids = lists.flatMap((entries) => {
    const seen = new Set<string>();
    return entries.flatMap(({ value, problem }) => {
      if (!seen.has(value.id)) {
        seen.add(value.id);
        return [];
      }
      const what = `the id "${value.id}" is already taken.`;
      return [problem(['id'], 'duplicate-id', what, 'Give this entry an id of its own.')];
    });
  });
  return [...ids, ...intents];
};

/** A section, an answer or a fact that is named exists. */
export const unknownReference: Rule = ({ content }) => {
  if (!content.isComplete) return [];
  const idsOf = (entries: readonly Located<{ id: string }>[]): Set<string> =>
    new Set(entries.map(({ value }) => value.id));
  const sections = idsOf(content.sections);
  const answers = idsOf(content.answers);
  const facts = idsOf(content.facts);
  const problems: Problem[] = [];
  const check = (
    { problem }: Pick<Located<unknown>, 'problem'>,
    path: (string | number)[],
    known: ReadonlySet<string>,
    kind: string,
    id: string | undefined,
  ): void => {
    if (id === undefined || known.has(id)) return;
    const what = `there is no ${kind} "${id}".`;
    problems.push(problem(path, 'unknown-reference', what, `Name a ${kind} that exists.`));
  };
  for (const answer of content.answers) {
    check(answer, ['section'], sections, 'section', answer.value.section);
    for (const [index, id] of (answer.value.related ?? []).entries()) {
      check(answer, ['related', index], answers, 'answer', id);
    }
    for (const [index, id] of (answer.value.facts ?? []).entries()) {
      check(answer, ['facts', index], facts, 'fact', id);
    }
    for (const [number, piece] of (answer.value.more ?? []).entries()) {
      for (const [index, id] of (piece.facts ?? []).entries()) {
        check(answer, ['more', number, 'facts', index], facts, 'fact', id);
      }
    }
  }
  for (const term of content.terms) {
    check(term, ['section'], sections, 'section', term.value.section);
    check(term, ['answer'], answers, 'answer', term.value.answer);
    check(term, ['leadsTo'], answers, 'answer', term.value.leadsTo);
  }
  for (const entry of content.safety) {
    check(entry, ['closest'], answers, 'answer', entry.value.closest);
  }
  const terms = idsOf(content.terms);
  for (const section of content.sections) {
    check(section, ['about'], terms, 'term', section.value.about);
  }
  for (const fact of content.facts) {
    check(fact, ['section'], sections, 'section', fact.value.section);
  }
  return problems;
};

/** An answer from the page names the facts that it carries. */
export const missingFacts: Rule = ({ content }) =>
  content.answers.flatMap(({ value, problem }) =>
    value.source === 'page' && (value.facts ?? []).length === 0
      ? [
          problem(
            ['source'],
            'missing-facts',
            `"${value.id}" is said to come from the page but names no fact.`,
            'Add "facts: [...]" with ids from content/facts.yaml, or set "source: general".',
          ),
        ]
      : [],
  );

/** Every fact of the page is carried by some answer. */
export const uncarriedFact: Rule = ({ content }) => {
  if (!content.isComplete) return [];
  const carried = new Set(
    content.answers.flatMap(({ value }) => [
      ...(value.facts ?? []),
      ...(value.more ?? []).flatMap((piece) => piece.facts ?? []),
    ]),
  );
  return content.facts.flatMap(({ value, problem }) =>
    carried.has(value.id)
      ? []
      : [
          problem(
            ['id'],
            'uncarried-fact',
            `no answer in "${content.language}" carries ${value.id}: ${value.fact}`,
            `Name ${value.id} in the "facts" of the answer that says it, or write one.`,
          ),
        ],
  );
};
