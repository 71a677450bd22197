import { Database, countToRecode } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantSession } from '../support/plant-rows.js';
import { plantHub } from '../support/small-hub.js';

/** What a change of the codebook left open of people’s codings is worked out with the change, not by every page that asks. */
const SIZE = { submissions: 400, people: 300 };

let database: TestDatabase;
let workbench: Database;
let session: string;
beforeAll(async () => {
  database = await testDatabase();
  const { admin } = database;
  await plantHub(admin, SIZE);
  await admin.query(
    `INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, codebook, codebook_version)
     SELECT agency, id, 'training', 'first', 'Made up', 'themes', CASE WHEN "row" % 4 = 0 THEN ARRAY['litter'] ELSE ARRAY['noise'] END, 'small', 1 FROM engagement.submission`,
  );
  workbench = await Database.open(database.urlFor('workbench'));
  session = await plantSession(admin, ['analyst'], ['city', 'force', 'health', 'together']);
});
afterAll(async () => {
  await workbench?.close();
  await database?.drop();
});

/** How often the changes of a codebook were gone through to say how all codings stand. */
async function looks(): Promise<number> {
  const client = await database.admin.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL track_functions = 'pl'`);
    await client.query('SELECT count(*) FROM coding.whole_coding');
    await client.query('SELECT count(*) FROM access.waiting');
    const { rows } = await client.query<{ calls: string | null }>(
      `SELECT pg_stat_get_xact_function_calls('coding.open_themes(text[],text,integer)'::regprocedure) AS calls`,
    );
    await client.query('ROLLBACK');
    return Number(rows[0]!.calls ?? 0);
  } finally {
    client.release();
  }
}

const toRecode = (): Promise<number> => workbench.transaction((tx) => countToRecode(tx), session);
const waiting = async (): Promise<unknown[]> =>
  (
    await database.admin.query(
      `SELECT sum(many)::int AS many FROM access.waiting WHERE kind = 'to-re-code' HAVING count(*) > 0`,
    )
  ).rows;

/** The next version of the codebook, and codings by it of as many comments. */
async function change(version: number, themes: Record<string, string[]>, codings: number): Promise<void> {
  const { admin } = database;
  await admin.query(
    `INSERT INTO coding.codebook (code, version, document, note)
     SELECT code, $1, jsonb_set(document, '{version}', to_jsonb($1::int)), '' FROM coding.codebook WHERE code = 'small' AND version = 1`,
    [version],
  );
  const mapping = { codebook: 'small', from: version - 1, to: version, themes };
  await admin.query(
    `INSERT INTO coding.codebook_change (codebook, version, change, mapping, actor) VALUES ('small', $1, '{}', $2, 'Made up')`,
    [version, JSON.stringify(mapping)],
  );
  await admin.query(
    `INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, codebook, codebook_version, supersedes)
     SELECT agency, submission, purpose, place, coder, outcome, themes, codebook, $1, id FROM coding.current_coding ORDER BY id LIMIT $2`,
    [version, codings],
  );
}

test('to say which codings are whole no change of the codebook is gone through', async () => {
  expect(await looks()).toBe(0);
  expect(await toRecode()).toBe(0);
});

test('codings in which a theme was split wait until people have said again', async () => {
  await change(2, { noise: ['noise'], litter: ['bins', 'bottles'] }, 0);
  expect(await toRecode()).toBe(SIZE.submissions / 4);
  expect(await waiting()).toEqual([{ many: SIZE.submissions / 4 }]);
  expect(await looks()).toBe(0);
  await change(3, { noise: ['noise'], bins: ['bins'], bottles: ['bottles'] }, SIZE.submissions);
  expect(await toRecode()).toBe(0);
  expect(await waiting()).toEqual([]);
  expect(await looks()).toBe(0);
});
