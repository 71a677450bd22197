import type { Queryable, Transaction } from '../../database.js';
import { lockMarks } from '../locks.js';

/** Identifying fields of one submission, for the linker alone. */
export interface RespondentRow {
  id: string;
  /** Content hash of the submission. */
  hash: string;
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

const RESPONDENTS = `
  SELECT s.id, s.content_hash AS hash, s.agency, s.source, r.given_name AS "givenName", r.family_name AS "familyName", r.full_name AS "fullName",
    r.date_of_birth AS "dateOfBirth", d.code AS sex, r.email, r.phone, r.address, r.postcode, r.nhs_number AS "nationalId", r.system_id AS "systemId"
  FROM engagement.submission s LEFT JOIN vault.respondent r ON r.submission = s.id
  LEFT JOIN engagement.demographic d ON d.submission = s.id AND d.characteristic = 'sex' AND d.code IN ('female', 'male')
  WHERE s.withdrawn_at IS NULL`;

/** The one bulk read of the vault. What was erased from it is listed all the same, with nothing known. */
export async function allRespondents(db: Queryable): Promise<RespondentRow[]> {
  return db.query<RespondentRow>(`${RESPONDENTS} ORDER BY s.id`);
}

/** Those whom no run has looked at yet. */
export async function newRespondents(db: Queryable): Promise<RespondentRow[]> {
  return db.query<RespondentRow>(`${RESPONDENTS} AND s.linked_at IS NULL ORDER BY s.id`);
}

/** All submissions that carry the same person id of the same source as one of these. */
export async function sharersOfOwnId(db: Queryable, ids: readonly string[]): Promise<RespondentRow[]> {
  if (ids.length === 0) return [];
  return db.query<RespondentRow>(
    `${RESPONDENTS} AND (s.source, r.system_id) IN (
       SELECT n.source, o.system_id FROM engagement.submission n JOIN vault.respondent o ON o.submission = n.id
       WHERE n.id = ANY ($1::uuid[]) AND o.system_id IS NOT NULL) ORDER BY s.id`,
    [ids],
  );
}

/** Submission -> person; of all, or of some submissions. */
export async function memberships(
  db: Queryable,
  of: readonly string[] | null = null,
): Promise<Map<string, string>> {
  const rows = await db.query<{ submission: string; person: string }>(
    'SELECT submission, person FROM linkage.membership WHERE $1::uuid[] IS NULL OR submission = ANY ($1)',
    [of],
  );
  return new Map(rows.map((row) => [row.submission, row.person]));
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
  await tx.query(
    `UPDATE linkage.person p SET merged_into = c.person FROM linkage.change c
     WHERE c.run = $1 AND c.kind = 'merge' AND c.other = p.id AND NOT EXISTS (SELECT FROM linkage.membership m WHERE m.person = p.id)`,
    [run],
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
  /** What a reviewer's answer is expected to settle; null where nobody need be asked. */
  gain: number | null;
}

const PAIR_COLUMNS = [
  'a',
  'b',
  'agency',
  'agency_b',
  'run',
  'weight',
  'probability',
  'rule',
  'evidence',
  'gain',
] as const;

const pairColumns = (run: number, p: PairRow): unknown[] => [
  p.a,
  p.b,
  p.agency,
  p.agencyB,
  run,
  p.weight,
  p.probability,
  p.rule,
  JSON.stringify(p.evidence),
  p.gain,
];

/**
 * The pairs of a bulk run replace those before, except that a pair on which somebody has given a word stays to be opened;
 * those of an incremental run come beside them.
 */
export async function savePairs(
  tx: Transaction,
  run: number,
  pairs: readonly PairRow[],
  replace: boolean,
): Promise<void> {
  if (replace)
    await tx.query(
      `DELETE FROM linkage.pair p WHERE NOT EXISTS (
         SELECT FROM linkage.decision d WHERE d.a = p.a AND d.b = p.b AND d.undone_at IS NULL)`,
    );
  await tx.query(
    'DELETE FROM linkage.pair p USING unnest($1::uuid[], $2::uuid[]) AS n(a, b) WHERE p.a = n.a AND p.b = n.b',
    [pairs.map((p) => p.a), pairs.map((p) => p.b)],
  );
  await tx.copy(
    'linkage.pair',
    PAIR_COLUMNS,
    pairs.map((p) => pairColumns(run, p)),
  );
}

/** Stored pairs with their weights, without what they rest on. */
export async function pairWeights(db: Queryable): Promise<{ a: string; b: string; weight: number }[]> {
  return db.query('SELECT a, b, weight FROM linkage.pair');
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
  communities: readonly { code: string; kind: string; name: string; listed: boolean }[],
  aliases: readonly { kind: string; label: string; community: string; rule: string }[],
): Promise<void> {
  await tx.query('DELETE FROM linkage.community_alias');
  await tx.query('DELETE FROM linkage.community');
  await tx.copy(
    'linkage.community',
    ['code', 'kind', 'name', 'listed'],
    communities.map((c) => [c.code, c.kind, c.name, c.listed]),
  );
  await tx.copy(
    'linkage.community_alias',
    ['kind', 'label', 'community', 'rule'],
    aliases.map((a) => [a.kind, a.label, a.community, a.rule]),
  );
}
