import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from '../graphql/context.js';
import { isOfEditions } from './public-questions.js';
import { mayKeep } from './serve-public.js';

/** Marks the requests whose whole answer may be kept: public questions about editions, answered whole. A refusal is never kept: it would keep what was asked. */
export const keepAnswers = (): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ operation, request, contextValue, errors }) {
        if (!errors?.length && isOfEditions(operation, request.variables ?? {})) mayKeep(contextValue.req);
      },
    };
  },
});
