import type { Queryable, Transaction } from '../database.js';
import { lockMarks } from './locks.js';

/** Identifying fields of one submission, for the linker alone. */
export interface RespondentRow {
  id: string;
  agency: string;
  source: string;
  givenName: string | null;
  familyName: string | null;
  fullName: string | null;
  dateOfBirth: string | null;
  sex: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  postcode: string | null;
  nationalId: string | null;
  systemId: string | null;
}

export async function unlinkedCount(db: Queryable): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM engagement.submission WHERE linked_at IS NULL AND withdrawn_at IS NULL',
  );
  return row?.n ?? 0;
}

/** The one bulk read of the vault. */
export async function allRespondents(db: Queryable): Promise<RespondentRow[]> {
  return db.query<RespondentRow>(
    `SELECT r.submission AS id, r.agency, r.source, r.given_name AS "givenName", r.family_name AS "familyName", r.full_name AS "fullName",
       r.date_of_birth AS "dateOfBirth", d.code AS sex, r.email, r.phone, r.address, r.postcode, r.nhs_number AS "nationalId", r.system_id AS "systemId"
     FROM vault.respondent r JOIN engagement.submission s ON s.id = r.submission
     LEFT JOIN engagement.demographic d ON d.submission = r.submission AND d.characteristic = 'sex' AND d.code IN ('female', 'male')
     WHERE s.withdrawn_at IS NULL ORDER BY r.submission`,
  );
}

export async function decisions(
  db: Queryable,
): Promise<{ a: string; b: string; verdict: 'same' | 'different' | 'unsure' }[]> {
  return db.query(
    `SELECT DISTINCT ON (a, b) a, b, verdict FROM linkage.decision WHERE undone_at IS NULL ORDER BY a, b, id DESC`,
  );
}

export async function memberships(db: Queryable): Promise<Map<string, string>> {
  const rows = await db.query<{ submission: string; person: string }>(
    'SELECT submission, person FROM linkage.membership',
  );
  return new Map(rows.map((row) => [row.submission, row.person]));
}

export interface LinkageRun {
  model: { code: string; version: number; parameters: unknown };
  records: number;
  people: { value: number; low: number; high: number };
}

export async function startRun(tx: Transaction, run: LinkageRun): Promise<number> {
  await tx.query(
    'INSERT INTO linkage.model (code, version, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [run.model.code, run.model.version, JSON.stringify(run.model)],
  );
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO linkage.run (model, model_version, kind, records, people, people_low, people_high, finished_at)
     VALUES ($1, $2, 'bulk', $3, $4, $5, $6, now()) RETURNING id::int AS id`,
    [run.model.code, run.model.version, run.records, run.people.value, run.people.low, run.people.high],
  );
  return row!.id;
}

export interface MembershipChange {
  submission: string;
  agency: string;
  person: string;
}

export interface PeopleChanges {
  newPeople: string[];
  memberships: MembershipChange[];
  changes: { kind: 'merge' | 'split'; person: string; other: string }[];
}

export async function savePeople(tx: Transaction, run: number, changes: PeopleChanges): Promise<void> {
  await tx.copy(
    'linkage.person',
    ['id', 'first_run'],
    changes.newPeople.map((id) => [id, run]),
  );
  await tx.query('CREATE TEMP TABLE moved (submission uuid, agency text, person uuid) ON COMMIT DROP');
  await tx.copy(
    'moved',
    ['submission', 'agency', 'person'],
    changes.memberships.map((m) => [m.submission, m.agency, m.person]),
  );
  await tx.query(
    `INSERT INTO linkage.membership (submission, agency, person, run) SELECT m.submission, m.agency, m.person, $1::bigint FROM moved m
     JOIN engagement.submission s ON s.id = m.submission
     ON CONFLICT (submission) DO UPDATE SET person = EXCLUDED.person, run = EXCLUDED.run`,
    [run],
  );
  await tx.copy(
    'linkage.change',
    ['run', 'kind', 'person', 'other'],
    changes.changes.map((c) => [run, c.kind, c.person, c.other]),
  );
}

export interface PairRow {
  a: string;
  b: string;
  agency: string;
  agencyB: string;
  weight: number;
  probability: number;
  rule: string;
  evidence: unknown;
  state: 'joined' | 'review';
}

/** The pairs of the newest run replace those before. */
export async function savePairs(tx: Transaction, run: number, pairs: readonly PairRow[]): Promise<void> {
  await tx.query('DELETE FROM linkage.pair');
  await tx.copy(
    'linkage.pair',
    ['a', 'b', 'agency', 'agency_b', 'run', 'weight', 'probability', 'rule', 'evidence', 'state'],
    pairs.map((p) => [
      p.a,
      p.b,
      p.agency,
      p.agencyB,
      run,
      p.weight,
      p.probability,
      p.rule,
      JSON.stringify(p.evidence),
      p.state,
    ]),
  );
}

export async function markLinked(tx: Transaction, ids: readonly string[]): Promise<void> {
  await lockMarks(tx);
  await tx.query(
    'UPDATE engagement.submission SET linked_at = now() WHERE id = ANY ($1) AND linked_at IS NULL',
    [ids],
  );
}

/** Every community as sources name it, with the number of mentions. */
export async function mentionedCommunities(
  db: Queryable,
): Promise<{ kind: string; label: string; mentions: number }[]> {
  return db.query(
    'SELECT kind, label, count(*)::int AS mentions FROM engagement.mention GROUP BY kind, label ORDER BY kind, label',
  );
}

export async function saveCommunities(
  tx: Transaction,
  communities: readonly { code: string; kind: string; name: string }[],
  aliases: readonly { kind: string; label: string; community: string; rule: string }[],
): Promise<void> {
  await tx.query('DELETE FROM linkage.community_alias');
  await tx.query('DELETE FROM linkage.community');
  await tx.copy(
    'linkage.community',
    ['code', 'kind', 'name'],
    communities.map((c) => [c.code, c.kind, c.name]),
  );
  await tx.copy(
    'linkage.community_alias',
    ['kind', 'label', 'community', 'rule'],
    aliases.map((a) => [a.kind, a.label, a.community, a.rule]),
  );
}
