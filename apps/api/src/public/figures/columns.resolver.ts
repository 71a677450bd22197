import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { ApiContext } from '../../graphql/context.js';
import { ColumnsArgs, FigureColumns } from './columns.type.js';
import { Figures } from './figures.js';
import { figureOf, filterOf, reportOf } from './shape.js';

@Resolver(() => FigureColumns)
export class ColumnsResolver {
  constructor(private readonly figures: Figures) {}

  @Query(() => FigureColumns, { description: 'What `figures` answers, whole, as columns.' })
  async figureColumns(@Args() args: ColumnsArgs, @Context() { session }: ApiContext): Promise<FigureColumns> {
    const { report, by, filter, edition, working } = args;
    const table = await this.figures.ask(
      {
        report,
        by: by ?? [],
        filter: filterOf(filter),
        edition: edition ?? null,
        working: working ?? false,
      },
      session,
    );
    return {
      ...(await facts.columnsOf(table)),
      report: reportOf(table.report),
      edition: table.edition,
      working: table.working,
      note: table.note,
      total: figureOf(table.total),
    };
  }
}
