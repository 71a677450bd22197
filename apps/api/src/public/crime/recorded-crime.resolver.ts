import { Args, Query, Resolver } from '@nestjs/graphql';
import { CITY, RECORDED_CRIME, RECORDED_CRIME_BREAKS } from '#domain';
import { pageOf, PageOf100 } from '../../graphql/paging.js';
import { ContextPointConnection } from './recorded-crime.type.js';

@Resolver(() => ContextPointConnection)
export class RecordedCrimeResolver {
  @Query(() => ContextPointConnection, {
    description:
      'Recorded crime of the city by month with its known break; context for trends, never a count of ours.',
  })
  recordedCrime(@Args() page: PageOf100): ContextPointConnection {
    const [broken] = RECORDED_CRIME_BREAKS;
    const points = RECORDED_CRIME.map(({ month, count }) => ({
      month,
      value: count,
      afterBreak: broken !== undefined && month >= broken.month,
    }));
    return {
      ...pageOf(points, page, 'recordedCrime', (point) => point.month),
      title: `Crime and anti-social behaviour recorded by police, ${CITY.name}, by month`,
      source: 'data.police.uk, Devon and Cornwall Police, Open Government Licence v3.0',
      breakAt: broken ? `${broken.month}-01` : null,
      breakNote: broken?.reason ?? null,
    };
  }
}
