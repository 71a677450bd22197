import type { Codebook } from '#domain';

import type { Queryable, Transaction } from '../../database.js';
import { recordEvent } from '../audit/audit.js';
import { lockMarks } from '../locks.js';

export async function saveCodebook(tx: Queryable, codebook: Codebook): Promise<void> {
  await tx.query(
    'INSERT INTO coding.codebook (code, version, document, note) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [codebook.code, codebook.version, JSON.stringify(codebook), codebook.note],
  );
}

export async function saveCoderModel(
  tx: Queryable,
  model: { version: string; kind: string; parameters: unknown },
): Promise<void> {
  await tx.query(
    'INSERT INTO coding.model (version, kind, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [model.version, model.kind, JSON.stringify(model.parameters)],
  );
}

export interface CodedRow {
  submission: string;
  agency: string;
  hasText: boolean;
  noAnswer: boolean;
  stance: string | null;
  safeguarding: boolean;
  /** Kinds of risk that its words may mean; empty where it is not flagged. */
  risks: string[];
  /** How urgent it is by its words; null where it is not flagged. */
  risk: { score: number; band: 'now' | 'today' | 'week' } | null;
  personalData: unknown;
}

export interface AssignmentRow {
  submission: string;
  agency: string;
  theme: string;
  decision: 'assign' | 'suggest';
  source: 'human' | 'rule' | 'model' | 'llm';
  probability: number;
  evidence: unknown;
}

export interface CodingVersion {
  codebook: string;
  codebookVersion: number;
  model: string;
  actor: string;
}

// prettier-ignore
const CODED = ['submission', 'agency', 'has_text', 'no_answer', 'stance', 'safeguarding', 'personal_data', 'codebook', 'codebook_version', 'model_version'];
// prettier-ignore
const ASSIGNED = ['agency', 'submission', 'theme', 'decision', 'source', 'actor', 'model_version', 'codebook', 'codebook_version', 'probability', 'evidence'];

/**
 * What a coder made of submissions that nobody had looked at; they are marked in the same transaction, and texts that
 * may mean danger stand in the queue of people when it ends.
 */
export async function saveCoding(
  tx: Transaction,
  version: CodingVersion,
  coded: readonly CodedRow[],
  assignments: readonly AssignmentRow[],
): Promise<void> {
  const { codebook, codebookVersion, model, actor } = version;
  // prettier-ignore
  await tx.copy('coding.coded', CODED, coded.map((c) => [
    c.submission, c.agency, c.hasText, c.noAnswer, c.stance, c.safeguarding, JSON.stringify(c.personalData), codebook, codebookVersion, model,
  ]));
  // prettier-ignore
  await tx.copy('coding.assignment', ASSIGNED, assignments.map((a) => [
    a.agency, a.submission, a.theme, a.decision, a.source, actor, model, codebook, codebookVersion, a.probability, JSON.stringify(a.evidence),
  ]));
  await queueRisks(tx, coded);
  await lockMarks(tx);
  await tx.query('UPDATE engagement.submission SET coded_at = now() WHERE id = ANY ($1)', [
    coded.map((c) => c.submission),
  ]);
}

/**
 * Whoever writes to what was coded of several submissions calls this first, once these are held: jobs of several kinds do, and each would lock in an order
 * of its own.
 */
export async function holdCoded(tx: Queryable, submissions: readonly string[]): Promise<void> {
  await tx.query(
    'SELECT FROM coding.coded WHERE submission = ANY ($1) ORDER BY submission FOR NO KEY UPDATE',
    [submissions],
  );
}

/** What another coder makes of submissions that were coded before: each row says what it replaced, nothing is lost. */
export async function saveRecoding(
  tx: Transaction,
  version: CodingVersion,
  coded: readonly CodedRow[],
  assignments: readonly AssignmentRow[],
): Promise<void> {
  const { codebook, codebookVersion, model, actor } = version;
  const ids = coded.map((c) => c.submission);
  await tx.query(
    `WITH fresh AS (
       SELECT * FROM jsonb_to_recordset($1) AS f(agency text, submission uuid, theme text, decision text, source text, probability real, evidence jsonb)),
     before AS (SELECT * FROM coding.current_assignment WHERE submission = ANY ($2)),
     gone AS (
       INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, model_version, codebook, codebook_version, probability, supersedes)
       SELECT b.agency, b.submission, b.theme, 'absent', 'model', $3, $4, $5, $6, 0, b.id FROM before b
       WHERE b.decision <> 'absent' AND NOT EXISTS (SELECT FROM fresh f WHERE f.submission = b.submission AND f.theme = b.theme)
       ORDER BY b.submission, b.theme)
     INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, model_version, codebook, codebook_version, probability, evidence, supersedes)
     SELECT f.agency, f.submission, f.theme, f.decision, f.source, $3, $4, $5, $6, f.probability, f.evidence, b.id
     FROM fresh f LEFT JOIN before b ON b.submission = f.submission AND b.theme = f.theme ORDER BY f.submission, f.theme`,
    [JSON.stringify(assignments), ids, actor, model, codebook, codebookVersion],
  );
  await holdCoded(tx, ids);
  await tx.query(
    `UPDATE coding.coded c SET model_version = $2, codebook = $3, codebook_version = $4, no_answer = f.no_answer, stance = f.stance, coded_at = now()
     FROM jsonb_to_recordset($1) AS f(submission uuid, no_answer boolean, stance text) WHERE c.submission = f.submission`,
    [
      JSON.stringify(
        coded.map((c) => ({ submission: c.submission, no_answer: c.noAnswer, stance: c.stance })),
      ),
      model,
      codebook,
      codebookVersion,
    ],
  );
}

