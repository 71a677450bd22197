import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { noSuchEdition } from '../editions/editions.js';
import { Figures } from '../figures/figures.js';
import { WeightedThemes } from './weights.type.js';

@Resolver(() => WeightedThemes)
export class WeightsResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly figures: Figures,
  ) {}

  @Query(() => WeightedThemes, {
    description: 'Themes weighted to the residents; default: the latest edition.',
  })
  async weightedThemes(
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<WeightedThemes> {
    const found = await this.figures.withinBounds(() =>
      facts.weightedThemes(this.published, edition ?? null),
    );
    if (!found) throw noSuchEdition();
    return found;
  }
}
