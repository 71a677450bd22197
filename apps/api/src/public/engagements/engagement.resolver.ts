import { Inject } from '@nestjs/common';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Agency as AgencyShape } from '#domain';
import * as facts from '#facts';
import type { Figure as FigureShape, PublishedEngagement } from '#facts';
import type { Database } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { notFound, nullUnlessBusy } from '../../graphql/errors.js';
import { pageOf, PageOf10, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Agency } from '../agencies/agency.type.js';
import { Editions } from '../editions/editions.js';
import { Figure, type PublishedFigure, type SuppressedFigure } from '../figures/figure.type.js';
import { Figures } from '../figures/figures.js';
import { figureOf } from '../figures/shape.js';
import {
  Engagement,
  EngagementConnection,
  EngagementsArgs,
  Statement,
  StatementConnection,
} from './engagement.type.js';

/** The report that says how many took part in each engagement. */
const OVERVIEW = 'engagement-overview';

@Resolver(() => Engagement)
export class EngagementResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
    private readonly figures: Figures,
  ) {}

  @Query(() => EngagementConnection)
  async engagements(
    @Args() { filter, edition, ...page }: EngagementsArgs,
    @Context() context: ApiContext,
  ): Promise<EngagementConnection> {
    const of = await this.editions.ofList(edition);
    const all = of ? await facts.engagements(this.published, filter ?? {}, of.number) : [];
    const found = all.map((one) => engagementOf(one, of?.number ?? 0));
    const answered = filter?.answered ?? null;
    const figures = of && answered !== null ? await context.batch(this.overviews).load(of.number) : null;
    // Where none is told, whoever is hidden is somebody: nothing is said to have heard nobody.
    const heard = (id: string): boolean => !figures?.told || isHeard(figures.by.get(id));
    const shown = answered === null ? found : found.filter(({ id }) => heard(id) === answered);
    return { ...pageOf(shown, page, 'engagements', (one) => one.id), totalCount: shown.length };
  }

  @Query(() => Engagement, { nullable: true })
  async engagement(
    @Args('agency', { type: () => String }) agency: string,
    @Args('key', { type: () => String }) key: string,
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<Engagement | null> {
    const of = await this.editions.ofList(edition);
    const found = of && (await facts.engagement(this.published, agency, key, of.number));
    return found && engagementOf(found, of.number);
  }

  @ResolveField(() => Agency)
  async agency(
    @Parent() { agencyCode, edition }: Engagement,
    @Context() context: ApiContext,
  ): Promise<AgencyShape> {
    const found = (await context.batch(this.agencies).load(edition)).get(agencyCode);
    if (!found) throw notFound();
    return found;
  }

  @ResolveField(() => Figure, { nullable: true, description: 'Through disclosure.' })
  async figure(
    @Parent() { id, edition }: Engagement,
    @Context() context: ApiContext,
  ): Promise<PublishedFigure | SuppressedFigure | null> {
    const found = (await context.batch(this.overviews).load(edition)).by.get(id);
    return found ? figureOf(found) : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Why no `figure` is told of this engagement although somebody may have been heard; null where figures of engagements are told.',
  })
  async untold(@Parent() { edition }: Engagement, @Context() context: ApiContext): Promise<string | null> {
    const { told } = await context.batch(this.overviews).load(edition);
    return told ? null : 'So few people took part in most engagements that none is told by itself.';
  }

  @ResolveField(() => StatementConnection, {
    description: 'What the agency itself said (police priorities, actions, events).',
  })
  async statements(@Parent() { id, edition }: Engagement, @Args() page: PageOf10): Promise<Slice<Statement>> {
    const all = await facts.statements(this.published, id, edition);
    // A statement has no public name of its own: in an edition its place in the list is one.
    const { nodes, pageInfo } = pageOf([...all.entries()], page, `statements/${edition}/${id}`, ([place]) =>
      String(place),
    );
    return { nodes: nodes.map(([, statement]) => statement), pageInfo };
  }

  private readonly agencies = (
    _: ApiContext,
    editions: readonly number[],
  ): Promise<Map<string, AgencyShape>[]> =>
    Promise.all(
      editions.map(async (edition) => {
        const all = await facts.agencies(this.published, edition);
        return new Map(all.map((agency) => [agency.code, agency]));
      }),
    );

  /** One question for all engagements of an edition; figures by engagement. */
  private readonly overviews = (context: ApiContext, editions: readonly number[]): Promise<Overviews[]> =>
    Promise.all(
      editions.map(async (edition) => {
        const table = await this.figures
          .ask({ report: OVERVIEW, by: ['engagement'], edition }, context.session)
          .catch(nullUnlessBusy);
        const figures = table?.figures ?? [];
        const by = new Map(
          figures.flatMap((figure) => figure.keys.map((key) => [key.code, figure] as const)),
        );
        return { told: table !== null, by };
      }),
    );
}

/** Figures of an edition by engagement; none where so many would be hidden that the table is not told. */
interface Overviews {
  told: boolean;
  by: ReadonlyMap<string, FigureShape>;
}

/** Nobody: there is no figure, or one that tells so. What is hidden is somebody. */
const isHeard = (figure: FigureShape | undefined): boolean =>
  figure !== undefined && (figure.hidden || figure.submissions > 0);

const engagementOf = ({ agency, ...one }: PublishedEngagement, edition: number): Engagement => ({
  ...one,
  agencyCode: agency,
  edition,
});
