import {
  askFigures,
  type Figure,
  figureById,
  type FigureQuestion,
  type FigureTable,
  publishEdition,
  reports,
} from '#facts';
import { WARDS } from '#domain';
import { Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import {
  type CellSets,
  DESCRIBES_PEOPLE,
  RulesOfPolicyP,
  toldBy,
  type ToldWithin,
  type Shown,
  sumOfShown,
} from '../support/rules-of-policy-p.js';
import { type Key, SMALL_HUB } from '../support/declared-groups.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 2400, people: 960, seed: 7 };
const PUBLIC = { kind: 'public' } as const;

let database: TestDatabase;
let published: Database;
let rows: Oracle[];
let rules: RulesOfPolicyP;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  await database.admin.query(`UPDATE engagement.submission SET withdrawn_at = now() WHERE "row" % 240 = 5`);
  const worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  await worker.close();
  published = await Database.open(database.urlFor('published'));
  rows = await oracle();
  rules = await RulesOfPolicyP.of(database.admin);
});
afterAll(async () => {
  await published?.close();
  await database?.drop();
});

/** A submission as it lies in the tables of the pipeline, not in the facts. */
interface Oracle {
  submission: string;
  person: string;
  argument: string | null;
  health: boolean;
  values: Record<string, string[]>;
}

async function oracle(): Promise<Oracle[]> {
  const { rows: found } = await database.admin.query(`
    SELECT s.id, s.agency, s.agency || '/' || s.engagement AS engagement, e.participation, to_char(s.submitted_on, 'YYYY"-Q"Q') AS quarter, s.ward,
      s.deprivation::text, m.person, c.argument, (SELECT coalesce(array_agg(code), '{}') FROM engagement.mention n JOIN linkage.community l ON upper(l.code) = n.label WHERE n.submission = s.id) AS communities,
      (SELECT coalesce(jsonb_object_agg(characteristic, code), '{}') FROM engagement.demographic d WHERE d.submission = s.id) AS answers,
      (SELECT coalesce(array_agg(theme), '{}') FROM coding.assignment a WHERE a.submission = s.id) AS themes
    FROM engagement.submission s JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
    LEFT JOIN linkage.membership m ON m.submission = s.id LEFT JOIN coding.coded c ON c.submission = s.id WHERE s.withdrawn_at IS NULL`);
  const parents: Record<string, string> = {
    noise: 'disorder',
    drinking: 'disorder',
    litter: 'places',
    lighting: 'places',
  };
  return found.map((r) => ({
    submission: r.id,
    person: r.person ? `person/${r.person}` : `submission/${r.id}`,
    argument: r.argument,
    health: r.agency === 'health',
    values: {
      theme: r.themes.length
        ? [...new Set<string>(r.themes.flatMap((t: string) => [t, parents[t] ?? t]))]
        : ['no-theme'],
      ward: [r.ward ?? 'not-known'],
      agency: [r.agency],
      quarter: [r.quarter ?? 'not-known'],
      engagement: [r.engagement],
      community: r.communities.length ? r.communities : ['no-community'],
      'age-band': [r.answers.age ?? 'not-asked'],
      sex: [r.answers.sex ?? 'not-asked'],
      'ethnic-group': [r.answers['ethnic-group'] ?? 'not-asked'],
      disability: [r.answers.disability ?? 'not-asked'],
      deprivation: [r.deprivation ?? 'not-known'],
      participation: [r.participation ?? 'not-known'],
    },
  }));
}

const counted = new Map<string, CellSets>();
function setsOf(keys: readonly Key[]): CellSets {
  const name = keys.map(({ dimension, code }) => `${dimension}=${code}`).sort().join(';'); // prettier-ignore
  const sets = counted.get(name) ?? countSets(keys);
  counted.set(name, sets);
  return sets;
}

function countSets(keys: readonly Key[]): CellSets {
  const hit = rows.filter(({ values }) =>
    keys.every((key) => {
      const held = SMALL_HUB.valuesOf(key);
      return values[key.dimension]!.some((value) => held.has(value));
    }),
  );
  return {
    submissions: hit.map((row) => row.submission),
    people: [...new Set(hit.map((row) => row.person))],
    arguments: [...new Set(hit.flatMap((row) => row.argument ?? []))],
    health: hit.some((row) => row.health),
  };
}

/** One cell by the rules; who names an engagement says nothing more by naming its agency or its level. */
function cellBy(keys: readonly Key[]): Shown {
  const engagement = keys.some(({ dimension }) => dimension === 'engagement');
  return weigh(
    keys.filter(({ dimension }) => !engagement || !['agency', 'participation'].includes(dimension)),
  ).shown;
}

