import { createHmac } from 'node:crypto';
import type { Queryable, Transaction } from '../../database.js';
import { namesOf } from '../intake/row-identity.js';
import { removeSubmissions } from './corrections.js';

/** By the worker role, inside a transaction that holds `lockFacts`. Nothing here reads the vault. */

/** Everything that some people said, as far as matching knows, and the people's ids. */
export interface PeopleHeld {
  submissions: string[];
  people: string[];
}

/** Who made these submissions, with all else that they said. A submission that is not matched is a person of its own. */
export async function peopleBehind(tx: Queryable, submissions: readonly string[]): Promise<PeopleHeld> {
  const rows = await tx.query<{ submission: string; person: string | null }>(
    `SELECT s.id AS submission, m.person FROM engagement.submission s LEFT JOIN linkage.membership m ON m.submission = s.id
     WHERE s.id = ANY ($1) OR m.person IN (SELECT own.person FROM linkage.membership own WHERE own.submission = ANY ($1)) ORDER BY s.id`,
    [submissions],
  );
  return {
    submissions: rows.map((row) => row.submission),
    people: [...new Set(rows.flatMap((row) => row.person ?? []))],
  };
}

/** These submissions that are there, and those of their people who said nothing else. */
export async function answersAlone(tx: Queryable, submissions: readonly string[]): Promise<PeopleHeld> {
  const rows = await tx.query<{ submission: string; person: string | null }>(
    `SELECT s.id AS submission, CASE WHEN NOT EXISTS (SELECT FROM linkage.membership o WHERE o.person = m.person AND o.submission <> ALL ($1)) THEN m.person END AS person
     FROM engagement.submission s LEFT JOIN linkage.membership m ON m.submission = s.id WHERE s.id = ANY ($1) ORDER BY s.id`,
    [submissions],
  );
  return {
    submissions: rows.map((row) => row.submission),
    people: [...new Set(rows.flatMap((row) => row.person ?? []))],
  };
}

/** Submissions that whoever held their code took back, and that are still there. By the worker role. */
export async function takenBack(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ submission: string }>(
    `SELECT submission FROM decisions.answer_word WHERE said = 'taken-back' ORDER BY at, submission`,
  );
  return rows.map(({ submission }) => submission);
}

/** What of some people would go, from one source. */
export interface WouldGo {
  agency: string;
  source: string;
  /** People among them; one who is heard by several sources is counted at each. */
  people: number;
  submissions: number;
  /** Days of the first and the last, as far as submissions say; null where none does. */
  first: string | null;
  last: string | null;
}

/**
 * What an erasure of the people who made these submissions would take, as matching knows them now. Changes nothing.
 * @param only these submissions alone, whatever else their people said
 * @returns a line a source, in the order of agencies; none where there is no such submission
 */
export async function wouldGo(
  db: Queryable,
  submissions: readonly string[],
  only = false,
): Promise<WouldGo[]> {
  const held = await (only ? answersAlone : peopleBehind)(db, submissions);
  return db.query<WouldGo>(
    `SELECT s.agency, s.source, count(DISTINCT coalesce(m.person, s.id))::int AS people, count(*)::int AS submissions,
            min(s.submitted_on)::text AS first, max(s.submitted_on)::text AS last
     FROM engagement.submission s LEFT JOIN linkage.membership m ON m.submission = s.id
     WHERE s.id = ANY ($1) GROUP BY s.agency, s.source ORDER BY s.agency, s.source`,
    [held.submissions],
  );
}

export interface Forgotten {
  /** Past editions in which they were cut loose. */
  editions: number[];
  /** Delivered files whose content is gone. */
  files: number;
  /** What is kept of them, hexadecimal: keyed hashes of their ids and of the names of their rows. */
  tombstones: string[];
}

/**
 * Takes submissions out of everything, for good: tables, vault, matching, coding, the files that brought them; past
 * editions keep their figures and lose every key that leads back.
 * @param secret the hub's, hexadecimal
 */
