import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { HARMONISED, wardByCode } from '#domain';
import { readLinkageRuns, type RunRate, type WorkbenchRun } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';
import { LinkageRun, LinkageRunKind, type LinkRate } from './run.type.js';

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
    const runs = await session.work((tx) => readLinkageRuns(tx, first, kind));
    return runs.map((run) => ({ ...run, rates: run.rates.map(named) }));
  }
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
