import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Agency as AgencyShape } from '#domain';
import { readWorkbenchAgencies } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { Agency } from '../agencies/agency.type.js';
import { heldRole } from './held-role.js';
import { Viewer } from './hub.type.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Null when not signed in.' })
  async viewer(@Context() { session }: ApiContext): Promise<Viewer | null> {
    const viewer = await session.viewer();
    return (
      viewer && {
        name: viewer.name,
        roles: viewer.roles,
        rights: viewer.rights.map(heldRole),
        agencyCodes: viewer.agencies,
      }
    );
  }

  @ResolveField(() => [Agency])
  agencies(@Parent() { agencyCodes }: Viewer, @Context() { session }: ApiContext): Promise<AgencyShape[]> {
    return session.work((tx) => readWorkbenchAgencies(tx, agencyCodes));
  }
}
