import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { HARMONISED, wardByCode } from '#domain';
import {
  agenciesAs,
  readLinkageRuns,
  seesEveryAgency,
  type RunRate,
  type Transaction,
  type WorkbenchRun,
} from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';
import type { Session } from '../sign-in/session.js';
import { LinkageRun, LinkageRunKind, type LinkRate } from './run.type.js';
import { runsAsTold } from './runs-as-told.js';

const MOST_RUNS = 50;

@Resolver(() => LinkageRun)
@Needs('reviewer')
export class RunResolver {
  @Query(() => [LinkageRun], { description: 'Reviewer: the latest runs of matching, newest first.' })
  async linkageRuns(
    @Args('first', { type: () => Int, defaultValue: 5 }) first: number,
    @Args('kind', { type: () => LinkageRunKind, nullable: true }) kind: WorkbenchRun['kind'] | null,
    @Context() { session }: ApiContext,
  ): Promise<LinkageRun[]> {
    if (first < 1 || first > MOST_RUNS) throw badRequest(`first must be from 1 to ${MOST_RUNS}.`);
    const runs = await session.work((tx) => runsFor(tx, session, first, kind));
    return runs.map((run) => ({ ...run, rates: run.rates.map(named) }));
  }
}

/** All runs are looked at where they are told rounded: how a count is told hangs on how it was told before. */
const EVERY_RUN = 100_000;

async function runsFor(
  tx: Transaction,
  session: Session,
  first: number,
  kind: WorkbenchRun['kind'] | null,
): Promise<WorkbenchRun[]> {
  const viewer = await session.viewer();
  if (viewer && (await seesEveryAgency(tx, agenciesAs(viewer, 'reviewer'))))
    return readLinkageRuns(tx, first, kind);
  const all = await readLinkageRuns(tx, EVERY_RUN);
  const told = new Map(
    ['bulk', 'incremental'].flatMap((each) =>
      runsAsTold(all.filter((run) => run.kind === each)).map((run) => [run.id, run] as const),
    ),
  );
  return all
    .filter((run) => kind === null || run.kind === kind)
    .slice(0, first)
    .map((run) => told.get(run.id)!);
}

const NOT_SAID: Record<string, string> = {
  blank: 'Left blank',
  'prefer-not-to-say': 'Preferred not to say',
  'dont-know': 'Don’t know',
  unmapped: 'Not yet matched',
};
const CHARACTERISTIC = { age: 'age', sex: 'sex', ethnicGroup: 'ethnic-group' } as const;

function named({ group, ...rate }: RunRate): LinkRate {
  const name =
    rate.by === 'ward'
      ? wardByCode(group)?.name
      : HARMONISED[CHARACTERISTIC[rate.by]]?.find(({ code }) => code === group)?.name;
  return { ...rate, code: group, name: name ?? NOT_SAID[group] ?? 'Not known' };
}
