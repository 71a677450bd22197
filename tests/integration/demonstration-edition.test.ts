import { join } from 'node:path';
import { askFigures, askVotes, editionSays, type Figure, type FigureQuestion, reports } from '#facts';
import { Database, readVotedOn, readVotes } from '#store';

import { loadDemonstration } from '../../apps/cli/src/demonstration/load.js';
import { Progress } from '../../apps/cli/src/demonstration/progress.js';
import { countVotes } from '../../libs/facts/src/votes/vote-table.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { DeclaredGroups, type Key } from '../support/declared-groups.js';
import { answersAbove } from '../support/answers-above.js';
import { afterOneFile } from '../support/one-file.js';
import { type CellSets, DESCRIBES_PEOPLE, RulesOfPolicyP } from '../support/rules-of-policy-p.js';
import { tickAtRandom } from '../support/ticked-at-random.js';

/** The whole city is 20,000; the suite takes a smaller one so that it stays quick: HUB_TEST_DEMO_SIZE=20000 takes it all. */
const SIZE = Number(process.env.HUB_TEST_DEMO_SIZE ?? 2_500);
/** Filter sets that are drawn at random; `.ci/long` takes two thousand. */
const FILTER_SETS = Number(process.env.HUB_TEST_FILTER_SETS ?? 150);
const CUTS = ['ward', 'agency', 'quarter'] as const;
const QUESTIONS: (readonly (typeof CUTS)[number][])[] = [
  [],
  ...CUTS.map((one) => [one]),
  ['ward', 'agency'],
  ['ward', 'quarter'],
  ['agency', 'quarter'],
];

let database: TestDatabase;
let published: Database;
let rules: RulesOfPolicyP;
let groups: DeclaredGroups;
let loaded: Awaited<ReturnType<typeof loadDemonstration>>;

beforeAll(async () => {
  database = await testDatabase();
  const worker = await Database.open(database.urlFor('worker'));
  const linker = await Database.open(database.urlFor('linker'));
  loaded = await loadDemonstration(
    { worker, linker },
    {
      seed: 2014,
      size: SIZE,
      progress: new Progress(() => undefined, false),
      dataDir: join(process.env.HUB_TEST_STATE!, 'demonstration'),
      refine: false,
    },
  );
  await Promise.all([worker.close(), linker.close()]);
  published = await Database.open(database.urlFor('published'));
  await database.admin.query(ORACLE);
  rules = await RulesOfPolicyP.of(database.admin);
  groups = await declaredGroups();
}, 240_000);
afterAll(async () => {
  await published?.close();
  await database?.drop();
});

/** Submissions with every value they count under, read from the pipeline's tables and not from the facts. */
const ORACLE = `
CREATE TABLE public.oracle AS
WITH theme AS (
  SELECT a.submission, t.code FROM coding.current_assignment a
  JOIN coding.codebook b ON b.code = a.codebook AND b.version = a.codebook_version
  CROSS JOIN LATERAL (SELECT x->>'code' AS code, x->>'parent' AS parent FROM jsonb_array_elements(b.document->'themes') x WHERE x->>'code' = a.theme) own
  CROSS JOIN LATERAL (VALUES (own.code), (own.parent)) t(code)
  WHERE a.decision = 'assign' AND t.code IS NOT NULL
), value AS (
  SELECT submission, 'theme' AS dimension, code FROM theme
  UNION SELECT id, 'theme', 'no-theme' FROM engagement.submission s WHERE NOT EXISTS (SELECT FROM theme t WHERE t.submission = s.id)
  UNION SELECT id, 'ward', coalesce(ward, 'not-known') FROM engagement.submission
  UNION SELECT id, 'agency', agency FROM engagement.submission
  UNION SELECT id, 'engagement', agency || '/' || engagement FROM engagement.submission
  UNION SELECT id, 'quarter', coalesce(to_char(submitted_on, 'YYYY"-Q"Q'), 'not-known') FROM engagement.submission
  UNION SELECT s.id, 'participation', coalesce(e.participation, 'not-known') FROM engagement.submission s
    JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
  UNION SELECT id, 'deprivation', coalesce(deprivation::text, 'not-known') FROM engagement.submission
  UNION SELECT s.id, c.dimension, coalesce(d.code, 'not-asked') FROM engagement.submission s
    CROSS JOIN (VALUES ('age', 'age-band'), ('sex', 'sex'), ('ethnic-group', 'ethnic-group'), ('disability', 'disability')) c(asked, dimension)
    LEFT JOIN engagement.demographic d ON d.submission = s.id AND d.characteristic = c.asked
)
SELECT v.submission, v.dimension, v.code, coalesce('person/' || m.person, 'submission/' || v.submission) AS person, c.argument, a.kind = 'health' AS health
FROM value v JOIN engagement.submission s ON s.id = v.submission AND s.channel IS DISTINCT FROM 'host' JOIN engagement.agency a ON a.code = s.agency LEFT JOIN linkage.membership m ON m.submission = v.submission LEFT JOIN coding.coded c ON c.submission = v.submission;
CREATE INDEX ON public.oracle (dimension, code); CREATE INDEX ON public.oracle (submission); ANALYZE public.oracle`;