const weighed = new Map<string, { shown: Shown; told: ToldWithin[] }>();
/** A cell, and what it tells the cells that give way to it. */
function weigh(keys: readonly Key[]): { shown: Shown; told: ToldWithin[] } {
  const name = JSON.stringify(keys);
  const known = weighed.get(name);
  if (known) return known;
  const within = SMALL_HUB.within(keys).flatMap((part) => weigh(part).told);
  const shown = rules.shown(
    setsOf(keys),
    SMALL_HUB.largerThan(keys).map(setsOf),
    keys.some(({ dimension }) => DESCRIBES_PEOPLE.includes(dimension)),
    within,
  );
  const found = { shown, told: toldBy(setsOf(keys), shown, within) };
  weighed.set(name, found);
  return found;
}

/** A person may have several values of these: a list of them is no number. */
const SEVERAL = ['theme', 'agency', 'quarter', 'engagement', 'community', 'participation'];

/** The rules as they are written down, over sets: a list is the sum of its parts, where a person is in one of them alone. */
function expected(keys: readonly Key[], filter: Record<string, readonly string[]>): Shown {
  const ofEngagements = keys.some(({ dimension }) => dimension === 'engagement') || 'engagement' in filter;
  const lists = Object.entries(filter)
    .filter(([name]) => !keys.some(({ dimension }) => dimension === name))
    .map(([name, codes]): [string, readonly string[]] => {
      const group = SMALL_HUB.groupOf(name, codes, ofEngagements);
      return [name, group === null ? codes : [group]];
    });
  const parts = lists.reduce<Key[][]>(
    (all, [dimension, codes]) => all.flatMap((some) => codes.map((code) => [...some, { dimension, code }])),
    [[...keys]],
  );
  const possible = parts.filter((part) => {
    const engagement = part.find(({ dimension }) => dimension === 'engagement')?.code;
    const home = rows.find(({ values }) => values.engagement![0] === engagement)?.values;
    return part.every(
      ({ dimension, code }) =>
        !home ||
        !['agency', 'participation'].includes(dimension) ||
        SMALL_HUB.valuesOf({ dimension, code }).has(home[dimension]![0]!),
    );
  });
  const overlap = SEVERAL.some(
    (name) =>
      new Set(possible.map((part) => part.find(({ dimension }) => dimension === name)?.code)).size > 1,
  );
  if (overlap) return '[c]';
  return possible.length === 0 ? [0, 0, 0] : sumOfShown(possible.map(cellBy));
}

const shown = (figure: Figure): number[] | '[c]' =>
  figure.hidden ? '[c]' : [figure.submissions, figure.people.value, figure.arguments];

/** A key of the characteristic dimension stands for one of the dimension that it names. */
const plain = (figure: Figure): { dimension: string; code: string }[] =>
  figure.keys.map(({ dimension, code }) =>
    dimension === 'characteristic'
      ? { dimension: code.slice(0, code.indexOf(':')), code: code.slice(code.indexOf(':') + 1) }
      : { dimension, code },
  );

async function ask(question: FigureQuestion): Promise<FigureTable> {
  const table = await askOrRefused(question);
  if (!table) throw new Error('refused');
  return table;
}

/** Null where most of the table would be hidden. */
async function askOrRefused(question: FigureQuestion): Promise<FigureTable | null> {
  const answer = await askFigures(published, question, PUBLIC);
  if (answer.ok) return answer.table;
  if (answer.code === 'mostly-hidden') return null;
  throw new Error(`${answer.code}: ${answer.reason}`);
}

const CUTS = ['ward', 'agency', 'quarter'] as const;
const PAIRS = [
  ['ward', 'agency'],
  ['ward', 'quarter'],
  ['agency', 'quarter'],
] as const;

