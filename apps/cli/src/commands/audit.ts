import type { Command } from 'commander';

import { AuditTrail } from '#operations';
import { alarmWords, readAlarms, readAudit } from '#store';

import { withHub } from '../open-hub.js';
import { say, UsageError } from '../terminal.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_LISTED = 10_000;

export function auditCommands(program: Command): void {
  const audit = program.command('audit').description('look after the audit trail');
  audit
    .command('verify')
    .description(
      'compare every entry with the signed chain outside the database; names the first that does not hold',
    )
    .action(verify);
  audit
    .command('alarms')
    .description('what an administrator should look at: floods of guesses and refusals, identities, comments')
    .option('--days <n>', 'of so many days', '7')
    .action(async ({ days }: { days: string }) => {
      const since = daysAgo(days);
      const alarms = await withHub(({ worker }) => readAlarms(worker, since));
      if (alarms.length === 0) say(`Nothing since ${since.toISOString().slice(0, 16)}.`);
      for (const alarm of alarms) say(`${alarm.from.toISOString()}\t${alarm.what}\t${alarmWords(alarm)}`);
    });
  audit
    .command('list')
    .description('entries, the latest first')
    .option('--days <n>', 'of so many days', '7')
    .option('--actor <account>', 'of one actor alone')
    .option('--action <action>', 'of one kind alone, for example vault-read')
    .option('--most <n>', 'so many at most', '200')
    .option('--json', 'one JSON object a line')
    .action(list);
}

async function verify(): Promise<void> {
  const found = await withHub(({ worker, settings }) => new AuditTrail(settings.dataDir).verify(worker));
  if (!found.ok) throw new UsageError(`The audit trail does not hold: ${found.reason} (${found.what}).`);
  say(
    found.at === null
      ? 'The audit trail has not been signed yet: a running hub does so every minute.'
      : `The audit trail is whole: ${found.entries} entries as they were written, signed ${found.at}, head ${found.head!.slice(0, 12)}.`,
  );
  say(
    `What came after that is not vouched for: ${found.after} entries, and whatever may have been cut from them.`,
  );
}

interface ListOptions {
  days: string;
  actor?: string;
  action?: string;
  most: string;
  json?: boolean;
}

async function list({ days, actor, action, most, json }: ListOptions): Promise<void> {
  const since = daysAgo(days);
  const asked = {
    actor: actor ?? null,
    action: action ?? null,
    most: wholeNumber('--most', most, MOST_LISTED),
  };
  for (const entry of await withHub(({ worker }) => readAudit(worker, since, asked)))
    if (json) say(JSON.stringify(entry));
    else {
      const by = entry.person === null ? entry.actor : `${entry.actor} (${entry.person})`;
      const detail = Object.keys(entry.detail).length > 0 ? JSON.stringify(entry.detail) : '';
      say(
        [entry.id, entry.at.toISOString(), by, entry.agency ?? '-', entry.action, entry.subject, detail].join(
          '\t',
        ),
      );
    }
}

const daysAgo = (days: string): Date => new Date(Date.now() - wholeNumber('--days', days, 3650) * DAY_MS);

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new UsageError(`${name} must be a whole number from 1 to ${most}.`);
  return value;
}
