import type { LoggerService } from '@nestjs/common';
import type { LogFields, Logger } from '#platform';

/** Nest's own lines in the hub's log: where they come from, never their words, which may quote a value. */
export class NestLogger implements LoggerService {
  constructor(
    private readonly logger: Logger,
    /** Whether an error is what a caller was told no for: that is no fault of ours. */
    private readonly isAnswer: (error: unknown) => boolean = () => false,
  ) {}

  log(_message: unknown, ...rest: unknown[]): void {
    this.logger.debug('nest', from(rest));
  }

  warn(_message: unknown, ...rest: unknown[]): void {
    this.logger.warn('nest', from(rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    if (this.isAnswer(message)) return;
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
