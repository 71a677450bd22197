import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';

/** Asks a question and returns its answer, data and errors. */
export type Ask = (query: string) => Promise<{ data: unknown; errors: unknown[] }>;

/** What is asked of one field: arguments as they are written. */
export type Arguments = readonly string[];

const DEEPEST = 7;

export const schemaOf = async (ask: Ask): Promise<GraphQLSchema> =>
  buildClientSchema((await ask(getIntrospectionQuery())).data as IntrospectionQuery);

/** Fields that are numbers, as `Type.field`, of every type that can be answered. */
export function numericFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && type !== schema.getMutationType())
    .flatMap((type) =>
      Object.values(isObjectType(type) ? type.getFields() : {})
        .filter((field) => ['Int', 'Float'].includes(getNamedType(field.type).name))
        .map((field) => `${type.name}.${field.name}`),
    )
    .sort();
}

/**
 * Every question that the schema knows, each with all that can be had under it.
 * @param depths how deep a field is asked whose whole would cost too much
 * @param ways arguments by field; a field that needs some and has none here is an error, so that a new one is not forgotten
 * @param wanted fields that are asked; all where not given
 */
export function everyQuestion(
  schema: GraphQLSchema,
  ways: Readonly<Record<string, Arguments>>,
  depths: Readonly<Record<string, number>> = {},
  wanted: (field: GraphQLField<unknown, unknown>) => boolean = () => true,
): string[] {
  const fields = Object.values(schema.getQueryType()!.getFields());
  return fields.filter(wanted).flatMap((field) => {
    if (!ways[field.name] && field.args.some(isRequiredArgument))
      throw new Error(`say in this test how ${field.name} is asked`);
    const body = everythingUnder(schema, getNamedType(field.type), [], depths[field.name] ?? DEEPEST);
    return (ways[field.name] ?? ['']).map((said) => `{ ${field.name}${said && `(${said})`} ${body} }`);
  });
}

/** All fields without arguments that must be given; each type once on the way down, `__typename` to know it by. */
function everythingUnder(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  above: readonly string[],
  deepest: number,
): string {
  if (isScalarType(type) || isEnumType(type)) return '';
  const of = (isInterfaceType(type) ? schema.getPossibleTypes(type) : [type]).filter(isObjectType);
  const shapes = new Map<string, Set<string>>();
  for (const one of of)
    for (const field of Object.values(one.getFields()))
      shapes.set(field.name, (shapes.get(field.name) ?? new Set()).add(String(field.type)));
  const bodies = of.map((one) => {
    const inner = Object.values(one.getFields())
      .filter((field) => mayBeAsked(field, above, deepest))
      .map((field) => {
        // Two types behind one interface may have a field of one name and two shapes: each is asked under a name of its own.
        const alias = shapes.get(field.name)!.size > 1 ? `${one.name}_${field.name}: ` : '';
        const under = [...above, isInterfaceType(type) ? type.name : one.name];
        return `${alias}${field.name} ${everythingUnder(schema, getNamedType(field.type), under, deepest)}`;
      });
    return isInterfaceType(type) ? `... on ${one.name} { ${inner.join(' ')} }` : inner.join(' ');
  });
  return `{ __typename ${bodies.join(' ')} }`;
}

function mayBeAsked(
  field: GraphQLField<unknown, unknown>,
  above: readonly string[],
  deepest: number,
): boolean {
  const type = getNamedType(field.type);
  return (
    !field.args.some(isRequiredArgument) &&
    !above.includes(type.name) &&
    (above.length < deepest || isScalarType(type) || isEnumType(type))
  );
}

/** One number or text of an answer: where it stands, of which field, and what it says. */
export interface Said {
  path: string;
  field: string;
  value: unknown;
}

/** Every number and text of an answer; of two lists the same places have the same paths. */
export function everythingSaid(answer: unknown, path = '', field = ''): Said[] {
  if (Array.isArray(answer))
    return answer.flatMap((each, at) => everythingSaid(each, `${path}[${at}]`, field));
  if (answer === null || typeof answer !== 'object') return [{ path, field, value: answer }];
  const { __typename: type, ...rest } = answer as Record<string, unknown>;
  return Object.entries(rest).flatMap(([name, value]) => {
    const bare = name.split('_').at(-1)!;
    return everythingSaid(value, `${path}.${name}`, typeof type === 'string' ? `${type}.${bare}` : field);
  });
}
