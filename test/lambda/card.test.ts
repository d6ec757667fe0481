import { describe, expect, test } from '@jest/globals';
import { toCard } from '../../lambda/card.ts';
import { smallCatalogue } from '../helpers/small-catalogue.ts';

describe('a card', () => {
  test('has what was said as plain text, a paragraph for each line', () => {
    const card = toCard(smallCatalogue, {
      title: 'answer/tea/title',
      lines: ['answer/tea/0', 'answer/tea/1', 'prompt/cardFooter/0'],
    });
    expect(card).toEqual({
      title: 'Tea',
      content: 'Tea has tannin.\n\nIt is brown.\n\nCall 1-888.',
    });
  });

  test('has its places filled in', () => {
    const lines = [['prompt/cardSource/0', { reviewed: 'setting/reviewed' }]] as const;
    expect(toCard(smallCatalogue, { title: 'answer/tea/title', lines }).content).toBe(
      'From a page, checked in May.',
    );
  });

  test('leaves no gap for a text that is gone', () => {
    const lines = ['answer/tea/1', 'answer/coffee/0', 'answer/tea/1'];
    expect(toCard(smallCatalogue, { title: 'answer/tea/title', lines }).content).toBe(
      'It is brown.\n\nIt is brown.',
    );
  });

  test('is never too long for Alexa', () => {
    const texts = new Map(smallCatalogue.texts).set('answer/tea/0', [['tea '.repeat(5000)]]);
    const { title, content } = toCard(
      { ...smallCatalogue, texts },
      { title: 'answer/tea/title', lines: ['answer/tea/0'] },
    );
    expect(title.length + content.length).toBeLessThan(8000);
  });
});
