import { HubError } from '#domain';

import type { Queryable, Transaction } from '../../database.js';
import { recordEvent } from '../audit/audit.js';
import { slicesOf } from '../../slices.js';
import { type KeptSubmission, type Origin, saveCorrectedParts } from './records.js';

/** A submission as it was read, to be told from what stands under its id now. */
export interface ReadSubmission {
  id: string;
  /** Content hash. */
  hash: string;
}

/**
 * Whoever writes what hangs on submissions calls this first: it waits for a correction of any of them, keeps the next one
 * out until the transaction ends, and takes its locks in order of id, as corrections do, so that nobody waits in a ring.
 * @returns ids of those that still say what was read; the others were corrected or taken out meanwhile
 */
export async function holdUnchanged(tx: Queryable, read: readonly ReadSubmission[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `SELECT s.id FROM engagement.submission s JOIN unnest($1::uuid[], $2::text[]) AS r(id, hash) ON r.id = s.id AND r.hash = s.content_hash
     ORDER BY s.id FOR KEY SHARE OF s`,
    [read.map(({ id }) => id), read.map(({ hash }) => hash)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The same for whatever the submissions say now. Once in a transaction, of all that it will write to: a second call would begin a second order. */
export async function holdSubmissions(tx: Queryable, ids: readonly string[]): Promise<void> {
  for await (const some of slicesOf([...ids].sort()))
    await tx.query('SELECT FROM engagement.submission WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE', [some]);
}

/**
 * Keeps everybody else away from these submissions until the transaction ends. Whoever corrects in several steps calls it first, of all of them, for the
 * same reason.
 */
export async function lockSubmissions(tx: Transaction, ids: readonly string[]): Promise<void> {
  for await (const some of slicesOf([...ids].sort()))
    await tx.query('SELECT FROM engagement.submission WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [some]);
}

/** What a correction came to, for the audit trail. */
export interface Correction {
  rows: number;
  /** Submissions whose own words are others now. */
  reworded: number;
  /** Codings by people that were said of other words: they are kept, and the comments wait to be coded again. */
  outdated: number;
  /** Quotes of words that are no more. */
  quotes: number;
}

/**
 * Replaces what submissions say, in place: what people decided about them stays. Where the words are others, what the coder made
 * of them goes, people's codings are marked as said of other words, and a quote of them is taken back.
 */
export async function correctSubmissions(
  tx: Transaction,
  origin: Origin,
  kept: readonly KeptSubmission[],
): Promise<Correction> {
  const sum: Correction = { rows: 0, reworded: 0, outdated: 0, quotes: 0 };
  // In order of id over all slices too: locks are taken in one order by everybody.
  const ordered = [...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
  for await (const some of slicesOf(ordered)) {
    const one = await correctSlice(tx, origin, some);
    for (const what of Object.keys(sum) as (keyof Correction)[]) sum[what] += one[what];
  }
  return sum;
}

async function correctSlice(
  tx: Transaction,
  origin: Origin,
  kept: readonly KeptSubmission[],
): Promise<Correction> {
  const ids = kept.map(({ id }) => id);
  await lockSubmissions(tx, ids);
  const reworded = await rewordedAmong(tx, kept);
  const others = kept.filter(({ id }) => !reworded.has(id));
  await removeIdentity(tx, ids);
  await tx.query(
    'DELETE FROM engagement.answer WHERE submission = ANY ($1) AND (text IS NULL OR submission = ANY ($2))',
    [ids, [...reworded]],
  );
  const lost = await loseWords(tx, [...reworded]);
  await rewriteRows(tx, origin, kept, reworded);
  await saveCorrectedParts(
    tx,
    origin,
    kept.filter(({ id }) => reworded.has(id)),
    { words: true },
  );
  await saveCorrectedParts(tx, origin, others, { words: false });
  return { rows: kept.length, reworded: reworded.size, ...lost };
}

/** Those whose own words, question by question, are not the ones held. */
async function rewordedAmong(tx: Transaction, kept: readonly KeptSubmission[]): Promise<Set<string>> {
  const held = await tx.query<{ id: string; words: string }>(
    `SELECT submission AS id, jsonb_agg(jsonb_build_array(question, text, to_jsonb(options), value) ORDER BY id)::text AS words
     FROM engagement.answer WHERE submission = ANY ($1) AND text IS NOT NULL GROUP BY submission`,
    [kept.map(({ id }) => id)],
  );
  const said = await tx.query<{ id: string; words: string }>(
    `SELECT n.id, jsonb_agg(jsonb_build_array(w.question, w.text, to_jsonb(w.options), w.value) ORDER BY w.n)::text AS words
     FROM jsonb_to_recordset($1) AS n(id uuid, words jsonb)
     CROSS JOIN LATERAL (SELECT e->>'question' AS question, e->>'text' AS text, ARRAY(SELECT jsonb_array_elements_text(e->'options')) AS options,
       (e->>'value')::numeric AS value, o.n FROM jsonb_array_elements(n.words) WITH ORDINALITY AS o(e, n)) w GROUP BY n.id`,
    [
      JSON.stringify(
        kept.map(({ id, record }) => ({
          id,
          words: record.answers
            .filter(({ text }) => text !== null)
            .map(({ question, text, options, value }) => ({ question: question.key, text, options, value })),
        })),
      ),
    ],
  );
  const before = new Map(held.map(({ id, words }) => [id, words]));
  const now = new Map(said.map(({ id, words }) => [id, words]));
  return new Set(kept.map(({ id }) => id).filter((id) => before.get(id) !== now.get(id)));
}

/** What hung on the words goes; what people said of them stays, without effect. */
async function loseWords(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ outdated: number; quotes: number }> {
  const quotes = await tx.query(
    'DELETE FROM coding.released_quote WHERE submission = ANY ($1) RETURNING submission',
    [ids],
  );
  const outdated = await tx.query(
    'UPDATE coding.human_coding SET outdated_at = now() WHERE submission = ANY ($1) AND outdated_at IS NULL RETURNING id',
    [ids],
  );
  await removeParts(tx, ids, CODED);
  return { outdated: outdated.length, quotes: quotes.length };
}

/** The submission's own row: linked anew, and coded anew where the words are others. */
async function rewriteRows(
  tx: Transaction,
  origin: Origin,
  kept: readonly KeptSubmission[],
  reworded: ReadonlySet<string>,
): Promise<void> {
  await tx.query(
    `UPDATE engagement.submission s SET delivery = $2, file = n.file, "row" = n."row", external_id = n.external_id, content_hash = n.content_hash,
       submitted_on = n.submitted_on, channel = n.channel, ward = n.ward, outward = n.outward, deprivation = n.deprivation, place = n.place, taken_out = n.taken_out,
       heard_on = coalesce(s.heard_on, s.received_at::date), received_at = now(), linked_at = NULL, coded_at = CASE WHEN n.reworded THEN NULL ELSE s.coded_at END
     FROM jsonb_to_recordset($1) AS n(id uuid, file text, "row" integer, external_id text, content_hash text, submitted_on date, channel text,
       ward text, outward text, deprivation smallint, place text, taken_out boolean, reworded boolean) WHERE s.id = n.id`,
    [
      JSON.stringify(
        kept.map(({ id, record: r, contentHash, ward, outward, deprivation }) => ({
          id,
          file: r.file,
          row: r.row,
          external_id: r.externalId,
          content_hash: contentHash,
          submitted_on: r.submittedOn,
          channel: r.channel,
          ward,
          outward,
          deprivation,
          place: r.place,
          taken_out: r.takenOut ?? false,
          reworded: reworded.has(id),
        })),
      ),
      origin.delivery,
    ],
  );
}

const CODED = ['coding.assignment', 'coding.coded'];

async function removeParts(
  tx: Transaction,
  ids: readonly string[],
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) await tx.query(`DELETE FROM ${table} WHERE submission = ANY ($1)`, [ids]);
}

/** Who said it, and whom they were thought to be. */
async function removeIdentity(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM linkage.pair WHERE a = ANY ($1) OR b = ANY ($1)', [ids]);
  await removeParts(tx, ids, [
    'linkage.membership',
    'vault.respondent',
    'vault.encoded',
    'engagement.mention',
    'engagement.demographic',
  ]);
}

/** Take submissions out of everything that was made of them; their raw delivery stays. */
export async function removeSubmissions(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await lockSubmissions(tx, ids);
  await removeIdentity(tx, ids);
  await removeParts(tx, ids, ['coding.released_quote', ...CODED, 'engagement.answer']);
  await tx.query('DELETE FROM engagement.submission WHERE id = ANY ($1)', [ids]);
}

/**
 * Takes out rows that a delivery does not bring any more, or that step back for it; what people had made of them is told in the audit trail.
 * @throws HubError `refuse` (`cases-open`) where a case of safeguarding that nobody has dealt with yet would go with them
 */
export async function takeOutRows(
  tx: Transaction,
  { agency, id: delivery }: { agency: string; id: number },
  rows: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  // Before open cases are counted: whoever opens one holds the submission meanwhile.
  await lockSubmissions(tx, rows);
  const { open, ...made } = await workOfPeople(tx, rows);
  if (open > 0)
    throw new HubError(
      'refuse',
      'cases-open',
      `${open} of the rows that this reading would take out ${open === 1 ? 'has' : 'have'} an open safeguarding case: whoever is on duty deals with it first. Nothing was changed.`,
    );
  const detail = { rows: rows.length, ...made };
  await recordEvent(tx, { agency, action: 'rows-taken-out', subject: String(delivery), detail });
  await removeSubmissions(tx, rows);
}

/** Takes out what this delivery brought when it was read before and does not bring any more. @throws HubError as `takeOutRows` */
export async function removeLeftovers(
  tx: Transaction,
  { agency, id: delivery }: { agency: string; id: number },
  kept: readonly string[],
): Promise<void> {
  let brings: Set<string> | null = null;
  const gone = async (table: 'submission' | 'vote' | 'statement'): Promise<string[]> => {
    const held = await tx.query<{ id: string }>(`SELECT id FROM engagement.${table} WHERE delivery = $1`, [
      delivery,
    ]);
    // Nearly always it is read for the first time, and there is nothing to compare with.
    if (held.length === 0) return [];
    brings ??= new Set(kept);
    return held.flatMap(({ id }) => (brings!.has(id) ? [] : [id]));
  };
  await takeOutRows(tx, { agency, id: delivery }, await gone('submission'));
  for (const table of ['vote', 'statement'] as const) {
    const ids = await gone(table);
    if (ids.length > 0) await tx.query(`DELETE FROM engagement.${table} WHERE id = ANY ($1)`, [ids]);
  }
}

/** What people made of submissions, that goes with them; `open`: cases that nobody has dealt with. */
async function workOfPeople(
  tx: Queryable,
  ids: readonly string[],
): Promise<{ codings: number; cases: number; open: number; quotes: number }> {
  const [row] = await tx.query<{ codings: number; cases: number; open: number; quotes: number }>(
    `SELECT (SELECT count(*)::int FROM coding.human_coding WHERE submission = ANY ($1)) AS codings,
       (SELECT count(*)::int FROM coding.safeguarding WHERE submission = ANY ($1)) AS cases,
       (SELECT count(*)::int FROM coding.safeguarding WHERE submission = ANY ($1) AND handled_at IS NULL) AS open,
       (SELECT count(*)::int FROM coding.released_quote WHERE submission = ANY ($1)) AS quotes`,
    [ids],
  );
  return row!;
}
