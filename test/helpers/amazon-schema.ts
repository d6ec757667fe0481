/** Amazon's own descriptions of what a skill is made of, as JSON Schemas: cut from its Swagger file. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { PROJECT } from './temporary-project.ts';

type Schema = Readonly<Record<string, unknown>>;

const SPEC = new URL('node_modules/ask-smapi-model/spec.json', PROJECT);
const MANIFEST = 'v1.skill.Manifest.SkillManifestEnvelope';
const MODEL = 'v1.skill.interactionModel.InteractionModelData';
const SLOT_VALUE = 'v1.skill.interactionModel.TypeValueObject';

/** Checks an interaction model. Unlike Amazon's own schema, it refuses keys that are not known. */
export function createModelCheck(): ValidateFunction {
  const cut = cutOut(MODEL, readDefinitions());
  // The schema wants a synonym for each slot value; Alexa takes a value that has none.
  delete (cut[SLOT_VALUE] as { properties: { synonyms: { minItems?: number } } }).properties
    .synonyms.minItems;
  return compile(MODEL, cut);
}

/** Checks a manifest, with the endpoints in it. It too refuses keys that are not known. */
export function createManifestCheck(): ValidateFunction {
  return compile(MANIFEST, cutOut(MANIFEST, readDefinitions()));
}

function readDefinitions(): Readonly<Record<string, Schema>> {
  const { definitions } = JSON.parse(readFileSync(SPEC, 'utf8')) as {
    definitions: Readonly<Record<string, Schema>>;
  };
  return definitions;
}

function compile(name: string, definitions: Readonly<Record<string, Schema>>): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  return ajv.compile({ $ref: `#/definitions/${name}`, definitions });
}

/** A definition and all that it refers to. Objects in it have the keys that they list and no others. */
function cutOut(
  name: string,
  definitions: Readonly<Record<string, Schema>>,
  cut: Record<string, Schema> = {},
): Record<string, Schema> {
  const definition = definitions[name];
  if (definition === undefined) throw new Error(`Amazon's schema has no ${name} any more.`);
  cut[name] = definition.properties ? { ...definition, additionalProperties: false } : definition;
  for (const [, next = ''] of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    if (!Object.hasOwn(cut, next)) cutOut(next, definitions, cut);
  }
  return cut;
}
