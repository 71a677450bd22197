import { createHash } from 'node:crypto';
import type pg from 'pg';
import { WARDS } from '#domain';
import { generator } from './generator.js';

/** A made-up hub, planted straight into the tables as the pipeline leaves them. Nobody in it exists. */
export interface SmallHub {
  submissions: number;
  people: number;
  seed?: number;
  /** Plant the rows in another order: nothing that is counted may depend on it. */
  reversed?: boolean;
}

const AGENCIES = [
  ['city', 'Demonstration City Council', 'council'],
  ['force', 'Demonstration Police', 'police'],
  ['health', 'Demonstration Health Board', 'health'],
  ['together', 'Demonstration Voluntary Network', 'vcs'],
] as const;
const LEVELS = ['information', 'consultation', 'engagement', 'partnership', null];
const THEMES = [
  ['disorder', null],
  ['noise', 'disorder'],
  ['drinking', 'disorder'],
  ['places', null],
  ['litter', 'places'],
  ['lighting', 'places'],
  ['other', null],
] as const;
const GROUPS = [
  ['carers', 'interest'],
  ['students', 'identity'],
  ['allotments', 'organisation'],
] as const;
const ANSWERS: Record<string, string[]> = {
  age: ['0-14', '15-24', '25-34', '35-49', '50-64', '65-74', '75+', 'blank', 'unmapped'],
  sex: ['female', 'male', 'prefer-not-to-say'],
  'ethnic-group': ['white-british', 'white-british', 'white-british', 'asian', 'black', 'mixed', 'other'],
  disability: ['no', 'no', 'yes', 'blank'],
};

