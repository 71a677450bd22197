import { askFigures, type Figure, type FigureQuestion, publishEdition, refreshWorkingFacts } from '#facts';
import { WARDS } from '#domain';
import { isNotKnown } from '#statements';
import { Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { SMALL_HUB } from '../support/declared-groups.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 2400, people: 2000, seed: 7 };
const REPORT = 'themes-by-community';
type Listed = 'agency' | 'quarter' | 'theme' | 'participation' | 'community' | 'engagement';

let database: TestDatabase;
let published: Database;
let workbench: Database;
/** Submissions as they lie in the tables of the pipeline, not in the facts. */
let rows: { person: string; values: Record<Listed, string[]> }[];
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  // People move: one submission in twelve came from the ward after the one that the person gave otherwise.
  await database.admin.query(
    `UPDATE engagement.submission SET ward = $1 WHERE ward IS NOT NULL AND get_byte(sha256(convert_to(id::text, 'UTF8')), 0) < 21`,
    [WARDS[1]!.code],
  );
  await database.admin.query(`INSERT INTO access.account (name) VALUES ('all')`);
  await database.admin.query(
    `INSERT INTO access.role_held (account_id, role, agency) SELECT id, 'analyst', unnest('{city,force,health,together}'::text[]) FROM access.account`,
  );
  await database.admin.query(
    `INSERT INTO access.session (token_hash, account_id, expires_at) SELECT 'all', id, now() + interval '1 hour' FROM access.account`,
  );
  const worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  await refreshWorkingFacts(worker);
  await worker.close();
  published = await Database.open(database.urlFor('published'));
  workbench = await Database.open(database.urlFor('workbench'));
  rows = await truth();
});
afterAll(async () => {
  await published?.close();
  await workbench?.close();
  await database?.drop();
});

async function truth(): Promise<typeof rows> {
  const { rows: found } = await database.admin.query(`
    SELECT coalesce(m.person, s.id) AS person, s.agency, s.agency || '/' || s.engagement AS engagement, e.participation,
      to_char(s.submitted_on, 'YYYY"-Q"Q') AS quarter,
      (SELECT coalesce(array_agg(theme), '{}') FROM coding.assignment a WHERE a.submission = s.id) AS themes,
      (SELECT coalesce(array_agg(lower(label)), '{}') FROM engagement.mention n WHERE n.submission = s.id) AS communities
    FROM engagement.submission s JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
    LEFT JOIN linkage.membership m ON m.submission = s.id`);
  const parents: Record<string, string> = {
    noise: 'disorder',
    drinking: 'disorder',
    litter: 'places',
    lighting: 'places',
  };
  return found.map((row) => ({
    person: row.person,
    values: {
      agency: [row.agency],
      engagement: [row.engagement],
      quarter: [row.quarter ?? 'not-known'],
      participation: [row.participation ?? 'not-known'],
      theme: row.themes.length ? row.themes.flatMap((t: string) => [t, parents[t] ?? t]) : ['no-theme'],
      community: row.communities.length ? row.communities : ['no-community'],
    },
  }));
}

const valuesOf = (dimension: Listed): string[] =>
  [...new Set(rows.flatMap(({ values }) => values[dimension]))].sort();

/** People under a filter, each once. */
function union(filter: Partial<Record<Listed, readonly string[]>>): number {
  const under = rows.filter(({ values }) =>
    Object.entries(filter).every(([name, wanted]) =>
      values[name as Listed].some((value) => wanted.includes(value)),
    ),
  );
  return new Set(under.map(({ person }) => person)).size;
}

