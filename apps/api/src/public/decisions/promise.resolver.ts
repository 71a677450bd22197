import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { promiseTest } from '#decisions';
import type { ApiContext } from '../../graphql/context.js';
import { Engagement } from '../engagements/engagement.type.js';
import { Figures } from '../figures/figures.js';
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
    return promiseTest({ id, participation, closes, resultsOut: told.has(id) }, decisions, months, day);
  }

  private readonly evidence = (context: ApiContext, editions: readonly number[]) =>
    Promise.all(
      editions.map(async (edition) => {
        const [decisions, { promises }, day, table] = await Promise.all([
          this.decisions.all(null),
          this.decisions.board(null),
          this.decisions.day(null),
          this.figures.ask({ report: 'engagement-overview', by: ['engagement'], edition }, context.session),
        ]);
        const told = new Set(
          table.figures.flatMap((figure) =>
            figure.hidden || figure.people.value === 0 ? [] : figure.keys.map(({ code }) => code),
          ),
        );
        return { decisions, promises, day, told };
      }),
    );
}
