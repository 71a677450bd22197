import { readSettings, runMain } from '#platform';
import { addAccount, agencies, createSignInLink } from '#store';

import { startHub, type RunningHub } from './hub.js';
import { loadCity } from './load-city.js';

const LINK_LASTS_MINUTES = 60;

await runMain('hub', async () => {
  const settings = readSettings();
  const hub = await startHub(settings);
  stopOnSignals(hub);
  if (settings.demo) await loadCity(hub);
  await hub.startBackground();
  process.stdout.write(`${await greeting(hub)}\n`);
});

async function greeting({ address, databases }: RunningHub): Promise<string> {
  const lines = [
    '',
    'The Co-operative Brain runs.',
    `  Dashboard  ${address}/`,
    `  GraphQL    ${address}/graphql`,
    `  Delivery   ${address}/v1/openapi.json`,
  ];
  const known = await agencies(databases.worker);
  if (known.length === 0)
    return [...lines, '  It is empty: docs/taking-on-an-agency.md says how to begin.'].join('\n');
  // The person at this terminal may see everything that analysts may.
  await addAccount(databases.owner, {
    name: 'Analyst',
    roles: ['analyst'],
    agencies: known.map(({ code }) => code),
  });
  const token = await createSignInLink(databases.owner, 'Analyst', LINK_LASTS_MINUTES);
  const link = `${address}/sign-in?token=${token}`;
  return [
    ...lines,
    `  Sign in as analyst, once, within ${LINK_LASTS_MINUTES} minutes:`,
    `             ${link}`,
  ].join('\n');
}

function stopOnSignals(hub: RunningHub): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void hub.stop().finally(() => process.exit(0));
    });
}
