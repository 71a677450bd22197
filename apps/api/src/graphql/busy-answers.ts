import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from './context.js';

const COME_BACK_SECONDS = '5';

/** Who is told that the hub is busy is told when to come back. A limit of one's own has said so already, with its own time. */
export const busyAnswers = (): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue: { reply } }) {
        if (response.body.kind !== 'single') return;
        const busy = response.body.singleResult.errors?.some(({ extensions }) => extensions?.code === 'BUSY');
        if (busy && !reply.hasHeader('retry-after')) void reply.header('retry-after', COME_BACK_SECONDS);
      },
    };
  },
});
