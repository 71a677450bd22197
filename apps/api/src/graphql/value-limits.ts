import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { refusedBeforeAnything } from './errors.js';

/** Characters of one value of a question; codes, names and search words are far shorter. */
export const LONGEST_VALUE = 1_000;
/** Values of a question in all. */
export const MOST_VALUES = 2_000;
/** A mapping of thousands of columns is a change; how long its texts may be is said where they are kept. */
const MOST_VALUES_OF_A_CHANGE = 50_000;

interface Asked {
  document: DocumentNode;
  operation: Pick<OperationDefinitionNode, 'operation'>;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses values that are too long or too many, without repeating one of them, before anything is looked up by them.
 * @throws ApiError BAD_REQUEST
 */
export function checkValues({ document, operation, variables }: Asked): void {
  const changes = operation.operation === 'mutation';
  const [most, longest] = changes ? [MOST_VALUES_OF_A_CHANGE, Infinity] : [MOST_VALUES, LONGEST_VALUE];
  // A loop, because what is nested deeply enough ends a recursion.
  const waiting: unknown[] = [variables];
  let many = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    if ((many += 1) > most) throw tooMuch();
    if (typeof value === 'string' && value.length > longest) throw tooMuch();
    if (value === null || typeof value !== 'object') continue;
    const inner = Object.values(value);
    if (inner.length > most) throw tooMuch();
    for (const each of inner) waiting.push(each);
    if (!Array.isArray(value) && Object.keys(value).some((key) => key.length > LONGEST_VALUE))
      throw tooMuch();
  }
  visit(document, {
    [Kind.STRING]: ({ value }) => {
      if (value.length > longest) throw tooMuch();
    },
  });
}

const tooMuch = () =>
  refusedBeforeAnything(
    `The values of this question are too long or too many: at most ${MOST_VALUES} of them, of at most ${LONGEST_VALUE} characters each.`,
  );

/** The same as a plugin, which runs when the question was read and before it is answered. */
export const valueLimit = (): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation) checkValues({ document, operation, variables: request.variables ?? {} });
      },
    };
  },
});
