import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  changesOf,
  countBy,
  countStates,
  isTied,
  selectDecisions,
  yearDecided,
  yearsDone,
  type DecisionFilter,
} from '#decisions';
import type { Agency as AgencyShape, FigureReference, HeldDecisionRecord } from '#domain';
import type { ApiContext } from '../../graphql/context.js';
import { notFound } from '../../graphql/errors.js';
import { KEY, pageOf } from '../../graphql/paging.js';
import { Agency } from '../agencies/agency.type.js';
import { Figure, type PublishedFigure, type SuppressedFigure } from '../figures/figure.type.js';
import { figureOf } from '../figures/shape.js';
import {
  AskedEngagement,
  Decision,
  DecisionAnswer,
  DecisionChange,
  DecisionConnection,
  type DecisionCount,
  DecisionFigure,
  DecisionQuote,
  DecisionsArgs,
  NamedCode,
  PlanPriority,
} from './decision.type.js';
import { day as dayInWords } from '../read/page.js';
import { Decisions, type DecisionNames } from './decisions.js';
import { Evidence, type Said } from './evidence.js';
import { Quotes } from './quotes.js';
import { countsOf, shapeOfDecision } from './shape.js';

/** Stands for no edition: keys of a loader are never null. */
const NOW = 0;

@Resolver(() => Decision)
export class DecisionResolver {
  constructor(
    private readonly decisions: Decisions,
    private readonly quotesOf: Quotes,
  ) {}

  @Query(() => DecisionConnection, {
    name: 'decisions',
    description:
      'What happened because people spoke: public decisions, the latest first, or those that an edition carries.',
  })
  async decisionList(
    @Args() { filter, edition, ...page }: DecisionsArgs,
    @Context() context: ApiContext,
  ): Promise<DecisionConnection> {
    const of = edition ?? null;
    const [all, names, day] = await Promise.all([
      this.decisions.all(of),
      context.batch(this.names).load(of ?? NOW),
      this.decisions.day(of),
    ]);
    /** Those that fit, but for some of the filter. */
    const fitting = (less: DecisionFilter = {}): HeldDecisionRecord[] =>
      selectDecisions(all, { ...filter, ...less }, names.groupOf, day);
    const found = fitting();
    const records = fitting({ tied: null });
    const called = (
      named: ReadonlyMap<string, { name: string }>,
      valuesOf: (one: HeldDecisionRecord) => string[],
    ) =>
      countBy(found, valuesOf, day).map(({ code, counts }): DecisionCount => ({
        code,
        name: named.get(code)?.name ?? code,
        counts: countsOf(counts),
      }));
    const shown = found.map((one) => shapeOfDecision(one, of, day));
    return {
      ...pageOf(shown, page, 'decisions', (one) => one.id),
      totalCount: found.length,
      counts: countsOf(countStates(fitting({ state: null }), day)),
      byWard: called(names.wards, (one) => one.wards),
      byTheme: called(names.themes, (one) => one.themes),
      byAgency: called(names.agencies, (one) => [one.agency]),
      byPriority: called(withPlans(names.priorities), (one) => one.priorities),
      records: records.filter((one) => !isTied(one)).length,
      years: latestFirst(all.flatMap(yearDecided)),
      decidedYears: latestFirst(fitting({ year: null }).flatMap(yearDecided)),
      doneYears: latestFirst(fitting({ doneIn: null }).flatMap(yearsDone)),
    };
  }

