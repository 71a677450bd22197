import type { Queryable, Transaction } from '../../database.js';
import { lockAudit } from '../locks.js';

/** What the machine says of every submission with text, whatever people said since: theme to probability. */
export interface MachineChances {
  submission: string;
  agency: string;
  /** Whose it is, as matching has it; a submission that is not matched yet is a person of its own. */
  person: string;
  communities: string[];
  chances: Record<string, number>;
  /** Themes that it assigned; the rest it only suggested. */
  assigned: string[];
}

const NOW = `
       SELECT DISTINCT ON (a.submission, a.theme) a.submission, a.theme, a.decision, a.probability
       FROM coding.assignment a JOIN coding.coded c ON c.submission = a.submission AND c.model_version = a.model_version
         AND c.codebook = a.codebook AND c.codebook_version = a.codebook_version
       WHERE a.source <> 'human' ORDER BY a.submission, a.theme, a.id DESC`;
const UP_TO = `
       SELECT DISTINCT ON (a.submission, a.theme) a.submission, a.theme, a.decision, a.probability
       FROM coding.assignment a JOIN (
         SELECT DISTINCT ON (b.submission) b.submission, b.model_version, b.codebook, b.codebook_version FROM coding.assignment b
         WHERE b.id <= $1 AND b.source <> 'human' AND b.model_version IS NOT NULL ORDER BY b.submission, b.id DESC) l
         ON l.submission = a.submission AND l.model_version = a.model_version AND l.codebook = a.codebook AND l.codebook_version = a.codebook_version
       WHERE a.id <= $1 AND a.source <> 'human' ORDER BY a.submission, a.theme, a.id DESC`;

/** @param upTo as the coder had said up to this assignment; null = as it says now */
export function machineChances(db: Queryable, upTo: number | null = null): Promise<MachineChances[]> {
  return db.query<MachineChances>(
    `WITH spoken AS (${upTo === null ? NOW : UP_TO}),
     said AS (
       SELECT submission, jsonb_object_agg(theme, probability) AS chances, array_agg(theme ORDER BY theme) FILTER (WHERE decision = 'assign') AS assigned
       FROM spoken WHERE decision <> 'absent' GROUP BY submission),
     named AS (
       SELECT n.submission, array_agg(DISTINCT l.community) AS communities
       FROM engagement.mention n JOIN linkage.community_alias l ON l.kind = n.kind AND l.label = n.label GROUP BY n.submission)
     SELECT c.submission, c.agency, coalesce('person/' || m.person, 'submission/' || c.submission) AS person, coalesce(n.communities, '{}') AS communities, coalesce(s.chances, '{}') AS chances, coalesce(s.assigned, '{}') AS assigned
     FROM coding.coded c LEFT JOIN said s ON s.submission = c.submission LEFT JOIN named n ON n.submission = c.submission
     LEFT JOIN linkage.membership m ON m.submission = c.submission
     WHERE c.has_text AND NOT c.no_answer ORDER BY c.submission`,
    upTo === null ? [] : [upTo],
  );
}

/** The share of comments that say a theme, with what it rests on. All between 0 and 1. */
export interface ThemeShareRow {
  /** `all`, `agency/<code>` or `community/<code>`. */
  scope: string;
  theme: string;
  value: number;
  low: number;
  high: number;
  audited: number;
  method: string;
  tiedWith: string[];
}

/** Replaces the shares of the working facts; editions keep theirs. */
export async function saveThemeShares(tx: Transaction, shares: readonly ThemeShareRow[]): Promise<void> {
  await lockAudit(tx);
  await tx.query('DELETE FROM coding.theme_share');
  await tx.query(
    `INSERT INTO coding.theme_share (scope, theme, value, low, high, audited, method, tied_with)
     SELECT s.scope, s.theme, s.value, s.low, s.high, s.audited, s.method, s."tiedWith"
     FROM jsonb_to_recordset($1) AS s(scope text, theme text, value real, low real, high real, audited integer, method text, "tiedWith" text[])`,
    [JSON.stringify(shares)],
  );
}

/** The newest coding by a person that the shares of the working facts know of; 0 where there are none. */
export async function codingsInShares(db: Queryable): Promise<number> {
  const [row] = await db.query<{ id: number }>('SELECT newest_coding::int AS id FROM coding.share_basis');
  return row?.id ?? 0;
}

export async function keepCodingsInShares(tx: Transaction, newest: number): Promise<void> {
  await tx.query(
    'INSERT INTO coding.share_basis (newest_coding) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET newest_coding = EXCLUDED.newest_coding',
    [newest],
  );
}

/** By the published role: the shares that an edition froze. */
export function readThemeShares(db: Queryable, edition: number): Promise<ThemeShareRow[]> {
  return db.query<ThemeShareRow>(
    `SELECT scope, theme, value, low, high, audited, method, tied_with AS "tiedWith" FROM facts.theme_shares_of($1)`,
    [edition],
  );
}

export interface CodingProgress {
  stage: string;
  done: number;
  total: number;
}

/** By the published role: what the coder is at in the background; null while it rests. */
export async function readCodingProgress(db: Queryable): Promise<CodingProgress | null> {
  const [row] = await db.query<{ progress: CodingProgress | null }>(
    'SELECT facts.coding_progress() AS progress',
  );
  return row?.progress ?? null;
}