describe('every cell equals an independent count put through the rules', () => {
  test('of every report that is found: by itself, by ward, agency and quarter, by each pair, by its own dimension with each', async () => {
    let [hidden, refused] = [0, 0];
    for (const { code, own } of await reports()) {
      for (const by of [[], ...CUTS.map((d) => [d]), ...PAIRS, ...CUTS.map((d) => [own[0], d])]) {
        const table = await askOrRefused({ report: code, by });
        if (!table) {
          refused += 1;
          await expectMostlyHidden(by.length > 0 ? by : own);
          continue;
        }
        expect(table.figures.map((figure) => [figure.id, shown(figure)])).toEqual(
          table.figures.map((figure) => [figure.id, expected(plain(figure), {})]),
        );
        expect(shown(table.total)).toEqual(expected([], {}));
        hidden += table.figures.filter((figure) => figure.hidden).length;
        if (own[0] !== 'characteristic' || (by.length > 0 && by[0] !== own[0])) expectNothingMissing(table);
      }
    }
    expect(hidden).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(0);
  });

  /** What is refused is refused rightly: more than half of its cells would be hidden by the rules. */
  async function expectMostlyHidden(by: readonly string[]): Promise<void> {
    const values = await Promise.all(
      by.map(async (dimension) => {
        const report = dimension === 'characteristic' ? 'who-has-not-been-heard' : 'themes-by-community';
        const { figures } = await ask({ report, by: [dimension as 'ward'] });
        return figures.flatMap((figure) => plain(figure));
      }),
    );
    const cells = values.reduce<Key[][]>(
      (all, keys) => all.flatMap((some) => keys.map((key) => [...some, key])),
      [[]],
    );
    const possible = cells.filter((keys) => new Set(keys.map((key) => key.dimension)).size === keys.length);
    const hidden = possible.filter((keys) => expected(keys, {}) === '[c]').length;
    expect([by, hidden > possible.length / 2]).toEqual([by, true]);
  }

  /** Every combination of values that a submission has is a row of the table. */
  function expectNothingMissing(table: FigureTable): void {
    const ids = new Set(table.figures.map((figure) => figure.keys.map((key) => key.code).join('/')));
    const dimensions = table.figures[0]!.keys.map((key) => key.dimension);
    for (const row of rows) {
      const cells = dimensions
        .map((dimension) => row.values[dimension]!)
        .reduce((all, values) => all.flatMap((a) => values.map((v) => (a ? `${a}/${v}` : v))), ['']);
      expect(cells.filter((id) => !ids.has(id))).toEqual([]);
    }
  }

  test('every other dimension, and filters that meet', async () => {
    const [agencies, theme] = [['city', 'health'], ['disorder']];
    for (const [by, filter] of [
      [['community'], { agency: agencies, theme }],
      [['sex', 'agency'], { disability: ['yes', 'no'] }],
      [['deprivation'], { theme, sex: ['female', 'male'] }],
      [['theme', 'sex'], { agency: ['city', 'force', 'together'] }],
      [
        ['engagement'],
        { agency: agencies, participation: ['information', 'consultation'], quarter: ['2024-Q3'] },
      ],
      [['agency'], { engagement: ['city/survey-0', 'force/survey-1'] }],
      [[], { community: ['carers', 'students'], quarter: ['2024-Q1', '2024-Q2'] }],
    ] as const) {
      const table = await ask({ report: 'themes-by-community', by, filter });
      expect(table.figures.map(shown)).toEqual(
        table.figures.map((figure) => expected(plain(figure), filter)),
      );
      expect(shown(table.total)).toEqual(expected([], filter));
    }
  });

  test('two communities that meet are one table of their intersections', async () => {
    const { figures } = await ask({ report: 'themes-by-community', by: ['community', 'community'] });
    expect(figures).toHaveLength(6);
    for (const figure of figures) expect(shown(figure)).toEqual(expected(plain(figure), {}));
  });

  test('a broader theme that is filtered by shows its narrower ones, and a filter narrows its own dimension', async () => {
    const { figures } = await ask({ report: 'themes-by-community', filter: { theme: ['disorder'] } });
    expect(figures.map((figure) => figure.keys[0]?.code).sort()).toEqual(['disorder', 'drinking', 'noise']);
    const wards = await ask({
      report: 'themes-by-community',
      by: ['ward'],
      filter: { ward: ['E05002078', 'not-known'] },
    });
    expect(wards.figures.map((figure) => figure.keys[0]?.code).sort()).toEqual(['E05002078', 'not-known']);
  });
});

