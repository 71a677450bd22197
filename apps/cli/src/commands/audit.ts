import type { Command } from 'commander';

import { AuditTrail } from '#operations';

import { withHub } from '../open-hub.js';
import { say, UsageError } from '../terminal.js';

export function auditCommands(program: Command): void {
  program
    .command('audit')
    .description('look after the audit trail')
    .command('verify')
    .description(
      'compare every entry with the signed chain outside the database; names the first that does not hold',
    )
    .action(async () => {
      const found = await withHub(({ worker, settings }) => new AuditTrail(settings.dataDir).verify(worker));
      if (!found.ok) throw new UsageError(`The audit trail does not hold: ${found.reason} (${found.what}).`);
      say(
        found.at === null
          ? 'The audit trail has not been signed yet: a running hub does so every minute.'
          : `The audit trail is whole: ${found.entries} entries as they were written, signed ${found.at}, head ${found.head!.slice(0, 12)}.`,
      );
      if (found.after > 0) say(`${found.after} more came after that: they are not vouched for yet.`);
    });
}
