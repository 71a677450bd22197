import type pg from 'pg';
import { editionSays, publishEdition, type Statement } from '#facts';
import { Database } from '#store';
import type { TestDatabase } from './database.js';

interface Said {
  of(theme: string): Statement;
  /** Themes of which a heading would tell a change. */
  headings: string[];
}

/**
 * Plants 200 answers about one theme into the demonstration, all of its last quarter, and publishes them as edition 2.
 * @returns what both editions say of change, and how many more people raised the theme in that quarter
 */
export async function afterOneFile(
  { admin, urlFor }: TestDatabase,
  published: Database,
  theme: string,
): Promise<{ before: Said; after: Said; more: number }> {
  const quarter = (await editionSays(published, 1))!.periods!.now.quarters.at(-1)!;
  await deliverRows(admin, 200, theme, quarter);
  const worker = await Database.open(urlFor('worker'));
  const publication = await publishEdition(worker);
  await worker.close();
  if (publication.status !== 'published' || publication.edition !== 2) throw new Error(publication.status);
  const heard = (edition: number): Promise<number> => heardIn(admin, edition, quarter, theme);
  return {
    before: await saidIn(published, 1),
    after: await saidIn(published, 2),
    more: (await heard(2)) - (await heard(1)),
  };
}

async function saidIn(published: Database, edition: number): Promise<Said> {
  const { statements } = (await editionSays(published, edition))!;
  return {
    of: (theme) =>
      statements.find((one) => one.theme === theme && one.scope === 'city' && one.ward === null)!,
    headings: statements.filter(({ headline }) => headline).map((one) => one.theme),
  };
}

/** Plants a consultation of one quarter into the demonstration, every answer of which is about one thing. */
async function deliverRows(admin: pg.Pool, rows: number, theme: string, quarter: string): Promise<void> {
  const day = `${quarter.slice(0, 4)}-${String(3 * Number(quarter.slice(-1)) - 1).padStart(2, '0')}-14`;
  const like = `SELECT * FROM engagement.submission WHERE agency = 'plymouth-city-council' ORDER BY id LIMIT 1`;
  await admin.query(
    `INSERT INTO engagement.engagement (agency, key, title, kind, target_communities) VALUES ('plymouth-city-council', 'one-file', 'One file', 'survey', '{}')`,
  );
  await admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     SELECT gen_random_uuid(), agency, source, 'one-file', delivery, 'one-file.csv', n, 'one file ' || n, $1, ward FROM (${like}) one, generate_series(1, $2::int) n`,
    [day, rows],
  );
  await admin.query(
    `INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability)
     SELECT s.agency, s.id, $1, 'assign', 'rule', 'made-up', b.code, b.version, 0.9 FROM engagement.submission s, coding.codebook b
     WHERE s.engagement = 'one-file' AND b.code = 'safer-plymouth' AND b.version = 1`,
    [theme],
  );
}

/** People who raised a theme in a quarter as it lies in an edition's facts, whatever may be told of it. */
async function heardIn(admin: pg.Pool, edition: number, quarter: string, theme: string): Promise<number> {
  const { rows } = await admin.query<{ many: number }>(
    'SELECT count(DISTINCT person_key)::int AS many FROM facts.fact WHERE edition = $1 AND quarter = $2 AND theme = $3',
    [edition, quarter, theme],
  );
  return rows[0]!.many;
}
