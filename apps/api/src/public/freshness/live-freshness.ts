import { Inject, Injectable } from '@nestjs/common';
import * as facts from '#facts';
import type { Freshness } from '#facts';
import type { Database } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { PUBLISHED } from '../../options.js';

/** How fresh sources are now, read once a request however many ask. */
@Injectable()
export class LiveFreshness {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  async of(context: ApiContext): Promise<Map<string, Freshness>> {
    return context.batch(this.bySource).load('all');
  }

  private readonly bySource = async (
    _: ApiContext,
    keys: readonly string[],
  ): Promise<Map<string, Freshness>[]> => {
    const all = await facts.freshness(this.published);
    return keys.map(() => new Map(all.map((one) => [one.source, one])));
  };
}
