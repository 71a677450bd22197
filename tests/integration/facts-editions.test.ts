import { createHmac } from 'node:crypto';
import {
  askFigures,
  editions,
  freshness,
  type Freshness,
  type FreshnessState,
  publicFreshness,
  publishEdition,
  refreshWorkingFacts,
} from '#facts';
import { asTold } from '../../libs/facts/src/ask/freshness.js';
import { Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes, type SmallHub } from '../support/small-hub.js';

const SIZE: SmallHub = { submissions: 300, people: 120, seed: 3 };

interface Hub {
  database: TestDatabase;
  worker: Database;
  published: Database;
}
const hubs: Hub[] = [];
async function hub(size: SmallHub | null): Promise<Hub> {
  const database = await testDatabase();
  if (size) {
    await plantHub(database.admin, size);
    await plantThemes(database.admin, size);
  }
  const worker = await Database.open(database.urlFor('worker'));
  const published = await Database.open(database.urlFor('published'));
  const made = { database, worker, published };
  hubs.push(made);
  return made;
}
afterAll(async () => {
  for (const { database, worker, published } of hubs) {
    await worker.close();
    await published.close();
    await database.drop();
  }
});

/** So many more submissions, each by a person of its own, in an engagement of the city. */
const more = (
  people: number,
): string => `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
  SELECT gen_random_uuid(), 'city', 'city', 'survey-0', 1, 'more.csv', n, 'more', '2025-01-15', 'E05002078' FROM generate_series(1, ${people}) n`;

