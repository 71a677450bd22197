import type { LoggerService } from '@nestjs/common';
import type { LogFields, Logger } from '#platform';
import { ApiError } from './graphql/errors.js';

/** Nest's own lines in the hub's log: where they come from, never their words, which may quote a value. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(_message: unknown, ...rest: unknown[]): void {
    this.logger.debug('nest', from(rest));
  }

  warn(_message: unknown, ...rest: unknown[]): void {
    this.logger.warn('nest', from(rest));
  }

  /** What a caller was told no for is no fault of ours. */
  error(message: unknown, ...rest: unknown[]): void {
    if (message instanceof ApiError) return;
    this.logger.failure('nest', message, from(rest));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.failure('nest', message, from(rest));
  }
}

/** Nest gives the name of the class that speaks as the last argument. */
function from(rest: unknown[]): LogFields {
  const context = rest.at(-1);
  return typeof context === 'string' ? { operation: context } : {};
}
