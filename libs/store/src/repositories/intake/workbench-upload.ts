import type { Transaction } from '../../database.js';
import type { ReceiveAnswer, ReceivedFile } from './deliveries.js';

/** Files that a partner sends from the upload page. */
export interface Upload {
  source: string;
  files: readonly ReceivedFile[];
  /** For this delivery alone; null = the source's own. */
  mapping: unknown;
  /** Kinds of field that mapping carries; null = the source's own. */
  fieldKinds: readonly string[] | null;
}

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Keeps an upload for the session's own agency. `unknown`: no such source, or not one of the session's. */
export async function receiveUpload(tx: Transaction, upload: Upload): Promise<ReceiveAnswer> {
  const { files } = upload;
  const [row] = await tx.query<{ answer: ReceiveAnswer }>(
    'SELECT intake.receive_upload($1, $2, $3, $4, $5, $6) AS answer',
    [
      upload.source,
      files.map((file) => file.name),
      files.map((file) => file.mediaType),
      files.map((file) => Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)),
      json(upload.mapping),
      upload.fieldKinds,
    ],
  );
  return row?.answer ?? { outcome: 'unknown' };
}

export type HeldDecision = 'replace' | 'add' | 'cancel' | 'map';

/** A partner's answer to a held delivery. `unknown`: none such, not held, or not of the session's agency. */
export async function decideHeld(
  tx: Transaction,
  answer: {
    delivery: string;
    decision: HeldDecision;
    mapping: unknown;
    fieldKinds: readonly string[] | null;
  },
): Promise<ReceiveAnswer> {
  const [row] = await tx.query<{ answer: ReceiveAnswer }>('SELECT intake.decide($1, $2, $3, $4) AS answer', [
    answer.delivery,
    answer.decision,
    json(answer.mapping),
    answer.fieldKinds,
  ]);
  return row?.answer ?? { outcome: 'unknown' };
}
