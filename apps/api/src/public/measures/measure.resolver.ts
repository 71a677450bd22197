import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { MeasureAnswer, MeasureLine } from '#facts';
import type { ApiContext } from '../../graphql/context.js';
import { pageOf, PageOf20, type Slice } from '../../graphql/paging.js';
import { Figures } from '../figures/figures.js';
import { MeasureLineConnection, MeasureLineType, MeasureOverTimeType } from './measure.type.js';

@ArgsType()
class MeasuresArgs extends PageOf20 {
  @Field(() => Int, { nullable: true, description: 'Number of the edition; the latest where absent.' })
  edition?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Of the own agencies’ working facts, for a signed-in analyst.',
  })
  working?: boolean | null;
}

@ArgsType()
class MeasureArgs {
  @Field(() => ID, { description: 'Code of the measure.' }) code!: string;
  @Field(() => Int, { nullable: true, description: 'Number of the edition; the latest where absent.' })
  edition?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Exact figures of the own agencies, for a signed-in analyst.',
  })
  working?: boolean | null;
}

@Resolver(() => MeasureLineType)
export class MeasureResolver {
  constructor(private readonly figures: Figures) {}

  @Query(() => MeasureLineConnection, {
    description: 'Questions that agencies ask again and again, and how often each was asked.',
  })
  async measures(
    @Args() { edition, working, ...page }: MeasuresArgs,
    @Context() { session }: ApiContext,
  ): Promise<Slice<MeasureLine>> {
    const of = { edition: edition ?? null, working: working ?? false };
    const all = await this.figures.measures(of, session);
    return pageOf(all, page, 'measures', ({ measure }) => measure.code);
  }

  @Query(() => MeasureOverTimeType, {
    description:
      'One question over years and agencies: what was answered each time, and which times may stand side by side.',
  })
  measure(
    @Args() { code, edition, working }: MeasureArgs,
    @Context() { session }: ApiContext,
  ): Promise<MeasureAnswer> {
    return this.figures.measure(code, { edition: edition ?? null, working: working ?? false }, session);
  }
}
