import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Command } from 'commander';

import { DELIVERY_LIMIT, type DeliveryReceipt, type Outcome, type Rejection } from '#domain';
import {
  deliverAgain,
  deliverAndWait,
  pullSource,
  resolveHeld,
  standardise,
  type Decision,
  type Refusal,
} from '#pipeline';
import { createSafeFetch } from '#connectors';
import { sourceByCode, suggestedMapping, type ReceivedFile } from '#store';

import { withHub } from '../open-hub.js';
import { checkedList, readJson, say, UsageError } from '../terminal.js';

/** Exit codes that scripts go by: 0 accepted or repeated, 2 held or refused, 1 a fault. */
const NEEDS_A_PERSON = 2;

/** Commands that bring data in. */
export function deliverCommands(program: Command): void {
  program
    .command('deliver <source> <files...>')
    .description('deliver files and wait for the receipt')
    .option('--mapping <file>', 'JSON mapping for this delivery alone')
    .option('--json', 'print the receipt as one JSON object')
    .action(async (source: string, paths: string[], options: { mapping?: string; json?: boolean }) => {
      const files = await readFilesAt(paths);
      const mapping = options.mapping ? await readJson(options.mapping) : null;
      print(
        source,
        await withHub(({ worker }) => deliverAndWait(worker, { source, files, mapping })),
        options.json,
      );
    });
  program
    .command('replay <delivery> [file]')
    .description('read a delivery again with its source’s mapping of today, or deliver its mended rows')
    .option('--json', 'print the receipt as one JSON object')
    .action(async (delivery: string, path: string | undefined, options: { json?: boolean }) => {
      const [mended = null] = await readFilesAt(path ? [path] : []);
      print('', await withHub(({ worker }) => deliverAgain(worker, idOf(delivery), mended)), options.json);
    });
  heldCommands(program);
  pullCommand(program);
}

/** What a person does about a delivery that waits for one. */
function heldCommands(program: Command): void {
  program
    .command('resolve <delivery> <decision>')
    .description('answer for a held delivery: replace | add | cancel | map')
    .option('--mapping <file>', 'with map: the mapping to read it by')
    .option('--json', 'print the receipt as one JSON object')
    .action(async (delivery: string, decision: string, options: { mapping?: string; json?: boolean }) => {
      checkedList('The decision', [decision], ['replace', 'add', 'cancel', 'map'] as const);
      const mapping = options.mapping ? await readJson(options.mapping) : null;
      const resolved = await withHub(({ worker }) =>
        resolveHeld(worker, idOf(delivery), decision as Decision, mapping),
      );
      if (!resolved.ok) throw new UsageError(resolved.error.reason);
      print(resolved.value.source, resolved, options.json);
    });
  program
    .command('suggest <delivery>')
    .description('print the mapping that the hub suggests for a held delivery')
    .action(async (delivery: string) => {
      const mapping = await withHub(({ worker }) => suggestedMapping(worker, idOf(delivery)));
      if (!mapping) throw new UsageError(`There is no suggestion for delivery ${delivery}.`);
      say(JSON.stringify(mapping, null, 2));
    });
}

function pullCommand(program: Command): void {
  program
    .command('pull <source>')
    .description('pull a source now')
    .action(async (source: string) => {
      const { deliveries } = await withHub(async ({ worker, settings }) => {
        const stopped = (await sourceByCode(worker, source))?.stoppedReason;
        if (stopped)
          throw new UsageError(
            `${source} is stopped: ${stopped} Start it with: npx hub source start ${source}`,
          );
        const pulled = await pullSource(
          worker,
          source,
          createSafeFetch({ allowPrivate: settings.allowPrivatePull }),
        );
        for (const delivery of pulled.deliveries) await standardise(worker, delivery);
        return pulled;
      });
      say(
        deliveries.length === 0
          ? 'Nothing new.'
          : `Pulled: ${deliveries.length} pages, deliveries ${deliveries.join(', ')}.`,
      );
    });
}

const idOf = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError('A delivery is named by its number.');
  return Number(text);
};

/** @throws UsageError where one can't be read, or all are more than a delivery takes: before any is read */
async function readFilesAt(paths: readonly string[]): Promise<ReceivedFile[]> {
  const read = <T>(path: string, reading: Promise<T>): Promise<T> =>
    reading.catch(() => {
      throw new UsageError(`${path} can not be read.`);
    });
  const sizes = await Promise.all(paths.map(async (path) => (await read(path, stat(path))).size));
  const size = sizes.reduce((sum, each) => sum + each, 0);
  if (size > DELIVERY_LIMIT)
    throw new UsageError(
      `${paths.join(', ')}: ${inMb(size)} MB, and a delivery takes ${inMb(DELIVERY_LIMIT)} MB. Send it in several parts: rows that we hold are never counted twice.`,
    );
  return Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      mediaType: null,
      bytes: await read(path, readFile(path)),
    })),
  );
}

const inMb = (bytes: number): string => Math.ceil(bytes / 1024 / 1024).toLocaleString('en-GB');

function print(source: string, outcome: Outcome<DeliveryReceipt, Refusal>, json: boolean | undefined): void {
  const receipt = outcome.ok ? outcome.value : refused(source, outcome.error);
  if (receipt.status === 'held' || receipt.status === 'refused') process.exitCode = NEEDS_A_PERSON;
  if (json) say(JSON.stringify(receipt));
  else inWords(receipt);
}

const refused = (source: string, { code, reason }: Refusal): DeliveryReceipt => ({
  delivery: null,
  source,
  status: 'refused',
  rows: 0,
  accepted: 0,
  repeated: 0,
  rejected: 0,
  leftOut: 0,
  usedWithout: [],
  usedWithoutInAll: 0,
  leftOutRows: [],
  files: [],
  rejections: [{ file: '', row: null, column: null, code, reason }],
  rejectionsInAll: 1,
  note: reason,
});

function inWords(receipt: DeliveryReceipt): void {
  say(`Delivery ${receipt.delivery ?? '-'} to ${receipt.source}: ${receipt.status}`);
  if (receipt.note) say(receipt.note);
  say(
    `${receipt.rows} rows = ${receipt.accepted} accepted + ${receipt.repeated} repeated + ${receipt.rejected} rejected + ${receipt.leftOut} left out`,
  );
  list(receipt.rejections, receipt.rejectionsInAll);
  if (receipt.usedWithout.length > 0) say('Used without:');
  list(receipt.usedWithout, receipt.usedWithoutInAll);
  for (const [why, rows] of leftOutBy(receipt.leftOutRows))
    say(
      `Left out (${why}): ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ` and ${rows.length - 20} more` : ''}`,
    );
  const beyond = receipt.leftOut - receipt.leftOutRows.length;
  if (beyond > 0) say(`Left out: ${beyond} rows more`);
}

function list(places: readonly Rejection[], inAll: number): void {
  for (const r of places.slice(0, 20))
    say(
      `  ${[r.file, r.row === null ? null : `row ${r.row}`, r.column].filter((part) => part).join(', ')}: ${r.reason} (${r.code})`,
    );
  if (inAll > 20) say(`  and ${inAll - 20} more; --json shows the first thousand`);
}

function leftOutBy(rows: DeliveryReceipt['leftOutRows']): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { why, row } of rows) reasons.set(why, [...(reasons.get(why) ?? []), `row ${row}`]);
  return reasons;
}
