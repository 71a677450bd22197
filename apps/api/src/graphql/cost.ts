import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  getNullableType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { refusedBeforeAnything } from './errors.js';
import { LARGEST_PAGE } from './paging.js';

/** Values that one question may ask for, at the most it could return. */
export const LARGEST_COST = 150_000;
/** How long a list without `first` is taken to be. */
const UNPAGED = 10;

interface Question {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/**
 * The most values that a question could return: each field counts as often as the lists around it are long. Unlike a
 * rule of validation it knows the variables, so `first: $first` weighs what it asks for.
 * @param most counting stops with a refusal as soon as it is passed
 * @throws ApiError BAD_REQUEST
 */
export function costOf({ schema, document, operation, variables }: Question, most = Infinity): number {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? {};
  let cost = 0;

  const weigh = (
    selections: SelectionSetNode,
    parent: GraphQLNamedType,
    times: number,
    page: number | null,
  ): void => {
    for (const one of selections.selections) {
      if (one.kind === Kind.FIELD) weighField(one, parent, times, page);
      else {
        const body = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
        const on = body?.typeCondition ? schema.getType(body.typeCondition.name.value) : parent;
        if (body && on) weigh(body.selectionSet, on, times, page);
      }
    }
  };
  const weighField = (
    node: FieldNode,
    parent: GraphQLNamedType,
    times: number,
    page: number | null,
  ): void => {
    const field = fieldOf(parent, node.name.value);
    const isList = field !== undefined && isListType(getNullableType(field.type));
    const each = isList ? times * (node.name.value === 'nodes' && page !== null ? page : UNPAGED) : times;
    cost += each;
    if (cost > most)
      throw refusedBeforeAnything(
        'This question asks for too much at once. Ask for fewer things or shorter pages.',
      );
    const type = field && getNamedType(field.type);
    if (node.selectionSet && type && isCompositeType(type))
      weigh(node.selectionSet, type, each, field ? pageAsked(field, node, values) : null);
  };

  const root = schema.getRootType(operation.operation);
  if (root) weigh(operation.selectionSet, root, 1, null);
  return cost;
}

function fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** The length of page that a connection field asks for; null where it has no pages. */
function pageAsked(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): number | null {
  const argument = field.args.find((one) => one.name === 'first');
  if (!argument) return null;
  const given = node.arguments?.find((one) => one.name.value === 'first')?.value;
  const value =
    given?.kind === Kind.INT
      ? Number(given.value)
      : given?.kind === Kind.VARIABLE
        ? variables[given.name.value]
        : undefined;
  const first = typeof value === 'number' ? value : Number(argument.defaultValue ?? LARGEST_PAGE);
  return Math.min(Math.max(first, 1), LARGEST_PAGE);
}

/** Refuses a question that costs too much, before anything of it is answered. */
export const costLimit = (most = LARGEST_COST): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        if (operation) costOf({ schema, document, operation, variables: request.variables ?? {} }, most);
      },
    };
  },
});
