import { policyPWithGroups } from '#disclosure';
import { CENSUS_2021, type Codebook, proposeSeriesOf, WARDS } from '#domain';
import {
  AREA_RULE,
  CHANGE_RULE,
  COMPARE_RULE,
  ENGAGE_RULE,
  GRADE_RULE,
  LIST_RULE,
  PERCENT_RULE,
  WEIGHT_RULE,
} from '#statements';
import {
  allSeries,
  askedEngagements,
  editionQuarters,
  proposeSeries,
  readAgencies,
  readCountedCommunities,
  readCodebooks,
  readEngagements,
  type SeriesRow,
  type Transaction,
} from '#store';
import { freshnessToTell } from '../ask/freshness.js';
import { UNMATCHED_RULE } from '../ask/protected-words.js';
import { isAskedOfPeople, quartersBetween, Vocabulary } from '../ask/vocabulary.js';
import {
  type CountedFrozen,
  type Frozen,
  type FrozenPeriod,
  type FrozenSeries,
  SAID_LATER,
} from '../frozen/frozen.js';
import { declareGroups, type EditionGroup, engagementsOf, seriesCode } from '../groups/declare.js';
import { declaredBreaks, signedSeries } from '../groups/signed-series.js';
import { acrossBreaks, lastQuarters, openIn, periodsOf, runCode, runName } from '../groups/periods.js';
import type { Report } from '../reports/contract.js';

/** How groups are declared; raised when another set of groups, or another order of them, follows from the same facts. */
const GROUP_RULE = { code: 'declared-groups', version: 2 } as const;

/** What an edition is counted by, as far as it is known before its facts are frozen. */
export type CountedBy = Pick<Frozen, 'policy' | 'reports' | 'rules' | 'geography'> & { signed: SeriesRow[] };

/**
 * Proposes series anew and reads what people signed, beside the policy, reports, rules and map in force.
 * @param tx by the worker role
 */
export async function countedBy(tx: Transaction, reports: readonly Report[]): Promise<CountedBy> {
  await proposeSeries(tx, proposeSeriesOf(await askedEngagements(tx)));
  const { noise: _secret, ...policy } = policyPWithGroups('');
  return {
    policy,
    reports: [...reports],
    rules: [
      CHANGE_RULE,
      AREA_RULE,
      LIST_RULE,
      GRADE_RULE,
      PERCENT_RULE,
      WEIGHT_RULE,
      COMPARE_RULE,
      ENGAGE_RULE,
      GROUP_RULE,
      UNMATCHED_RULE,
    ].map(({ code, version }) => ({ code, version })),
    geography: { wards: [...WARDS], census: CENSUS_2021.rows },
    signed: (await allSeries(tx)).filter(({ state }) => state === 'signed'),
  };
}

/** What of it the edition's hash covers, a line each: nothing that hangs on the clock, or on who signed. */
export function linesOf({ signed, ...counted }: CountedBy): string[] {
  const series = signed.map((one) => [
    ...[one.agency, one.key, one.name, one.kind, one.engagements],
    ...declaredBreaks(one),
  ]);
  return [...Object.entries(counted), ['series', series] as const].map(
    ([name, body]) => `${name} ${JSON.stringify(body)}`,
  );
}

/**
 * The parts of an edition whose facts are frozen: what it is counted by, with the groups, periods and series that follow from them.
 * @param tx by the worker role
 */
export async function partsOf(
  tx: Transaction,
  edition: number,
  { signed, ...counted }: CountedBy,
  { dataTo, now }: { dataTo: string | null; now: Date },
): Promise<CountedFrozen> {
  const [agencies, engagements, communities, codebooks, found] = [
    await readAgencies(tx, edition),
    await readEngagements(tx, edition),
    await readCountedCommunities(tx, edition),
    (await readCodebooks(tx, edition)) as Codebook[],
    await editionQuarters(tx, edition),
  ];
  const bare: Frozen = { ...counted, ...SAID_LATER, groups: [], periods: null, series: [], freshness: [] };
  const vocabulary = new Vocabulary({ agencies, engagements, communities, codebooks, frozen: bare });
  for (const [name, values] of Object.entries(found.asked))
    if (isAskedOfPeople(name)) vocabulary.learn(name, values);
  const quarters = quartersBetween(found.quarters);
  const groups = declareGroups({
    values: (dimension) => vocabulary.values(dimension, quarters),
    known: (dimension) => vocabulary.known(dimension),
    agencies,
    codebooks,
    series: signed,
    dataTo,
  });
  const compared = periodsOf(lastQuarters(quarters, dataTo));
  const period = (some: string[]): FrozenPeriod => ({
    code: runCode(some),
    name: runName(some),
    quarters: some,
  });
  return {
    ...counted,
    groups,
    periods: compared && { before: period(compared.before), now: period(compared.now) },
    signed: signed.map(signedSeries),
    series: compared ? signed.flatMap((each) => frozenSeries(each, compared, engagements, groups)) : [],
    freshness: await freshnessToTell(tx, now),
  };
}

interface Open {
  id: string;
  opens: string | null;
  closes: string | null;
}

/** A series with the quarters that it was open in, and what breaks leave of them; none where its engagements are not in the edition. */
function frozenSeries(
  signed: SeriesRow,
  periods: { before: string[]; now: string[] },
  all: readonly Open[],
  groups: readonly EditionGroup[],
): FrozenSeries[] {
  const { agency, key, name, kind, engagements, because } = signed;
  const series = { agency, key, name, kind, engagements, because };
  const code = seriesCode(series);
  const known = groups.some((group) => group.code === code) || all.some(({ id }) => id === code);
  if (!known) return [];
  const own = all.filter(({ id }) => engagementsOf(series).includes(id));
  const open = (period: string[]): number[] =>
    [...new Set(own.flatMap(({ opens, closes }) => openIn(period, opens, closes)))].sort((a, b) => a - b);
  const breaks = declaredBreaks(signed);
  const { within, unbroken } = acrossBreaks(
    periods,
    breaks.map(({ since }) => since),
  );
  return [
    {
      ...series,
      code,
      open: { before: open(periods.before), now: open(periods.now) },
      ...(breaks.length > 0 ? { breaks } : {}),
      ...(unbroken ? { across: { within, unbroken } } : {}),
    },
  ];
}
