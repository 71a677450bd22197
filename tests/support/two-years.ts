import type pg from 'pg';
import { idOf } from './small-hub.js';

/**
 * A made-up hub of two years, 2024 and 2025, planted straight into the tables: a standing feed of the council and a survey that the
 * police repeat. Nobody in it exists. Who raises what is laid down by number, not by chance.
 */
export interface Said {
  /** Share of 100 that raises the theme. */
  [theme: string]: number;
}

export interface Occasion {
  agency: 'council' | 'force';
  key: string;
  title?: string;
  kind?: string;
  opens: string;
  closes: string;
  /** ISO days, in the middle of quarters, on which people answered. */
  days: readonly string[];
  /** People each day; each answers once, and nobody answers two occasions. */
  people: number;
  says: Said;
}

const THEMES = ['lighting', 'litter', 'women', 'noise', 'other'];
const DAYS = (year: number): string[] => ['02', '05', '08', '11'].map((month) => `${year}-${month}-14`);

/** The council's standing feed and the police's survey of both summers, where women's safety is raised by a fifth each year. */
export const STANDING: readonly Occasion[] = [
  {
    agency: 'council',
    key: 'feed',
    title: 'Tell the council',
    kind: 'standing-feed',
    opens: '2023-12-01',
    closes: '2026-03-31',
    days: [...DAYS(2024), ...DAYS(2025), '2025-12-30'],
    people: 150,
    says: { lighting: 30, litter: 25, women: 20, noise: 10 },
  },
  ...[2024, 2025].map((year): Occasion => ({
    agency: 'force',
    key: `survey-${year}`,
    title: `Your priorities ${year}`,
    opens: `${year}-07-01`,
    closes: `${year}-09-30`,
    days: [`${year}-08-14`],
    people: 500,
    says: { lighting: 30, litter: 25, women: 20, noise: 10 },
  })),
];

export async function plantTwoYears(admin: pg.Pool, occasions: readonly Occasion[]): Promise<void> {
  const plant = async (table: string, rows: readonly object[]): Promise<void> => {
    const columns = Object.keys(rows[0]!).map((name) => `"${name}"`);
    await admin.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => `r.${name}`).join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1) r ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows)],
    );
  };
  await plant('engagement.agency', [
    { code: 'council', name: 'Demonstration Council', kind: 'council' },
    { code: 'force', name: 'Demonstration Police', kind: 'police' },
  ]);
  const themes = THEMES.map((code) => ({ code, parent: null, name: `About ${code}`, definition: '', include: [], exclude: [], examples: [] })); // prettier-ignore
  await plant('coding.codebook', [
    {
      code: 'small',
      version: 1,
      document: { code: 'small', version: 1, title: 'Small', themes, note: '' },
      note: '',
    },
  ]);
  await plant('coding.model', [
    { version: 'phrases 1', kind: 'rules', document: {}, created_at: '2024-01-01' },
  ]);
  // As if people had coded them throughout: ready, and nothing to correct.
  await admin.query(
    `INSERT INTO coding.theme_grade (theme, grade, model_version, codebook, codebook_version)
     SELECT t, 'ready', 'phrases 1', 'small', 1 FROM unnest($1::text[]) t ON CONFLICT DO NOTHING`,
    [THEMES],
  );
  for (const agency of ['council', 'force'])
    await admin.query(
      `INSERT INTO intake.source (code, agency, name, connector) VALUES ($1, $1, $1, 'spreadsheet') ON CONFLICT DO NOTHING`,
      [agency],
    );
  for (const occasion of occasions) await plantOccasion(admin, plant, occasion);
}

async function plantOccasion(
  admin: pg.Pool,
  plant: (table: string, rows: readonly object[]) => Promise<void>,
  { agency, key, title = key, kind = 'survey', opens, closes, days, people, says }: Occasion,
): Promise<void> {
  await plant('engagement.engagement', [
    {
      agency,
      key,
      title,
      kind,
      participation: 'consultation',
      opens,
      closes,
      channel: 'online',
      target_communities: [],
    },
  ]);
  await plant('engagement.question', [
    { agency, engagement: key, key: 'what', text: 'What matters to you?', kind: 'free-text', options: [] },
  ]);
  const rows = days.flatMap((day) =>
    Array.from({ length: people }, (_, n) => ({ day, n, id: idOf(key, day, n) })),
  );
  await plant(
    'engagement.submission',
    rows.map(({ day, n, id }) => ({
      id,
      agency,
      source: agency,
      engagement: key,
      delivery: 1,
      file: 'made-up.csv',
      row: n,
      content_hash: id,
      submitted_on: day,
      received_at: '2026-01-01',
    })),
  );
  await plant(
    'coding.coded',
    rows.map(({ id }) => ({
      submission: id,
      agency,
      has_text: true,
      no_answer: false,
      safeguarding: false,
      personal_data: [],
      argument: id,
      codebook: 'small',
      codebook_version: 1,
      model_version: 'phrases 1',
      coded_at: '2026-01-02',
    })),
  );
  const said = rows.flatMap(({ n, id }) =>
    Object.entries(says).flatMap(([theme, share], at) =>
      // A step that has no factor in common with 100 spreads who raises what evenly.
      (n * 37 + at * 29) % 100 < share ? [[agency, id, theme]] : [],
    ),
  );
  if (said.length > 0)
    await admin.query(
      `INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability)
       SELECT r->>0, (r->>1)::uuid, r->>2, 'assign', 'rule', 'made-up', 'small', 1, 0.9 FROM jsonb_array_elements($1::jsonb) r`,
      [JSON.stringify(said)],
    );
}
