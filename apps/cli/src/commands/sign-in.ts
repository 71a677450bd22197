import type { Command } from 'commander';

import { ACCOUNT_ROLES } from '#domain';
import { addAccount, createSignInLink, setOsAccount, shutOut } from '#store';

import { withHub } from '../open-hub.js';
import { checkedList, listOf, say, UsageError } from '../terminal.js';

interface SignInOptions {
  role?: string;
  agency?: string;
  minutes: string;
  osAccount?: string;
}

/** A link that signs one person in, once, and the way to shut somebody out. */
export function signInCommands(program: Command): void {
  program
    .command('sign-out <name>')
    .description('end every session of an account at once and take back its unused links')
    .option('--remove', 'end the account too: nobody signs in by it again, and what it did keeps its name')
    .action(async (name: string, options: { remove?: boolean }) => {
      await withHub(({ owner }) => shutOut(owner, name, options.remove ?? false));
      say(
        options.remove
          ? `${name} is signed out and has no account any more.`
          : `${name} is signed out everywhere.`,
      );
    });
  program
    .command('sign-in <name>')
    .description(
      'print a one-time sign-in link; the account is made, or its rights changed, when --role is given',
    )
    .option('--role <list>', ACCOUNT_ROLES.join(','))
    .option('--agency <list>', 'codes of the agencies whose data the account may see; "all" for all')
    .option('--minutes <n>', 'how long the link may wait', '60')
    .option(
      '--os-account <login>',
      'commands under this account of the machine are theirs, for the audit trail',
    )
    .action(async (name: string, options: SignInOptions) => {
      const minutes = Number(options.minutes);
      if (!(minutes > 0 && minutes <= 24 * 60))
        throw new UsageError('--minutes must be between 1 and 1440: a link lasts a day at most.');
      const link = await withHub(async ({ owner, worker, settings }) => {
        if (options.role) {
          const every = await worker.query<{ code: string }>('SELECT code FROM engagement.agency');
          const codes = every.map((agency) => agency.code);
          const asked = options.agency ?? 'all';
          await addAccount(owner, {
            name,
            roles: checkedList('--role', listOf(options.role), ACCOUNT_ROLES),
            agencies: asked === 'all' ? codes : checkedList('--agency', listOf(asked), codes),
          });
        }
        if (options.osAccount) await setOsAccount(owner, name, options.osAccount);
        const token = await createSignInLink(owner, name, minutes);
        return token && `http://${settings.host}:${settings.port}/sign-in?token=${token}`;
      });
      if (!link)
        throw new UsageError(`There is no account called ${name}; make it with --role and --agency.`);
      say(link);
    });
}
