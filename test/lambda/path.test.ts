import { describe, expect, test } from '@jest/globals';
import { answerAfter, answerBefore, offerAfter } from '../../lambda/path.ts';
import { smallCatalogue } from '../helpers/small-catalogue.ts';

// tea: tea (two pieces), green-tea (related: plates); cake: cake, crumbs, plates

describe('what is offered next', () => {
  test.each([
    ['the rest of the answer', 'tea', 0, [], { id: 'tea', piece: 1 }],
    ['the rest of it, though it was heard', 'tea', 0, ['tea'], { id: 'tea', piece: 1 }],
    ['the next answer of the section', 'tea', 1, ['tea'], { id: 'green-tea', piece: 0 }],
    ['a related one at the end of a section', 'green-tea', 0, ['tea'], { id: 'plates', piece: 0 }],
    ['the next section, if that was heard', 'green-tea', 0, ['plates'], { id: 'cake', piece: 0 }],
    ['none that was heard', 'cake', 0, ['crumbs'], { id: 'plates', piece: 0 }],
    ['nothing at the end', 'plates', 0, [], null],
    ['nothing once all that follows was heard', 'cake', 0, ['crumbs', 'plates'], null],
    ['nothing after an answer that is gone', 'coffee', 0, [], null],
    ['nothing after a name of an object’s workings', 'constructor', 0, [], null],
  ])('%s', (_, id, piece, heard, offered) => {
    expect(offerAfter(smallCatalogue, { id, piece }, heard)).toEqual(offered);
  });

  test('is never the same answer again', () => {
    const answers = new Map(smallCatalogue.answers);
    const tea = answers.get('green-tea');
    if (tea !== undefined) answers.set('green-tea', { ...tea, related: ['green-tea'] });
    const catalogue = { ...smallCatalogue, answers };
    expect(offerAfter(catalogue, { id: 'green-tea', piece: 0 }, [])?.id).toBe('cake');
  });
});

describe('next and previous follow the page, across sections', () => {
  test.each([
    ['tea', null, 'green-tea'],
    ['green-tea', 'tea', 'cake'],
    ['plates', 'crumbs', null],
    ['coffee', null, null],
  ])('%s stands between %s and %s', (id, before, after) => {
    expect(answerBefore(smallCatalogue, id)).toBe(before);
    expect(answerAfter(smallCatalogue, id)).toBe(after);
  });
});
