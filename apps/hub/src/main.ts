import { readSettings, runMain } from '#platform';
import { addAccount, createSignInLink } from '#store';

import { startHub, type RunningHub } from './hub.js';
import { loadCity } from './load-city.js';

const LINK_LASTS_MINUTES = 60;

await runMain('hub', async () => {
  const settings = readSettings();
  const hub = await startHub(settings);
  stopOnSignals(hub);
  if (settings.demo) await loadCity(hub);
  await hub.startBackground();
  const link = await analystLink(hub);
  process.stdout.write(
    `\nThe Co-operative Brain runs.\n  Dashboard  ${hub.address}/\n  GraphQL    ${hub.address}/graphql\n  Delivery   ${hub.address}/v1/openapi.json\n` +
      `  Sign in as analyst, once, within ${LINK_LASTS_MINUTES} minutes:\n             ${link}\n`,
  );
});

/** The person at this terminal may see everything that analysts may. */
async function analystLink(hub: RunningHub): Promise<string> {
  const { owner, worker } = hub.databases;
  const agencies = await worker.query<{ code: string }>('SELECT code FROM engagement.agency ORDER BY code');
  await addAccount(owner, { name: 'Analyst', roles: ['analyst'], agencies: agencies.map(({ code }) => code) });
  const token = await createSignInLink(owner, 'Analyst', LINK_LASTS_MINUTES);
  return `${hub.address}/sign-in?token=${token}`;
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
