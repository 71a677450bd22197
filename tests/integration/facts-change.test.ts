import {
  askFigures,
  editionSays,
  type EditionSays,
  type FigureQuestion,
  publishEdition,
  type Statement,
} from '#facts';
import {
  allSeries,
  askedEngagements,
  Database,
  declareSeries,
  proposeSeries,
  saveThemeGrades,
  settleBreak,
  settleSeries,
  type ThemeGradeRow,
} from '#store';
import { proposeSeriesOf } from '#domain';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { type Occasion, plantTwoYears, STANDING } from '../support/two-years.js';

interface Hub {
  database: TestDatabase;
  worker: Database;
  published: Database;
}
const hubs: Hub[] = [];
async function hubWith(occasions: readonly Occasion[], sign = true): Promise<Hub> {
  const database = await testDatabase();
  await plantTwoYears(database.admin, occasions);
  const worker = await Database.open(database.urlFor('worker'));
  const published = await Database.open(database.urlFor('published'));
  const hub = { database, worker, published };
  hubs.push(hub);
  if (sign) {
    const proposals = proposeSeriesOf(await askedEngagements(worker));
    await proposeSeries(worker, proposals);
    for (const series of proposals) await settleSeries(worker, series, 'signed');
  }
  await publishEdition(worker, { now: new Date('2026-01-10T09:00:00Z') });
  return hub;
}
afterAll(async () => {
  for (const { database, worker, published } of hubs) {
    await worker.close();
    await published.close();
    await database.drop();
  }
});

const says = async ({ published }: Hub, edition: number | null = null): Promise<EditionSays> =>
  (await editionSays(published, edition))!;
const of = ({ statements }: EditionSays, theme: string, scope = 'city'): Statement =>
  statements.find((one) => one.theme === theme && one.scope === scope && one.ward === null)!;

/** A consultation of early 2024 alone, in which nine of ten speak of women's safety. */
const WOMEN: Occasion = {
  agency: 'council',
  key: 'women-and-girls',
  title: 'A plan against violence',
  opens: '2024-01-08',
  closes: '2024-03-29',
  days: ['2024-02-14'],
  people: 900,
  says: { women: 90 },
};

test('a consultation that closed moves nothing: the women-and-girls case', async () => {
  const said = await says(await hubWith([...STANDING, WOMEN]));
  expect(said.periods).toMatchObject({
    before: { code: '2024-Q1..2024-Q4', name: '2024' },
    now: { code: '2025-Q1..2025-Q4', name: '2025' },
  });
  const women = of(said, 'women');
  expect([women.verdict, women.headline]).toEqual(['no-clear-change', false]);
  expect(women.words).toMatch(/^No clear change \(between\s−\d+%\sand\s\+\d+%\)$/);
  // What was counted fell by half: it is not that nothing was there to be misread.
  expect(women.series.sort()).toEqual(['Tell the council', 'Your priorities']);
  expect(women.basis).toMatch(
    /^2 consultations that asked the same in both years, with at most \d+% of the people heard: /,
  );
  expect(said.statements.filter(({ headline }) => headline)).toEqual([]);
  expect(said.statements.filter(({ heading }) => /rising|falling/.test(heading ?? ''))).toEqual([]);
  expect(women.heading).toBe('No clear change on the year before');
});

test('a file of 200 rows about one thing moves no heading', async () => {
  const hub = await hubWith([
    ...STANDING,
    { agency: 'council', key: 'one-file', opens: '2025-10-01', closes: '2025-10-31', days: ['2025-11-14'], people: 200, says: { litter: 100 } }, // prettier-ignore
  ]);
  const litter = of(await says(hub), 'litter');
  expect([litter.verdict, litter.headline]).toEqual(['no-clear-change', false]);
});

