import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Database } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { pageOf, type Slice } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { Figures } from './figures.js';
import { FigureConnection, FiguresArgs } from './figures.type.js';
import { Report, ReportConnection, ReportsArgs } from './report.type.js';
import { Figure, type PublishedFigure, type SuppressedFigure } from './figure.type.js';
import { figureOf, filterOf, reportOf } from './shape.js';

@Resolver(() => FigureConnection)
export class FigureResolver {
  constructor(
    private readonly figures: Figures,
    private readonly editions: Editions,
    @Inject(PUBLISHED) private readonly published: Database,
  ) {}

  @Query(() => ReportConnection, {
    description: 'Reports with their definitions, as the edition was counted by them.',
  })
  async reports(@Args() { edition, ...page }: ReportsArgs): Promise<Slice<Report>> {
    const of = await this.editions.ofList(edition);
    const says = of && (await facts.editionSays(this.published, of.number));
    const all = says?.reports ?? (await facts.reports());
    return pageOf(all.map(reportOf), page, 'reports', (report) => report.code);
  }

  @Query(() => Figure, {
    nullable: true,
    description: 'One figure of a published edition by its id: what a citation or a short address leads to.',
  })
  async figure(
    @Args('id', { type: () => ID }) id: string,
    @Args('edition', { type: () => Int }) edition: number,
  ): Promise<PublishedFigure | SuppressedFigure | null> {
    const found = await this.figures.byId(id, edition);
    return found && figureOf(found);
  }

  @Query(() => FigureConnection, {
    name: 'figures',
    description:
      'Figures of one report, cut by up to two dimensions, in an edition (default latest) or, signed in as analyst, working.\n' +
      'Order: as the report says (released values only), suppressed figures last.',
  })
  async figuresOf(@Args() args: FiguresArgs, @Context() { session }: ApiContext): Promise<FigureConnection> {
    const { report, by, filter, edition, working, ...page } = args;
    const question = {
      report,
      by: by ?? [],
      filter: filterOf(filter),
      edition: edition ?? null,
      working: working ?? false,
    };
    const table = await this.figures.ask(question, session);
    const { nodes, pageInfo } = pageOf(table.figures, page, 'figures', (figure) => figure.id);
    return {
      nodes: nodes.map(figureOf),
      pageInfo,
      totalCount: table.figures.length,
      report: reportOf(table.report),
      edition: table.edition,
      working: table.working,
      note: table.note,
      total: figureOf(table.total),
      wardsRate: table.wardsRate,
      underHeard: table.underHeard,
      statements: table.statements,
      silent: table.silent,
    };
  }
}
