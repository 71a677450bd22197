import type { Command } from 'commander';

import {
  type AskedEngagement,
  REASON,
  breakDay,
  keptReason,
  proposeSeriesOf,
  type SeriesProposal,
  whatParts,
} from '#domain';
import {
  allSeries,
  askedEngagements,
  declareSeries,
  proposeSeries,
  type SeriesRow,
  settleBreak,
  settleSeries,
} from '#store';

import { withHub } from '../open-hub.js';
import { checkedCode, listOf, say, UsageError } from '../terminal.js';

/** Which consultations asked the same again: change is told of nothing else. */
export function seriesCommands(program: Command): void {
  const series = program.command('series').description('consultations that asked the same again');
  series
    .command('list')
    .description('what the hub proposes, and what was decided')
    .action(async () => {
      const all = await withHub(async ({ worker }) => {
        await proposeSeries(worker, proposeSeriesOf(await askedEngagements(worker)));
        return allSeries(worker);
      });
      for (const one of all) for (const line of linesOf(one)) say(line);
    });
  settling(
    series,
    'sign',
    'signed',
    'say that its engagements asked the same; the next edition compares them',
  );
  settling(series, 'refuse', 'refused', 'say that they did not');
  series
    .command('declare <agency> <key>')
    .description('declare that engagements asked the same people the same, in the same way')
    .requiredOption(
      '--engagements <keys>',
      'keys of engagements of the agency, in order, with commas between',
    )
    .requiredOption('--name <words>', 'as statements will name it')
    .action(async (agency: string, key: string, options: { engagements: string; name: string }) => {
      const engagements = listOf(options.engagements);
      await withHub(async ({ worker }) => {
        const known = (await askedEngagements(worker)).filter((one) => one.agency === agency);
        await declareSeries(
          worker,
          declared(agency, checkedCode('The key', key), engagements, options.name, known),
        );
      });
      say(`${options.name} is compared from the next edition on.`);
    });
  breaking(series);
}

/** A series, and its breaks below it. */
const linesOf = (one: SeriesRow): string[] => [
  [one.state, one.agency, one.key, one.engagements.join('+'), one.name, one.because].join('\t'),
  ...one.breaks.map(({ state, since, reason }) =>
    [`break ${state}`, one.agency, one.key, since, reason].join('\t'),
  ),
];

function breaking(series: Command): void {
  series
    .command('break <agency> <key>')
    .description('say that it asks or records in another way from a day on: nothing is compared across it')
    .requiredOption('--since <day>', 'first day of the new way, or its quarter: 2024-07-01, 2024-Q3')
    .option('--reason <words>', 'what changed; printed beside every comparison that it touches')
    .option('--not', 'say that nothing changed then, of a break that was proposed or declared')
    .action(async (agency: string, key: string, options: { since: string; reason?: string; not?: true }) => {
      const since = breakDay(options.since);
      if (!since) throw new UsageError('--since is a day, 2024-07-01, or a quarter, 2024-Q3.');
      const reason = options.not ? null : keptReason(options.reason);
      const { least, most } = REASON;
      if (!options.not && reason === null)
        throw new UsageError(`--reason must say in ${least} to ${most} letters what changed.`);
      const verdict = {
        agency,
        series: key,
        since,
        reason,
        state: options.not ? 'refused' : 'declared',
      } as const;
      if (!(await withHub(({ worker }) => settleBreak(worker, verdict))))
        throw new UsageError(`${agency} has no such series or break; see: npx hub series list`);
      say(
        options.not
          ? `${since} parts nothing.`
          : `Nothing is compared across ${since} from the next edition on.`,
      );
    });
}

function settling(series: Command, word: string, state: 'signed' | 'refused', description: string): void {
  series
    .command(`${word} <agency> <key>`)
    .description(description)
    .action(async (agency: string, key: string) => {
      if (!(await withHub(({ worker }) => settleSeries(worker, { agency, key }, state))))
        throw new UsageError(`${agency} has no series called ${key}; see: npx hub series list`);
      say(`${key} is ${state}.`);
    });
}

/** @throws UsageError naming the engagement that there is not, or in what they differ */
function declared(
  agency: string,
  key: string,
  engagements: string[],
  name: string,
  known: readonly AskedEngagement[],
): SeriesProposal {
  const own = engagements.map((wanted) => {
    const found = known.find((one) => one.key === wanted);
    if (!found) throw new UsageError(`${agency} has no engagement called ${wanted}.`);
    return found;
  });
  if (own.length === 0) throw new UsageError('--engagements must name one at least.');
  const differing = whatParts(own);
  if (differing === 'questions')
    throw new UsageError(
      'No open question of theirs is the same word for word: a new wording begins a new series.',
    );
  if (differing)
    throw new UsageError(`They differ in ${differing}: a new series begins where the way of asking changes.`);
  const kind = own.length === 1 ? 'standing-feed' : 'repeats';
  return { agency, key, name, kind, engagements, because: 'Declared by the agency.' };
}
