import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { promiseTest } from '#decisions';
import type { FigureTable } from '#facts';
import type { ApiContext } from '../../graphql/context.js';
import { nullUnlessBusy } from '../../graphql/errors.js';
import { Engagement } from '../engagements/engagement.type.js';
import { Figures } from '../figures/figures.js';
import { OVERVIEW } from '../figures/report-codes.js';
import { Decisions } from './decisions.js';
import { PromiseTest } from './waiting.type.js';

/** The promise test of an engagement: beside what it declares, what is evidenced. */
@Resolver(() => Engagement)
export class PromiseResolver {
  constructor(
    private readonly decisions: Decisions,
    private readonly figures: Figures,
  ) {}

  @ResolveField(() => PromiseTest, { description: 'Declared level beside what is evidenced today.' })
  async promiseTest(@Parent() engagement: Engagement, @Context() context: ApiContext): Promise<PromiseTest> {
    const { id, edition, participation, closes, agencyCode } = engagement;
    const { decisions, promises, day, told } = await context.batch(this.evidence).load(edition);
    const months = promises.find(({ agency }) => agency === agencyCode)?.months ?? null;
    // Where so many engagements are small that not one is told beside the others, this one may be told alone.
    const out = told ?? (await this.told(edition, context, [id]));
    const resultsOut = out?.has(id) ?? false;
    return promiseTest({ id, participation, closes, resultsOut }, decisions, months, day);
  }

  private readonly evidence = (context: ApiContext, editions: readonly number[]) =>
    Promise.all(
      editions.map(async (edition) => {
        const [decisions, { promises }, day, told] = await Promise.all([
          this.decisions.all(null),
          this.decisions.board(null),
          this.decisions.day(null),
          this.told(edition, context),
        ]);
        return { decisions, promises, day, told };
      }),
    );

  /** Engagements of which an edition tells figures; null where too much of the table is hidden. @param only these alone */
  private async told(
    edition: number,
    { session }: ApiContext,
    only: readonly string[] = [],
  ): Promise<ReadonlySet<string> | null> {
    const table = await this.figures
      .ask({ report: OVERVIEW, by: ['engagement'], filter: { engagement: only }, edition }, session)
      .catch(nullUnlessBusy);
    return table && toldIn(table);
  }
}

const toldIn = ({ figures }: FigureTable): ReadonlySet<string> =>
  new Set(
    figures.flatMap((figure) =>
      figure.hidden || figure.people.value === 0 ? [] : figure.keys.map(({ code }) => code),
    ),
  );
