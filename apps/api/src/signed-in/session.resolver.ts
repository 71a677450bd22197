import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { endOwnSession, readOwnSessions } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { notSignedIn } from '../graphql/errors.js';
import { OwnSession } from './session.type.js';

/** What everybody who is signed in may see of themselves, whatever their roles. */
@Resolver(() => OwnSession)
export class SessionResolver {
  @Query(() => [OwnSession], { description: 'Where the viewer is signed in, what was used last first.' })
  async ownSessions(@Context() { session }: ApiContext): Promise<OwnSession[]> {
    if (!(await session.viewer())) throw notSignedIn();
    const sessions = await session.work(readOwnSessions);
    return sessions.map(({ name, began, used, ends, here }) => ({
      id: name,
      beganAt: began.toISOString(),
      lastUsedAt: used.toISOString(),
      endsAt: ends.toISOString(),
      here,
    }));
  }

  @Mutation(() => Boolean, {
    description: 'Ends a session of the viewer’s own, this one too. False where there is none of that id.',
  })
  async endSession(
    @Args('id', { type: () => ID }) id: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!(await session.viewer())) throw notSignedIn();
    return session.work((tx) => endOwnSession(tx, id));
  }
}
