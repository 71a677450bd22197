import { randomBytes } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { errorCode, type Logger } from '#platform';
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

/** PostgreSQL's and the system's ways of saying "not now". */
const NOT_NOW = new Set([
  ...[
    '53300',
    '53400',
    '57014',
    '57P01',
    '57P02',
    '57P03',
    '55P03',
    '40001',
    '40P01',
    '08006',
    '08001',
    '08003',
  ],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EBUSY'],
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
    if (isBusy(cause)) {
      logger.warn('api-busy', { code: errorCode(cause) });
      return answer(formatted, 'BUSY', 'The hub is busy. Try again in a moment.');
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

function isBusy(error: unknown): boolean {
  const code = errorCode(error) ?? errorCode((error as { driverError?: unknown } | null)?.driverError);
  // pg's pool has a message and no code for a connection that could not be had in time.
  return code !== null
    ? NOT_NOW.has(code)
    : error instanceof Error && /timeout exceeded when trying to connect/.test(error.message);
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
