import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform';
import type { Database } from '#store';
import { keepAnswers } from '../cached/keep-answers.js';
import { armour, MOST_TOKENS } from './armour.js';
import { ApiContext } from './context.js';
import { costLimit } from './cost.js';
import { busyAnswers } from './busy-answers.js';
import { described } from './described/describe.js';
import { errorFormatter } from './format-error.js';
import { nullableCells } from './nullable-cells.js';
import { requestLog } from './request-log.js';
import { valueLimit } from './value-limits.js';

/** Apollo's settings. Guards run on nested fields too, which Nest leaves out unless it is told. */
export function graphqlOptions(workbench: Database, logger: Logger): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: (schema) => described(nullableCells(schema)),
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    autoTransformHttpErrors: false,
    fieldResolverEnhancers: ['guards', 'interceptors'],
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: armour(),
    // Apollo's cache hints would look at every field of every answer; whole answers are kept instead.
    plugins: [
      valueLimit(),
      costLimit(),
      requestLog(logger),
      busyAnswers(),
      keepAnswers(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    logger: silentOf(logger),
    formatError: errorFormatter(logger),
    context: (request: FastifyRequest, reply: FastifyReply) => new ApiContext(request, reply, workbench),
  };
}

/** Apollo's own lines without their words, which may quote a question. */
function silentOf(logger: Logger): ApolloDriverConfig['logger'] {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => logger.warn('apollo'),
    error: () => logger.error('apollo'),
  };
}