  @Query(() => Decision, { nullable: true })
  async decision(
    @Args('id', { type: () => ID }) id: string,
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<Decision | null> {
    if (!KEY.uuid.test(id)) return null;
    const of = edition ?? null;
    const found = (await this.decisions.all(of)).find((one) => one.id === id);
    return found ? shapeOfDecision(found, of, await this.decisions.day(of)) : null;
  }

  @Query(() => [PlanPriority], {
    description: 'Priorities of plans; those that an edition carries, or those of now.',
  })
  async planPriorities(
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<PlanPriority[]> {
    const { priorities } = await this.decisions.board(edition ?? null);
    return priorities.map((one) => ({ ...one, id: `${one.agency}/${one.code}` }));
  }

  @ResolveField(() => Agency)
  async agency(
    @Parent() { agencyCode, edition }: Decision,
    @Context() context: ApiContext,
  ): Promise<AgencyShape> {
    const found = (await context.batch(this.names).load(edition ?? NOW)).agencies.get(agencyCode);
    if (!found) throw notFound();
    return found;
  }

  @ResolveField(() => [AskedEngagement], { description: 'What was asked.' })
  async asked(
    @Parent() { engagementIds, edition }: Decision,
    @Context() context: ApiContext,
  ): Promise<AskedEngagement[]> {
    const { engagements } = await context.batch(this.names).load(edition ?? NOW);
    return engagementIds.flatMap((id) => engagements.get(id) ?? []);
  }

  @ResolveField(() => [NamedCode])
  async themes(
    @Parent() { themeCodes, edition }: Decision,
    @Context() context: ApiContext,
  ): Promise<NamedCode[]> {
    return named(themeCodes, (await context.batch(this.names).load(edition ?? NOW)).themes);
  }

  @ResolveField(() => [NamedCode], { description: 'Empty where it is about all of the city.' })
  async wards(
    @Parent() { wardCodes, edition }: Decision,
    @Context() context: ApiContext,
  ): Promise<NamedCode[]> {
    return named(wardCodes, (await context.batch(this.names).load(edition ?? NOW)).wards);
  }

  @ResolveField(() => [NamedCode])
  async communities(
    @Parent() { communityCodes, edition }: Decision,
    @Context() context: ApiContext,
  ): Promise<NamedCode[]> {
    // A community that is named no more has a code that spells its name.
    const { communities } = await context.batch(this.names).load(edition ?? NOW);
    return named(
      communityCodes.filter((code) => communities.has(code)),
      communities,
    );
  }

  @ResolveField(() => [PlanPriority])
  async priorities(
    @Parent() { priorityCodes, edition }: Decision,
    @Context() context: ApiContext,
  ): Promise<PlanPriority[]> {
    const { priorities } = await context.batch(this.names).load(edition ?? NOW);
    return priorityCodes.flatMap((id) => {
      const found = priorities.get(id);
      return found ? [{ ...found, id }] : [];
    });
  }

  @ResolveField(() => [DecisionFigure], {
    description: 'What people said. Empty: the agency’s own record, to which nobody has tied a figure yet.',
  })
  evidence(@Parent() { figures }: Decision): DecisionFigure[] {
    return figures;
  }

  @ResolveField(() => [DecisionQuote], {
    description:
      'Released quotes, one that dissents among them where there is one; never from a cell under ten people.',
  })
  quotes(@Parent() { quoted }: Decision): Promise<DecisionQuote[]> {
    return this.quotesOf.shown(quoted);
  }

  @ResolveField(() => [DecisionChange], {
    description: 'What changed since it was first told, the latest first: in an edition, up to its day.',
  })
  async changes(@Parent() { id, edition }: Decision): Promise<DecisionChange[]> {
    const [versions, until] = await Promise.all([
      this.decisions.versions(id),
      this.decisions.moment(edition),
    ]);
    const known = versions.filter(({ at }) => until === null || Date.parse(at) <= Date.parse(until));
    return changesOf(known, dayInWords);
  }

  private readonly names = (_: ApiContext, editions: readonly number[]): Promise<DecisionNames[]> =>
    Promise.all(editions.map((edition) => this.decisions.names(edition === NOW ? null : edition)));
}

/** A reference's figure, as its edition tells it. */
@Resolver(() => DecisionFigure)
export class DecisionFigureResolver {
  constructor(private readonly evidence: Evidence) {}

  @ResolveField(() => Figure, { nullable: true })
  async told(
    @Parent() reference: DecisionFigure,
    @Context() context: ApiContext,
  ): Promise<PublishedFigure | SuppressedFigure | null> {
    const { figure } = await context.batch(this.said).load(keyOf(reference));
    return figure && figureOf(figure);
  }

  @ResolveField(() => DecisionAnswer, {
    nullable: true,
    description: 'The answer to a question, as that edition tells it; null where the id is of a figure.',
  })
  async answer(
    @Parent() reference: DecisionFigure,
    @Context() context: ApiContext,
  ): Promise<DecisionAnswer | null> {
    return (await context.batch(this.said).load(keyOf(reference))).answer;
  }

  @ResolveField(() => String, {
    description:
      'What these people did, to stand after “people”: “raised Litter”, “took part in Safer Plymouth 2024”. Empty where the edition tells nothing of them.',
  })
  async did(@Parent() reference: DecisionFigure, @Context() context: ApiContext): Promise<string> {
    return (await context.batch(this.said).load(keyOf(reference))).did;
  }

  private readonly said = (_: ApiContext, keys: readonly string[]): Promise<Said[]> =>
    this.evidence.of(keys.map((key) => JSON.parse(key) as FigureReference));
}

/** Loaders know their keys by their value. */
const keyOf = ({ figure, edition }: FigureReference): string => JSON.stringify({ figure, edition });

const latestFirst = (years: readonly number[]): number[] => [...new Set(years)].sort((a, b) => b - a);

/** Priorities by id, each called with its plan. */
const withPlans = (priorities: DecisionNames['priorities']): Map<string, { name: string }> =>
  new Map([...priorities].map(([id, { title, plan }]) => [id, { name: `${title} (${plan})` }]));

const named = (codes: readonly string[], names: ReadonlyMap<string, { name: string }>): NamedCode[] =>
  codes.map((code) => ({ code, name: names.get(code)?.name ?? code }));
