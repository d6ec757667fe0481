/** Signs in safety.yaml: parts joined with "+", alternatives with "|", "!" for what must not be there. */
import type { Rule } from './rule.ts';

/** Classes of words that words.yaml lists. */
const CLASSES: ReadonlySet<string> = new Set(['@drug', '@cancer']);

/** Every part of a sign says something, a weak sign is one of a personal decision, and one with "?" of an emergency. */
export const signs: Rule = ({ content }) => {
  const terms = new Set(content.terms.map(({ value }) => `#${value.id}`));
  return content.safety.flatMap(({ value, problem }) =>
    value.signs.flatMap((sign, index) => {
      const path = ['signs', index];
      const phrases = sign
        .replace(/^[~?]/, '')
        .split('+')
        .flatMap((part) => part.replace('!', '').split('|'))
        .map((phrase) => phrase.trim());
      if (sign.startsWith('~') && value.kind !== 'advice') {
        const what = 'a weak sign ("~") may stand for a personal decision only.';
        return [problem(path, 'sign', what, 'Take the "~" out.')];
      }
      if (sign.startsWith('?') && value.kind !== 'urgent') {
        const what = 'a sign with "?" before it may stand for an emergency only.';
        return [problem(path, 'sign', what, 'Take the "?" out.')];
      }
      if (phrases.includes('')) {
        const what = 'a part of this sign is empty, so it would always fit.';
        return [problem(path, 'sign', what, 'Write words between the signs "+" and "|".')];
      }
      const unknown = phrases.find(
        (phrase) => /^[#@]/.test(phrase) && !terms.has(phrase) && !CLASSES.has(phrase),
      );
      // A term that could not be read may be the one that is meant.
      if (unknown === undefined || !content.isComplete) return [];
      const what = `"${unknown}" is neither a glossary term nor a class of words.`;
      return [problem(path, 'sign', what, 'Write "#" and a term\u2019s id, @drug or @cancer.')];
    }),
  );
};
