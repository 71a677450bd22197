import { createHmac } from 'node:crypto';
import { askFigures, erasePeople, type FigureQuestion, publishEdition } from '#facts';
import { Database, erasedAmong } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 1500, people: 600, seed: 21 };
const QUESTIONS: FigureQuestion[] = [
  { report: 'themes-by-community', by: ['theme'] },
  { report: 'themes-by-community', by: ['ward', 'agency'] },
  {
    report: 'themes-by-community',
    by: ['quarter'],
    filter: { theme: ['disorder'], agency: ['city', 'health'] },
  },
  { report: 'themes-by-community', by: ['community', 'community'] },
  { report: 'who-has-not-been-heard' },
  { report: 'participation-and-reach', by: ['participation', 'sex'] },
  { report: 'engagement-overview', by: ['engagement', 'quarter'] },
];
/** The submissions of every sixth person: a hundred people. */
const CHOSEN = `SELECT m.submission, m.person FROM linkage.membership m
  JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM linkage.person) p ON p.id = m.person WHERE p.n % 6 = 0`;

let here: TestDatabase;
let worker: Database;
const open: Database[] = [];
const connect = async (database: TestDatabase, role: 'worker' | 'published'): Promise<Database> => {
  const db = await Database.open(database.urlFor(role));
  open.push(db);
  return db;
};
beforeAll(async () => {
  here = await plantedHub();
  worker = await connect(here, 'worker');
});
const hubs: TestDatabase[] = [];
afterAll(async () => {
  for (const db of open) await db.close();
  for (const hub of hubs) await hub.drop();
});

async function plantedHub(): Promise<TestDatabase> {
  const database = await testDatabase();
  hubs.push(database);
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  return database;
}

/** Everything that an edition shows, over a connection that has seen nothing before. */
async function everyFigure(editions: readonly number[]): Promise<string[]> {
  const published = await connect(here, 'published');
  const all: string[] = [];
  for (const edition of editions)
    for (const question of QUESTIONS) {
      const answer = await askFigures(published, { ...question, edition }, { kind: 'public' });
      if (!answer.ok) all.push(`${edition} ${answer.code}`);
      else
        for (const figure of [answer.table.total, ...answer.table.figures])
          all.push(`${edition} ${figure.id} ${figure.hidden ? '[c]' : JSON.stringify([figure.submissions, figure.people, figure.arguments, figure.share, figure.base])}`); // prettier-ignore
    }
  return all;
}

interface Key {
  edition: number;
  kind: string;
  key: string;
}
const keys = async (): Promise<Key[]> =>
  (
    await here.admin.query<Key>(
      `SELECT DISTINCT edition, kind, key::text FROM facts.fact, LATERAL (VALUES ('submission', submission_key), ('person', person_key), ('argument', argument_key)) k(kind, key)
       WHERE key IS NOT NULL`,
    )
  ).rows;
const nameOf = ({ edition, kind, key }: Key): string => `${edition} ${kind} ${key}`;

