/** Reads infrastructure/template.yaml as CloudFormation does: its short tags are functions. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

export type Value = string | number | boolean | null | readonly Value[] | Properties;
export interface Properties {
  readonly [key: string]: Value;
}

export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties: Properties;
}

export interface Parameter {
  readonly Type: string;
  readonly Default?: string | number;
  readonly AllowedValues?: readonly (string | number)[];
  readonly AllowedPattern?: string;
  readonly MaxValue?: number;
  readonly MaxLength?: number;
}

export interface Template {
  readonly Parameters: Readonly<Record<string, Parameter>>;
  readonly Mappings: Properties;
  readonly Rules: Properties;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: Value }>>;
}

export const skillId = 'amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef';

export const templatePath = fileURLToPath(
  new URL('../../infrastructure/template.yaml', import.meta.url),
);
export const templateText = readFileSync(templatePath, 'utf8');

/** @throws at what CloudFormation refuses in YAML: an alias, or a key that comes twice. */
export function readTemplate(text: string): Template {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors[0] !== undefined) throw document.errors[0];
  return toValue(document.contents) as unknown as Template;
}

function toValue(node: unknown): Value {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => [String(key), toValue(value)] as const);
    return withTag(node, Object.fromEntries(entries));
  }
  if (isSeq(node)) return withTag(node, node.items.map(toValue));
  if (isScalar(node)) return withTag(node, node.value as Value);
  throw new Error(`CloudFormation does not take this in YAML: ${String(node)}`);
}

function withTag({ tag }: Node, value: Value): Value {
  if (tag?.startsWith('!') !== true) return value;
  return { [tag === '!Ref' ? 'Ref' : `Fn::${tag.slice(1)}`]: value };
}

/** What the text of an Fn::Sub names, other than what it brings along itself. */
function namesIn(sub: Value): string[] {
  const [text, own] = Array.isArray(sub) ? (sub as [string, Properties]) : [sub as string, {}];
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return names.filter((name) => !(name in own));
}

/** What a value refers to, by Ref, Fn::GetAtt or Fn::Sub, at any depth; without pseudo parameters. */
export function referencesOf(value: Value): Set<string> {
  const found = new Set<string>();
  const visit = (part: Value): void => {
    if (part === null || typeof part !== 'object') return;
    for (const [key, inner] of Object.entries(part)) {
      if (typeof inner === 'string' && key === 'Ref') found.add(inner);
      if (typeof inner === 'string' && key === 'Fn::GetAtt') found.add(inner.split('.')[0] ?? '');
      if (key === 'Fn::Sub') for (const name of namesIn(inner)) found.add(name);
      visit(inner);
    }
  };
  visit(value);
  return new Set([...found].filter((name) => !name.startsWith('AWS::')));
}

export const template = readTemplate(templateText);

/** @throws if there is no such resource. */
export function resource(logicalId: string): Resource {
  const found = template.Resources[logicalId];
  if (found === undefined) throw new Error(`The template has no ${logicalId}.`);
  return found;
}

export const propertiesOf = (logicalId: string): Properties => resource(logicalId).Properties;

export const resourcesOf = (type: string): Resource[] =>
  Object.values(template.Resources).filter(({ Type }) => Type === type);

export const parameter = (name: string): Parameter => template.Parameters[name] ?? { Type: 'none' };

/** A value as it is deployed: a reference to a parameter gives its default. */
export function deployed(value: Value | undefined): Value | undefined {
  const name = (value as { Ref?: string } | undefined)?.Ref;
  return name === undefined ? value : parameter(name).Default;
}
