import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { themeShares } from '#facts';
import { readCommunities, type Database } from '#store';
import { badRequest } from '../../graphql/errors.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { ThemeShares } from './share.type.js';

/** In words: what it was worked out by stands on the page of methods. */
const SHARE_METHOD =
  'What the computer says of every comment, corrected by a blind check of comments drawn at random; 95% range';
const CODE = /^[a-z0-9-]{1,80}$/;

@Resolver(() => ThemeShares)
export class ShareResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => ThemeShares, {
    nullable: true,
    description:
      'Honest shares of comments by theme: of all, of one agency’s or of one community’s comments; of themes alone whose grade lets them be told there (`themeGrades`). Null before the first edition.',
  })
  async themeShares(
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
    @Args('agency', { type: () => String, nullable: true }) agency?: string | null,
    @Args('community', { type: () => String, nullable: true }) community?: string | null,
  ): Promise<ThemeShares | null> {
    if (agency && community) throw badRequest('Ask for an agency or for a community.');
    if (![agency, community].every((code) => !code || CODE.test(code)))
      throw badRequest('There is no such code.');
    const of = await this.editions.ofList(edition);
    if (!of) return null;
    // Of a community whose name is withdrawn nothing is told by the label that it had.
    if (
      community &&
      !(await readCommunities(this.published, of.number)).some(({ code }) => code === community)
    )
      return { edition: of.number, nodes: [] };
    const scope = agency ? { agency } : community ? { community } : null;
    const told = await themeShares(this.published, of.number, scope);
    const percent = (share: number): number => Math.round(share * 1000) / 10;
    return {
      edition: of.number,
      nodes: (told?.shares ?? []).map((share) => ({
        ...share,
        audited: 0,
        method: SHARE_METHOD,
        value: percent(share.value),
        low: percent(share.low),
        high: percent(share.high),
      })),
    };
  }
}