/** A key of "characteristic" stands for one of the dimension that it names. */
const plain = ({ keys }: Figure): Key[] =>
  keys.map(({ dimension, code }) =>
    dimension === 'characteristic'
      ? { dimension: code.split(':')[0]!, code: code.split(':').slice(1).join(':') }
      : { dimension, code },
  );

const idOf = (keys: readonly Key[]): string =>
  keys.map(({ dimension, code }) => `${dimension}=${code}`).join(';');

/** Answers are of until 31 May 2025: the last full quarter is the first of that year. */
const LAST_FULL = '2025-Q1';

async function declaredGroups(): Promise<DeclaredGroups> {
  const list = async (sql: string): Promise<string[]> =>
    (await database.admin.query<{ code: string }>(sql)).rows.map(({ code }) => code);
  const quarters = await list(
    `SELECT DISTINCT code FROM public.oracle WHERE dimension = 'quarter' AND code BETWEEN '2000' AND '${LAST_FULL}' ORDER BY 1`,
  );
  const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))]
    .map((year) => [1, 2, 3, 4].map((part) => `${year}-Q${part}`))
    .filter((all) => all.every((quarter) => quarters.includes(quarter)));
  const { rows } = await database.admin.query<{ code: string; own: string[] }>(
    `SELECT t->>'parent' AS code, array_agg(t->>'code') AS own FROM coding.codebook b, jsonb_array_elements(b.document->'themes') t
     WHERE t->>'parent' IS NOT NULL GROUP BY 1`,
  );
  return new DeclaredGroups({
    quarters: quarters.slice(-8),
    years,
    agencies: await list('SELECT code FROM engagement.agency ORDER BY code COLLATE "C"'),
    themes: rows.map(({ code, own }) => [code, own]),
  });
}

/** Who is in each cell of these dimensions, by one SQL statement. */
const counted = new Map<string, Promise<Map<string, CellSets>>>();
function cellsOf(dimensions: readonly string[]): Promise<Map<string, CellSets>> {
  const known = counted.get(dimensions.join()) ?? countCells(dimensions);
  counted.set(dimensions.join(), known);
  return known;
}

async function countCells(dimensions: readonly string[]): Promise<Map<string, CellSets>> {
  const [first, ...others] = dimensions.length > 0 ? dimensions : ['agency'];
  const tables = [
    'public.oracle o0',
    ...others.map((_, n) => `JOIN public.oracle o${n + 1} USING (submission)`),
  ];
  const where = [first, ...others].map((d, n) => `o${n}.dimension = '${d}'`).join(' AND ');
  const codes = dimensions.map((_, n) => `o${n}.code`).join(', ');
  const { rows } = await database.admin.query<CellSets & { codes: string[] }>(
    `SELECT ARRAY[${codes}]::text[] AS codes, array_agg(DISTINCT submission::text) AS submissions, array_agg(DISTINCT o0.person) AS people,
       array_remove(array_agg(DISTINCT o0.argument::text), NULL) AS arguments, bool_or(o0.health) AS health
     FROM ${tables.join(' ')} WHERE ${where} ${codes ? `GROUP BY ${codes}` : ''}`,
  );
  return new Map(
    rows.map((row) => [idOf(row.codes.map((code, n) => ({ dimension: dimensions[n]!, code }))), row]),
  );
}

