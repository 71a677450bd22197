import type { Command } from 'commander';

import { isJobName, JOB_NAMES, type QueueClient, type SeenJob } from '#queue';
import { deliveriesOfJobs, type DeliveryOfJob } from '#store';

import { withQueue } from '../open-queue.js';
import { listOf, say, UsageError } from '../terminal.js';

const STATES = ['failed', 'active', 'waiting', 'delayed'] as const;

/** A job with the delivery that it is about. */
interface JobLine extends SeenJob {
  delivery: DeliveryOfJob | null;
}

export function jobsCommands(program: Command): void {
  const jobs = program
    .command('jobs')
    .description('background work: what waits, what failed, why; and try again');
  jobs
    .command('list', { isDefault: true })
    .description('what failed first, then what is under way and what waits')
    .option('--state <states>', `some alone: ${STATES.join(', ')}`, STATES.join(','))
    .option('--most <n>', 'so many of each kind', '20')
    .option('--json', 'one JSON object a line')
    .action(list);
  jobs
    .command('retry')
    .description('have what was given up done again')
    .argument('[job]', 'its kind, for example standardise')
    .argument('[id]', 'its number, as the list has it')
    .option('--all', 'everything that was given up')
    .action(retry);
}

async function list(options: { state: string; most: string; json?: boolean }): Promise<void> {
  const states = listOf(options.state).filter((one) => (STATES as readonly string[]).includes(one));
  if (states.length === 0) throw new UsageError(`--state is of: ${STATES.join(', ')}.`);
  const most = Number(options.most);
  if (!Number.isInteger(most) || most < 1 || most > 1_000)
    throw new UsageError('--most is a number from 1 to 1000.');
  const lines = await withQueue(async ({ worker }, queue) => {
    const seen = await queue.look(states as SeenJob['state'][], most);
    const ids = seen.flatMap(({ payload }) =>
      typeof payload.delivery === 'number' ? [payload.delivery] : [],
    );
    const deliveries = await deliveriesOfJobs(worker, ids);
    return seen.map((one): JobLine => ({
      ...one,
      delivery: deliveries.get(Number(one.payload.delivery)) ?? null,
    }));
  });
  const sorted = lines.sort(
    (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.since.getTime() - b.since.getTime(),
  );
  if (options.json) sorted.forEach((line) => say(JSON.stringify(line)));
  else if (sorted.length === 0) say('Nothing waits, and nothing was given up.');
  else sorted.flatMap(inWords).forEach(say);
}

async function retry(
  job: string | undefined,
  id: string | undefined,
  options: { all?: boolean },
): Promise<void> {
  if (!options.all && !(job && id))
    throw new UsageError('Name a job and its number as `npx hub jobs` lists them, or --all.');
  const again = await withQueue((_, queue) => (options.all ? retryAll(queue) : retryOne(queue, job!, id!)));
  say(again === 1 ? 'It is done again.' : `${again} are done again.`);
}

async function retryOne(queue: QueueClient, job: string, id: string): Promise<number> {
  if (!isJobName(job))
    throw new UsageError(`There is no job called ${job}; there are: ${JOB_NAMES.join(', ')}.`);
  if (!(await queue.tryAgain(job, id))) throw new UsageError(`No ${job} of the number ${id} was given up.`);
  return 1;
}

async function retryAll(queue: QueueClient): Promise<number> {
  const failed = await queue.look(['failed'], 1_000);
  const done = await Promise.all(failed.map(({ job, id }) => queue.tryAgain(job, id)));
  return done.filter(Boolean).length;
}

/** A line a job, and under it where to look. */
function inWords({ job, id, state, since, tries, failed, at, delivery, payload }: JobLine): string[] {
  const about = Object.entries(payload).map(([name, value]) => `${name} ${value}`);
  const why = failed ? `, ${tries} ${tries === 1 ? 'try' : 'tries'}, the last: ${failed}` : '';
  const when = at ? `${state === 'delayed' ? ', again at ' : ', at '}${at.toISOString()}` : '';
  return [
    `${state.padEnd(7)}  ${[job, id, ...about].join(' ')}  asked ${since.toISOString()}${why}${when}`,
    ...(delivery
      ? [
          `         delivery ${delivery.id} of ${delivery.source} is ${delivery.status}${delivery.noteCode ? ` (${delivery.noteCode}): ${delivery.note}` : ''}`,
        ]
      : []),
  ];
}
