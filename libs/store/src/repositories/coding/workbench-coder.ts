import type { Codebook } from '#domain';

import type { Queryable, Transaction } from '../../database.js';
import type { RunKind } from './coder-runs.js';
import type { LearntSign } from './risk-looks.js';

/** By the workbench role: what the coder learned, and which of it a person let speak. */

export interface ModelLine {
  version: string;
  kind: string;
  codings: number | null;
  codebook: string | null;
  codebookVersion: number | null;
  trainingHash: string | null;
  madeAt: string;
  signedOffBy: string | null;
  signedOffAt: string | null;
  inForce: boolean;
}

/** Models that were in force or may come into force, the newest first. */
export function readModels(tx: Queryable): Promise<ModelLine[]> {
  return tx.query<ModelLine>(
    `SELECT m.version, m.kind, m.codings, m.codebook, m.codebook_version AS "codebookVersion", m.training_hash AS "trainingHash",
       to_json(m.created_at) #>> '{}' AS "madeAt", s.actor AS "signedOffBy", to_json(s.at) #>> '{}' AS "signedOffAt",
       m.version = coalesce((SELECT model_version FROM coding.in_force), (SELECT model_version FROM coding.coded LIMIT 1)) AS "inForce"
     FROM coding.model m LEFT JOIN LATERAL (SELECT actor, at FROM coding.sign_off o WHERE o.model_version = m.version ORDER BY id DESC LIMIT 1) s ON true
     WHERE m.codebook IS NULL OR m.codebook NOT IN (SELECT o.code FROM coding.own_codebook o)
     ORDER BY m.created_at DESC, m.version`,
  );
}

export interface RunLine {
  id: number;
  kind: RunKind;
  /** `proposed`: a second person has still to agree. */
  state: 'proposed' | 'waiting' | 'running' | 'done' | 'failed';
  stage: string;
  done: number;
  total: number;
  actor: string;
  askedAt: string;
  tookMs: number | null;
  model: string | null;
  edition: number | null;
  /** Figures over all agencies; its examples are of the session's own. */
  comparison: unknown;
}

const RUN = `SELECT id::int AS id, kind, state, stage, done, total, actor, to_json(asked_at) #>> '{}' AS "askedAt", took_ms AS "tookMs",
  model_version AS model, edition, coding.comparison_of(id) AS comparison FROM coding.run`;

export async function readCoderRun(tx: Queryable, id: number): Promise<RunLine | null> {
  const [row] = await tx.query<RunLine>(`${RUN} WHERE id = $1`, [id]);
  return row ?? null;
}

/** Every run there was, the first one included. */
export function readEveryRun(tx: Queryable): Promise<RunLine[]> {
  return tx.query<RunLine>(`${RUN} ORDER BY id`);
}

/** The latest run of each kind. */
export function readLatestRuns(tx: Queryable): Promise<RunLine[]> {
  return tx.query<RunLine>(
    `${RUN} WHERE id IN (SELECT max(id) FROM coding.run GROUP BY kind) ORDER BY id DESC`,
  );
}

export async function askCoder(tx: Transaction, work: 'train' | 'propose' | 'batch'): Promise<number> {
  const [row] = await tx.query<{ id: number }>('SELECT coding.ask($1)::int AS id', [work]);
  return row!.id;
}

/** @returns the run that codes everything anew; null where there is no such candidate */
export async function signOffModel(tx: Transaction, version: string, note: string): Promise<number | null> {
  const [row] = await tx.query<{ id: number | null }>('SELECT coding.sign_off_model($1, $2)::int AS id', [
    version,
    note,
  ]);
  return row?.id ?? null;
}

export interface CodebookLine {
  code: string;
  version: number;
  note: string;
  themes: number;
  actor: string | null;
  at: string | null;
  inForce: boolean;
}

/** Versions of the codebook that people code by, newest first. */
export function readCodebookVersions(tx: Queryable): Promise<CodebookLine[]> {
  return tx.query<CodebookLine>(
    `SELECT b.code, b.version, b.note, jsonb_array_length(b.document -> 'themes') AS themes, k.actor, to_json(k.at) #>> '{}' AS at,
       b.version = coalesce((SELECT codebook_version FROM coding.in_force), (SELECT max(codebook_version) FROM coding.coded c WHERE c.codebook = b.code)) AS "inForce"
     FROM coding.codebook b LEFT JOIN coding.codebook_change k ON k.codebook = b.code AND k.version = b.version
     WHERE b.code = (SELECT codebook FROM coding.codebook_now()) ORDER BY b.version DESC`,
  );
}

/** Keeps the next version. @returns false where somebody else was first */
export async function keepCodebook(
  tx: Transaction,
  codebook: Codebook,
  change: unknown,
  mapping: unknown,
): Promise<boolean> {
  const [row] = await tx.query<{ kept: boolean }>('SELECT coding.keep_codebook($1, $2, $3) AS kept', [
    JSON.stringify(codebook),
    JSON.stringify(change),
    JSON.stringify(mapping),
  ]);
  return row?.kept ?? false;
}

