import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { REASON, breakDay, keptReason } from '#domain';
import { allSeries, decideBreak, decideSeries, type SeriesRow, type Transaction } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import { BreakDecision, Series, SeriesDecision } from './series.type.js';

const KEY = /^[a-z0-9][a-z0-9-]{0,80}$/;

/** Which engagements asked the same again: seen by analysts and leads of their agency, decided by its lead. */
@Resolver(() => Series)
@Needs('lead', 'analyst')
export class SeriesResolver {
  @Query(() => [Series], { description: 'Series of the session’s own agencies, decided and not.' })
  series(@Context() { session }: ApiContext): Promise<SeriesRow[]> {
    return session.work(allSeries);
  }

  @Needs('lead')
  @Mutation(() => Series, {
    description:
      'Says whether the engagements of a series asked the same. The next edition compares what is signed.',
  })
  async decideSeries(
    @Args('decision') { agency, key, same }: SeriesDecision,
    @Context() { session }: ApiContext,
  ): Promise<SeriesRow> {
    const done = (tx: Transaction): Promise<boolean> =>
      decideSeries(tx, { agency, key }, same ? 'signed' : 'refused');
    return this.decided({ agency, key }, session, done);
  }

  @Needs('lead')
  @Mutation(() => Series, {
    description:
      'Says whether a series asks or records in another way from a day on. The next edition compares nothing across it.',
  })
  decideBreak(
    @Args('decision') { agency, key, since, changed, reason }: BreakDecision,
    @Context() { session }: ApiContext,
  ): Promise<SeriesRow> {
    const day = breakDay(since);
    if (!day) throw badRequest('Give the day as 2024-07-01, or the quarter as 2024-Q3.', 'break-day');
    const why = changed ? keptReason(reason) : null;
    if (changed && why === null)
      throw badRequest(
        `Say what changed in ${REASON.least} to ${REASON.most} letters: it is printed.`,
        'break-reason',
      );
    const state = changed ? 'declared' : 'refused';
    return this.decided({ agency, key }, session, (tx) =>
      decideBreak(tx, { agency, series: key, since: day, reason: why, state }),
    );
  }

  /** @throws where the session may not, or there is nothing under that name */
  private async decided(
    { agency, key }: Pick<SeriesRow, 'agency' | 'key'>,
    session: ApiContext['session'],
    done: (tx: Transaction) => Promise<boolean>,
  ): Promise<SeriesRow> {
    if (![agency, key].every((code) => KEY.test(code))) throw badRequest('There is no such series.');
    const found = await session.work(async (tx) => {
      if (!(await done(tx))) return null;
      return (await allSeries(tx)).find((one) => one.agency === agency && one.key === key) ?? null;
    });
    if (!found) throw notFound();
    return found;
  }
}
