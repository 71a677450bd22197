import { Inject, Injectable } from '@nestjs/common';
import * as facts from '#facts';
import type { Edition } from '#facts';
import type { Database } from '#store';
import { ApiError } from '../../graphql/errors.js';
import { PUBLISHED } from '../../options.js';

/** Which edition a question is about: the one it names, or the latest. */
@Injectable()
export class Editions {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  all(): Promise<Edition[]> {
    return facts.editions(this.published);
  }

  /** @returns null where there is no such edition, or none at all yet */
  find(number?: number | null): Promise<Edition | null> {
    return facts.edition(this.published, number ?? null);
  }

  /**
   * The edition that a list is read from.
   * @returns null where nothing was published yet, so that a list is empty
   * @throws ApiError NOT_FOUND for a number that was never published
   */
  async ofList(number?: number | null): Promise<Edition | null> {
    const found = await this.find(number);
    if (!found && typeof number === 'number') throw noSuchEdition();
    return found;
  }
}

export const noSuchEdition = (): ApiError =>
  new ApiError('NOT_FOUND', 'There is no such edition.', 'unknown-edition');
