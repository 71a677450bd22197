import { Inject, Injectable } from '@nestjs/common';
import * as facts from '#facts';
import type { Freshness } from '#facts';
import type { Database } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { PUBLISHED } from '../../options.js';

/** How fresh sources are: of the asker's own agencies now and to the minute, else as the latest edition tells. Read once a request. */
@Injectable()
export class LiveFreshness {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  async of(context: ApiContext): Promise<Map<string, Freshness>> {
    return context.batch(this.bySource).load('all');
  }

  private readonly bySource = async (
    { session }: ApiContext,
    keys: readonly string[],
  ): Promise<Map<string, Freshness>[]> => {
    const own = (await session.viewer()) ? await session.work((tx) => facts.ownFreshness(tx)) : [];
    const all = [...(await facts.publicFreshness(this.published)), ...own];
    return keys.map(() => new Map(all.map((one) => [one.source, one])));
  };
}