test('what rose where the same was asked is found, told with its numbers beside the figures, and stands in a heading', async () => {
  const more = STANDING.map((one): Occasion =>
    one.key === 'survey-2025' ? { ...one, says: { ...one.says, lighting: 50 } } : one,
  );
  const hub = await hubWith([
    ...more.filter(({ key }) => key !== 'feed'),
    { ...STANDING[0]!, days: STANDING[0]!.days.filter((day) => day < '2025'), closes: '2026-03-31' },
    { ...STANDING[0]!, days: STANDING[0]!.days.filter((day) => day > '2025'), says: { lighting: 50, litter: 25, women: 20, noise: 10 } }, // prettier-ignore
  ]);
  const lighting = of(await says(hub), 'lighting');
  expect([lighting.verdict, lighting.headline, lighting.rule]).toEqual([
    'rose',
    true,
    { code: 'change-like-for-like', version: 4 },
  ]);
  expect(lighting.numbers!.difference).toBeGreaterThan(0.14);
  expect(lighting.numbers!.difference).toBeLessThan(0.26);
  expect(lighting.perHundred).toMatch(/of 100 heard in the same consultations/);
  const beside = async (question: Partial<FigureQuestion>): Promise<Statement[]> => {
    const answer = await askFigures(
      hub.published,
      { report: 'themes-by-community', ...question },
      { kind: 'public' },
    );
    if (!answer.ok) throw new Error(answer.reason);
    return answer.table.statements;
  };
  expect((await beside({})).find(({ theme }) => theme === 'lighting')).toEqual(lighting);
  expect(await beside({ filter: { theme: ['lighting'] } })).toEqual([lighting]);
  expect(await beside({ filter: { theme: ['lighting'], quarter: ['2025-Q1..2025-Q4'] } })).toEqual([
    lighting,
  ]);
  expect(await beside({ filter: { agency: ['council'], theme: ['lighting'] } })).toMatchObject([
    { scope: 'council', verdict: 'only-in-one' },
  ]);
  // Nothing was compared under another filter, so nothing is said.
  expect(await beside({ filter: { participation: ['consultation'], theme: ['lighting'] } })).toEqual([]);
  expect(await beside({ filter: { quarter: ['2024-Q1'] } })).toEqual([]);
});

test('nothing is compared that no person signed, and one version of the coder reads both years', async () => {
  const hub = await hubWith(STANDING, false);
  const { worker, database } = hub;
  expect(of(await says(hub), 'women')).toMatchObject({
    verdict: 'cannot-compare',
    reason: 'no consultation that heard enough people asked the same in both years',
  });
  expect((await allSeries(worker)).map(({ key, kind, state }) => [key, kind, state])).toEqual([
    ['feed', 'standing-feed', 'proposed'],
    ['survey-2024', 'repeats', 'proposed'],
  ]);
  await settleSeries(worker, { agency: 'council', key: 'feed' }, 'signed');
  await settleSeries(worker, { agency: 'force', key: 'survey-2024' }, 'signed');
  expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
  expect(of(await says(hub, 2), 'women').verdict).toBe('no-clear-change');
  // What an edition said it goes on saying.
  expect(of(await says(hub, 1), 'women').verdict).toBe('cannot-compare');
  await database.admin.query(
    `INSERT INTO coding.model (version, kind, document, created_at) VALUES ('phrases 2', 'rules', '{}', '2026-01-01')`,
  );
  await database.admin.query(`UPDATE coding.coded c SET model_version = 'phrases 2' FROM engagement.submission s WHERE s.id = c.submission AND s.submitted_on < '2025-01-01'`); // prettier-ignore
  await publishEdition(worker);
  expect(of(await says(hub, 3), 'women')).toMatchObject({
    verdict: 'cannot-compare',
    words: 'Can’t be compared, because another version of the coder read one of the years',
  });
});

