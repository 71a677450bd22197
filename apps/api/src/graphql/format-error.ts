import { randomBytes } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { errorCode, NO_ROOM, whyNotNow, type Logger } from '#platform';
import { ApiError, type ErrorCode } from './errors.js';

/** Codes of Apollo's own that mean that the question itself is wrong. */
const OF_THE_QUESTION = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What the caller is told: code, sentence, place in the question. Anything unforeseen becomes INTERNAL with a
 * reference, and only the log knows which fault the reference belongs to.
 */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof ApiError) {
      const { http: _status, ...told } = cause.extensions;
      return answer(formatted, cause.code, cause.message, told);
    }
    const code = String(formatted.extensions?.code ?? '');
    if (OF_THE_QUESTION.has(code))
      return answer(formatted, 'BAD_REQUEST', withoutValues(formatted.message, code));
    const notNow = whyNotNow(cause);
    if (notNow !== null) {
      logger.warn('api-busy', { code: errorCode(cause), next: notNow });
      return notNow === 'no-room'
        ? answer(formatted, 'BUSY', NO_ROOM, { detail: notNow })
        : answer(formatted, 'BUSY', 'The hub is busy. Try again in a moment.');
    }
    const reference = randomBytes(6).toString('hex');
    logger.failure('api-fault', cause, { code: reference });
    return answer(
      formatted,
      'INTERNAL',
      `Something went wrong here. If it stays, tell us this reference: ${reference}.`,
      {
        reference,
      },
    );
  };
}

function answer(
  { path, locations }: GraphQLFormattedError,
  code: ErrorCode,
  message: string,
  more: Record<string, unknown> = {},
): GraphQLFormattedError {
  return {
    message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { ...more, code },
  };
}

/** graphql-js quotes what was sent, which may be personal: the place stays, the value goes. */
function withoutValues(message: string, code: string): string {
  if (code === 'GRAPHQL_PARSE_FAILED' && !/tokens/.test(message)) return 'The question is not GraphQL.';
  return message
    .replace(/(Variable "\$\w+" got invalid value) [\s\S]*$/, '$1.')
    .replace(/(Expected value of type "[^"]+"), found [\s\S]*$/, '$1.')
    .replace(/(cannot represent[^:"]*):? [\s\S]*$/, '$1.')
    .replace(/^(Value) "[^"]*" (does not exist in)/, '$1 $2')
    .slice(0, 300);
}
