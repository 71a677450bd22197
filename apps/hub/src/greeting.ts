import { demoAgencies } from '#demo';
import { addAccount, agencies, createSignInLink, hubSetting } from '#store';

import type { RunningHub } from './hub.js';

const LINK_LASTS_MINUTES = 60;
const DEMO_AGENCIES: readonly string[] = demoAgencies();

/** What a hub says when it runs: where its doors are, and how to come in. */
export async function greeting({ address, databases }: RunningHub): Promise<string> {
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
  if ((await hubSetting(databases.worker, 'demonstration')) !== 'loaded')
    return [
      ...lines,
      '  To sign in: npx hub sign-in NAME --role analyst --agency all',
      '  To keep accounts in the browser: npx hub sign-in NAME --role administrator',
    ].join('\n');
  // Its people are invented: whoever is at this terminal may see everything that analysts may.
  await addAccount(databases.owner, {
    name: 'Analyst',
    roles: ['analyst', 'editor', 'duty', 'officer'],
    // Agencies that were added since are real ones: the demonstration's analyst never sees them.
    agencies: known.map(({ code }) => code).filter((code) => DEMO_AGENCIES.includes(code)),
  });
  const token = await createSignInLink(databases.owner, 'Analyst', LINK_LASTS_MINUTES);
  const link = `${address}/sign-in?token=${token}`;
  return [
    ...lines,
    `  Sign in as analyst, once, within ${LINK_LASTS_MINUTES} minutes:`,
    `             ${link}`,
    `  Codes of made-up residents, for ${address}/answer: demonstration-codes.csv in the data folder`,
    '  Every person here is made up. A hub of your own starts empty beside it, with a data folder and a port of its own:',
    '             HUB_DATA_DIR=/srv/our-city HUB_DEMO=off PORT=3001 npm start',
  ].join('\n');
}
