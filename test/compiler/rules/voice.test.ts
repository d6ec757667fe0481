import { describe, expect, test } from '@jest/globals';
import type { RuleInput } from '../../../compiler/rules/rule.ts';
import { forTheEar } from '../../../compiler/rules/voice.ts';
import { inputWith } from '../../helpers/project-content.ts';

/** The content, with an answer that says this in the place of its answers. */
const saying = (say: string): RuleInput =>
  inputWith(({ answers }) => ({
    answers: answers.slice(0, 1).map((first) => ({ ...first, value: { ...first.value, say } })),
  }));

describe('what only a reader can use is found', () => {
  test.each([
    ['a remark in brackets', 'It helps (a little).', '('],
    ['square brackets', 'It helps [1].', '['],
    ['a tag', 'It <em>helps.', '<'],
    ['an ampersand', 'You & your doctor talk.', '&'],
    ['a semicolon', 'It helps; it takes time.', ';'],
    ['a colon', 'It does this: it helps.', ':'],
    ['a slash', 'He and/or she helps.', '/'],
    ['a star', 'It *helps.', '*'],
    ['an exclamation mark', 'It helps!', '!'],
    ['an abbreviation', 'Ask someone, e.g. a nurse.', 'e.g.'],
    ['a title that is shortened', 'Ask Dr Jones.', 'Dr'],
    ['a word for a screen', 'Tap here.', 'Tap'],
    ['a word for a page', 'The list is below.', 'below'],
    ['a word that frightens', 'Unfortunately, it comes back.', 'Unfortunately'],
    ['a word of war', 'You can beat it.', 'beat'],
    ['a space before a comma', 'It helps , in time.', ' ,'],
  ])('%s', (_, say, sign) => {
    const problems = forTheEar(saying(say));
    expect(problems.map(({ rule, what }) => [rule, what.split(': ')[0]])).toEqual([
      ['for-the-ear', `"${sign}"`],
    ]);
  });
});

test.each([
  ['a comma, a hyphen and an apostrophe', "It isn't first-line, it's second."],
  ['something to fill in', 'Call {emergency} now.'],
  ['a word that only begins like an abbreviation', 'The drug drips for an hour.'],
])('%s is not taken for it', (_, say) => {
  expect(forTheEar(saying(say))).toEqual([]);
});
