import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ValidationRule } from 'graphql';

/** The deepest question of our own is eight levels deep; the standard introspection query is fifteen. */
export const DEEPEST = 15;
export const MOST_TOKENS = 3_000;

/**
 * Limits on the shape of a question. Introspection obeys them too. The cost has a rule of our own (see cost.ts), because
 * the one of this package takes a page given by a variable for a page of one.
 */
export function armour(): ValidationRule[] {
  const { validationRules } = new ApolloArmor({
    blockFieldSuggestion: { enabled: false }, // hideSchemaDetailsFromClientErrors does it
    costLimit: { enabled: false },
    maxAliases: { n: 30 },
    maxDirectives: { n: 30 },
    maxTokens: { enabled: false }, // graphql-js counts them itself while it parses
    maxDepth: { n: DEEPEST, flattenFragments: true, ignoreIntrospection: false },
  }).protect();
  return validationRules;
}
