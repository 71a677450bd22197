import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbedded, removeFolder } from '#platform';
import { endClient, openClient } from '#store';

import { dataFolder } from '../support/data-folder.js';
import { askGraphql } from '../support/graphql.js';
import { runHub, startHub } from '../support/hub.js';
import { testLong } from '../support/long.js';

const SIZE = Number(process.env.HUB_TEST_DEMO_SIZE ?? 2_000);
const PEOPLE = 25;

type Rows = Record<string, unknown>[];

/** Questions to the database of a hub that may run or not. */
async function ask<T>(
  dataDir: string,
  task: (query: (sql: string, values?: unknown[]) => Promise<Rows>) => Promise<T>,
): Promise<T> {
  const database = await openEmbedded(dataDir);
  const client = await openClient(database.adminUrl);
  try {
    return await task(async (sql, values) => (await client.query(sql, values)).rows as Rows);
  } finally {
    await endClient(client);
    await database.stop();
  }
}

/** Every submission of those who said most. */
const whoGoes = (dataDir: string): Promise<string[]> =>
  ask(dataDir, async (query) => {
    const rows = await query(
      `SELECT submission::text AS id FROM linkage.membership
       WHERE person IN (SELECT person FROM linkage.membership GROUP BY person ORDER BY count(*) DESC, person LIMIT $1)`,
      [PEOPLE],
    );
    return rows.map(({ id }) => String(id));
  });

/** Where in the database, and in the files of editions, one of these ids still is. The audit trail keeps what it says of a submission. */
async function residue(dataDir: string, ids: readonly string[]): Promise<string[]> {
  const tables = await ask(dataDir, async (query) => {
    const all = await query(
      `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'audit') AND table_type = 'BASE TABLE'`,
    );
    const held: string[] = [];
    for (const { name } of all) {
      const [row] = await query(
        `SELECT count(*)::int AS n FROM ${String(name)} t WHERE EXISTS (SELECT FROM unnest($1::text[]) id WHERE position(id IN to_jsonb(t)::text) > 0)`,
        [ids],
      );
      if (row!.n !== 0) held.push(`${String(name)}: ${String(row!.n)}`);
    }
    return held;
  });
  const files = readdirSync(join(dataDir, 'editions'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const text = readFileSync(path, 'latin1');
      return ids.some((id) => text.includes(id));
    });
  return [...tables, ...files];
}

const CUTS = [[], ['THEME'], ['WARD'], ['QUARTER'], ['AGENCY'], ['COMMUNITY'], ['WARD', 'THEME']];
const FIGURES = `query ($by: [Dimension!]) { figures(report: "themes-by-community", by: $by, first: 500) {
  nodes { keys { dimension code } __typename
    ... on PublishedFigure { submissions { value } people { value low high } arguments { value } share { value low high } base } } } }`;

/** What a city says: its editions and their fingerprints, the receipt, and each figure by what it is of. */
interface CitySays {
  editions: unknown[];
  edition: unknown;
  figures: unknown[];
}

/** What a hub over this folder says, which is started for it. */
async function citySays(dataDir: string): Promise<CitySays> {
  const hub = await startHub({ dataDir });
  try {
    return await saidAt(hub.address);
  } finally {
    await hub.stop();
  }
}

/** What a hub that runs says. */
async function saidAt(address: string): Promise<CitySays> {
  const ask = <T>(query: string, variables = {}): Promise<T> => askGraphql<T>(address, query, variables);
  const { editions } = await ask<{ editions: { nodes: unknown[] } }>(
    '{ editions { nodes { number hash } } }',
  );
  const { edition } = await ask<{ edition: unknown }>(
    '{ edition { receipt { addsUp steps { name count } } } }',
  );
  const figures: unknown[] = [];
  for (const by of CUTS) {
    // Of a small city the finest tables are refused, which is an answer too.
    const answer = await ask<{ figures: { nodes: unknown[] } }>(FIGURES, { by }).catch(
      ({ message }: Error) => message,
    );
    figures.push(...(typeof answer === 'string' ? [`${by.join()}: ${answer}`] : answer.figures.nodes));
  }
  return { editions: editions.nodes, edition, figures };
}

describe('a hub that is lost and put back on a new server', () => {
  const [lost, made, backups] = [dataFolder('lost'), dataFolder('put-back'), dataFolder('backups')];
  afterAll(() => [lost, made, backups].forEach((folder) => removeFolder(folder)));

  const run = async (dataDir: string, ...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runHub({ HUB_DATA_DIR: dataDir, HUB_REFINE: 'off' }, words);
    expect([words, code, stderr]).toEqual([words, 0, expect.anything()]);
    return stdout;
  };

  testLong(
    'says what it said, of nobody who was erased meanwhile, and makes the same next edition',
    async () => {
      const folder = join(backups, 'one');
      const hub = await startHub({ dataDir: lost, demo: SIZE });
      const before = await saidAt(hub.address);
      expect(await run(lost, 'backup', folder)).toMatch(/^\d+ tables and the files of 1 edition: /);
      const goes = await whoGoes(lost);
      const erased = JSON.parse(await run(lost, 'erase', ...goes, '--yes', '--json')) as {
        submissions: number;
      };
      expect(erased.submissions).toBe(goes.length);
      await hub.stop();
      const after = await citySays(lost);
      expect({ ...after, edition: null }).toEqual({ ...before, edition: null });
      expect(await residue(lost, goes)).toEqual([]);

      copyFileSync(join(lost, 'erasures.jsonl'), join(made, 'erasures.jsonl'));
      const restored = await run(made, 'restore', folder, '--yes');
      expect(restored).toContain(
        `${goes.length} submissions of people who were erased since then: erased again.`,
      );
      expect(restored).toMatch(/ {2}account Analyst: .*analyst of /);
      expect(await residue(made, goes)).toEqual([]);
      expect(await run(made, 'audit', 'verify')).toMatch(
        /^The audit trail is whole: .*\nWhat came after that is not vouched for: \d+ entries, and whatever may have been cut from them\.\n$/,
      );
      await run(made, 'edition', 'verify', '1');
      expect(await citySays(made)).toEqual(after);
      const next = await run(made, 'publish');
      expect(next).toMatch(/^Edition 2 is published\. Fingerprint /);
      expect(next).toBe(await run(lost, 'publish'));
      console.log(
        `${goes.length} submissions of ${PEOPLE} people erased; ${after.figures.length} figures, each the same; then ${next.trim()}`,
      );
    },
    3_600_000,
  );
});
