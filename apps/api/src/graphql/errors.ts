import { GraphQLError } from 'graphql';
import { HubError } from '#domain';

/** Errors are grouped by what the caller can do next. */
export type ErrorCode = 'BAD_REQUEST' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'BUSY' | 'INTERNAL';

/** An answer in words for the caller: its message never holds a value from the database. */
export class ApiError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** A finer machine code, where one helps (`too-many-filters`). */
    detail?: string,
    /** Status of a whole answer that is turned away. */
    http?: { status: number },
  ) {
    super(message, { extensions: { code, ...(detail ? { detail } : {}), ...(http ? { http } : {}) } });
    this.name = 'ApiError';
  }
}

export const badRequest = (message: string, detail?: string): ApiError =>
  new ApiError('BAD_REQUEST', message, detail);

/** A question that is turned away as it stands, before a field of it is answered. */
export const refusedBeforeAnything = (message: string): ApiError =>
  new ApiError('BAD_REQUEST', message, undefined, { status: 400 });

/** The same sentence whether the thing does not exist or belongs to somebody else. */
export const notFound = (): ApiError =>
  new ApiError('NOT_FOUND', 'There is nothing here under that name for you.');

export const notSignedIn = (): ApiError => new ApiError('NOT_SIGNED_IN', 'Sign in to see this.');

export const notAllowed = (): ApiError => new ApiError('NOT_ALLOWED', 'Your account may not see or do this.');

/** For `catch`: what can't be told is null; a hub that is busy says so, and a fault stays one. @throws BUSY, and what is no answer */
export function nullUnlessBusy(error: unknown): null {
  if (error instanceof ApiError && error.code !== 'BUSY') return null;
  throw error;
}

/** A refusal that says what to do goes on in its own words; anything else stays a fault. @throws always */
export function refusedAsSaid(error: unknown): never {
  if (error instanceof HubError && error.next === 'refuse') throw badRequest(error.message, error.code);
  throw error;
}

/** Code of a database's error, wherever it is wrapped. */
const databaseCode = (error: unknown): unknown =>
  (error as { driverError?: { code?: unknown } } | null)?.driverError?.code ??
  (error as { code?: unknown } | null)?.code;

/**
 * What the rules in the database refuse (`HB001` and the like), in words for the caller; for `catch`.
 * @param words by the database's code, with a finer machine code where one helps; any other error stays what it is
 */
export const asRefusal =
  (words: Readonly<Record<string, string | { said: string; detail: string }>>) =>
  (error: unknown): never => {
    const refusal = words[String(databaseCode(error))];
    if (refusal === undefined) throw error;
    throw typeof refusal === 'string' ? badRequest(refusal) : badRequest(refusal.said, refusal.detail);
  };