test('nothing is compared across a break that a lead declared, the edition keeps it and says so, and earlier ones stay', async () => {
  // Since a new form of July 2024 twice as many speak of women's safety in the feed: no rise, as far as anybody can tell.
  const feed = STANDING[0]!;
  const hub = await hubWith([
    ...STANDING.slice(1),
    { ...feed, days: feed.days.filter((day) => day < '2024-07') },
    { ...feed, days: feed.days.filter((day) => day > '2024-07'), says: { ...feed.says, women: 60 } },
  ]);
  const { worker } = hub;
  const change = async (edition: number) => of(await says(hub, edition), 'women').numbers!.difference;
  const asPublished = await change(1);
  expect(asPublished).toBeGreaterThan(0.08);
  const reason = 'A new form asks about safety at night.';
  const declare = (series: string, agency: string, since: string) =>
    settleBreak(worker, { agency, series, since, reason, state: 'declared' });
  expect(await declare('feed', 'council', '2024-07-01')).toBe(true);
  await publishEdition(worker, { now: new Date('2026-01-10T09:00:00Z') });
  const second = await says(hub, 2);
  const women = of(second, 'women');
  expect([women.verdict, women.series.sort()]).toEqual([
    'no-clear-change',
    ['Tell the council', 'Your priorities'],
  ]);
  expect(Math.abs(await change(2))).toBeLessThan(0.02);
  expect(women.basis).toMatch(
    / Nothing is compared across 1 July 2024, when the recording of Tell the council changed: A new form asks about safety at night\.$/,
  );
  expect(second.series.find(({ key }) => key === 'feed')).toMatchObject({
    breaks: [{ since: '2024-07-01', reason }],
    across: { within: ['2024-07-01'], unbroken: { before: [2, 3], now: [0, 1, 2, 3] } },
  });
  expect(await change(1)).toBe(asPublished);
  // On the turn of the two years nothing of either is left.
  await declare('feed', 'council', '2025-01-01');
  await declare('survey-2024', 'force', '2025-02-01');
  await publishEdition(worker);
  expect(of(await says(hub, 3), 'women')).toMatchObject({
    verdict: 'cannot-compare',
    reason:
      'the way of asking or recording changed, and on one side of that too few people were asked the same in both years',
  });
});

test('an agency’s change is told only of a theme that was checked among its own answers, whatever the city’s grade', async () => {
  const hub = await hubWith(STANDING);
  const of95 = (value: number) => ({ value, low: value - 0.1, high: Math.min(1, value + 0.1) });
  const findings = {
    share: of95(0.2), coded: 0.2, precision: of95(0.9), recall: of95(0.8), codings: 400, positives: 80, auditedYes: 90,
  }; // prettier-ignore
  const publish = async (agencies: ThemeGradeRow['agencies']): Promise<EditionSays> => {
    const row: ThemeGradeRow = {
      theme: 'women', grade: 'ready', model: 'phrases 1', codebook: 'small', codebookVersion: 1, agencies,
      // A grade is kept until five codings of the audit have moved.
      findings: { ...findings, codings: findings.codings + 100 * Object.keys(agencies).length },
      former: null, recoding: 0, wanted: null,
    }; // prettier-ignore
    await hub.worker.transaction((tx) => saveThemeGrades(tx, [row]));
    const { edition } = await publishEdition(hub.worker, { now: new Date('2026-01-10T09:00:00Z') });
    return says(hub, edition);
  };
  const unchecked = await publish({});
  expect(of(unchecked, 'women').verdict).toBe('no-clear-change');
  expect(of(unchecked, 'women', 'council')).toMatchObject({
    verdict: 'cannot-compare',
    reason:
      'people have not checked enough of this agency’s own answers that the computer reads as this theme',
    basis: 'Only themes that were checked among the agency’s own answers are compared.',
  });
  const checked = await publish({ council: findings });
  expect(of(checked, 'women', 'council').verdict).toBe('only-in-one');
  expect(of(checked, 'women', 'force')).toMatchObject({ verdict: 'cannot-compare' });
});

test('what a person decided of a series stays, and a run more opens it again', async () => {
  const { worker } = await hubWith(STANDING, false);
  const proposed = proposeSeriesOf(await askedEngagements(worker));
  await settleSeries(worker, { agency: 'force', key: 'survey-2024' }, 'refused');
  await proposeSeries(worker, proposed);
  const states = async (): Promise<unknown[]> =>
    (await allSeries(worker)).map(({ key, state }) => [key, state]);
  expect(await states()).toEqual([['feed', 'proposed'], ['survey-2024', 'refused']]); // prettier-ignore
  const more = proposed.map((one) =>
    one.kind === 'repeats' ? { ...one, engagements: [...one.engagements, 'survey-2026'] } : one,
  );
  await proposeSeries(worker, more);
  expect(await states()).toEqual([['feed', 'proposed'], ['survey-2024', 'proposed']]); // prettier-ignore
  await declareSeries(worker, {
    ...more[0]!,
    key: 'own',
    name: 'Our own',
    because: 'Declared by the agency.',
  });
  expect(await settleSeries(worker, { agency: 'council', key: 'nothing' }, 'signed')).toBe(false);
  expect(await states()).toContainEqual(['own', 'signed']);
});
