import { askFigures, reports, type Figure, type FigureQuestion } from '#facts';
import { Database, receiveTrusted } from '#store';

import { loadDemonstration } from '../../apps/cli/src/demonstration/load.js';
import { Progress } from '../../apps/cli/src/demonstration/progress.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

/** The whole city is 20,000; the suite takes a smaller one so that it stays quick: HUB_TEST_DEMO_SIZE=20000 takes it all. */
const SIZE = Number(process.env.HUB_TEST_DEMO_SIZE ?? 2_500);
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
      refine: false,
      push: async (source, _key, file) => {
        await receiveTrusted(worker, {
          source,
          way: 'command-line',
          files: [file],
          mapping: null,
          fieldKinds: null,
        });
      },
    },
  );
  await Promise.all([worker.close(), linker.close()]);
  published = await Database.open(database.urlFor('published'));
  await database.admin.query(ORACLE);
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
SELECT v.submission, v.dimension, v.code, coalesce(m.person, v.submission) AS person, c.argument
FROM value v LEFT JOIN linkage.membership m ON m.submission = v.submission LEFT JOIN coding.coded c ON c.submission = v.submission;
CREATE INDEX ON public.oracle (dimension, code); CREATE INDEX ON public.oracle (submission); ANALYZE public.oracle`;

type Key = { dimension: string; code: string };

/** A key of "characteristic" stands for one of the dimension that it names. */
const plain = ({ keys }: Figure): Key[] =>
  keys.map(({ dimension, code }) =>
    dimension === 'characteristic'
      ? { dimension: code.split(':')[0]!, code: code.split(':').slice(1).join(':') }
      : { dimension, code },
  );

const idOf = (keys: readonly Key[]): string =>
  keys.map(({ dimension, code }) => `${dimension}=${code}`).join(';');
const DESCRIBES_PEOPLE = ['age-band', 'sex', 'ethnic-group', 'disability', 'deprivation'];
const round5 = (n: number): number => Math.round(n / 5) * 5;

/** All cells of these dimensions by one SQL statement, put through the rules as they are written down. */
async function expectedCells(dimensions: readonly string[]): Promise<Map<string, string>> {
  const tables = dimensions
    .map((_, n) => (n === 0 ? 'public.oracle o0' : `JOIN public.oracle o${n} USING (submission)`))
    .join(' ');
  const where = dimensions.map((d, n) => `o${n}.dimension = '${d}'`).join(' AND ');
  const codes = dimensions.map((_, n) => `o${n}.code`).join(', ');
  const { rows } = await database.admin.query<{ codes: string[]; s: number; p: number; a: number }>(
    `SELECT ARRAY[${codes}] AS codes, count(DISTINCT submission)::int AS s, count(DISTINCT o0.person)::int AS p, count(DISTINCT o0.argument)::int AS a
     FROM ${tables} WHERE ${where} GROUP BY ${codes}`,
  );
  return new Map(rows.map(({ codes: found, s, p, a }) => [
    idOf(found.map((code, n) => ({ dimension: dimensions[n]!, code }))),
    p < 5 ? '[c]' : [s, p, a].map(round5).join('/'),
  ])); // prettier-ignore
}

const shown = (figure: Figure): string =>
  figure.hidden ? '[c]' : [figure.submissions, figure.people.value, figure.arguments].join('/');

async function ask(question: FigureQuestion): Promise<Figure[]> {
  const answer = await askFigures(published, question, { kind: 'public' });
  if (!answer.ok) throw new Error(`${answer.code}: ${answer.reason}`);
  return answer.table.figures;
}

describe('the edition of the demonstration city', () => {
  it('is the first, of people from every agency', async () => {
    expect(loaded).toMatchObject({ status: 'loaded', edition: 1 });
    const agencies = await ask({ report: 'themes-by-community', by: ['agency'] });
    expect(agencies.filter((figure) => !figure.hidden)).toHaveLength(4);
  });

  it('shows in every cell of every report what an independent count put through the rules gives', async () => {
    let cells = 0;
    let hidden = 0;
    for (const { code } of await reports())
      for (const by of QUESTIONS) {
        const figures = await ask({ report: code, by });
        const groups = new Map<string, Figure[]>();
        for (const figure of figures) {
          const name = plain(figure)
            .map((key) => key.dimension)
            .join(';');
          groups.set(name, [...(groups.get(name) ?? []), figure]);
        }
        for (const [name, group] of groups) {
          const expected = await expectedCells(name.split(';'));
          for (const figure of group) {
            const id = idOf(plain(figure));
            // A row that nobody is in (a ward that no one wrote from) is 0 where it can't describe people, else hidden.
            const none = plain(figure).some((key) => DESCRIBES_PEOPLE.includes(key.dimension))
              ? '[c]'
              : '0/0/0';
            expect([code, by.join(), id, shown(figure)]).toEqual([
              code,
              by.join(),
              id,
              expected.get(id) ?? none,
            ]);
            expect([id, figure.receipt.addsUp]).toEqual([id, true]);
            cells += 1;
            hidden += figure.hidden ? 1 : 0;
          }
        }
      }
    process.stdout.write(
      `demonstration edition of ${SIZE}: ${cells} cells equal, ${hidden} of them hidden\n`,
    );
    expect(cells).toBeGreaterThan(1_000);
  }, 240_000);
});