describe('publishing', () => {
  let one: Hub;
  beforeAll(async () => void (one = await hub(SIZE)), 60_000);

  test('an empty hub publishes nothing', async () => {
    const empty = await hub(null);
    expect(await publishEdition(empty.worker)).toEqual({
      status: 'empty',
      edition: null,
      hash: null,
      waiting: 0,
    });
    expect(await editions(empty.published)).toEqual([]);
    expect(
      await askFigures(empty.published, { report: 'themes-by-community' }, { kind: 'public' }),
    ).toMatchObject({ ok: false, code: 'no-edition' });
  });

  test('two at once make one edition; again without new data makes none; new data makes the next', async () => {
    const both = await Promise.all([
      publishEdition(one.worker, { note: 'First.', now: new Date('2026-05-01T09:30:00Z') }),
      publishEdition(one.worker, { note: 'First.', now: new Date('2026-05-01T09:30:00Z') }),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['published', 'unchanged']);
    expect(both.map((each) => each.edition)).toEqual([1, 1]);
    expect((await publishEdition(one.worker)).status).toBe('unchanged');
    await one.database.admin.query(more(5));
    expect(await publishEdition(one.worker)).toMatchObject({
      status: 'published',
      edition: 2,
      waiting: 0,
    });
    const [second, first] = await editions(one.published);
    expect(first).toMatchObject({
      number: 1,
      note: 'First.',
      publishedAt: '2026-05-01T09:30:00.000Z',
      latest: false,
    });
    expect(second).toMatchObject({
      number: 2,
      latest: true,
      versions: {
        codebook: 'small 1',
        coder: 'phrases 1',
        linkageModel: 'exact 1',
        disclosurePolicy: 'P 3',
      },
    });
    expect(first!.fingerprint).toBe(`${first!.hash.slice(0, 4)} ${first!.hash.slice(4, 8)}`);
    expect(first!.hash).not.toBe(second!.hash);
  });

  test('a published edition is answered as it was, whatever comes after', async () => {
    const ask = async (edition: number): Promise<unknown> => {
      const answer = await askFigures(
        one.published,
        { report: 'themes-by-community', by: ['agency'], filter: { ward: ['E05002080'] }, edition },
        { kind: 'public' },
      );
      return answer.ok
        ? answer.table.figures.map((figure) => [figure.id, figure.hidden || figure.people])
        : answer;
    };
    const before = await ask(1);
    await one.database.admin.query(`UPDATE engagement.submission SET ward = 'E05002080'`);
    await publishEdition(one.worker);
    expect(await ask(1)).toEqual(before);
    expect(await ask(3)).not.toEqual(before);
  });

  test('a correction of a few people waits until there are five, and is then told as one', async () => {
    const correction = 'Three wards were read from an old postcode list.';
    const last = (await editions(one.published))[0]!.number;
    const move = (people: number): Promise<unknown> =>
      one.database.admin.query(
        `UPDATE engagement.submission SET ward = 'E05002081' WHERE id IN (SELECT submission FROM linkage.membership WHERE person IN
           (SELECT DISTINCT person FROM linkage.membership ORDER BY person LIMIT ${people}))`,
      );
    await move(4);
    expect(await publishEdition(one.worker, { correction })).toMatchObject({
      status: 'waiting',
      edition: last,
    });
    await move(5);
    expect(await publishEdition(one.worker, { correction })).toMatchObject({
      status: 'published',
      edition: last + 1,
    });
    expect((await editions(one.published))[0]).toMatchObject({ correction, latest: true });
  });

  test('no role that the hub runs as, and not its owner, can change a published edition', async () => {
    const changes = [
      `UPDATE facts.fact SET ward = 'x' WHERE edition = 1`,
      `DELETE FROM facts.fact WHERE edition = 1`,
      `UPDATE facts.fact SET edition = 1 WHERE edition = 0`,
      `INSERT INTO facts.fact SELECT (jsonb_populate_record(NULL::facts.fact, to_jsonb(f) || '{"edition": 1}')).* FROM facts.fact f WHERE edition = 0 LIMIT 1`,
      `INSERT INTO facts.agency (edition, code, name, kind) VALUES (1, 'new', 'New', 'vcs')`,
      `DELETE FROM facts.edition WHERE number = 1`,
      `UPDATE facts.edition SET hash = 'x' WHERE number = 1`,
      `UPDATE facts.edition SET number = 9 WHERE number = 0`,
      `TRUNCATE facts.fact`,
    ];
    for (const change of changes) {
      await expect(one.worker.query(change)).rejects.toThrow(/never change|permission denied/);
      await expect(one.database.admin.query(`SET ROLE hub_owner; ${change}; RESET ROLE`)).rejects.toThrow(
        /never change/,
      );
    }
  });

  test('the published role executes doors and selects from no table', async () => {
    for (const table of [
      'fact',
      'edition',
      'agency',
      'engagement',
      'statement',
      'community',
      'codebook',
      'quote',
      'setting',
      'problem',
    ])
      await expect(one.published.query(`SELECT * FROM facts.${table}`)).rejects.toThrow(/permission denied/);
    await expect(one.published.query(`SELECT * FROM facts.count_cells(1, '{}', '{}', NULL)`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(one.published.query(`SELECT * FROM facts.count_edition(0, '{}', '{}')`)).rejects.toThrow(
      /not published/,
    );
    await expect(one.published.query(`SELECT * FROM facts.count_working('{}', '{}')`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(one.published.query(`SELECT facts.working()`)).rejects.toThrow(/permission denied/);
    expect(await one.published.query(`SELECT * FROM facts.editions() WHERE number = 0`)).toEqual([]);
    await expect(
      one.published.query(`SELECT * FROM facts.count_edition(1, '{person_key}', '{}')`),
    ).rejects.toThrow(/no such dimension/);
    await expect(
      one.published.query(`SELECT * FROM facts.count_edition(1, '{}', '{"f.ward) OR (true": ["x"]}')`),
    ).rejects.toThrow(/no such dimension/);
    expect(
      await one.published.query(`SELECT * FROM facts.count_edition(1, '{}', $1)`, [
        JSON.stringify({ ward: [`x') OR true --`] }),
      ]),
    ).toEqual([]);
  });
});

describe('the edition hash', () => {
  test('two hubs with the same input agree, whatever the order of arrival, their secrets and their people’s ids', async () => {
    const [forth, back] = [await hub(SIZE), await hub({ ...SIZE, reversed: true })];
    const first = await publishEdition(forth.worker, { note: 'Here', now: new Date('2026-01-01') });
    const second = await publishEdition(back.worker, { note: 'There', now: new Date('2026-02-02') });
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(second.hash).toBe(first.hash);
    const keys = async ({ database }: Hub): Promise<string[]> =>
      (await database.admin.query('SELECT DISTINCT person_key::text AS key FROM facts.fact')).rows.map(
        (row) => row.key,
      );
    const here = new Set(await keys(forth));
    expect((await keys(back)).filter((key) => here.has(key))).toEqual([]);
  });

  // What keys alone say must move the hash, or two different sets of figures would bear the same one.
  test('moves with each thing that a figure hangs on, and with nothing else', async () => {
    const { worker, database } = await hub(SIZE);
    await publishEdition(worker);
    const last = (column: string, table: string, where = 'true'): string =>
      `(SELECT max(${column}::text)::uuid FROM ${table} WHERE ${where})`;
    const moving = {
      'whose submission it is': `UPDATE linkage.membership SET person = ${last('id', 'linkage.person')}
        WHERE submission = ${last('submission', 'linkage.membership', `person <> ${last('id', 'linkage.person')}`)}`,
      'who says the same': `UPDATE coding.coded SET argument = (SELECT min(argument::text)::uuid FROM coding.coded)
        WHERE submission = ${last('submission', 'coding.coded', 'argument = submission')}`,
      'a theme': `UPDATE coding.assignment SET theme = 'other' WHERE id = (SELECT min(id) FROM coding.assignment WHERE theme = 'noise'
        AND submission NOT IN (SELECT submission FROM coding.assignment WHERE theme = 'other'))`,
      'a title': `UPDATE engagement.engagement SET title = 'Another' WHERE agency = 'city' AND key = 'survey-1'`,
      'the range of people': 'UPDATE linkage.run SET people_high = people_high + 50',
      'a version': `INSERT INTO linkage.model VALUES ('exact', 2, '{}'); UPDATE linkage.run SET model_version = 2`,
    };
    const still = {
      'a delivery that brought nothing new': `INSERT INTO intake.delivery (agency, source, content_hash, way, status, "rows", repeated)
        VALUES ('city', 'city', 'again', 'push', 'repeated', 75, 75)`,
      'when it arrived': `UPDATE engagement.submission SET received_at = now(); UPDATE linkage.run SET finished_at = now()`,
    };
    for (const [what, change] of Object.entries(moving)) {
      await database.admin.query(change);
      expect([what, (await publishEdition(worker)).status]).toEqual([what, 'published']);
    }
    for (const [what, change] of Object.entries(still)) {
      await database.admin.query(change);
      expect([what, (await publishEdition(worker)).status]).toEqual([what, 'unchanged']);
    }
  });
});

describe('keys', () => {
  test('are HMAC-SHA-256 of stable ids with the hub’s own secret, kept from edition to edition', async () => {
    const { worker, database } = await hub({ submissions: 40, people: 15 });
    await refreshWorkingFacts(worker);
    const secret = (await database.admin.query(`SELECT value FROM facts.setting WHERE name = 'secret'`))
      .rows[0].value;
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const hmac = (text: string): Buffer =>
      createHmac('sha256', Buffer.from(secret, 'hex')).update(text).digest();
    const key = (text: string): string => (hmac(text).readBigUInt64BE() & 0x7fffffffffffffffn).toString();
    const { rows } = await database.admin.query('SELECT submission, person FROM linkage.membership');
    const expected = rows.map((row) =>
      [
        key(`submission/${row.submission}`),
        key(`person/person/${row.person}`),
        hmac(`noise/person/${row.person}`)[0],
      ].join(' '),
    );
    const found = async (): Promise<string[]> =>
      (
        await database.admin.query(
          `SELECT DISTINCT submission_key || ' ' || person_key || ' ' || noise_key AS keys FROM facts.fact`,
        )
      ).rows.map((row) => row.keys);
    const first = await found();
    expect(expected.filter((keys) => !first.includes(keys))).toEqual([]);
    await refreshWorkingFacts(worker);
    expect((await found()).sort()).toEqual(first.sort());
  });
});

describe('working figures', () => {
  let one: Hub;
  let workbench: Database;
  beforeAll(async () => {
    one = await hub(SIZE);
    await publishEdition(one.worker);
    const admin = one.database.admin;
    for (const [name, role, agencies] of [
      ['ann', 'analyst', '{city}'],
      ['pat', 'partner', '{city}'],
      ['all', 'analyst', '{city,force,health,together}'],
    ]) {
      await admin.query(
        `WITH made AS (INSERT INTO access.account (name) VALUES ($1) RETURNING id)
         INSERT INTO access.role_held (account_id, role, agency) SELECT id, $2, unnest($3::text[]) FROM made`,
        [name, role, agencies],
      );
      await admin.query(
        `INSERT INTO access.session (token_hash, account_id, expires_at) SELECT $1, id, now() + interval '1 hour' FROM access.account WHERE name = $1`,
        [name],
      );
    }
    workbench = await Database.open(one.database.urlFor('workbench'));
  });
  afterAll(() => workbench?.close());

  const ask = (session: string, by: 'agency' | 'ward' = 'agency') =>
    askFigures(
      workbench,
      { report: 'engagement-overview', by: [by], working: true },
      { kind: 'analyst', session },
    );

  test('are exact, of the analyst’s own agencies, newer than the edition, and say so', async () => {
    await one.database.admin.query(more(1));
    await refreshWorkingFacts(one.worker);
    const truth = (
      await one.database.admin.query(
        `SELECT count(*)::int AS submissions, count(DISTINCT coalesce(m.person, s.id))::int AS people FROM engagement.submission s LEFT JOIN linkage.membership m ON m.submission = s.id WHERE s.agency = 'city'`,
      )
    ).rows[0];
    const answer = await ask('ann');
    if (!answer.ok) throw new Error(answer.reason);
    const { figures, total, note, edition, working } = answer.table;
    expect([edition, working]).toEqual([null, true]);
    expect(note).toMatch(/not published/);
    expect(figures.map((figure) => figure.keys[0]?.code)).toEqual(['city']);
    expect(total).toMatchObject({
      hidden: false,
      submissions: truth.submissions,
      people: { value: truth.people },
    });
    expect(total.receipt).toMatchObject({ addsUp: false });
    expect(total.receipt.steps.find((step) => step.name === 'Submissions')?.count).toBe(truth.submissions);
  });

  test('are for analysts only, and a session’s agencies are all that it sees', async () => {
    expect(await ask('pat')).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await ask('nobody')).toMatchObject({ ok: false, code: 'not-allowed' });
    const all = await ask('all');
    expect(all.ok && all.table.figures.map((figure) => figure.keys[0]?.code).sort()).toEqual([
      'city',
      'force',
      'health',
      'together',
    ]);
    const foreign = await askFigures(
      workbench,
      { report: 'engagement-overview', filter: { agency: ['force'] }, working: true },
      { kind: 'analyst', session: 'ann' },
    );
    expect(foreign).toMatchObject({ ok: false, code: 'unknown-value' });
    await expect(workbench.query('SELECT * FROM facts.fact')).rejects.toThrow(/permission denied/);
  });
});

describe('freshness', () => {
  test('says in words whether a source is on time, late, stopped or silent', async () => {
    const { database, worker } = await hub({ submissions: 8, people: 4 });
    const admin = database.admin;
    await admin.query(
      `INSERT INTO intake.agreement (agency, id, purposes, lawful_basis, fields, "from", until) SELECT code, 'a', '{}', 'public task', '{}', '2020-01-01', CASE code WHEN 'together' THEN '2025-05-10'::date END FROM engagement.agency`,
    );
    await admin.query(`UPDATE intake.source SET agreement = 'a'`);
    await admin.query(`UPDATE intake.delivery SET received_at = '2026-03-01T10:00:00Z'`);
    await admin.query(
      `UPDATE intake.delivery SET received_at = '2026-04-20T10:00:00Z' WHERE source = 'city'`,
    );
    await admin.query(
      `DELETE FROM intake.row_outcome WHERE delivery IN (SELECT id FROM intake.delivery WHERE source = 'health')`,
    );
    await admin.query(`DELETE FROM intake.delivery WHERE source = 'health'`);
    const found = await freshness(worker, new Date('2026-04-30T12:00:00Z'));
    expect(found.map(({ source, state, daysLate, words }) => [source, state, daysLate, words])).toEqual([
      ['city', 'on-time', null, 'On time, newest answer 4 weeks old'],
      ['force', 'late', 25, '25 days late, newest answer 4 weeks old'],
      ['health', 'never', null, 'Nothing received yet'],
      ['together', 'stopped', null, 'Stopped: the sharing agreement ended on 10 May 2025'],
    ]);
  });

  test('is told to everybody by weeks of five people, as of an edition', async () => {
    const { database, worker, published } = await hub({ submissions: 60, people: 60 });
    const { admin } = database;
    expect(await publicFreshness(published)).toMatchObject([
      { source: 'city', lastReceived: null, dataTo: null, state: 'stopped', asOf: null },
      ...Array.from({ length: 3 }, () => ({ lastReceived: null, dataTo: null })),
    ]);
    await admin.query(`UPDATE intake.delivery SET received_at = '2026-04-16T10:17:00Z'`);
    await admin.query(`UPDATE engagement.submission SET submitted_on = '2026-04-08'`);
    // Four of the city speak a week later, in a delivery of their own; so do five of the police.
    await admin.query(
      `INSERT INTO intake.delivery (agency, source, content_hash, way, status, "rows", accepted, data_to, received_at)
       SELECT a, a, 'later', 'push', 'accepted', 5, 5, '2026-04-23', '2026-04-24T14:02:00Z' FROM unnest('{city,force}'::text[]) a`,
    );
    await admin.query(
      `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on)
       SELECT gen_random_uuid(), d.agency, d.agency, 'survey-1', d.id, 'later.csv', n, 'later', '2026-04-23'
       FROM intake.delivery d, generate_series(1, CASE d.agency WHEN 'city' THEN 4 ELSE 5 END) n WHERE d.content_hash = 'later'`,
    );
    await refreshWorkingFacts(worker);
    expect(await publishEdition(worker)).toMatchObject({ status: 'published' });
    const told = await publicFreshness(published);
    expect(
      told.map(({ source, lastReceived, dataTo, byWeek }) => [source, lastReceived, dataTo, byWeek]),
    ).toEqual([
      ['city', '2026-04-13T00:00:00.000Z', '2026-04-06', true],
      ['force', '2026-04-20T00:00:00.000Z', '2026-04-20', true],
      ['health', '2026-04-13T00:00:00.000Z', '2026-04-06', true],
      ['together', '2026-04-13T00:00:00.000Z', '2026-04-06', true],
    ]);
    expect(told.every(({ asOf }) => asOf !== null)).toBe(true);
    // Nothing else may be read by whoever answers the public.
    await expect(published.query('SELECT * FROM facts.freshness_of_sources()')).rejects.toThrow(
      /permission denied/,
    );
  });

  test('an edition that kept it to the minute tells the week', () => {
    const kept = { source: 'a', name: 'A', agency: { code: 'city', name: 'City', kind: 'council' as const },
      lastReceived: '2026-04-26T14:02:11.000Z', dataTo: '2026-04-23', asOf: '2026-04-28T00:00:00Z' }; // prettier-ignore
    const told = (state: FreshnessState, words: string) =>
      asTold({ ...kept, state, words, daysLate: state === 'late' ? 25 : null } as Freshness);
    expect(told('late', '25 days late, newest answer 4 weeks old')).toMatchObject({
      lastReceived: '2026-04-20T00:00:00.000Z',
      dataTo: '2026-04-20',
      daysLate: null,
      words: 'Late',
      byWeek: true,
    });
    expect(told('closed', 'Closed on 30 September 2025, newest answer 2 years old').words).toBe(
      'Closed on 30 September 2025',
    );
  });
});
