import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { placeOfPostcode, WARDS } from '#domain';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { Area, AreaConnection, AreasArgs } from './area.type.js';
import { areaOf } from './areas.js';

@Resolver(() => Area)
export class AreaResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => AreaConnection, {
    description:
      'Wards of the city with their place in the tile map and residents (Census 2021), as an edition had them.',
  })
  async areas(@Args() { edition, ...page }: AreasArgs): Promise<Slice<Area>> {
    const of = await this.editions.ofList(edition);
    const says = of && (await facts.editionSays(this.published, of.number));
    const all = (says?.wards ?? WARDS).map((ward) => areaOf(ward, says?.census));
    return pageOf(all, page, 'areas', (area) => area.code);
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
