import type { Command } from 'commander';

import { ACCOUNT_ROLES, rightsOf, ROLE_WORDS, WHOLE_HUB, type Right } from '#domain';
import { agencies, everyAccount, rightsHeld, setAccount, shutOut, type AccountLine } from '#store';

import { withHub } from '../open-hub.js';
import { checkedList, listOf, say, UsageError } from '../terminal.js';

interface Rights {
  role: string;
  agency?: string;
}

/** Who may sign in, and what for: the same as the page "People" does for an administrator. */
export function accountCommands(program: Command): void {
  const account = program.command('account').description('accounts, and what each may do for which agency');
  account
    .command('list')
    .option('--json', 'one object on one line')
    .description('every account with its roles by agency')
    .action(async ({ json }: { json?: boolean }) => {
      const all = await withHub(({ owner }) => everyAccount(owner));
      if (json) return say(JSON.stringify(all));
      for (const line of all) say(inWords(line));
      if (all.length === 0) say('There is no account yet: npx hub sign-in NAME --role administrator');
    });
  change(account, 'give', 'give roles for agencies beside those held', (held, asked) => [
    ...held.filter((right) => !asked.some((one) => same(one, right))),
    ...asked,
  ]);
  change(account, 'take', 'take roles for agencies away', (held, asked) =>
    held.filter((right) => !asked.some((one) => same(one, right))),
  );
  account
    .command('end <name>')
    .description('end an account: sessions, links and rights go, what it did keeps its name')
    .action(async (name: string) => {
      await withHub(({ owner }) => shutOut(owner, name, true));
      say(`${name} has no account any more.`);
    });
}

const same = (one: Right, other: Right): boolean => one.role === other.role && one.agency === other.agency;

function change(
  account: Command,
  word: string,
  description: string,
  next: (held: Right[], asked: Right[]) => Right[],
): void {
  account
    .command(`${word} <name>`)
    .description(description)
    .requiredOption('--role <list>', ACCOUNT_ROLES.map((role) => `${role}: ${ROLE_WORDS[role]}`).join('; '))
    .option('--agency <list>', 'codes of agencies; "all" for all; not for an administrator', 'all')
    .action(async (name: string, { role, agency = 'all' }: Rights) => {
      await withHub(async ({ owner, worker }) => {
        const codes = (await agencies(worker)).map(({ code }) => code);
        const asked = rightsOf(
          checkedList('--role', listOf(role), ACCOUNT_ROLES),
          agency === 'all' ? codes : checkedList('--agency', listOf(agency), codes),
        );
        const held = await rightsHeld(owner, name);
        if (word === 'take' && held.length === 0) throw new UsageError(`${name} holds no role.`);
        await setAccount(owner, name, next(held, asked));
      });
      say(`${name} is changed.`);
    });
}

function inWords({ name, rights, signedInAt, endedAt, endedBy }: AccountLine): string {
  if (endedAt) return `${name}\tended by ${endedBy} on ${endedAt.toISOString().slice(0, 10)}`;
  const byRole = [...new Set(rights.map(({ role }) => role))].map((role) => {
    const where = rights.filter((right) => right.role === role).map(({ agency }) => agency);
    return where.includes(WHOLE_HUB) ? role : `${role} of ${where.join(', ')}`;
  });
  const seen = signedInAt ? `signed in ${signedInAt.toISOString().slice(0, 10)}` : 'never signed in';
  return `${name}\t${byRole.join('; ')}\t${seen}`;
}
