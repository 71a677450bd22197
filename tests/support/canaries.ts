import { createHash } from 'node:crypto';

import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Made-up personal data, planted in deliveries: nobody has this name, this number (Ofcom's drama range) or this address. */
export const CANARIES = {
  given: 'Zebulonia',
  family: 'Quarrelthorpe-Canary',
  email: 'zebulonia.canary@example.org',
  phone: '07700 900461',
  postcode: 'PL1 9ZX',
  comment: 'xylofarn lanterns by my gate were smashed',
} as const;

/** Every way in which a canary may be written: as it is, without blanks, in an address, as bytes, hashed for convenience. */
function spellings(canary: string): string[] {
  const tight = canary.replaceAll(/\s/g, '');
  const plain = [
    canary,
    tight,
    encodeURIComponent(canary),
    canary.replaceAll(' ', '+'),
    canary.replaceAll(' ', '-'),
  ];
  const bytes = [canary, tight].map((text) => Buffer.from(text).toString('hex'));
  const hashes = [canary, tight, canary.toLowerCase(), tight.toLowerCase()].map((text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  return [...plain, ...bytes, ...hashes, tight.replace(/^0/, '+44'), tight.replace(/^0/, '44')].map((text) =>
    text.toLowerCase(),
  );
}

const NEEDLES = Object.entries(CANARIES).map(([name, canary]) => ({
  name,
  needles: [...new Set(spellings(canary))].filter((one) => one.length >= 6),
}));

/** Which canaries a text holds; none is what is wanted. */
export function canariesIn(text: string): string[] {
  const lower = text.toLowerCase();
  return NEEDLES.filter(({ needles }) => needles.some((needle) => lower.includes(needle))).map(
    ({ name }) => name,
  );
}

/**
 * A question for each public field of the schema, with every field that can be selected below it.
 * @param values what to give for arguments that must be given, by name
 */
export function questionsOf(
  schema: GraphQLSchema,
  values: Record<string, string>,
  depth = 6,
): { field: string; question: string }[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const required = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const given = field.args.some((arg) => arg.name === 'first') ? ['first: 20'] : [];
    for (const { name } of required) given.push(`${name}: ${values[name] ?? '"none"'}`);
    const args = given.length ? `(${given.join(', ')})` : '';
    return [
      {
        field: field.name,
        question: `{ ${field.name}${args} ${selection(schema, getNamedType(field.type), depth)} }`,
      },
    ];
  });
}

function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (!isCompositeType(type)) return '';
  const own =
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap((field) => selected(schema, field, depth))
      : [];
  const kinds = isObjectType(type)
    ? []
    : schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${selection(schema, one, depth)}`);
  return `{ ${['__typename', ...own, ...(own.length ? [] : kinds)].join(' ')} }`;
}

/** Fields that need an argument are left out; lists within lists are kept short. */
function selected(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string[] {
  if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
  const type = getNamedType(field.type);
  if (isLeafType(getNullableType(type))) return [field.name];
  if (depth <= 1) return [];
  const short = field.args.some((arg) => arg.name === 'first') ? '(first: 3)' : '';
  return [`${field.name}${short} ${selection(schema, type, depth - 1)}`];
}
