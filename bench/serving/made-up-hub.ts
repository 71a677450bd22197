import { EditionFiles } from '#editions';
import { reports } from '#facts';
import { WARDS } from '#domain';
import { type Database, lockFacts, type Transaction } from '#store';

const AGENCIES = ['council', 'police', 'health', 'voluntary'];
const THEMES = Array.from({ length: 40 }, (_, n) => ({
  code: `theme-${n}`,
  parent: n < 8 ? null : `theme-${n % 8}`,
  name: `Theme ${n}`,
  definition: '',
  include: [],
  exclude: [],
  examples: [],
}));

/** A number that looks random and is the same at every run, from the row's number and a place. */
export const drawn = (place: number, below: string): string =>
  `(mod(abs(hashint8(n * 31 + ${place})::bigint), ${below}))::int`;
export const oneOf = (values: readonly string[], place: number, of = 'n'): string =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(',')}])[1 + ${drawn(place, String(values.length)).replaceAll('n *', `${of} *`)}]`;

/**
 * Plants a made-up edition of about `rows` facts, and writes its files. Nobody in it exists.
 * @param db opened as the worker role, of a hub that is empty
 * @param beside plants more into the same edition, before its files are written
 */
export async function plantEdition(
  db: Database,
  dataDir: string,
  rows: number,
  people: number,
  beside: (tx: Transaction) => Promise<void> = async () => {},
): Promise<void> {
  await reports();
  const versions = {
    codebook: 'made-up 1',
    coder: 'made-up 1',
    linkageModel: 'made-up 1',
    disclosurePolicy: 'P 1',
    geography: 'wards 2025',
  };
  const nothing = {
    received: rows,
    rejected: 0,
    repeated: 0,
    statements: 0,
    votes: 0,
    replaced: 0,
    withdrawn: 0,
    submissions: rows,
  };
  const funnel = {
    ...nothing,
    people,
    peopleLow: people,
    peopleHigh: people,
    withText: rows,
    coded: rows,
    arguments: rows,
  };
  await db.transaction(async (tx) => {
    await lockFacts(tx);
    await tx.query(
      `INSERT INTO facts.edition (number, hash, synthetic, versions, funnel, sources) VALUES (1, repeat('b', 64), true, $1, $2, '[]')`,
      [JSON.stringify(versions), JSON.stringify(funnel)],
    );
    for (const [at, code] of AGENCIES.entries()) {
      const kind = ['council', 'police', 'health', 'vcs'][at];
      await tx.query(`INSERT INTO facts.agency (edition, code, name, kind) VALUES (1, $1, $1, $2)`, [
        code,
        kind,
      ]);
    }
    await tx.query(
      `INSERT INTO facts.engagement (edition, id, agency, key, title, kind, participation, communities)
       SELECT 1, a || '/survey-' || k, a, 'survey-' || k, 'Survey ' || k || ' of ' || a, 'survey', 'consultation', '{}'
       FROM unnest($1::text[]) a, generate_series(0, 9) k`,
      [AGENCIES],
    );
    await tx.query(
      `INSERT INTO facts.codebook (edition, code, version, document) VALUES (1, 'made-up', 1, $1)`,
      [JSON.stringify({ code: 'made-up', version: 1, title: 'Made up', themes: THEMES, note: '' })],
    );
    await tx.query(factsOf(rows, people));
    await beside(tx);
    await new EditionFiles(dataDir).publish(tx, 1);
  });
}

function factsOf(rows: number, people: number): string {
  const wards = WARDS.map((ward) => ward.code);
  const quarters = [2022, 2023, 2024].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}-Q${q}`));
  const parents = `CASE WHEN t < 8 THEN t ELSE t % 8 END`;
  return `
    INSERT INTO facts.fact (edition, agency, source, engagement, participation, quarter, ward, age_band, sex, ethnic_group, disability, deprivation,
      communities, theme, theme_group, health, submission_key, person_key, argument_key, noise_key)
    SELECT 1, agency, agency, agency || '/survey-' || ${drawn(1, '10')}, 'consultation', ${oneOf(quarters, 2)}, ${oneOf(wards, 3, 'p')},
      ${oneOf(['15-24', '25-34', '35-49', '50-64', '65-74', '75+'], 4, 'p')}, ${oneOf(['female', 'male'], 5, 'p')}, ${oneOf(['white-british', 'asian', 'black', 'mixed', 'other'], 6, 'p')},
      ${oneOf(['yes', 'no', 'no'], 7, 'p')}, (1 + mod(abs(hashint8(p + 9)::bigint), 5))::text, '{}', 'theme-' || t, 'theme-' || (${parents}), agency = 'health',
      n * 7919 + 13, p * 104729 + 7, n * 15485863 + 11, mod(abs(hashint8(p)::bigint), 256)::smallint
    FROM (SELECT n, mod(n * 48271, ${people}) AS p, ${drawn(10, '40')} AS t, ${oneOf(AGENCIES, 11)} AS agency FROM generate_series(1::bigint, ${rows}) AS s(n)) r`;
}
