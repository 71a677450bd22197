import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { allSeries, decideSeries, type SeriesRow } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import { Series, SeriesDecision } from './series.type.js';

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
    if (![agency, key].every((code) => KEY.test(code))) throw badRequest('There is no such series.');
    const found = await session.work(async (tx) => {
      if (!(await decideSeries(tx, { agency, key }, same ? 'signed' : 'refused'))) return null;
      return (await allSeries(tx)).find((one) => one.agency === agency && one.key === key) ?? null;
    });
    if (!found) throw notFound();
    return found;
  }
}