export async function forget(tx: Transaction, held: PeopleHeld, secret: string): Promise<Forgotten> {
  const ids = held.submissions;
  // Under their rows' names too: a row that is read under another mapping is still theirs.
  const names = await namesOf(tx, ids);
  const tombstones = [...ids, ...names].map((id) => tombstone(secret, id).toString('hex'));
  await enterTombstones(tx, tombstones);
  const quotes = await tx.query(
    `DELETE FROM coding.quote_history WHERE submission = ANY ($1) RETURNING agency, encode(digest, 'hex') AS digest`,
    [ids],
  );
  await passArgumentsOn(tx, ids);
  // While they are still held: their own ids tell which rejected rows were theirs.
  const [raw] = await tx.query<{ files: number }>('SELECT intake.forget($1) AS files', [ids]);
  await removeSubmissions(tx, ids);
  await tx.query('SELECT coding.forget($1)', [ids]);
  await tx.query('SELECT linkage.forget($1, $2)', [ids, held.people]);
  const [cut] = await tx.query<{ editions: number[] }>('SELECT facts.cut_loose($1, $2) AS editions', [
    ids.map((id) => submissionKey(secret, id)),
    JSON.stringify(quotes),
  ]);
  if (quotes.length > 0) await tx.query('SELECT facts.take_words_out()');
  return { editions: cut?.editions ?? [], files: raw?.files ?? 0, tombstones };
}

/** An argument is named after the first submission that made it: where that goes, the next one names it. */
async function passArgumentsOn(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE coding.coded c SET argument = n.heir FROM (
       SELECT o.argument, min(o.submission::text)::uuid AS heir FROM coding.coded o
       WHERE o.argument = ANY ($1) AND o.submission <> ALL ($1) GROUP BY o.argument) n
     WHERE c.argument = n.argument AND c.submission <> ALL ($1)`,
    [ids],
  );
}

/** Enters that submissions were erased, whether they are here or not. @param tombstones hexadecimal */
export async function enterTombstones(tx: Queryable, tombstones: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO engagement.erased (tombstone) SELECT decode(unnest($1::text[]), 'hex') ON CONFLICT DO NOTHING`,
    [tombstones],
  );
}

/** Which of these tombstones (hexadecimal) the hub does not know: erasures that a restored database has not seen. */
export async function unknownTombstones(db: Queryable, tombstones: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ mark: string }>(
    `SELECT mark FROM unnest($1::text[]) mark WHERE NOT EXISTS (SELECT FROM engagement.erased WHERE tombstone = decode(mark, 'hex'))`,
    [tombstones],
  );
  return rows.map(({ mark }) => mark);
}

const PAGE = 20_000;

/** Ids of the submissions that these tombstones (hexadecimal) stand for, as far as they are here. @param secret the hub's */
export async function submissionsUnder(
  db: Queryable,
  tombstones: readonly string[],
  secret: string,
): Promise<string[]> {
  const wanted = new Set(tombstones);
  const found: string[] = [];
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await db.query<{ id: string }>(
      'SELECT id FROM engagement.submission WHERE id > $1 ORDER BY id LIMIT $2',
      [last, PAGE],
    );
    for (const { id } of page) if (wanted.has(tombstone(secret, id).toString('hex'))) found.push(id);
    if (page.length < PAGE) return found;
    last = page.at(-1)!.id;
  }
}

/** Which of these ids, or names of rows, were erased: a delivery that brings them again brings nothing. */
export async function erasedAmong(tx: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const [known] = await tx.query<{ secret: string | null }>(
    `SELECT CASE WHEN EXISTS (SELECT FROM engagement.erased) THEN (SELECT value FROM facts.setting WHERE name = 'secret') END AS secret`,
  );
  const secret = known?.secret;
  if (!secret || ids.length === 0) return new Set();
  const byTombstone = new Map(ids.map((id) => [tombstone(secret, id).toString('hex'), id]));
  const found = await tx.query<{ mark: string }>(
    `SELECT encode(tombstone, 'hex') AS mark FROM engagement.erased WHERE tombstone = ANY ($1::bytea[])`,
    [[...byTombstone.keys()].map((mark) => Buffer.from(mark, 'hex'))],
  );
  return new Set(found.map(({ mark }) => byTombstone.get(mark)!));
}

/** Enters the names of rows whose submissions were erased, so that they stay so under any mapping. @param names as `erasedAmong` takes them */
export async function markErasedRows(tx: Transaction, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const [known] = await tx.query<{ secret: string }>(
    `SELECT value AS secret FROM facts.setting WHERE name = 'secret'`,
  );
  if (known)
    await enterTombstones(
      tx,
      names.map((name) => tombstone(known.secret, name).toString('hex')),
    );
}

const hmac = (secret: string, message: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(message).digest();
const tombstone = (secret: string, id: string): Buffer => hmac(secret, `erased/${id}`);
/** As the facts have it: the first 63 bits. */
const submissionKey = (secret: string, id: string): string =>
  (hmac(secret, `submission/${id}`).readBigUInt64BE() & 0x7fffffffffffffffn).toString();