/** A person's word on one submission, to stand over what the coder says. */
export interface HumanWord {
  submission: string;
  /** Number of the coding; null where nobody's word stands (any more). */
  coding: number | null;
  coder: string;
  at: string;
  themes: readonly string[];
}

/**
 * Lets people's words stand over the coder's: themes they named are assigned, others that the coder gave are absent.
 * Evidence is the coder's own where it had the theme too.
 */
export async function saveHumanWords(
  tx: Transaction,
  version: Pick<CodingVersion, 'codebook' | 'codebookVersion'>,
  words: readonly HumanWord[],
): Promise<void> {
  await tx.query(
    `WITH said AS (SELECT * FROM jsonb_to_recordset($1) AS w(submission uuid, coding bigint, coder text, at timestamptz, themes text[])),
     before AS (SELECT b.* FROM coding.current_assignment b JOIN said s ON s.submission = b.submission),
     wanted AS (
       SELECT s.submission, t.theme, 'assign' AS decision, s.coder, s.at, s.coding FROM said s CROSS JOIN LATERAL unnest(s.themes) AS t(theme)
       UNION ALL
       SELECT b.submission, b.theme, 'absent', s.coder, s.at, s.coding FROM before b JOIN said s ON s.submission = b.submission
       WHERE b.decision <> 'absent' AND NOT b.theme = ANY (s.themes))
     INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability, evidence, at, supersedes, coding)
     SELECT u.agency, w.submission, w.theme, w.decision, 'human', w.coder, $2, $3, CASE w.decision WHEN 'assign' THEN 1 ELSE 0 END,
       CASE w.decision WHEN 'assign' THEN coalesce(b.evidence, '[]') ELSE '[]' END, w.at, b.id, w.coding
     FROM wanted w JOIN engagement.submission u ON u.id = w.submission
     LEFT JOIN before b ON b.submission = w.submission AND b.theme = w.theme
     WHERE b.coding IS DISTINCT FROM w.coding OR b.decision <> w.decision OR b.codebook_version <> $3
     ORDER BY w.submission, w.theme`,
    [JSON.stringify(words.filter((w) => w.coding !== null)), version.codebook, version.codebookVersion],
  );
}

/** Marks what people have said of these submissions as taken over. */
export async function markFolded(
  tx: Transaction,
  submissions: readonly string[],
  upTo: number,
): Promise<void> {
  await holdCoded(tx, submissions);
  await tx.query('UPDATE coding.coded SET folded = greatest(folded, $2) WHERE submission = ANY ($1)', [
    submissions,
    upTo,
  ]);
}

/** The number of the newest coding by a person that can be seen now. */
export async function newestCoding(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    'SELECT coalesce(max(id), 0)::int AS id FROM coding.human_coding',
  );
  return row?.id ?? 0;
}

async function queueRisks(tx: Transaction, coded: readonly CodedRow[]): Promise<void> {
  const flagged = coded.filter((c) => c.safeguarding);
  if (flagged.length === 0) return;
  // A case there is already was of words that were corrected since: it is opened again; who handled it stands in the audit trail.
  const opened = await tx.query<{ submission: string; agency: string; again: boolean }>(
    `WITH handled AS (SELECT submission FROM coding.safeguarding WHERE handled_at IS NOT NULL)
     INSERT INTO coding.safeguarding AS old (submission, agency, kinds, score, band)
     SELECT * FROM jsonb_to_recordset($1) AS f(submission uuid, agency text, kinds text[], score real, band text)
     ON CONFLICT (submission) DO UPDATE SET kinds = EXCLUDED.kinds, score = EXCLUDED.score, band = EXCLUDED.band, flagged_at = now(),
       chance = NULL, learnt = '[]',
       outcome = NULL, actor = NULL, handled_at = NULL, owner = NULL, taken_at = NULL, handed_to = NULL, note = ''
     RETURNING old.submission, old.agency, old.submission IN (SELECT submission FROM handled) AS again`,
    [
      JSON.stringify(
        flagged.map(({ submission, agency, risks, risk }) => ({
          submission,
          agency,
          kinds: risks,
          score: risk?.score ?? 1,
          band: risk?.band ?? 'today',
        })),
      ),
    ],
  );
  for (const { submission, agency } of opened.filter(({ again }) => again))
    await recordEvent(tx, { agency, action: 'safeguarding-reopened', subject: submission });
}

export async function saveArguments(tx: Transaction, groups: ReadonlyMap<string, string>): Promise<void> {
  await tx.query('CREATE TEMP TABLE grouped (submission uuid PRIMARY KEY, argument uuid) ON COMMIT DROP');
  await tx.copy('grouped', ['submission', 'argument'], groups);
  await tx.query(
    `SELECT FROM coding.coded c JOIN grouped g ON g.submission = c.submission AND c.argument IS DISTINCT FROM g.argument
     ORDER BY c.submission FOR NO KEY UPDATE OF c`,
  );
  await tx.query(
    `UPDATE coding.coded c SET argument = g.argument FROM grouped g WHERE g.submission = c.submission AND c.argument IS DISTINCT FROM g.argument`,
  );
}

export async function uncodedCount(db: Queryable): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM engagement.submission WHERE coded_at IS NULL AND withdrawn_at IS NULL',
  );
  return row?.n ?? 0;
}
