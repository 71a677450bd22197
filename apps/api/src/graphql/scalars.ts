import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay } from '#domain';

function isoDate(value: unknown): string {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  if (typeof text === 'string' && isDay(text)) return text;
  throw new TypeError('a date is written yyyy-mm-dd');
}

function isoInstant(value: unknown): string {
  const time = value instanceof Date ? value : new Date(String(value));
  if (Number.isNaN(time.getTime())) throw new TypeError('an instant is written in ISO 8601');
  return time.toISOString();
}

const text = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : null);

export const DateScalar = new GraphQLScalarType({
  name: 'Date',
  description: 'A day, ISO yyyy-mm-dd.',
  serialize: isoDate,
  parseValue: isoDate,
  parseLiteral: (node) => isoDate(text(node)),
});

export const DateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant, ISO 8601 with offset.',
  serialize: isoInstant,
  parseValue: isoInstant,
  parseLiteral: (node) => isoInstant(text(node)),
});

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: plainJson,
});

function plainJson(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables?.[node.name.value] ?? null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((value) => plainJson(value, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, plainJson(field.value, variables)]),
      );
    case Kind.NULL:
      return null;
    default:
      return node.value;
  }
}
