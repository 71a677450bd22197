import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '#platform';

/** One line a question: kind, duration, number of errors. Neither the question nor its variables are written down. */
export const requestLog = (logger: Logger): ApolloServerPlugin => ({
  async requestDidStart() {
    const began = performance.now();
    return {
      async willSendResponse({ operation, errors }) {
        logger.info('graphql', {
          operation: operation?.operation ?? 'unread',
          ms: Math.round(performance.now() - began),
          count: errors?.length ?? 0,
        });
      },
    };
  },
});
