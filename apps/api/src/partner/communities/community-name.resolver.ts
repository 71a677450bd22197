import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { communitiesToName, type CommunityName as Line, nameCommunity } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import type { CommunityKind } from '../../public/communities/community.type.js';
import { Needs } from '../../sign-in/role-guard.js';
import { CommunityName, CommunityNaming } from './community-name.type.js';

/** Two names of one community are joined by a person, never by likeness alone. */
@Resolver(() => CommunityName)
@Needs('lead')
export class CommunityNameResolver {
  @Query(() => [CommunityName], {
    description:
      'Lead: communities with figures and those that people of the own agencies name, to be joined or listed.',
  })
  async communityNames(@Context() { session }: ApiContext): Promise<CommunityName[]> {
    return (await session.work(communitiesToName)).map(nameOf);
  }

  @Mutation(() => [CommunityName], {
    description:
      'Lead: says that a community is another name of one, or is on the list. Matching keeps to it from its next run on, editions from the next.',
  })
  async nameCommunity(
    @Args('naming') { code, into = null, listed }: CommunityNaming,
    @Context() { session }: ApiContext,
  ): Promise<CommunityName[]> {
    if (into !== null && listed) throw badRequest('What is another name is not on the list by itself.');
    const names = await session.work(async (tx) =>
      (await nameCommunity(tx, { code, into, listed })) ? communitiesToName(tx) : null,
    );
    if (!names) throw notFound();
    return names.map(nameOf);
  }
}

const nameOf = (line: Line): CommunityName => ({ ...line, kind: line.kind as CommunityKind });
