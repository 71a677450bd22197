import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Edition as EditionShape } from '#facts';
import { readCodingProgress, reportProblem, signOut, type Database } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { PUBLISHED, VERSION } from '../../options.js';
import { clearSessionCookie } from '../../sign-in/cookie.js';
import { Edition } from '../editions/edition.type.js';
import { Editions } from '../editions/editions.js';
import { CodingProgress, Hub } from './hub.type.js';
import { checkProblem } from './problem-gate.js';

@Resolver(() => Hub)
export class HubResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    @Inject(VERSION) private readonly version: string,
    private readonly editions: Editions,
  ) {}

  @Query(() => Hub, { description: 'What this hub is, and who is asking. Public.' })
  async hub(): Promise<Hub> {
    return { ...(await facts.about(this.published)), version: this.version };
  }

  @ResolveField(() => Edition, { nullable: true })
  latestEdition(): Promise<EditionShape | null> {
    return this.editions.find();
  }

  @ResolveField(() => CodingProgress, { nullable: true, description: 'Null while the coder rests.' })
  async codingProgress(): Promise<CodingProgress | null> {
    const progress = await readCodingProgress(this.published);
    return progress && inSteps(progress);
  }

  @Mutation(() => Boolean)
  async signOut(@Context() { session, req, reply }: ApiContext): Promise<boolean> {
    const ended = session.hash !== null && (await session.work(signOut));
    clearSessionCookie(req, reply);
    return ended;
  }

  @Mutation(() => Boolean, {
    description: 'Anybody: this figure looks wrong. No personal data is asked for.',
  })
  async reportProblem(
    @Args('figure', { type: () => String }) figure: string,
    @Args('note', { type: () => String }) note: string,
    @Context() context: ApiContext,
  ): Promise<boolean> {
    checkProblem(figure, note);
    const viewer = await context.session.viewer();
    await context.limit('problem-report', viewer !== null);
    await reportProblem(this.published, figure, note.trim());
    return true;
  }
}

/** How far, in twentieths of the way: the number of comments itself would tell of each that comes. */
function inSteps({ stage, done, total }: CodingProgress): CodingProgress {
  if (total === 0) return { stage, done: 0, total: 0 };
  return { stage, done: 5 * Math.floor((20 * Math.min(done, total)) / total), total: 100 };
}
