import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  dismissCell,
  dismissRow,
  readWorkbenchDeliveries,
  readWorkbenchDelivery,
  readWorkbenchLeftOut,
  readWorkbenchQuarantine,
  readWorkbenchRejections,
  readWorkbenchSources,
  countWorkbenchUnusedCells,
  readWorkbenchUnusedCells,
  recordLook,
  type WorkbenchQuarantinedRow,
  type WorkbenchRejection,
  type WorkbenchSource,
  type WorkbenchUnusedCell,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { notFound } from '../../graphql/errors.js';
import { KEY, pageFrom, PageOf50, readPage, type Slice } from '../../graphql/paging.js';
import { Editions } from '../../public/editions/editions.js';
import { Needs } from '../../sign-in/role-guard.js';
import { Source } from '../sources/source.type.js';
import {
  DeliveriesArgs,
  Delivery,
  DeliveryConnection,
  QuarantineArgs,
  LeftOutRows,
  QuarantinedRowConnection,
  Rejection,
  RejectionConnection,
} from './delivery.type.js';
import { deliveryOf } from './shape.js';

@Resolver(() => Delivery)
@Needs('partner', 'lead')
export class DeliveryResolver {
  constructor(private readonly editions: Editions) {}

  @Query(() => DeliveryConnection)
  async deliveries(
    @Args() { source, status, ...page }: DeliveriesArgs,
    @Context() { session }: ApiContext,
  ): Promise<Slice<Delivery>> {
    const { first, after } = readPage(page, 'deliveries', [KEY.number]);
    const asked = { source, status, before: after?.[0] ?? null, limit: first + 1 };
    const rows = await session.work((tx) => readWorkbenchDeliveries(tx, asked));
    return pageFrom(rows.map(deliveryOf), first, 'deliveries', (delivery) => [delivery.id]);
  }

  @Query(() => Delivery, {
    nullable: true,
    description: "Null both when it does not exist and when it is another partner's.",
  })
  async delivery(
    @Args('id', { type: () => ID }) id: string,
    @Context() { session }: ApiContext,
  ): Promise<Delivery | null> {
    const found = await session.work((tx) => readWorkbenchDelivery(tx, id));
    return found && deliveryOf(found);
  }

  @Query(() => QuarantinedRowConnection, { description: 'Rows that need the partner.' })
  async quarantine(
    @Args() { source, delivery, ...page }: QuarantineArgs,
    @Context() { session }: ApiContext,
  ): Promise<Slice<WorkbenchQuarantinedRow>> {
    const { first, after } = readPage(page, 'quarantine', [KEY.number]);
    const asked = { source, delivery, after: after?.[0] ?? null, limit: first + 1 };
    const rows = await session.work(async (tx) => {
      const held = await readWorkbenchQuarantine(tx, asked);
      const subject = delivery ?? source ?? 'all';
      if (held.length > 0) await recordLook(tx, 'quarantine-read', subject, { rows: held.length });
      return held;
    });
    return pageFrom(rows, first, 'quarantine', (row) => [row.id]);
  }

  @ResolveField(() => Source)
  source(@Parent() { sourceCode }: Delivery, @Context() context: ApiContext): Promise<WorkbenchSource> {
    return context.batch(sourcesByCode).load(sourceCode);
  }

  @ResolveField(() => RejectionConnection)
  async rejections(
    @Parent() { id }: Delivery,
    @Args() page: PageOf50,
    @Context() context: ApiContext,
  ): Promise<Slice<WorkbenchRejection>> {
    const list = `rejections/${id}`;
    const { first, after } = readPage(page, list, [KEY.number]);
    // A delivery that was refused before it was stored has no number and no rows.
    if (id === 'none') return pageFrom<WorkbenchRejection>([], first, list, () => []);
    // Deliveries of one list ask for the same page, so they are read together; a cursor names one delivery alone.
    const rows = await context
      .batch(rejectionPages)
      .load(JSON.stringify({ id, after: after?.[0] ?? null, limit: first + 1 }));
    return pageFrom(rows, first, list, (row) => [row.id]);
  }

  @ResolveField(() => [Rejection], {
    description:
      'Cells without which accepted rows were used, the first 500: place and reason, never the value.',
  })
  usedWithout(@Parent() { id }: Delivery, @Context() context: ApiContext): Promise<WorkbenchUnusedCell[]> {
    return id === 'none' ? Promise.resolve([]) : context.batch(unusedCells).load(id);
  }