describe('what stands beside the counts', () => {
  const people = (figure: Figure | undefined): number =>
    figure && !figure.hidden ? figure.people.value : -1;

  test('a share is of the people under the same filters without the report’s own dimension', async () => {
    const table = await ask({ report: 'themes-by-community', by: ['theme', 'agency'] });
    const agencies = await ask({ report: 'themes-by-community', by: ['agency'] });
    const noise = table.figures.find((figure) => figure.id === 'themes-by-community/theme=noise/agency=city');
    const base = people(agencies.figures.find((figure) => figure.keys[0]?.code === 'city'));
    expect(base).toBeGreaterThan(30);
    expect(noise).toMatchObject({
      base,
      share: { value: expect.closeTo((100 * people(noise)) / base, 9) },
    });
    const filtered = await ask({
      report: 'themes-by-community',
      by: ['agency'],
      filter: { theme: ['noise'] },
    });
    expect(filtered.figures.find((figure) => figure.keys[0]?.code === 'city')).toMatchObject({ base });
  });

  test('no share of a base under 30, and no share of what is not known', async () => {
    const { figures } = await ask({ report: 'themes-by-community', by: ['theme', 'ward'] });
    const bases = figures.flatMap((figure) => (figure.hidden || figure.base === null ? [] : [figure.base]));
    expect(bases.length).toBeGreaterThan(5);
    expect(Math.min(...bases)).toBeGreaterThanOrEqual(30);
    expect(figures.some((figure) => !figure.hidden && figure.base === null && figure.share === null)).toBe(
      true,
    );
    const heard = await ask({ report: 'who-has-not-been-heard', by: ['age-band'] });
    expect(heard.figures.find((figure) => figure.keys[0]?.code === 'not-asked')).toMatchObject({
      share: null,
      reference: null,
    });
  });

  test('who has not been heard: the base is who answered, and the census stands beside it, also where hidden', async () => {
    const { figures } = await ask({ report: 'who-has-not-been-heard', by: ['disability'] });
    const [yes, no] = ['yes', 'no'].map((code) => figures.find((figure) => figure.keys[0]?.code === code));
    // The base is a released whole, never the sum of what is shown.
    const whole = expected([{ dimension: 'disability', code: 'answered:disability' }], {});
    expect(Math.abs(people(yes) + people(no) - Number(whole[1]))).toBeLessThanOrEqual(15);
    expect(yes).toMatchObject({
      base: whole[1],
      reference: { source: 'Census 2021, usual residents' },
    });
    const known = figures.flatMap((figure) => figure.reference?.value ?? []);
    expect(known.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 0);
    const inWards = await Promise.all(
      WARDS.map(({ code }) =>
        askOrRefused({ report: 'who-has-not-been-heard', by: ['ethnic-group'], filter: { ward: [code] } }),
      ),
    );
    expect(
      inWards.some((table) => table?.figures.some((figure) => figure.hidden && figure.reference !== null)),
    ).toBe(true);
  });

  test('a rate only for a ward and from 10 people on', async () => {
    const { figures } = await ask({ report: 'themes-by-community', by: ['theme', 'ward'] });
    for (const figure of figures) {
      if (figure.hidden) continue;
      const ward = figure.keys[1]!.code;
      expect(figure.rate !== null).toBe(figure.people.value >= 10 && ward !== 'not-known');
    }
  });

  test('the range of people is the matching’s, in proportion and outward', async () => {
    const { total } = await ask({ report: 'themes-by-community' });
    if (total.hidden) throw new Error('hidden');
    const { value, low, high } = total.people;
    const exact = new Set(rows.map((row) => row.person)).size;
    expect([low % 5, high % 5]).toEqual([0, 0]);
    expect(low).toBeLessThanOrEqual((value * Math.floor(exact * 0.97)) / exact);
    expect(high).toBeGreaterThanOrEqual((value * 326) / 320);
  });
});

describe('receipts', () => {
  test('add up from records received to the figure, and tell no hidden count', async () => {
    for (const question of [
      { report: 'themes-by-community', by: ['theme', 'ward'] as const },
      { report: 'themes-by-community', by: ['ward'] as const, filter: { agency: ['city'] } },
      { report: 'themes-by-community', by: ['quarter'] as const, filter: { agency: ['city', 'force'] } },
      { report: 'who-has-not-been-heard' },
    ]) {
      const table = await ask(question);
      for (const figure of [...table.figures, table.total]) {
        const { steps, addsUp } = figure.receipt;
        expect(addsUp).toBe(true);
        expect(steps[0]).toMatchObject({ name: 'Records received', kind: 'total' });
        expect(steps.at(-1)).toMatchObject({
          kind: 'figure',
          count: figure.hidden ? null : figure.people.value,
        });
        const chain = steps.reduce<number | null>((left, step) => {
          if (step.kind !== 'less')
            return left === null || step.count === null ? step.count : (expect(step.count).toBe(left), left);
          return left === null || step.count === null ? null : left - step.count;
        }, null);
        expect(chain).toBe(figure.hidden ? null : figure.people.value);
        if (figure.hidden) expect(steps.at(-2)?.count).toBeNull();
      }
    }
  });

  test('the edition’s funnel is rounded to five, with what was withdrawn', async () => {
    const { edition } = await ask({ report: 'themes-by-community' });
    const count = (name: string): number => edition!.receipt.steps.find((step) => step.name === name)!.count!;
    expect(edition!.receipt.addsUp).toBe(true);
    expect(count('Withdrawn')).toBe(10);
    const [submissions, people] = [rows.length, new Set(rows.map((row) => row.person)).size];
    expect(count('Submissions')).toBe(Math.round(submissions / 5) * 5);
    expect(count('People')).toBe(Math.round(people / 5) * 5);
    expect(edition!.receipt.suppression).toMatch(/steps may differ by 5/);
  });

  test('a funnel that does not add up says so', async () => {
    const admin = database.admin;
    await admin.query(
      `UPDATE intake.delivery SET "rows" = "rows" + 1, accepted = accepted + 1 WHERE source = 'city'`,
    );
    const worker = await Database.open(database.urlFor('worker'));
    await admin.query(
      `INSERT INTO engagement.mention SELECT agency, id, 'interest', 'CARERS' FROM engagement.submission WHERE "row" = 3 ON CONFLICT DO NOTHING`,
    );
    expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
    await worker.close();
    const { edition, total } = await ask({ report: 'themes-by-community' });
    expect(edition).toMatchObject({ number: 2, latest: true, receipt: { addsUp: false } });
    expect(total.receipt.addsUp).toBe(false);
  });
});

