import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { draftLines, nearestOf, recordLook, type NearLine } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { Needs } from '../../sign-in/role-guard.js';
import { segmentsOf } from '../coding/comment-shape.js';
import { DraftTheme, NearComment } from './codebooks.type.js';

/** Typical comments of a proposed theme that are shown. */
const NEAREST = 5;

/** One theme as it is shaped, with comments to judge it by: read, and written down as read, only where somebody asks for them. */
@Resolver(() => DraftTheme)
@Needs('editor', 'analyst')
export class DraftThemeResolver {
  @Query(() => DraftTheme, {
    nullable: true,
    description: 'Editor or analyst: one theme of a codebook as it is shaped.',
  })
  async draftTheme(
    @Args('codebook', { type: () => ID }) code: string,
    @Args('theme', { type: () => ID }) theme: string,
    @Context() { session }: ApiContext,
  ): Promise<DraftTheme | null> {
    const lines = await session.work((tx) => draftLines(tx, code));
    return lines.find(({ id }) => String(id) === theme) ?? null;
  }

  @ResolveField(() => [NearComment], {
    description:
      'The most typical of its comments, of agencies that the asker is an analyst of. That they were read is written down.',
  })
  async nearest(@Parent() { id }: DraftTheme, @Context() context: ApiContext): Promise<NearComment[]> {
    return (await context.batch(nearestComments).load(id)).map(({ answer, text, masks, yes }) => ({
      answer,
      yes,
      segments: segmentsOf(text, masks, []),
    }));
  }
}

/** The nearest comments of many themes at once. */
async function nearestComments({ session }: ApiContext, themes: readonly number[]): Promise<NearLine[][]> {
  const lines = await session.work(async (tx) => {
    const near = await nearestOf(tx, themes, NEAREST);
    if (near.length > 0) await recordLook(tx, 'comments-read', 'codebook', { comments: near.length });
    return near;
  });
  return themes.map((id) => lines.filter(({ theme }) => theme === id));
}