const total = async (question: Omit<FigureQuestion, 'report'>, working = false): Promise<Figure> => {
  const answer = await askFigures(
    working ? workbench : published,
    { report: REPORT, ...question, working },
    working ? { kind: 'analyst', session: 'all' } : { kind: 'public' },
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.table.total;
};

/** Every pair and triple that is no declared group: those are counted as distinct people. */
function lists(dimension: Listed, values: readonly string[]): string[][] {
  const pairs = values.flatMap((a, i) => values.slice(i + 1).map((b) => [a, b]));
  const triples = pairs.flatMap(([a, b]) => values.slice(values.indexOf(b!) + 1).map((c) => [a!, b!, c]));
  return [...pairs, ...triples].filter(
    (list) => SMALL_HUB.groupOf(dimension, list as string[], false) === null,
  ) as string[][];
}

/**
 * Between the bounds lies the true union; an upper bound that is the whole as it is shown is as far out as the whole is.
 * @param whole as it is shown of all that the list is a part of, under the other filters
 */
function expectHeld(
  list: NonNullable<Figure['list']>,
  filter: Partial<Record<Listed, string[]>>,
  listed: Listed,
  whole: number,
): void {
  const { [listed]: _list, ...others } = filter;
  const true_ = union(filter);
  const out = list.high === whole ? Math.max(0, union(others) - whole) : 0;
  expect([filter, list.low! <= true_, true_ <= list.high! + out]).toEqual([filter, true, true]);
  expect([filter, list.high! <= whole, out <= 5]).toEqual([filter, true, true]);
}

const wholeOf = async (): Promise<number> => {
  const all = await total({});
  return all.hidden ? 0 : all.people.value;
};

describe('a ticked list of values that a person may have several of', () => {
  test.each<Listed>(['agency', 'quarter', 'theme', 'participation', 'community', 'engagement'])(
    'by %s is never a number of people, and its bounds hold the true union',
    async (dimension) => {
      const whole = await wholeOf();
      const told = { between: 0, parts: 0, hidden: 0 };
      // Every two or three of four agencies are a declared group; three of them and one that is in a group are not told apart.
      const listed = lists(dimension, valuesOf(dimension));
      if (dimension === 'agency') expect(listed).toEqual([]);
      for (const values of listed) {
        const figure = await total({ filter: { [dimension]: values } });
        if (!figure.hidden) throw new Error(`${values.join()} is called ${figure.people.value} people`);
        const { list, reason } = figure;
        told[list?.kind === 'between' ? 'between' : list ? 'parts' : 'hidden'] += 1;
        if (!list) continue;
        expect(reason).toBe(list.words);
        if (list.kind !== 'between') continue;
        expectHeld(list, { [dimension]: values }, dimension, whole);
        expect(list.high! / list.low!).toBeLessThanOrEqual(1.5);
      }
      expect(told.hidden).toBe(0);
      if (dimension !== 'agency') expect(told.between + told.parts).toBeGreaterThan(3);
    },
    60_000,
  );

  test('is counted exactly in working figures: the union', async () => {
    for (const dimension of ['agency', 'quarter', 'theme'] as const)
      for (const values of lists('engagement', valuesOf(dimension).slice(0, 5))) {
        const figure = await total({ filter: { [dimension]: values } }, true);
        expect([values, figure.hidden ? null : figure.people.value, figure.list]).toEqual([
          values,
          union({ [dimension]: values }),
          null,
        ]);
      }
  });

  test('cut by something else, where parts are hidden: the bounds hold, and there is nothing called people', async () => {
    let [between, hidden] = [0, 0];
    const everybody = await wholeOf();
    for (const by of ['theme', 'agency', 'community'] as const) {
      const heard = await askFigures(published, { report: REPORT, by: [by] }, { kind: 'public' });
      if (!heard.ok) throw new Error(heard.reason);
      const wholes = new Map(
        heard.table.figures.map((each) => [
          each.keys[0]!.code,
          each.hidden ? everybody : (each.asCounted ?? each.people.value),
        ]),
      );
      for (const quarter of lists('quarter', valuesOf('quarter')).slice(0, 40)) {
        const answer = await askFigures(
          published,
          { report: REPORT, by: [by], filter: { quarter } },
          { kind: 'public' },
        );
        if (!answer.ok) throw new Error(answer.reason);
        for (const figure of answer.table.figures) {
          expect([figure.id, figure.hidden]).toEqual([figure.id, true]);
          if (figure.list === null) hidden += 1;
          if (figure.list?.kind !== 'between') continue;
          between += 1;
          const { code } = figure.keys[0]!;
          expectHeld(figure.list, { quarter, [by]: [code] }, 'quarter', wholes.get(code)!);
        }
      }
    }
    expect(between).toBeGreaterThan(10);
    expect(hidden).toBe(0);
  });

  test('cut by something else: no share, no rate, the receipt says why there is no number', async () => {
    const quarter = ['2024-Q1', '2024-Q3', '2025-Q1', '2025-Q3'];
    const answer = await askFigures(
      published,
      { report: REPORT, by: ['sex'], filter: { quarter } },
      { kind: 'public' },
    );
    if (!answer.ok) throw new Error(answer.reason);
    const lists = [...answer.table.figures, answer.table.total].filter(({ list }) => list !== null);
    expect(lists.length).toBeGreaterThan(2);
    for (const figure of lists) {
      expect(figure).not.toHaveProperty('share');
      expect(figure.receipt.steps.at(-1)).toMatchObject({ count: null, note: figure.list!.words });
      expect(figure.receipt.suppression).not.toMatch(/Fewer than 8/);
    }
    const one = await total({ filter: { quarter: ['2024-Q1'] } });
    expect(one).toMatchObject({ hidden: false, list: null });
  });

  test('beside a list of sexes: still no number of people', async () => {
    const filter = { quarter: ['2024-Q1', '2024-Q3'], sex: ['female', 'male'] };
    expect(await total({ filter })).toMatchObject({
      hidden: true,
      list: { kind: expect.not.stringMatching('sum') },
    });
  });
});

test('a ticked list that is a declared group is counted as distinct people, within what noise and rounding move', async () => {
  for (const agency of [
    ['city', 'force'],
    ['force', 'health', 'together'],
  ]) {
    const figure = await total({ filter: { agency } });
    if (figure.hidden) throw new Error('hidden');
    expect(Math.abs(figure.people.value - union({ agency }))).toBeLessThanOrEqual(5);
    expect(figure.list).toBeNull();
    // Named with a group that holds it, a value is that group.
    const more = await total({ filter: { agency: [...agency, `agencies:${agency.join('+')}`] } });
    expect(more).toMatchObject({ hidden: false, people: { value: figure.people.value } });
  }
  const year = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
  const figure = await total({ filter: { quarter: year } });
  if (figure.hidden) throw new Error('hidden');
  expect(figure.receipt.filters).toMatchObject([{ code: '2024-Q1..2024-Q4', name: '2024' }]);
  expect(Math.abs(figure.people.value - union({ quarter: year }))).toBeLessThanOrEqual(5);
});

/** People by what each of their submissions says, from the tables of the pipeline. */
async function saidOfPeople(characteristic: 'ward' | 'age-band' | 'sex'): Promise<Map<string, Set<string>>> {
  const value = characteristic === 'ward' ? `coalesce(s.ward, 'not-known')` : `coalesce(d.code, 'not-asked')`;
  const { rows: found } = await database.admin.query(
    `
    SELECT ${value} AS value, array_agg(DISTINCT coalesce(m.person, s.id)::text) AS people FROM engagement.submission s
    LEFT JOIN engagement.demographic d ON d.submission = s.id AND d.characteristic = $1
    LEFT JOIN linkage.membership m ON m.submission = s.id GROUP BY 1`,
    [characteristic === 'age-band' ? 'age' : characteristic],
  );
  return new Map(found.map((row) => [row.value as string, new Set(row.people as string[])]));
}

test('all agencies ticked are everybody: the whole itself, no list with bounds', async () => {
  const whole = await total({});
  for (const agency of [
    ['city', 'force', 'health', 'together'],
    ['agencies:city+force', 'health', 'together'],
  ])
    expect(await total({ filter: { agency } })).toEqual(whole);
  const fewer = await total({ filter: { agency: ['city', 'force', 'health'] } });
  expect(fewer).not.toEqual(whole);
});

describe('a list of what nearly everybody has one of', () => {
  test.each(['ward', 'age-band'] as const)(
    'by %s is the sum of known values, says that a few may be in two, and its bounds hold the true union',
    async (dimension) => {
      const said = await saidOfPeople(dimension);
      const known = [...said.keys()]
        .filter((code) => !isNotKnown(code))
        .sort()
        .slice(0, 9);
      const pairs = known.flatMap((a, at) => known.slice(at + 1).map((b) => [a, b]));
      const whole = await wholeOf();
      let [sums, inTwo] = [0, 0];
      for (const values of [...pairs, known]) {
        const figure = await total({ filter: { [dimension]: values } });
        // What is a declared group is counted, and no list.
        if (figure.hidden || figure.list === null) continue;
        const { list, people } = figure;
        if (list.kind !== 'sum') throw new Error(`${values.join()}: ${list.kind}`);
        if (/hidden and not in it/.test(list.words)) continue;
        const truth = new Set(values.flatMap((value) => [...(said.get(value) ?? [])])).size;
        sums += 1;
        const apart = values.reduce((all, value) => all + (said.get(value)?.size ?? 0), 0);
        if (truth < apart) inTwo += 1;
        expect(list.words).toMatch(
          /the sum of the parts; a few may be in two of them, so between [\d,]+ and [\d,]+$/,
        );
        expect([values, people.low <= truth, truth <= people.high]).toEqual([values, true, true]);
        expect(people.value).toBeLessThanOrEqual(whole);
      }
      expect(sums).toBeGreaterThan(0);
      // Some have moved: their sum is more than they are.
      if (dimension === 'ward') expect(inTwo).toBeGreaterThan(0);
    },
    60_000,
  );

  test('with what is not known among it is no sum: who was not asked once may have said it another time', async () => {
    const said = await saidOfPeople('sex');
    for (const values of [
      ['female', 'not-asked'],
      ['female', 'male', 'prefer-not-to-say'],
      ['female', 'male', 'prefer-not-to-say', 'not-asked'],
    ]) {
      const figure = await total({ filter: { sex: values } });
      if (!figure.hidden) throw new Error(`${values.join()} is called ${figure.people.value} people`);
      expect(figure.list!.kind).not.toBe('sum');
      const truth = new Set(values.flatMap((value) => [...(said.get(value) ?? [])])).size;
      if (figure.list!.kind === 'between')
        expect([values, figure.list!.low! <= truth, truth <= figure.list!.high! + 5]).toEqual([
          values,
          true,
          true,
        ]);
    }
  });
});

test('all wards with a rate together have the rate of their people by their residents, of figures cut by ward alone', async () => {
  const answer = async (by: ('ward' | 'theme')[]) => {
    const found = await askFigures(published, { report: REPORT, by }, { kind: 'public' });
    if (!found.ok) throw new Error(found.reason);
    return found.table;
  };
  const { figures, wardsRate } = await answer(['ward']);
  const rated = figures.flatMap((one) => (!one.hidden && one.rate ? [one] : []));
  const people = rated.reduce((all, one) => all + one.people.value, 0);
  const residents = rated.reduce((all, one) => all + one.rate!.residents, 0);
  expect(rated.length).toBeGreaterThan(5);
  expect(wardsRate).toMatchObject({ residents, value: expect.closeTo((1000 * people) / residents, 6) });
  expect((await answer(['theme'])).wardsRate).toBeNull();
});
