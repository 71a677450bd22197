import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLSchema,
} from 'graphql';
import { CODEBOOKS } from './codebooks.js';
import { CODING } from './coding.js';
import { DECISIONS } from './decisions.js';
import type { Descriptions } from './descriptions.js';
import { FIGURES } from './figures.js';
import { EVERYWHERE, GENERAL } from './general.js';
import { INTAKE } from './intake.js';
import { MUTATIONS, QUERIES } from './questions.js';

const ALL: readonly Descriptions[] = [
  GENERAL,
  FIGURES,
  DECISIONS,
  CODING,
  CODEBOOKS,
  INTAKE,
  { Query: QUERIES, Mutation: MUTATIONS },
];

interface Described {
  description?: string | null | undefined;
}

/**
 * Gives every type, field, argument and value of the schema that says nothing of itself its description. What is said beside a field in the code stands.
 * @returns the same schema
 */
export function described(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isScalarType(type)) continue;
    const say = (place: Described, ...names: string[]): void => {
      place.description ??=
        names.map((name) => textOf(type.name, name)).find((text) => text !== undefined) ?? null;
    };
    say(type, '');
    if (isEnumType(type)) for (const value of type.getValues()) say(value, value.name);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) say(field, field.name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      say(field, field.name);
      for (const argument of field.args) {
        say(argument, `${field.name}(${argument.name})`);
        argument.description ??= EVERYWHERE[argument.name] ?? null;
      }
    }
  }
  return schema;
}

function textOf(type: string, name: string): string | undefined {
  for (const descriptions of ALL) {
    const text = descriptions[type]?.[name];
    if (text !== undefined) return text;
  }
  return name === '' ? undefined : EVERYWHERE[name];
}
