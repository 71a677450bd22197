import type { Codebook } from '#domain';

import type { Queryable } from '../../database.js';

/** A trained coder with what it was made of. */
export interface KeptModel {
  version: string;
  kind: string;
  parameters: Record<string, unknown>;
}

export interface InForce {
  model: string;
  codebook: string;
  codebookVersion: number;
}

/** Model and codebook that a person signed off last; null where nobody has yet. */
export async function codingInForce(db: Queryable): Promise<InForce | null> {
  const [row] = await db.query<InForce>(
    'SELECT model_version AS model, codebook, codebook_version AS "codebookVersion" FROM coding.in_force',
  );
  return row ?? null;
}

export async function readCoderModel(db: Queryable, version: string): Promise<KeptModel | null> {
  const [row] = await db.query<KeptModel>(
    'SELECT version, kind, document AS parameters FROM coding.model WHERE version = $1',
    [version],
  );
  return row ?? null;
}

export async function readCodebookVersion(
  db: Queryable,
  code: string,
  version: number,
): Promise<Codebook | null> {
  const [row] = await db.query<{ document: Codebook }>(
    'SELECT document FROM coding.codebook WHERE code = $1 AND version = $2',
    [code, version],
  );
  return row?.document ?? null;
}

/** The newest version of the codebook that people code by, whether or not a model speaks for it yet. */
export async function newestCodebook(db: Queryable): Promise<Codebook | null> {
  const [row] = await db.query<{ document: Codebook }>(
    `SELECT b.document FROM coding.codebook_now() n JOIN coding.codebook b ON b.code = n.codebook AND b.version = n.version`,
  );
  return row?.document ?? null;
}

/** Where each theme went from version to version, oldest first. */
export async function codebookMappings(
  db: Queryable,
  code: string,
): Promise<{ codebook: string; from: number; to: number; themes: Record<string, string[]> }[]> {
  const rows = await db.query<{
    mapping: { codebook: string; from: number; to: number; themes: Record<string, string[]> };
  }>('SELECT mapping FROM coding.codebook_change WHERE codebook = $1 ORDER BY version', [code]);
  return rows.map(({ mapping }) => mapping);
}

/** What a model was trained on, beside the model itself. */
export async function saveTrainedModel(
  db: Queryable,
  model: KeptModel,
  made: {
    trainingHash: string;
    settings: unknown;
    codings: number;
    codebook: string;
    codebookVersion: number;
  },
): Promise<void> {
  await db.query(
    `INSERT INTO coding.model (version, kind, document, training_hash, settings, codings, codebook, codebook_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      model.version,
      model.kind,
      JSON.stringify(model.parameters),
      made.trainingHash,
      JSON.stringify(made.settings),
      made.codings,
      made.codebook,
      made.codebookVersion,
    ],
  );
}

/** For the demonstration, whose codings are prepared: people sign off through `coding.sign_off_model`. */
export async function signOffPrepared(
  db: Queryable,
  version: string,
  actor: string,
  note: string,
): Promise<void> {
  await db.query(
    `INSERT INTO coding.sign_off (model_version, codebook, codebook_version, actor, note)
     SELECT version, codebook, codebook_version, $2, $3 FROM coding.model WHERE version = $1`,
    [version, actor, note],
  );
}
