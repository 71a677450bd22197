import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Agency as AgencyShape } from '#domain';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { AgenciesArgs, Agency, AgencyConnection } from './agency.type.js';

@Resolver(() => Agency)
export class AgencyResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => AgencyConnection, { description: 'Agencies as an edition knew them.' })
  async agencies(@Args() { edition: wanted, ...page }: AgenciesArgs): Promise<Slice<AgencyShape>> {
    const edition = await this.editions.ofList(wanted);
    const all = edition ? await facts.agencies(this.published, edition.number) : [];
    return pageOf(all, page, 'agencies', (agency) => agency.code);
  }
}
