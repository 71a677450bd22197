import { Args, Query, Resolver } from '@nestjs/graphql';
import { placeOfPostcode } from '#domain';
import { pageOf, PageOf50, type Slice } from '../../graphql/paging.js';
import { Area, AreaConnection } from './area.type.js';
import { areaOf, AREAS } from './areas.js';

@Resolver(() => Area)
export class AreaResolver {
  @Query(() => AreaConnection, {
    description: 'Wards of the city with their place in the tile map and residents (Census 2021).',
  })
  areas(@Args() page: PageOf50): Slice<Area> {
    return pageOf(AREAS, page, 'areas', (area) => area.code);
  }

  @Query(() => Area, {
    nullable: true,
    description: 'The ward of a postcode (never stored, never logged); null if it is not in the city.',
  })
  areaOfPostcode(@Args('postcode', { type: () => String }) postcode: string): Area | null {
    const place = placeOfPostcode(postcode.slice(0, 20));
    return place && areaOf(place.ward);
  }
}