describe('asking', () => {
  test('a figure is found again by its id, and is the same', async () => {
    const { figures, total } = await ask({
      report: 'themes-by-community',
      by: ['engagement', 'theme'],
      filter: { quarter: ['2024-Q1', '2025-Q2'] },
      edition: 1,
    });
    for (const figure of [figures[0]!, figures.at(-1)!, total]) {
      expect(await figureById(published, figure.id, { edition: 1 }, PUBLIC)).toEqual(figure);
    }
    const characteristic = (await ask({ report: 'who-has-not-been-heard' })).figures[0]!;
    expect(await figureById(published, characteristic.id, {}, PUBLIC)).toEqual(characteristic);
    for (const id of [
      '',
      'nothing',
      'themes-by-community/theme=x',
      'themes-by-community;ward=%E0%A4%A',
      'a/b=c',
    ])
      expect(await figureById(published, id, {}, PUBLIC)).toBeNull();
  });

  test('what can’t or may not be answered is refused by name', async () => {
    const code = async (question: FigureQuestion): Promise<string> => {
      const answer = await askFigures(published, question, PUBLIC);
      return answer.ok ? 'answered' : answer.code;
    };
    const report = 'themes-by-community';
    expect(await code({ report: 'nothing' })).toBe('unknown-report');
    expect(await code({ report, by: ['theme', 'ward', 'sex'] })).toBe('too-many-dimensions');
    expect(await code({ report, by: ['characteristic'] })).toBe('unknown-dimension');
    expect(await code({ report, by: ['ward', 'ward'] })).toBe('unknown-dimension');
    expect(await code({ report, filter: { ward: ['E99'] } })).toBe('unknown-value');
    expect(await code({ report, filter: { quarter: ['1999-Q1'] } })).toBe('unknown-value');
    const everyQuarter = Array.from(
      { length: 40_000 },
      (_, i) => `${String(i >> 2).padStart(4, '0')}-Q${1 + (i % 4)}`,
    );
    expect(
      await code({ report, by: ['theme'], filter: { quarter: everyQuarter, ward: ['E05002078'] } }),
    ).toBe('unknown-value');
    expect(await code({ report, filter: { person: ['x'] } as never })).toBe('unknown-dimension');
    expect(await code({ report, edition: 99 })).toBe('unknown-edition');
    expect(await code({ report, filter: { ward: ['E05002078'], sex: ['female'], agency: ['city'] } })).toBe(
      'too-many-filters',
    );
    expect(await code({ report, working: true })).toBe('not-allowed');
  });

  test('order comes from released figures and names: most people first, not known after, hidden last by name', async () => {
    const { figures } = await ask({ report: 'themes-by-community', by: ['theme', 'ward'] });
    const rank = (figure: Figure): number =>
      figure.hidden ? 2 : figure.keys.some((key) => /^(no-theme|not-known)$/.test(key.code)) ? 1 : 0;
    const ranks = figures.map(rank);
    expect(ranks).toEqual([...ranks].sort());
    const first = figures.filter((figure) => rank(figure) === 0).map(people);
    expect(first).toEqual([...first].sort((a, b) => b - a));
    const names = figures
      .filter((figure) => figure.hidden)
      .map((figure) => figure.keys.map((key) => key.name).join(', '));
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    const quarters = (await ask({ report: 'themes-by-community', by: ['quarter'] })).figures.map(
      (figure) => figure.keys[0]!.code,
    );
    expect(quarters).toEqual([...quarters].sort());
  });

  const people = (figure: Figure): number => (figure.hidden ? -1 : figure.people.value);
});
