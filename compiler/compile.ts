/** The whole way from content to what is built of it: read, check everything, build. */
import { z } from 'zod';
import { buildCatalogue, toCatalogueLines } from './build-catalogue.ts';
import { buildInteractionModel } from './build-interaction-model.ts';
import { buildUnderstanding, toUnderstandingLines } from './build-understanding.ts';
import { type Content, listLanguages, readContent } from './content.ts';
import { checkManifest } from './manifest.ts';
import { type Problem, sortProblems } from './problem.ts';
import { RULES } from './rules.ts';
import { ENTRY_SCHEMAS, WHOLE_SCHEMAS } from './schema.ts';
import { buildGlossary, type Glossary } from './spoken-text.ts';

export interface Compiled {
  /** Everything that is wrong, in the order of the files. With any of it, nothing is built. */
  readonly problems: readonly Problem[];
  /** What a publisher has to weigh; empty unless it is compiled for publishing. */
  readonly warnings: readonly Problem[];
  /** Path below the project's folder to what the file holds. */
  readonly outputs: ReadonlyMap<string, string>;
}

/** Compiles the content of every language below `root`, with the manifest. Reads only. */
export function compile(root: string, { forPublishing = false } = {}): Compiled {
  const problems: Problem[] = [];
  const contents: Content[] = [];
  const languages = listLanguages(root);
  if (languages.length === 0) {
    problems.push({
      rule: 'missing-file',
      file: 'content',
      line: 1,
      column: 1,
      what: 'there is no language.',
      fix: 'Make a folder like content/en, with the files that docs/content.md lists.',
    });
  }
  for (const language of languages) {
    const content = readContent(root, language, problems);
    if (content === null) continue;
    contents.push(content);
    const glossary = glossaryOf(content);
    problems.push(...RULES.flatMap((rule) => rule({ content, glossary })));
  }
  const complete = contents.filter(({ isComplete }) => isComplete);
  const areComplete = complete.length > 0 && complete.length === languages.length;
  const manifest = checkManifest(root, areComplete ? complete : null, forPublishing);
  problems.push(...manifest.problems);
  return {
    problems: sortProblems(problems),
    warnings: sortProblems(manifest.warnings),
    outputs: problems.length > 0 ? new Map() : buildAll(contents),
  };
}

/** What is built of content without problems. */
function buildAll(contents: readonly Content[]): Map<string, string> {
  const outputs = new Map<string, string>();
  for (const content of contents) {
    const { language } = content;
    outputs.set(
      `lambda/generated/${language}.catalogue.jsonl`,
      toCatalogueLines(buildCatalogue(content, glossaryOf(content))).join(''),
    );
    outputs.set(
      `lambda/generated/${language}.understanding.jsonl`,
      toUnderstandingLines(buildUnderstanding(content)).join(''),
    );
    addInteractionModels(content, outputs);
  }
  addJsonSchemas(outputs);
  return outputs;
}

function glossaryOf({ terms }: Content): Glossary {
  return buildGlossary(terms.map(({ value }) => value));
}

function addInteractionModels(content: Content, outputs: Map<string, string>): void {
  const model = toIndentedJson(buildInteractionModel(content));
  for (const { locale } of content.settings.value.locales) {
    outputs.set(`interactionModel/${locale}.json`, model);
  }
}

/** The JSON Schemas that editors complete and check the content from. */
function addJsonSchemas(outputs: Map<string, string>): void {
  const schemas: [string, z.ZodType][] = [
    ...Object.entries(ENTRY_SCHEMAS).map(([name, entry]): [string, z.ZodType] => [
      name,
      z.array(entry).min(1),
    ]),
    ...Object.entries(WHOLE_SCHEMAS),
  ];
  for (const [name, schema] of schemas) {
    const jsonSchema = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
    outputs.set(`content/schema/${name}.schema.json`, toIndentedJson(jsonSchema));
  }
}

function toIndentedJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
