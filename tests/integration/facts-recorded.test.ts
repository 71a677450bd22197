import { monthsBetween, residents, WARDS } from '#domain';
import { askRecorded, publishEdition, type RecordedHere } from '#facts';
import { Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 9_000, people: 6_000, seed: 8 };
const KINDS = { small: { disorder: ['drugs', 'public-order'], noise: ['drugs'], places: [] } };
const [LOUD, QUIET, OTHER] = WARDS.map(({ code }) => code) as [string, string, string];
const MONTHS = monthsBetween('2023-05', '2025-04');
const BREAK = {
  month: '2023-09',
  settled: '2024-05',
  reason: 'Another recording system, made up for the test.',
};

let database: TestDatabase;
let worker: Database;
let published: Database;
let hash: string | null;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  await database.admin.query(
    `UPDATE coding.theme_grade SET findings = $1 WHERE theme IN ('disorder', 'places')`,
    [JSON.stringify(FINDINGS)],
  );
  // Everybody in one ward raises it.
  await database.admin.query(
    `INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability)
     SELECT agency, id, 'disorder', 'assign', 'rule', 'made-up', 'small', 1, 0.9 FROM engagement.submission WHERE ward = $1
     ON CONFLICT DO NOTHING`,
    [LOUD],
  );
  worker = await Database.open(database.urlFor('worker'));
  published = await Database.open(database.urlFor('published'));
  const before = await publishEdition(worker, { kindsOfThemes: KINDS });
  hash = before.hash;
});
afterAll(async () => {
  await worker?.close();
  await published?.close();
  await database?.drop();
});

const bounds = (value: number) => ({ value, low: value - 0.04, high: value + 0.04 });
const FINDINGS = { share: bounds(0.3), coded: 0.3, precision: bounds(0.95), recall: bounds(0.9), codings: 900, positives: 260, auditedYes: 260 }; // prettier-ignore

/** As many for each resident everywhere. */
const share = (ward: string): number => Math.round(residents(ward)! / 700);

/** So many of a kind in every month of a ward. */
const record = (crime: string, counts: Record<string, number>) =>
  database.admin.query(
    `INSERT INTO engagement.recorded_count (agency, source, delivery, month, ward, crime, count)
     SELECT 'force', 'force', (SELECT max(id) FROM intake.delivery WHERE source = 'force'), m, w.key, $1, w.value::int
     FROM unnest($2::text[]) m, jsonb_each_text($3) w`,
    [crime, MONTHS, JSON.stringify(counts)],
  );