export interface SuggestionLine {
  id: number;
  terms: string[];
  submissions: string[];
  state: 'open' | 'kept' | 'merged' | 'dropped';
  theme: string | null;
  actor: string | null;
  note: string;
  decidedAt: string | null;
}

export function readSuggestions(tx: Queryable): Promise<SuggestionLine[]> {
  return tx.query<SuggestionLine>(
    `SELECT id::int AS id, terms, submissions, state, theme, actor, note, to_json(decided_at) #>> '{}' AS "decidedAt"
     FROM coding.suggestion ORDER BY state = 'open' DESC, id DESC LIMIT 100`,
  );
}

export async function decideSuggestion(
  tx: Transaction,
  id: number,
  verdict: 'kept' | 'merged' | 'dropped',
  theme: string | null,
  note: string,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.decide_suggestion($1, $2, $3, $4) AS done', [
    id,
    verdict,
    theme,
    note,
  ]);
  return row?.done ?? false;
}

export interface SafeguardingLine {
  submission: string;
  kinds: string[];
  /** For the order of those that wait: larger first. */
  score: number;
  /** How sure the model of sentences is, 0 to 1; null where it has not looked. */
  chance: number | null;
  /** Sentences that the model flagged. */
  learnt: LearntSign[];
  flaggedAt: string;
  /** How soon a person should look, and when that is over. */
  band: 'now' | 'today' | 'week';
  dueAt: string;
  late: boolean;
  /** Who has it; null: nobody yet. */
  owner: string | null;
  outcome: 'referred' | 'no-risk' | null;
  actor: string | null;
  handledAt: string | null;
  handedTo: string | null;
  note: string;
  steps: { step: string; actor: string; at: string; note: string; handedTo: string | null }[];
}

/** Flagged comments: so many of those that wait, by how soon they should be looked at and by their score, and the ten handled last. */
export function readSafeguarding(tx: Queryable, limit: number): Promise<SafeguardingLine[]> {
  return tx.query<SafeguardingLine>(
    `SELECT g.submission, g.kinds, g.score, g.chance, g.learnt, to_json(g.flagged_at) #>> '{}' AS "flaggedAt", g.band, to_json(d.due) #>> '{}' AS "dueAt",
       g.outcome IS NULL AND g.owner IS NULL AND d.due < now() AS late, g.owner, g.outcome, g.actor, to_json(g.handled_at) #>> '{}' AS "handledAt",
       g.handed_to AS "handedTo", g.note,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('step', t.step, 'actor', t.actor, 'at', t.at, 'note', t.note, 'handedTo', t.handed_to) ORDER BY t.id), '[]')
        FROM coding.safeguarding_step t WHERE t.submission = g.submission) AS steps
     FROM (
       (SELECT * FROM coding.safeguarding w WHERE w.outcome IS NULL
        ORDER BY array_position(ARRAY['now', 'today', 'week'], w.band), w.score DESC, w.flagged_at, w.submission LIMIT $1)
       UNION ALL (SELECT * FROM coding.safeguarding h WHERE h.outcome IS NOT NULL ORDER BY h.handled_at DESC, h.submission LIMIT 10)) g
     CROSS JOIN LATERAL (SELECT g.flagged_at + CASE g.band WHEN 'now' THEN interval '1 hour' WHEN 'today' THEN interval '8 hours' ELSE interval '7 days' END AS due) d
     ORDER BY g.outcome IS NOT NULL, array_position(ARRAY['now', 'today', 'week'], g.band), g.score DESC, g.flagged_at, g.submission`,
    [limit],
  );
}

export async function countOpenSafeguarding(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM coding.safeguarding WHERE outcome IS NULL',
  );
  return row?.n ?? 0;
}

export type CaseStep = 'taken' | 'put-back' | 'handed-over' | 'no-risk';

/** What somebody on duty does with a case. @returns false where it is not for this session, or is closed */
export async function stepCase(
  tx: Transaction,
  submission: string,
  step: CaseStep,
  note: string,
  handedTo: string | null = null,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.step_case($1, $2, $3, $4) AS done', [
    submission,
    step,
    note,
    handedTo,
  ]);
  return row?.done ?? false;
}

export async function handleSafeguarding(
  tx: Transaction,
  submission: string,
  outcome: 'referred' | 'no-risk',
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT coding.handle_safeguarding($1, $2) AS done', [
    submission,
    outcome,
  ]);
  return row?.done ?? false;
}

/** What the machine says of these submissions, whoever spoke since. */
export function readMachineThemes(
  tx: Queryable,
  ids: readonly string[],
): Promise<{ submission: string; themes: string[] }[]> {
  return tx.query(
    `SELECT s.submission, array_agg(s.theme) FILTER (WHERE s.decision = 'assign') AS themes FROM (
       SELECT DISTINCT ON (a.submission, a.theme) a.submission, a.theme, a.decision
       FROM coding.assignment a JOIN coding.coded c ON c.submission = a.submission AND c.model_version = a.model_version AND c.codebook_version = a.codebook_version
       WHERE a.submission = ANY ($1) AND a.source <> 'human' ORDER BY a.submission, a.theme, a.id DESC) s GROUP BY s.submission`,
    [ids],
  );
}
