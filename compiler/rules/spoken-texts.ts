/** Every text of the content that a listener hears, with what the voice rules allow it. */
import { PROMPTS } from '../../lambda/prompts.ts';
import type { Content, Located } from '../content.ts';
import { writtenForms } from '../spoken-text.ts';
import type { SpokenText } from './rule.ts';

export const MOST_WORDS = { answer: 45, continuation: 60 } as const;

export function spokenTexts(content: Content): SpokenText[] {
  const texts: SpokenText[] = [];
  const add = (
    entry: Pick<Located<unknown>, 'problem'>,
    path: (string | number)[],
    text: string,
    mostWords: number | null,
    { fills = [], defines = [] }: Partial<Pick<SpokenText, 'fills' | 'defines'>> = {},
  ): void => {
    texts.push({
      text,
      mostWords,
      fills,
      defines,
      problem: (rule, what, fix) => entry.problem(path, rule, what, fix),
    });
  };
  for (const answer of content.answers) {
    const { value } = answer;
    add(answer, ['say'], value.say, MOST_WORDS.answer);
    add(answer, ['offer'], value.offer, null);
    for (const [index, piece] of (value.more ?? []).entries()) {
      add(answer, ['more', index, 'say'], piece.say, MOST_WORDS.continuation);
      add(answer, ['more', index, 'offer'], piece.offer, null);
    }
  }
  for (const term of content.terms) {
    const defines = writtenForms(term.value).map(({ word }) => word);
    add(term, ['means'], term.value.means, MOST_WORDS.answer, { defines });
  }
  for (const entry of content.safety) {
    add(entry, ['say'], entry.value.say, MOST_WORDS.answer, { fills: ['emergency', 'crisis'] });
  }
  for (const question of content.questions) add(question, ['ask'], question.value.ask, null);
  for (const section of content.sections) add(section, ['spoken'], section.value.spoken, null);
  for (const [id, variants] of Object.entries(content.prompts.value)) {
    if (id.startsWith('card')) continue; // written on cards, never spoken
    const fills: readonly string[] = Object.hasOwn(PROMPTS, id)
      ? PROMPTS[id as keyof typeof PROMPTS]
      : [];
    for (const [index, text] of variants.entries()) {
      add(content.prompts, [id, index], text, MOST_WORDS.answer, { fills });
    }
  }
  return texts;
}