/** Five people more, so that there is an edition more. */
const moreCome = (name: string) =>
  database.admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     SELECT gen_random_uuid(), agency, source, engagement, delivery, $1, n, $1 || n, submitted_on, ward
     FROM (SELECT * FROM engagement.submission WHERE agency = 'force' LIMIT 1) s, generate_series(1, 6) n`,
    [name],
  );

const here = async (edition: number, ward: string | null = null): Promise<RecordedHere> =>
  (await askRecorded(published, edition, ward))!;

test('an edition without recorded crime says nothing beside it', async () => {
  expect(await here(1)).toMatchObject({ series: [], year: null, beside: [] });
  expect(await askRecorded(published, 99, null)).toBeNull();
});

describe('once crime is recorded', () => {
  beforeAll(async () => {
    await database.admin.query(`UPDATE intake.source SET mapping = $1 WHERE code = 'force'`, [
      JSON.stringify({ title: 'Made-up crime', breaks: [BREAK] }),
    ]);
    const everywhere = Object.fromEntries(WARDS.map(({ code }) => [code, share(code)]));
    await record('drugs', { ...everywhere, [LOUD]: 60, [QUIET]: 60 });
    await record('burglary', { [OTHER]: 3 });
  });

  test('it alone makes no edition, and no edition’s hash hangs on it', async () => {
    expect(await publishEdition(worker, { kindsOfThemes: KINDS })).toMatchObject({
      status: 'unchanged',
      edition: 1,
      hash,
    });
    expect((await here(1)).series).toEqual([]);
  });

  test('the next edition has it by ward, month and kind, with its break and where it comes from', async () => {
    await moreCome('more');
    expect(await publishEdition(worker, { kindsOfThemes: KINDS })).toMatchObject({
      status: 'published',
      edition: 2,
    });
    const [series] = (await here(2, LOUD)).series;
    expect(series).toMatchObject({
      source: 'force', agency: 'force', title: 'Made-up crime', licence: 'Open Government Licence v3.0', attribution: 'data.police.uk', breaks: [BREAK], missing: [], ward: LOUD,
    }); // prettier-ignore
    expect(series!.months).toHaveLength(24);
    expect(series!.months[0]).toEqual({ month: '2023-05', count: 60, unsettled: null });
    expect(series!.months.find(({ month }) => month === '2024-01')).toEqual({ month: '2024-01', count: 60, unsettled: BREAK.reason }); // prettier-ignore
    expect(series!.kinds[0]).toEqual({
      kind: 'drugs',
      name: 'Drugs',
      month: 60,
      year: 720,
      yearBefore: null,
    });
    const [city] = (await here(2)).series;
    expect(city!.months.at(-1)).toMatchObject({
      month: '2025-04',
      count: WARDS.slice(2).reduce((sum, { code }) => sum + share(code), 120 + 3),
    });
  });

  test('voice stands beside record by theme and ward, from released figures and the last twelve months', async () => {
    const { beside, year } = await here(2);
    expect(year).toEqual({ months: MONTHS.slice(-12), sources: ['force'] });
    expect(new Set(beside.map(({ theme }) => theme))).toEqual(new Set(['disorder']));
    expect(beside).toHaveLength(WARDS.length);
    const of = (ward: string) => beside.find((one) => one.ward === ward)!;
    expect(of(LOUD)).toMatchObject({ stands: 'voiced-and-recorded', voice: { verdict: 'above' }, record: { verdict: 'above', count: 720 }, kinds: ['drugs', 'public-order'] }); // prettier-ignore
    expect(of(QUIET)).toMatchObject({ stands: 'recorded-not-voiced', record: { verdict: 'above' } });
    expect(of(OTHER).record).toMatchObject({ verdict: 'no-clear-difference', count: 12 * share(OTHER) });
    expect(of(LOUD).words).toContain('and police recorded more');
    expect(of(LOUD).voice!.difference!.low).toBeGreaterThan(0);
    expect(of(LOUD).record!.ratio!.low).toBeGreaterThan(1.1);
    expect((await here(2, QUIET)).beside.map(({ ward }) => ward)).toEqual([QUIET]);
  });

  test('where to engage next follows: a theme in a ward where it is recorded and not voiced, with the reason', async () => {
    const { next } = await here(2);
    const themes = next.filter(({ kind }) => kind === 'theme');
    expect(themes.map(({ code, ward }) => [code, ward])).toEqual([['disorder', QUIET]]);
    expect(themes[0]!.words).toMatch(/times the rest of the city for each resident .* raise/);
    for (const one of next) expect(one.words.length).toBeGreaterThan(20);
    const parts = next.filter(({ kind }) => kind !== 'theme');
    for (const one of parts) expect(one.words).toContain('of residents');
  });

  test('an edition says for ever what it said, whatever police publish later', async () => {
    const said = JSON.stringify(await here(2));
    await record('robbery', { [QUIET]: 9 });
    await database.admin.query(
      `UPDATE intake.source SET mapping = '{"title": "Renamed"}' WHERE code = 'force'`,
    );
    await moreCome('still more');
    await publishEdition(worker, { kindsOfThemes: { small: { noise: ['robbery'] } } });
    const again = await Database.open(database.urlFor('published'));
    try {
      expect(JSON.stringify(await askRecorded(again, 2, null))).toBe(said);
      const later = (await askRecorded(again, 3, null))!;
      expect(later.series[0]).toMatchObject({ title: 'Renamed', breaks: [] });
      // Without its break the two years may be compared, and nothing answers to a kind any more.
      expect(later.series[0]!.kinds.every(({ yearBefore }) => yearBefore !== null)).toBe(true);
      expect(later.beside).toEqual([]);
    } finally {
      await again.close();
    }
  });

  test('the roles behind public pages read no count from the table itself', async () => {
    for (const role of ['published', 'workbench'] as const) {
      const db = await Database.open(database.urlFor(role));
      try {
        await expect(db.query('SELECT * FROM engagement.recorded_count')).rejects.toThrow(
          'permission denied',
        );
      } finally {
        await db.close();
      }
    }
  });
});
