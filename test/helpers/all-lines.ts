/** Every line that the skill can say in a language: each text of the catalogue in the prompt that says it. */
import type { WholeCatalogue } from '../../compiler/build-catalogue.ts';
import { CARD_FOOTER, CARD_SOURCE } from '../../lambda/handlers/turn.ts';
import { PROMPTS, type PromptId } from '../../lambda/prompts.ts';
import type { CardContent, Line } from '../../lambda/reply.ts';

export interface SaidLine {
  readonly line: Line;
  readonly card: CardContent | null;
}

type Fills = Readonly<Record<string, string>>;

export function allLines(catalogue: WholeCatalogue, locale: string): readonly SaidLine[] {
  return [
    ...answerLines(catalogue),
    ...[...catalogue.terms.keys()].map((id) => ({
      line: `term/${id}/means`,
      card: { title: `term/${id}/word`, lines: [`term/${id}/means`, ...CARD_END] },
    })),
    ...[...catalogue.safety.keys()].map((id) => safetyLine(id, locale)),
    ...Object.entries(fillsOf(catalogue)).flatMap(([id, choices]) =>
      choices.flatMap((fills) => variantsOf(catalogue, id, fills)),
    ),
  ];
}

const CARD_END: readonly Line[] = [CARD_SOURCE, CARD_FOOTER];

function answerLines({ answers, texts }: WholeCatalogue): SaidLine[] {
  return [...answers].flatMap(([id, { pieces }]) => {
    const keys = Array.from({ length: pieces }, (_, piece) => `answer/${id}/${piece}`);
    const rest = [...texts.keys()].filter(
      (key) => key.startsWith(`answer/${id}/`) && key.includes('/from/'),
    );
    const card = { title: `answer/${id}/title`, lines: [...keys, ...CARD_END] };
    return [...keys, ...rest].map((line) => ({ line, card }));
  });
}

function safetyLine(id: string, locale: string): SaidLine {
  const line: Line = [
    `safety/${id}`,
    { emergency: `locale/${locale}/emergency`, crisis: `locale/${locale}/crisis` },
  ];
  return { line, card: { title: `safety/${id}/title`, lines: [line, ...CARD_END] } };
}

function variantsOf({ prompts }: WholeCatalogue, id: string, fills: Fills): SaidLine[] {
  return Array.from({ length: prompts[id] ?? 0 }, (_, variant) => ({
    line: [`prompt/${id}/${variant}`, fills],
    card: null,
  }));
}

/** For each prompt all that it may be given. */
function fillsOf(catalogue: WholeCatalogue): Record<PromptId, readonly Fills[]> {
  const { answers, terms, texts, questions, sectionIds } = catalogue;
  const offers = [...answers].flatMap(([id, { pieces }]) =>
    Array.from({ length: pieces }, (_, piece) => `answer/${id}/${piece}/offer`),
  );
  const words = [...terms.keys()].map((id) => `term/${id}/word`);
  const answerNames = [...answers.keys()].map((id) => `answer/${id}/name`);
  const names = [...words, ...answerNames];
  const topics = sectionIds.map((id) => `section/${id}`);
  const threes = topics.map((first, index) => ({
    first,
    second: topics[index - 1] ?? first,
    third: topics[index - 2] ?? first,
  }));
  const mistaken = [...texts.keys()].flatMap((second) => {
    const term = /^(term\/.+)\/mistaken\/\d+$/.exec(second)?.[1];
    return term === undefined ? [] : [{ first: `${term}/word`, second, what: `${second}/is` }];
  });
  const plain = Object.fromEntries(
    Object.keys(PROMPTS).map((id) => [id, [{}]]),
  ) as unknown as Record<PromptId, readonly Fills[]>;
  return {
    ...plain,
    offer: offers.map((offer) => ({ offer })),
    backTo: topics.map((topic) => ({ topic })),
    spelling: [...terms.keys()].map((id) => ({
      word: `term/${id}/word`,
      letters: `term/${id}/letters`,
    })),
    didYouMean: names.map((first) => ({ first })),
    whichOne: names.map((first, index) => ({ first, second: names[index - 1] ?? first })),
    lookAlike: mistaken,
    topics: threes,
    topicsLast: threes,
    doctorQuestion: questions.map((id, index) => ({
      number: `number/${index + 1}`,
      question: `question/${id}`,
    })),
    doctorQuestionLast: questions.map((id) => ({ question: `question/${id}` })),
    welcomeResume: topics.map((topic) => ({ topic })),
    slowly: [...terms.keys()].map((id) => ({ word: `term/${id}/slowly` })),
    whereAmI: [...answers].map(([id, { section }]) => ({
      topic: `section/${section}`,
      name: `answer/${id}/name`,
    })),
    answersLeft: [{ number: 'number/3' }],
    nothingLeft: topics.map((topic) => ({ topic })),
    left: answerNames.map((first, index) => ({
      number: 'number/3',
      first,
      second: answerNames[index - 1] ?? first,
    })),
    overview: topics.map((topic) => ({ topic, number: 'number/4' })),
    whichPart: topics.map((topic) => ({ topic })),
    keptQuestion: questions.map((id) => ({
      number: 'number/2',
      total: 'number/3',
      question: `question/${id}`,
    })),
    keptOnly: questions.map((id) => ({ question: `question/${id}` })),
    keptLast: questions.map((id) => ({ question: `question/${id}` })),
    source: [{ reviewed: 'setting/reviewed' }],
    cardSource: [{ reviewed: 'setting/reviewed' }],
  };
}