test('a hundred people are erased: past figures stand, no key leads back or joins editions, and the next edition never had them', async () => {
  expect((await publishEdition(worker)).edition).toBe(1);
  await here.admin.query(
    `UPDATE engagement.submission SET ward = 'E05002080' WHERE id IN (SELECT submission FROM linkage.membership ORDER BY submission LIMIT 90)`,
  );
  expect((await publishEdition(worker)).edition).toBe(2);
  await here.admin.query(
    `INSERT INTO coding.released_quote (submission, agency, text, actor) SELECT x.submission, s.agency, 'words of one of them', 'made-up'
     FROM (${CHOSEN}) x JOIN engagement.submission s ON s.id = x.submission JOIN coding.assignment a ON a.submission = s.id LIMIT 1`,
  );
  expect((await publishEdition(worker)).edition).toBe(3);
  const chosen = (await here.admin.query<{ submission: string; person: string }>(CHOSEN)).rows;
  const people = new Map(chosen.map(({ submission, person }) => [person, submission]));
  expect(people.size).toBe(100);
  // Of the coder's proposals and comparisons: one names another submission too.
  await here.admin.query(
    `WITH named AS (SELECT array_agg(submission) AS theirs, (SELECT id FROM engagement.submission WHERE id NOT IN (SELECT submission FROM (${CHOSEN}) c) LIMIT 1) AS other
       FROM (SELECT submission FROM (${CHOSEN}) x ORDER BY submission LIMIT 3) y),
     proposed AS (INSERT INTO coding.suggestion (agencies, terms, submissions) SELECT '{city}'::text[], '{lamps}'::text[], theirs || other FROM named UNION ALL SELECT '{city}'::text[], '{benches}'::text[], theirs FROM named)
     INSERT INTO coding.run (kind, actor, comparison) SELECT 'train', 'test', jsonb_build_object('compared', 4, 'examples',
       (SELECT jsonb_agg(jsonb_build_object('submission', id)) FROM unnest(theirs || other) id)) FROM named`,
  );
  const [figures, before] = [await everyFigure([1, 2, 3]), await keys()];
  const hashes = await hashesOf();

  const [first, ...others] = [...people.values()];
  for (const some of [[first!], others])
    expect(await erasePeople(worker, some)).toMatchObject({
      status: 'erased',
      editions: [1, 2, 3],
    });

  expect(await everyFigure([1, 2, 3])).toEqual(figures);
  expect(figures.filter((line) => !line.endsWith('[c]')).length).toBeGreaterThan(500);
  expect(await hashesOf()).toEqual(hashes);
  await expectNoKeyLeft(before, chosen);
  await expectNothingHeld(chosen.map((each) => each.submission));
  expect(
    (
      await here.admin.query(
        `SELECT (SELECT json_agg(json_build_array(terms, cardinality(submissions))) FROM coding.suggestion) AS proposed, comparison->'compared' AS compared,
           jsonb_array_length(comparison->'examples') AS examples FROM coding.run`,
      )
    ).rows,
  ).toEqual([{ proposed: [[['lamps'], 1]], compared: 4, examples: 1 }]);

  const [next, never] = [
    await publishEdition(worker),
    await hubWithout(chosen.map((each) => each.submission)),
  ];
  expect(next).toMatchObject({ status: 'published', edition: 4 });
  expect(never).toEqual(next.hash);
});

const hashesOf = async (): Promise<string[]> =>
  (
    await here.admin.query('SELECT hash FROM facts.edition WHERE number BETWEEN 1 AND 3 ORDER BY number')
  ).rows.map((row) => row.hash);

async function expectNoKeyLeft(
  before: readonly Key[],
  chosen: readonly { submission: string; person: string }[],
): Promise<void> {
  const secret = Buffer.from(
    (await here.admin.query(`SELECT value FROM facts.setting WHERE name = 'secret'`)).rows[0].value,
    'hex',
  );
  const keyOf = (text: string): string =>
    (createHmac('sha256', secret).update(text).digest().readBigUInt64BE() & 0x7fffffffffffffffn).toString();
  const theirs = new Set(
    chosen.flatMap(({ submission, person }) => [
      keyOf(`submission/${submission}`),
      keyOf(`person/person/${person}`),
    ]),
  );
  expect(before.filter(({ key }) => theirs.has(key)).length).toBeGreaterThan(500);
  const after = await keys();
  expect(after.filter(({ key }) => theirs.has(key))).toEqual([]);
  const known = new Set(before.map(nameOf));
  const fresh = after.filter((key) => key.edition > 0 && !known.has(nameOf(key)));
  expect(fresh.length).toBeGreaterThan(500);
  // No key of theirs is in two editions, and each keeps its last eight bits.
  expect(new Set(fresh.map(({ key }) => key)).size).toBe(fresh.length);
  const lastBytes = (some: readonly Key[]): string[] =>
    some.filter(({ edition, kind }) => edition > 0 && kind !== 'person').map(({ edition, kind, key }) => `${edition} ${kind} ${BigInt(key) & 255n}`).sort(); // prettier-ignore
  expect(lastBytes(after)).toEqual(lastBytes(before));
}

