import { Injectable } from '@nestjs/common';
import { ApiError, badRequest } from '../../graphql/errors.js';

const AN_HOUR = 3_600_000;
const MOST_AN_HOUR = 300;

/** Anybody may say that a figure looks wrong, so what is said is short and a flood of it is turned away. */
@Injectable()
export class ProblemGate {
  private since = 0;
  private count = 0;

  /** @throws ApiError BAD_REQUEST or BUSY */
  pass(figure: string, note: string, now: number = Date.now()): void {
    if (!note.trim() || note.length > 2_000)
      throw badRequest('Say what looks wrong, in at most 2,000 characters.');
    if (!figure.trim() || figure.length > 500) throw badRequest('Name the figure by its id.');
    if (now - this.since > AN_HOUR) [this.since, this.count] = [now, 0];
    this.count += 1;
    if (this.count > MOST_AN_HOUR) throw new ApiError('BUSY', 'Too many reports just now. Try again later.');
  }
}
