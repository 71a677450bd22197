import type { Database, Queryable } from '#store';
import { addAgency, lockFor, saveCodebook, saveCoderModel } from '#store';
import { meaningBytes } from '#themes';

/** Whose a comment is: agencies take turns. @param at its place in the list, from 0 */
export const agencyOf = (at: number, agencies: readonly string[]): string => agencies[at % agencies.length]!;

/** Comments, one a submission, as the hub keeps what it can find, with two themes each; of agencies in turn. */
export async function plantComments(
  db: Database,
  admin: Queryable,
  texts: readonly string[],
  agencies: readonly string[],
): Promise<Map<number, number>> {
  for (const code of agencies) await addAgency(db, { code, name: code, kind: 'council' });
  await db.transaction(async (tx) => {
    await lockFor(tx, 'code');
    await saveCodebook(tx, { code: 'made-up', version: 1, title: 'Made up', note: '', themes: [] });
    await saveCoderModel(tx, { version: 'made-up', kind: 'rules', parameters: {} });
  });
  await admin.query('SET session_replication_role = replica');
  await admin.query(
    `INSERT INTO engagement.engagement (agency, key, title, kind) SELECT a, 'bench', 'Bench', 'survey' FROM unnest($1::text[]) a`,
    [agencies],
  );
  const placeOf = new Map<number, number>();
  for (let from = 0; from < texts.length; from += 5_000) {
    await admin.query('SET session_replication_role = replica');
    const lot = texts.slice(from, from + 5_000);
    const rows = await admin.query<{ id: string; n: number }>(
      `WITH said AS (SELECT t, n, agency, gen_random_uuid() AS submission
         FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS x(t, agency, n)),
       made AS (INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward, coded_at)
         SELECT submission, agency, 'bench', 'bench', 1, 'bench.csv', n, 'bench', date '2024-01-01' + (n % 700)::int, NULL, now() FROM said),
       coded AS (INSERT INTO coding.coded (submission, agency, has_text, no_answer, codebook, codebook_version, model_version, indexed)
         SELECT submission, agency, true, false, 'made-up', 1, 'made-up', true FROM said),
       answers AS (INSERT INTO engagement.answer (agency, submission, engagement, question, text)
         SELECT agency, submission, 'bench', 'q', t FROM said RETURNING id, submission),
       themed AS (INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, model_version, codebook, codebook_version, probability)
         SELECT agency, submission, 'theme-' || (n + each) % 40, 'assign', 'rule', 'bench', 'made-up', 'made-up', 1, 0.9 FROM said, generate_series(1, 2) each)
       SELECT a.id::text AS id, s.n::int AS n FROM answers a JOIN said s ON s.submission = a.submission`,
      [lot, lot.map((_, at) => agencyOf(from + at, agencies))],
    );
    for (const { id, n } of rows) placeOf.set(Number(id), from + n - 1);
    // From here on as the hub does it: a trigger counts the words.
    await admin.query('RESET session_replication_role');
    await admin.query(
      `INSERT INTO coding.comment_index (answer, agency, submission, words, meaning)
       SELECT a.id, a.agency, a.submission, to_tsvector('pg_catalog.english', a.text), m.meaning
       FROM unnest($1::bigint[], $2::bytea[]) AS m(answer, meaning) JOIN engagement.answer a ON a.id = m.answer`,
      [rows.map(({ id }) => id), rows.map(({ n }) => Buffer.from(meaningBytes(lot[n - 1]!)))],
    );
  }
  await admin.query('ANALYZE');
  return placeOf;
}
