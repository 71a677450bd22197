import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { waitingVoices } from '#decisions';
import type { Agency } from '#domain';
import type { Figure as FigureShape, FigureTable } from '#facts';
import type { ApiContext } from '../../graphql/context.js';
import { nullUnlessBusy } from '../../graphql/errors.js';
import { Editions } from '../editions/editions.js';
import { Figures } from '../figures/figures.js';
import { THEMES } from '../figures/report-codes.js';
import { figureOf } from '../figures/shape.js';
import { Decisions } from './decisions.js';
import { AnswerPromise, WaitingTold, WaitingVoices } from './waiting.type.js';

@Resolver(() => WaitingVoices)
export class WaitingResolver {
  constructor(
    private readonly decisions: Decisions,
    private readonly editions: Editions,
    private readonly figures: Figures,
  ) {}

  @Query(() => [WaitingVoices], {
    description:
      'Voices without an answer yet, the longest past its promise first. From released figures alone.',
  })
  async waitingVoices(
    @Context() context: ApiContext,
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<WaitingVoices[]> {
    const of = await this.editions.ofList(edition);
    if (!of) return [];
    const [decisions, board, names, day, tables] = await Promise.all([
      this.decisions.all(edition ?? null),
      this.decisions.board(edition ?? null),
      this.decisions.names(of.number),
      this.decisions.day(edition ?? null),
      context.batch(this.byQuarter).load(of.number),
    ]);
    const shown = new Map<string, FigureShape>();
    const said = [...tables].flatMap(([{ code }, table]) =>
      quartersOf(code, table?.figures ?? [], names.themes, shown),
    );
    return waitingVoices(said, decisions, board.promises, names.groupOf, day).map(
      ({ agency, theme, ...waiting }) => ({
        ...waiting,
        agency: names.agencies.get(agency)!,
        theme: { code: theme, name: names.themes.get(theme)?.name ?? theme },
        figure: figureOf(shown.get(`${agency} ${theme} ${waiting.quarters[0]}`)!),
      }),
    );
  }

  @Query(() => WaitingTold, {
    description:
      'How far `waitingVoices` can tell what waits: without an edition, or of some agencies, it can’t.',
  })
  async waitingTold(
    @Context() context: ApiContext,
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<WaitingTold> {
    const of = await this.editions.ofList(edition);
    const tables = of ? await context.batch(this.byQuarter).load(of.number) : [];
    return {
      edition: of?.number ?? null,
      untold: [...tables].flatMap(([agency, table]) => (table === null ? [agency] : [])),
    };
  }

  @Query(() => [AnswerPromise], {
    description: 'What agencies promise; who is not here has promised nothing.',
  })
  async answerPromises(): Promise<AnswerPromise[]> {
    const [board, names] = await Promise.all([this.decisions.board(null), this.decisions.names(null)]);
    return board.promises.flatMap(({ agency, months, words, contact }) => {
      const named = names.agencies.get(agency);
      return named ? [{ agency: named, months, words, contact }] : [];
    });
  }

  /** What each agency of an edition was told, by theme and quarter; null where too much is hidden for that. */
  private readonly byQuarter = (
    { session }: ApiContext,
    editions: readonly number[],
  ): Promise<Map<Agency, FigureTable | null>[]> =>
    Promise.all(
      editions.map(async (edition) => {
        const { agencies } = await this.decisions.names(edition);
        const tables = await Promise.all(
          [...agencies.values()].map(async (agency) => {
            const filter = { agency: [agency.code] };
            const asked = this.figures.ask(
              { report: THEMES, by: ['theme', 'quarter'], filter, edition },
              session,
            );
            return [agency, await asked.catch(nullUnlessBusy)] as const;
          }),
        );
        return new Map(tables);
      }),
    );
}

/** Quarters with a shown figure of each theme that has a name; the figures are put into `shown`. */
function quartersOf(
  agency: string,
  figures: readonly FigureShape[],
  themes: ReadonlyMap<string, unknown>,
  shown: Map<string, FigureShape>,
) {
  const quarters = new Map<string, string[]>();
  for (const figure of figures) {
    const code = (dimension: string): string =>
      figure.keys.find((key) => key.dimension === dimension)?.code ?? '';
    const [theme, quarter] = [code('theme'), code('quarter')];
    if (figure.hidden || figure.people.value === 0 || !themes.has(theme) || !/^\d{4}-Q\d$/.test(quarter))
      continue;
    quarters.set(theme, [...(quarters.get(theme) ?? []), quarter]);
    shown.set(`${agency} ${theme} ${quarter}`, figure);
  }
  return [...quarters].map(([theme, found]) => ({ agency, theme, quarters: found }));
}
