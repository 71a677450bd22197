import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Dimension } from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Figures, refusalOf } from '../figures/figures.js';
import { FigureFilter } from '../figures/figures.type.js';
import { DimensionEnum } from '../figures/receipt.type.js';
import { filterOf } from '../figures/shape.js';
import { EditionDifference } from './difference.type.js';

const MOST_MOVED = 500;

@ArgsType()
class DifferenceArgs {
  @Field(() => Int) from!: number;
  @Field(() => Int) to!: number;
  @Field(() => String) report!: string;
  @Field(() => [DimensionEnum], { nullable: true, defaultValue: [] }) by?: Dimension[] | null;
  @Field(() => FigureFilter, { nullable: true }) filter?: FigureFilter | null;
}

@Resolver(() => EditionDifference)
export class DifferenceResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly figures: Figures,
  ) {}

  @Query(() => EditionDifference, { description: 'What moved between two editions, in one report’s people.' })
  async editionDifference(@Args() args: DifferenceArgs): Promise<EditionDifference> {
    const { from, to, report, by, filter } = args;
    const question = { report, by: by ?? [], filter: filterOf(filter) };
    const answer = await this.figures.withinBounds(() =>
      facts.editionDifference(this.published, question, { from, to }),
    );
    if (!answer.ok) throw refusalOf(answer);
    return { ...answer.difference, moved: answer.difference.moved.slice(0, MOST_MOVED) };
  }
}
