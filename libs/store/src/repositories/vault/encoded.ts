import type { Queryable } from '../../database.js';

/** Codes of one submission, for the linker alone. */
export interface EncodedRow {
  id: string;
  source: string;
  project: string;
  kind: 'keys' | 'clk';
  codes: string[];
}

/** All codes that are held. */
export async function allEncoded(db: Queryable): Promise<EncodedRow[]> {
  return db.query<EncodedRow>(
    `SELECT e.submission AS id, e.agency || '/' || e.source AS source, e.project, e.kind, e.codes
     FROM vault.encoded e JOIN engagement.submission s ON s.id = e.submission WHERE s.withdrawn_at IS NULL ORDER BY e.submission`,
  );
}

/** Whether a submission that no run has looked at came with codes. */
export async function newcomersCarryCodes(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>(
    `SELECT EXISTS (SELECT FROM vault.encoded e JOIN engagement.submission s ON s.id = e.submission
       WHERE s.linked_at IS NULL AND s.withdrawn_at IS NULL) AS any`,
  );
  return row!.any;
}

/** What was erased because its agreement has ended, or no longer lets people be matched. */
export interface ErasedEnded {
  codes: number;
  respondents: number;
  files: number;
  rejectedRows: number;
}

/** Erases what ended agreements no longer cover; audited by source. By the worker role. */
export async function eraseEndedAgreements(db: Queryable): Promise<ErasedEnded> {
  const [row] = await db.query<{ erased: ErasedEnded }>('SELECT vault.erase_ended() AS erased');
  return row!.erased;
}
