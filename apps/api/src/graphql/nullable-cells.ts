import { GraphQLList, GraphQLNonNull, GraphQLString, isObjectType, type GraphQLSchema } from 'graphql';

/**
 * A preview's rows are lists that are always there, of cells that may be empty: `[[String]!]!`. Nest's decorators can
 * say that every level is null or that none is, and nothing between.
 */
export function nullableCells(schema: GraphQLSchema): GraphQLSchema {
  const preview = schema.getType('DeliveryPreview');
  const rows = isObjectType(preview) ? preview.getFields().rows : undefined;
  if (rows)
    rows.type = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(new GraphQLList(GraphQLString))));
  return schema;
}