/** Their ids and words are in no table, but for what the audit trail says was done. */
async function expectNothingHeld(submissions: readonly string[]): Promise<void> {
  const { rows } = await here.admin.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('intake', 'engagement', 'vault', 'linkage', 'coding', 'facts') AND table_type = 'BASE TABLE'`,
  );
  expect(rows.length).toBeGreaterThan(30);
  for (const { name } of rows) {
    const found = await here.admin.query(
      `SELECT count(*)::int AS many FROM ${name} t WHERE to_jsonb(t)::text LIKE ANY (SELECT '%' || unnest($1::text[]) || '%')`,
      [[...[...submissions].sort().slice(0, 6), 'words of one of them']],
    );
    expect([name, found.rows[0].many]).toEqual([name, 0]);
  }
  expect((await erasedAmong(worker, [submissions[0]!, '00000000-0000-8000-8000-000000000000'])).size).toBe(1);
}

/** A hub that is like this one, but never received these. */
async function hubWithout(submissions: readonly string[]): Promise<string | null> {
  const other = await plantedHub();
  const { admin } = other;
  const moved = await here.admin.query(`SELECT id FROM engagement.submission WHERE ward = 'E05002080'`);
  await admin.query(`UPDATE engagement.submission SET ward = 'E05002080' WHERE id = ANY ($1)`, [
    moved.rows.map((row) => row.id),
  ]);
  for (const table of ['coding.assignment', 'coding.coded', 'linkage.membership', 'engagement.mention', 'engagement.demographic'])
    await admin.query(`DELETE FROM ${table} WHERE submission = ANY ($1)`, [submissions]); // prettier-ignore
  await admin.query('DELETE FROM engagement.submission WHERE id = ANY ($1)', [submissions]);
  return (await publishEdition(await connect(other, 'worker'))).hash;
}

test('a quote that was reworded, or whose submission was delivered anew, is taken back from every edition', async () => {
  const hub = await plantedHub();
  const db = await connect(hub, 'worker');
  const quoted = await hub.admin.query<{ id: string; agency: string }>(
    `SELECT DISTINCT ON (m.person) s.id, s.agency FROM engagement.submission s JOIN linkage.membership m ON m.submission = s.id
     WHERE EXISTS (SELECT FROM coding.current_assignment a WHERE a.submission = s.id AND a.decision = 'assign') ORDER BY m.person LIMIT 2`,
  );
  const [gone, stays] = [quoted.rows[0]!, quoted.rows[1]!];
  const release = ({ id, agency }: typeof gone, text: string): Promise<unknown> =>
    hub.admin.query(
      `INSERT INTO coding.released_quote (submission, agency, text, actor) VALUES ($1, $2, $3, 'made-up')
       ON CONFLICT (submission) DO UPDATE SET text = excluded.text`,
      [id, agency, text],
    );
  await release(stays, 'words that stay');
  for (const [edition, text] of [
    [1, 'older than history'],
    [2, 'words at first'],
    [3, 'words reworded'],
  ] as const) {
    // prettier-ignore
    await release(gone, text);
    expect((await publishEdition(db)).edition).toBe(edition);
  }
  // As in a hub that released these before it kept a history; and the submission was replaced.
  await hub.admin.query(
    `DELETE FROM coding.quote_history WHERE digest = sha256(convert_to('older than history', 'UTF8'))`,
  );
  await hub.admin.query('DELETE FROM coding.released_quote WHERE submission = $1', [gone.id]);
  const look = async (sql: string): Promise<unknown[]> => (await hub.admin.query(sql)).rows;
  const editions = 'SELECT number, hash FROM facts.edition WHERE number > 0 ORDER BY 1';
  const hashes = await look(editions);

  expect(await erasePeople(db, [gone.id])).toMatchObject({ editions: [1, 2, 3] });

  expect(
    await look(`SELECT DISTINCT edition, text FROM facts.quote WHERE edition > 0 ORDER BY edition, text`),
  ).toEqual(
    [1, 2, 3].flatMap((edition) => [
      { edition, text: '' },
      { edition, text: 'words that stay' },
    ]),
  );
  expect(await look(editions)).toEqual(hashes);
  expect(await look('SELECT DISTINCT submission FROM coding.quote_history')).toEqual([
    { submission: stays.id },
  ]);
});

test('somebody who is not there can’t be erased, and no published role may erase', async () => {
  expect(await erasePeople(worker, ['00000000-0000-8000-8000-000000000000'])).toMatchObject({
    status: 'unknown',
    editions: [],
  });
  const published = await connect(here, 'published');
  for (const call of [`facts.cut_loose('{1}', '[]')`, `linkage.forget('{}', '{}')`, `intake.forget('{}')`])
    await expect(published.query(`SELECT ${call}`)).rejects.toThrow(/permission denied/);
});