/** An id that depends on its parts alone, as the hub's do. */
export function idOf(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

type Row = (string | number | boolean | null | string[])[];

/** Plants the hub, by a superuser's pool. Each submission arrived once; one row in ten was rejected, one in twenty repeated. */
export async function plantHub(admin: pg.Pool, hub: SmallHub): Promise<void> {
  const plant = async (table: string, columns: string, rows: Row[]): Promise<void> => {
    const ordered = hub.reversed ? [...rows].reverse() : rows;
    const names = columns.split(' ');
    for (let at = 0; at < ordered.length; at += 2000) {
      const records = ordered
        .slice(at, at + 2000)
        .map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
      await admin.query(
        `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) ` +
          `SELECT ${names.map((name) => `r."${name}"`).join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1) r`,
        [JSON.stringify(records)],
      );
    }
  };
  await plantNames(plant);
  await plantDeliveries(admin, hub);
  const rows = madeUpRows(hub);
  for (const [table, columns] of TABLES) await plant(table, columns, rows[table] ?? []);
  await admin.query(
    `INSERT INTO intake.row_outcome (agency, delivery, file, "row", outcome, record)
     SELECT s.agency, s.delivery, s.file, s."row", 'accepted', s.id FROM engagement.submission s`,
  );
}

const TABLES = [
  [
    'engagement.submission',
    'id agency source engagement delivery file row content_hash submitted_on ward deprivation received_at',
  ],
  ['engagement.demographic', 'agency submission characteristic as_asked wording code'],
  ['engagement.mention', 'agency submission kind label'],
  ['linkage.person', 'id first_run'],
  ['linkage.membership', 'submission agency person run'],
  [
    'coding.coded',
    'submission agency has_text no_answer safeguarding personal_data argument codebook codebook_version model_version coded_at',
  ],
] as const;

async function plantNames(
  plant: (table: string, columns: string, rows: Row[]) => Promise<void>,
): Promise<void> {
  await plant(
    'engagement.agency',
    'code name kind',
    AGENCIES.map((agency) => [...agency]),
  );
  await plant(
    'engagement.engagement',
    'agency key title kind participation target_communities',
    AGENCIES.flatMap(([agency], a) =>
      [0, 1, 2].map((n) => [
        agency,
        `survey-${n}`,
        `Survey ${n} of ${agency}`,
        'survey',
        LEVELS[(a + n) % 5] ?? null,
        [],
      ]),
    ),
  );
  await plant(
    'linkage.community',
    'code kind name',
    GROUPS.map(([code, kind]) => [code, kind, `The ${code}`]),
  );
  await plant(
    'linkage.community_alias',
    'kind label community rule',
    GROUPS.map(([code, kind]) => [kind, code.toUpperCase(), code, 'exact']),
  );
  const themes = THEMES.map(([code, parent]) => ({
    code,
    parent,
    name: `Theme ${code}`,
    definition: '',
    include: [],
    exclude: [],
    examples: [],
  }));
  const document = { code: 'small', version: 1, title: 'Small', themes, note: '' };
  await plant('coding.codebook', 'code version document note', [
    ['small', 1, document as unknown as string, ''],
  ]);
  await plant('coding.model', 'version kind document created_at', [
    ['phrases 1', 'rules', {} as unknown as string, '2026-01-01'],
  ]);
  await plant('linkage.model', 'code version document', [['exact', 1, {} as unknown as string]]);
}

async function plantDeliveries(admin: pg.Pool, hub: SmallHub): Promise<void> {
  await admin.query(
    `INSERT INTO linkage.run (model, model_version, kind, finished_at, records, people, people_low, people_high) VALUES ('exact', 1, 'bulk', now(), $1, $2, $3, $4)`,
    [hub.submissions, hub.people, Math.floor(hub.people * 0.97), Math.ceil(hub.people * 1.02)],
  );
  for (const [at, [agency]] of AGENCIES.entries()) {
    const accepted = Math.floor((hub.submissions + 3 - at) / 4);
    const rejected = Math.floor(accepted / 10);
    const repeated = Math.floor(accepted / 20);
    await admin.query(
      `INSERT INTO intake.source (code, agency, name, connector) VALUES ($1, $1, $2, 'spreadsheet')`,
      [agency, `Source of ${agency}`],
    );
    await admin.query(
      `INSERT INTO intake.delivery (agency, source, content_hash, way, status, "rows", accepted, repeated, rejected, data_to) VALUES ($1, $1, $1, 'push', 'accepted', $2, $3, $4, $5, '2026-03-31')`,
      [agency, accepted + rejected + repeated, accepted, repeated, rejected],
    );
  }
}

function madeUpRows(hub: SmallHub): Record<string, Row[]> {
  const random = generator(hub.seed ?? 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows: Record<string, Row[]> = {};
  const add = (table: string, row: Row): void => void (rows[table] ??= []).push(row);
  const people = Array.from({ length: hub.people }, (_, n) => ({
    id: idOf('person', hub.reversed ? 'r' : '', n),
    ward: random() < 0.9 ? WARDS[Math.floor(random() ** 2 * WARDS.length)]!.code : null,
    fifth: 1 + Math.floor(random() * 5),
    answers: Object.entries(ANSWERS).map(([field, codes]) => [field, pick(codes)] as const),
  }));
  for (const person of people) add('linkage.person', [person.id, 1]);
  for (let n = 0; n < hub.submissions; n++) {
    const person = people[n < hub.people ? n : Math.floor(random() * hub.people)]!;
    const agency = AGENCIES[n % 4]![0];
    const id = idOf('submission', n);
    const day = `202${4 + Math.floor(random() * 2)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`;
    add('engagement.submission', [
      id,
      agency,
      agency,
      `survey-${Math.floor(random() * 3)}`,
      1 + (n % 4),
      'made-up.csv',
      n,
      id,
      random() < 0.97 ? day : null,
      person.ward,
      person.ward ? person.fifth : null,
      '2026-04-01',
    ]);
    if (n % 50 !== 7) add('linkage.membership', [id, agency, person.id, 1]);
    if (random() < 0.8)
      for (const [field, code] of person.answers)
        add('engagement.demographic', [agency, id, field, code, 'made-up', code]);
    for (const [code, kind] of GROUPS)
      if (random() < 0.1) add('engagement.mention', [agency, id, kind, code.toUpperCase()]);
    const text = random() < 0.9;
    const argument = text ? idOf('submission', random() < 0.2 ? n % 40 : n) : null;
    add('coding.coded', [
      id,
      agency,
      text,
      false,
      false,
      [],
      argument,
      'small',
      1,
      'phrases 1',
      '2026-04-02',
    ]);
    if (text) for (const [theme] of THEMES) if (random() < 0.2) add('coding.assignment', [agency, id, theme]);
  }
  return rows;
}

/** Themes are planted apart, because their ids are the database's. */
export async function plantThemes(admin: pg.Pool, hub: SmallHub): Promise<void> {
  const rows = madeUpRows(hub)['coding.assignment'] ?? [];
  const ordered = hub.reversed ? [...rows].reverse() : rows;
  await admin.query(
    `INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability)
     SELECT r->>0, (r->>1)::uuid, r->>2, 'assign', 'rule', 'made-up', 'small', 1, 0.9 FROM jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(ordered)],
  );
  // As if people had coded it throughout: ready, and nothing to correct.
  await admin.query(
    `INSERT INTO coding.theme_grade (theme, grade, model_version, codebook, codebook_version)
     SELECT DISTINCT r->>2, 'ready', 'made-up', 'small', 1 FROM jsonb_array_elements($1::jsonb) r WHERE r->>2 <> ''
     UNION SELECT t->>'code', 'ready', 'made-up', 'small', 1 FROM coding.codebook b, jsonb_array_elements(b.document->'themes') t
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(ordered)],
  );
}