/** A cell by the rules as they are written down; a row that nobody is in (a ward that no one wrote from) is there too. */
async function expected(keys: readonly Key[]): Promise<string> {
  // An engagement is of one agency: naming the agency beside it says nothing more.
  const engagement = keys.some(({ dimension }) => dimension === 'engagement');
  const told = keys.filter(({ dimension }) => !engagement || dimension !== 'agency');
  const find = async (some: readonly Key[]): Promise<CellSets> => {
    const cells = await cellsOf(some.map((key) => key.dimension));
    return together(valuesOfAll(some).flatMap((values) => cells.get(idOf(values)) ?? []));
  };
  const larger = await Promise.all(groups.largerThan(told).map(find));
  const describes = told.some((key) => DESCRIBES_PEOPLE.includes(key.dimension));
  const by = rules.shown(await find(told), larger, describes);
  return by === '[c]' ? by : by.join('/');
}

/** Every cell that one of groups is made of. */
const valuesOfAll = (keys: readonly Key[]): Key[][] =>
  keys.reduce<Key[][]>(
    (all, key) =>
      all.flatMap((some) =>
        [...groups.valuesOf(key)].map((code) => [...some, { dimension: key.dimension, code }]),
      ),
    [[]],
  );

/** Whoever is in one of these cells, once. */
function together(cells: readonly CellSets[]): CellSets {
  if (cells.length === 1) return cells[0]!;
  const of = (part: 'submissions' | 'people' | 'arguments'): string[] => [
    ...new Set(cells.flatMap((cell) => cell[part])),
  ];
  return {
    submissions: of('submissions'),
    people: of('people'),
    arguments: of('arguments'),
    health: cells.some(({ health }) => health),
  };
}

/** As it was counted: what corrects a theme's figure comes after. */
const shown = (figure: Figure): string =>
  figure.hidden
    ? '[c]'
    : [figure.submissions, figure.asCounted ?? figure.people.value, figure.arguments].join('/');

/** Null where most of the table would be hidden. */
async function ask(question: FigureQuestion): Promise<Figure[] | null> {
  const answer = await askFigures(published, question, { kind: 'public' });
  if (!answer.ok && answer.code !== 'mostly-hidden') throw new Error(`${answer.code}: ${answer.reason}`);
  return answer.ok ? answer.table.figures : null;
}

