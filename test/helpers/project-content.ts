/** The project's own English content, read once, for tests of one rule. */
import { fileURLToPath } from 'node:url';
import { type Content, readContent } from '../../compiler/content.ts';
import type { RuleInput } from '../../compiler/rules/rule.ts';
import { buildGlossary } from '../../compiler/spoken-text.ts';
import { PROJECT } from './temporary-project.ts';

const content = readContent(fileURLToPath(PROJECT), 'en', []);

/** What a rule looks at, with some of the content in another form. */
export function inputWith(change: (content: Content) => Partial<Content>): RuleInput {
  if (content === null) throw new Error('The English content cannot be read: run npm run compile.');
  return {
    content: { ...content, ...change(content) },
    glossary: buildGlossary(content.terms.map(({ value }) => value)),
  };
}