  @ResolveField(() => Int, { description: 'Cells without which accepted rows were used, in all.' })
  usedWithoutInAll(@Parent() { id }: Delivery, @Context() context: ApiContext): Promise<number> {
    return id === 'none' ? Promise.resolve(0) : context.batch(unusedInAll).load(id);
  }

  @ResolveField(() => [LeftOutRows], { description: 'Rows that were left out, by reason.' })
  leftOutRows(@Parent() { id }: Delivery, @Context() context: ApiContext): Promise<LeftOutRows[]> {
    return id === 'none' ? Promise.resolve([]) : context.batch(leftOutRows).load(id);
  }

  @Mutation(() => Boolean, {
    description:
      'A rejected row is not to be mended, and why: it leaves the list. False where there is no such open row.',
  })
  dismissRow(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, description: '3 to 500 letters' }) reason: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    return session.work((tx) => dismissRow(tx, id, reason));
  }

  @Mutation(() => Boolean, {
    description:
      'A cell that was not used stays so, and why: it leaves the list. False where there is no such open cell.',
  })
  dismissCell(
    @Args('delivery', { type: () => ID }) delivery: string,
    @Args('cell', { type: () => ID }) cell: string,
    @Args('reason', { type: () => String, description: '3 to 500 letters' }) because: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    return session.work((tx) => dismissCell(tx, { delivery, cell, because }));
  }

  @ResolveField(() => Int, { nullable: true, description: 'Counts from edition N on, or null.' })
  async countsFromEdition(
    @Parent() delivery: Delivery,
    @Context() context: ApiContext,
  ): Promise<number | null> {
    const { status, accepted, finishedAt } = delivery;
    if (status !== 'accepted' || accepted === 0 || finishedAt === null) return null;
    return context.batch(this.firstEditions).load(finishedAt.getTime());
  }

  /** The first edition that was published after each of these times. */
  private readonly firstEditions = async (
    _: ApiContext,
    times: readonly number[],
  ): Promise<(number | null)[]> => {
    const oldestFirst = (await this.editions.all()).sort((a, b) => a.number - b.number);
    return times.map(
      (time) => oldestFirst.find((one) => Date.parse(one.publishedAt) >= time)?.number ?? null,
    );
  };
}

async function sourcesByCode(
  { session }: ApiContext,
  codes: readonly string[],
): Promise<(WorkbenchSource | Error)[]> {
  const rows = await session.work((tx) => readWorkbenchSources(tx, { wanted: codes }));
  const byCode = new Map(rows.map((source) => [source.code, source]));
  return codes.map((code) => byCode.get(code) ?? notFound());
}

/** Cells that one receipt lists at most. */
const MOST_CELLS = 500;

async function unusedCells(
  { session }: ApiContext,
  ids: readonly string[],
): Promise<WorkbenchUnusedCell[][]> {
  const asked = { deliveries: ids, after: null, limit: MOST_CELLS };
  const cells = await session.work((tx) => readWorkbenchUnusedCells(tx, asked));
  return ids.map((id) => cells.filter(({ delivery }) => delivery === id));
}

async function unusedInAll({ session }: ApiContext, ids: readonly string[]): Promise<number[]> {
  const found = await session.work((tx) => countWorkbenchUnusedCells(tx, ids));
  const many = new Map(found.map((one) => [one.delivery, one.many]));
  return ids.map((id) => many.get(id) ?? 0);
}

async function leftOutRows({ session }: ApiContext, ids: readonly string[]): Promise<LeftOutRows[][]> {
  const lines = await session.work((tx) => readWorkbenchLeftOut(tx, ids));
  return ids.map((id) => lines.filter(({ delivery }) => delivery === id));
}

/** Pages of rejections, each key being delivery, place and length; those of one place and length are read at once. */
async function rejectionPages(
  { session }: ApiContext,
  keys: readonly string[],
): Promise<WorkbenchRejection[][]> {
  const wanted = keys.map((key) => JSON.parse(key) as { id: string; after: string | null; limit: number });
  const placeOf = ({ after, limit }: { after: string | null; limit: number }): string =>
    `${limit} after ${after}`;
  const pages = new Map<string, WorkbenchRejection[]>();
  await session.work(async (tx) => {
    for (const page of wanted) {
      const place = placeOf(page);
      if (pages.has(place)) continue;
      const deliveries = wanted.filter((one) => placeOf(one) === place).map((one) => one.id);
      pages.set(place, await readWorkbenchRejections(tx, { ...page, deliveries }));
    }
  });
  return wanted.map((page) => (pages.get(placeOf(page)) ?? []).filter((row) => row.delivery === page.id));
}