describe('the edition of the demonstration city', () => {
  it('is the first, of people from every agency', async () => {
    expect(loaded).toMatchObject({ status: 'loaded', edition: 1 });
    const agencies = await ask({ report: 'themes-by-community', by: ['agency'] });
    expect(agencies?.filter((figure) => !figure.hidden)).toHaveLength(4);
  });

  it('grades so many of its themes ready that its pages have something to rank', async () => {
    const { grades } = (await editionSays(published, 1))!;
    const ready = grades.filter(({ grade, recoding }) => grade === 'ready' && !recoding);
    process.stdout.write(
      `demonstration edition of ${SIZE}: ${ready.length} of ${grades.length} themes ready\n`,
    );
    expect(ready.length).toBeGreaterThanOrEqual(SIZE >= 20_000 ? 20 : 12);
  });

  it('shows in every cell of every report what an independent count put through the rules gives', async () => {
    let cells = 0;
    let [hidden, refused, withheld, corrected] = [0, 0, 0, 0];
    const grades = new Map((await editionSays(published, 1))!.grades.map((grade) => [grade.theme, grade]));
    for (const { code } of await reports())
      for (const by of QUESTIONS) {
        const figures = await ask({ report: code, by });
        if (!figures) {
          refused += 1;
          continue;
        }
        for (const figure of figures) {
          const id = idOf(plain(figure));
          const theme = figure.keys.find(({ dimension }) => dimension === 'theme')?.code ?? '';
          const grade = grades.get(theme);
          if (figure.hidden && figure.withheld !== null) {
            // Withheld for its grade: of no theme that is ready but where an agency is not checked enough.
            expect([id, grade?.grade === 'ready' && figure.withheld !== 'agency-not-checked']).toEqual([
              id,
              false,
            ]);
            withheld += 1;
            continue;
          }
          if (
            !figure.hidden &&
            figure.asCounted !== null &&
            figure.keys.every(({ dimension }) => ['theme', 'ward'].includes(dimension))
          ) {
            expect([id, figure.people.value]).toEqual([
              id,
              5 * Math.round((figure.asCounted * grade!.factor!.value) / 5),
            ]);
            corrected += 1;
          }
          expect([code, by.join(), id, shown(figure)]).toEqual([
            code,
            by.join(),
            id,
            await expected(plain(figure)),
          ]);
          expect([id, figure.receipt.addsUp]).toEqual([id, true]);
          cells += 1;
          hidden += figure.hidden ? 1 : 0;
        }
      }
    process.stdout.write(
      `demonstration edition of ${SIZE}: ${cells} cells equal, ${hidden} of them hidden; ${withheld} withheld by grade, ${corrected} corrected; ${refused} tables refused\n`,
    );
    expect(cells).toBeGreaterThan(1_000);
    expect([withheld > 0, corrected > 0]).toEqual([true, true]);
  }, 240_000);

  it('parts the voters of its conversation into the camps that they were made of, and tells what both agree on', async () => {
    const { conversation } = loaded.city!.truth;
    const engagement = `plymouth-city-council/${conversation.engagement}`;
    const worker = await Database.open(database.urlFor('worker'));
    const counted = countVotes(await readVotes(worker, engagement), await readVotedOn(worker, engagement));
    await worker.close();
    const { agree, disagree, pass } = conversation.statements[2]!;
    expect(counted.statements[2]!.tally).toEqual({ agree, disagree, pass });
    const camps = new Map(conversation.voters.map(({ voter, camp }) => [voter, camp]));
    const together = new Map<string, number>();
    counted.voters.forEach((voter, at) => {
      if (counted.groupOf[at] === null) return;
      const cell = `${counted.groupOf[at]} ${camps.get(voter)}`;
      together.set(cell, (together.get(cell) ?? 0) + 1);
    });
    const [first = 0, second = 0, ...others] = [...together.values()].sort((a, b) => b - a);
    const apart = others.reduce((sum, each) => sum + each, 0);
    expect(first + second).toBeGreaterThan(0.9 * (first + second + apart));

    const told = await askVotes(published, { engagement }, { kind: 'public' });
    if (!told.ok) throw new Error(told.reason);
    const { groups, statements, voters } = told.votes;
    expect([groups.length, statements.length]).toEqual([2, conversation.statements.length]);
    expect(Math.abs(voters! - conversation.voters.length)).toBeLessThanOrEqual(5);
    const agreed = statements.filter(({ agreedInAll }) => agreedInAll).map(({ key }) => Number(key));
    expect(agreed.length).toBeGreaterThan(4);
    const planned = agreed.map((key) => Math.min(...loaded.city!.plan.conversation.statements[key]!.agree));
    expect(Math.min(...planned)).toBeGreaterThan(50);
    for (const { host, text } of statements) if (host) expect(text).toMatch(/\.$/);
  });

  it(
    'calls no number people that is above everybody or above its own whole, whatever is ticked',
    async () => {
      const { above, ...told } = await tickAtRandom(published, FILTER_SETS, 2014);
      process.stdout.write(`ticked at random: ${JSON.stringify(told)}, ${above.length} above a whole\n`);
      expect(above).toEqual([]);
      expect([told.figures > FILTER_SETS, told.lists > FILTER_SETS / 10]).toEqual([true, true]);
    },
    60_000 + 200 * FILTER_SETS,
  );

  it('tells no change that consultations made: neither women and girls nor a file of 200 rows is said to have risen', async () => {
    const { before, after, more } = await afterOneFile(database, published, 'speeding');
    // One plan about it was open in one year alone, and what was counted moved with it.
    expect(before.of('safety-of-women-and-girls').words).not.toMatch(/rose|fell/i);
    expect(more).toBeGreaterThan(180);
    expect(after.of('speeding').words).not.toMatch(/rose|fell/i);
    expect([before.headings, after.headings]).toEqual([[], []]);
  });

  it('tells no answer of more people than gave any, than gave it in all, or than were heard, in its first edition and in the one after', async () => {
    const looked = [await answersAbove(published, 1), await answersAbove(published, 2)];
    const counts = looked.map(({ figures, cuts, above }) => ({ figures, cuts, above: above.length }));
    process.stdout.write(`answers of two editions: ${JSON.stringify(counts)}\n`);
    expect(looked.map(({ above }) => above)).toEqual([[], []]);
    for (const { figures, cuts } of looked) expect([figures > 2_000, cuts > 20]).toEqual([true, true]);
  });
});
