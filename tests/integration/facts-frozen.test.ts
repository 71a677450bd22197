import { CENSUS_2021, WARDS } from '#domain';
import {
  agencies,
  askFigures,
  editionSays,
  editions,
  engagements,
  type FigureQuestion,
  publishEdition,
  reports,
  weightedThemes,
} from '#facts';
import { Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 1200, people: 480, seed: 5 };

let database: TestDatabase;
let worker: Database;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker, { now: new Date('2026-05-01T09:30:00Z') });
});
afterAll(async () => {
  await worker?.close();
  await database?.drop();
});

const QUESTIONS: Omit<FigureQuestion, 'edition'>[] = [
  { report: 'themes-by-community' },
  { report: 'themes-by-community', by: ['ward'] },
  { report: 'themes-by-community', by: ['theme', 'agency'] },
  { report: 'themes-by-community', by: ['quarter'], filter: { agency: ['agencies:city+force'] } },
  { report: 'engagement-overview' },
  { report: 'participation-and-reach' },
  { report: 'who-has-not-been-heard' },
];

/** Everything that edition 1 answers, by a connection that remembers nothing. */
async function everything(): Promise<string> {
  const published = await Database.open(database.urlFor('published'));
  try {
    const figures = await Promise.all(
      QUESTIONS.map(async (question) => {
        const answer = await askFigures(published, { ...question, edition: 1 }, { kind: 'public' });
        // Words and receipts are worked out when they are read: here they are.
        return answer.ok
          ? { ...answer.table, figures: answer.table.figures.map((figure) => ({ ...figure })) }
          : answer;
      }),
    );
    const { edition, census, ...says } = (await editionSays(published, 1))!;
    const all = {
      figures,
      says,
      census: census.rows,
      edition,
      listed: (await editions(published)).find(({ number }) => number === 1),
      agencies: await agencies(published, 1),
      engagements: await engagements(published, {}, 1),
      weighted: await weightedThemes(published, 1),
    };
    // That an edition is the latest is of now, and of no edition.
    return JSON.stringify(all, (key, value: unknown) => (key === 'latest' ? undefined : value));
  } finally {
    await published.close();
  }
}

/** Changes what the program itself holds, as a later version of it would. */
async function laterVersion(): Promise<() => void> {
  const [report] = await reports();
  const [ward] = WARDS as unknown as { name: string }[];
  const row = CENSUS_2021.rows[WARDS[0]!.code] as { residents: number };
  const before = {
    title: report!.title,
    definition: report!.definition,
    name: ward!.name,
    residents: row.residents,
  };
  Object.assign(report!, {
    title: 'Another title',
    definition: 'Another definition of what is counted, and how.',
  });
  ward!.name = 'Another ward';
  row.residents = 1;
  return () => {
    Object.assign(report!, { title: before.title, definition: before.definition });
    ward!.name = before.name;
    row.residents = before.residents;
  };
}

test('all that an edition answers is the same to the byte after new agencies, sources, deliveries, reports, wards and census', async () => {
  const before = await everything();
  expect(before.length).toBeGreaterThan(100_000);
  const { admin } = database;
  await admin.query(`INSERT INTO engagement.agency (code, name, kind) VALUES ('new', 'A new agency', 'vcs')`);
  await admin.query(`UPDATE engagement.agency SET name = 'Renamed' WHERE code = 'city'`);
  await admin.query(
    `INSERT INTO intake.source (code, agency, name, connector) VALUES ('new', 'new', 'New', 'spreadsheet')`,
  );
  await admin.query(
    `UPDATE intake.delivery SET received_at = now(), data_to = '2026-06-30' WHERE source = 'city'`,
  );
  await admin.query(`UPDATE intake.source SET name = 'Renamed', stopped_reason = 'x' WHERE code = 'force'`);
  await admin.query(`UPDATE engagement.engagement SET title = 'Another title'`);
  await admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     SELECT gen_random_uuid(), 'city', 'city', 'survey-0', 1, 'more.csv', n, 'more ' || n, '2026-02-15', 'E05002078' FROM generate_series(1, 60) n`,
  );
  const undo = await laterVersion();
  try {
    expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
    expect(await everything()).toBe(before);
  } finally {
    undo();
  }
  // The next edition has it all: nothing was only not looked at.
  const published = await Database.open(database.urlFor('published'));
  const next = (await editionSays(published, 2))!;
  expect(next.wards[0]!.name).toBe('Another ward');
  expect(next.reports.map(({ title }) => title)).toContain('Another title');
  expect(next.freshness!.map(({ source }) => source)).toContain('new');
  await published.close();
});

test('an edition made before parts were kept keeps its figures, and says that it says nothing', async () => {
  const { admin } = database;
  // As an edition of a version before: without parts, under the policy of then.
  await admin.query(
    `ALTER TABLE facts.part DISABLE TRIGGER USER; ALTER TABLE facts.edition DISABLE TRIGGER USER; ALTER TABLE facts.standing DISABLE TRIGGER USER`,
  );
  await admin.query(`DELETE FROM facts.part WHERE edition = 2; DELETE FROM facts.standing WHERE edition = 2`);
  await admin.query(
    `UPDATE facts.edition SET versions = versions || '{"disclosurePolicy": "P 1"}' WHERE number = 2`,
  );
  await admin.query(
    `ALTER TABLE facts.part ENABLE TRIGGER USER; ALTER TABLE facts.edition ENABLE TRIGGER USER; ALTER TABLE facts.standing ENABLE TRIGGER USER`,
  );
  const { completeStandings } = await import('#facts');
  expect(await completeStandings(worker)).toBe(1);
  const published = await Database.open(database.urlFor('published'));
  const says = (await editionSays(published, 2))!;
  expect(says).toMatchObject({ groups: [], statements: [], freshness: null });
  expect(says.silent).toMatch(/^Made before these rules/);
  const answer = await askFigures(
    published,
    { report: 'themes-by-community', by: ['agency'], edition: 2 },
    { kind: 'public' },
  );
  if (!answer.ok) throw new Error(answer.reason);
  expect(answer.table.silent).toMatch(/^Made before these rules/);
  expect(answer.table.figures.filter((figure) => !figure.hidden).length).toBeGreaterThan(2);
  const group = await askFigures(
    published,
    { report: 'themes-by-community', filter: { agency: ['agencies:city+force'] }, edition: 2 },
    { kind: 'public' },
  );
  expect(group).toMatchObject({ ok: false, code: 'unknown-value' });
  // The next edition stays by it: what was hidden stays hidden, what was shown shows the same or is hidden.
  await admin.query(`UPDATE engagement.engagement SET title = 'Yet another title'`);
  expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 3 });
  let [same, hidden] = [0, 0];
  for (const by of ['ward', 'theme', 'agency', 'quarter'] as const)
    for (const other of ['theme', 'agency'] as const) {
      if (by === other) continue;
      const [older, newer] = await Promise.all(
        [2, 3].map(async (edition) => {
          const table = await askFigures(
            published,
            { report: 'themes-by-community', by: [by, other], edition },
            { kind: 'public' },
          );
          return new Map(
            table.ok
              ? table.table.figures.map((figure) => [figure.id, figure.hidden ? null : figure.people.value])
              : [],
          );
        }),
      );
      for (const [id, people] of older!) {
        const now = newer!.get(id);
        if (now === undefined) continue;
        if (now === null) hidden += 1;
        else expect([id, now]).toEqual([id, people]);
        if (now !== null) same += 1;
      }
    }
  expect(same).toBeGreaterThan(50);
  expect(hidden).toBeGreaterThan(5);
  await published.close();
});
