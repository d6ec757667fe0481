/** The pages for listeners say what is so: numbers in them are those of the content and the template. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { allSamples } from '../../compiler/samples.ts';
import { inputWith } from '../helpers/project-content.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const { content } = inputWith(() => ({}));
const { settings } = content;
const privacy = readFileSync(new URL('docs/privacy.md', PROJECT), 'utf8');
const terms = readFileSync(new URL('docs/terms.md', PROJECT), 'utf8');

describe('the page on privacy', () => {
  const { Parameters: parameters } = parse(
    readFileSync(new URL('infrastructure/template.yaml', PROJECT), 'utf8'),
    { logLevel: 'silent' },
  ) as { Parameters: Readonly<Record<string, { Default: string | number }>> };

  test('tells how long lines of the log and backups are kept by the template', () => {
    expect(privacy).toContain(`deleted after **${parameters['LogRetentionDays']?.Default} days**`);
    expect(privacy).toContain(`the last **${parameters['RecoveryPeriodDays']?.Default} days**`);
  });

  test('says that no words are recorded, as the template has it', () => {
    expect(parameters['RecordUnanswered']?.Default).toBe('false');
    expect(privacy).toContain('**This is turned off.**');
  });

  test('tells to say only what is a sample', () => {
    const samples = new Set(allSamples(content).map(({ sample }) => sample));
    const sayings = [...privacy.matchAll(/(?:[Ss]ay(?:ing)?|and) \**"([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(sayings).toContain('forget me');
    expect(sayings.filter((saying = '') => !samples.has(saying))).toEqual([]);
  });
});

describe('the terms', () => {
  test('name the emergency number of every locale', () => {
    const missing = settings.value.locales.filter(({ emergency }) => !terms.includes(emergency));
    expect(settings.value.locales.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  test('say that nobody has reviewed the words exactly as long as that is so', () => {
    const isDenied = terms.includes('No doctor or nurse has reviewed');
    expect(isDenied).toBe(!settings.value.clinicallyReviewed);
  });
});
