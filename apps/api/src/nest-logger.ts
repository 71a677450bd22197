import { NestLogger } from '#armour';
import type { Logger } from '#platform';
import { ApiError } from './graphql/errors.js';

/** Nest's own lines of a server that answers questions: what a caller was told no for is none of them. */
export const nestLogger = (logger: Logger): NestLogger =>
  new NestLogger(logger, (error) => error instanceof ApiError);
