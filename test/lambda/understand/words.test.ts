import { describe, expect, test } from '@jest/globals';
import { toWords } from '../../../lambda/understand/words.ts';

describe('an utterance becomes words', () => {
  test.each([
    ['lower case, without marks', 'What is CHEMO, please?!', 'what is chemo please'],
    ['no empty words', '  what   is\tit ', 'what is it'],
    ['nothing of nothing', ' ?! ', ''],
    ['letters and digits that stand together apart', 'Ki67', 'ki sixty seven'],

    ["what's as two words", "what's chemo", 'what is chemo'],
    ['a typographic apostrophe like a straight one', 'what’s chemo', 'what is chemo'],
    ["where's, how's and there's", "where's how's there's", 'where is how is there is'],
    ["it's and that's", "it's that's", 'it is that is'],
    ["I'm as two words", "I'm ill", 'i am ill'],
    [
      'are, have, will and would written out',
      "they're I've she'll I'd",
      'they are i have she will i would',
    ],
    ['not written out', "isn't doesn't don't", 'is not does not do not'],
    ['short forms without an apostrophe', 'whats cant im dont', 'what is can not i am do not'],
    ['one of somebody', 'hes well shes ill', 'he is well she is ill'],
    ['"cannot" as two words', 'I cannot', 'i can not'],
    ["he's and she's", "he's ill she's well", 'he is ill she is well'],
    ["can't, won't and shan't", "can't won't shan't", 'can not will not shall not'],

    ['a possessive without its s', "the liver's artery", 'the liver artery'],
    ['a possessive plural', "the nurses' advice", 'the nurses advice'],

    ['a short spelling', 'thru the liver', 'through the liver'],
    ['a digit', '5 FU', 'five fu'],
    ['zero', '0', 'zero'],
    ['a teen', 'is it 13', 'is it thirteen'],
    ['tens', '40', 'forty'],
    ['tens and ones', '67', 'sixty seven'],
    ['a zero in front', '05', 'zero five'],
    ['three digits and more one by one', 'call 911', 'call nine one one'],
    ['a phone number', '1-888-939', 'one eight eight eight nine three nine'],

    ['hyphens as spaces', 'first-line Ki-67', 'first line ki sixty seven'],
    ['letters with periods apart', 'H.A.I.', 'h a i'],
    ['accents left off', 'Thérapie ciblée', 'therapie ciblee'],
  ])('%s', (_, utterance, words) => {
    expect(toWords(utterance).join(' ')).toBe(words);
  });
});

test('what is written like a listener would say it has the same words as what is said', () => {
  expect(toWords("What's 5-FU?")).toEqual(toWords('what is five fu'));
});
