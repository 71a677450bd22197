import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { ApiContext } from '../graphql/context.js';
import { isOfEditions } from './public-questions.js';
import { mayKeep } from './serve-public.js';

/** An answer that will be the same as long as the edition is: no error, or nothing but refusals of what was asked. */
const lasting = (errors: readonly GraphQLError[]): boolean =>
  errors.every(({ extensions }) => extensions.code === 'BAD_REQUEST');

/** Marks the requests whose whole answer may be kept: public questions about editions, answered or refused for good. */
export const keepAnswers = (): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ operation, request, contextValue, errors }) {
        if (lasting(errors ?? []) && isOfEditions(operation, request.variables ?? {}))
          mayKeep(contextValue.req);
      },
    };
  },
});
