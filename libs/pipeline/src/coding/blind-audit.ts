import type * as Themes from '#themes';
import { auditPlaces, currentCodings, type AuditPlace, type HumanCoding, type Queryable } from '#store';

import type { Coder } from './coder.js';
import { decisionsOf } from './fold-codings.js';

/** What people said in the blind audit, and where each comment stands in it: read once for a piece of work. */
export interface BlindAudit {
  codings: readonly HumanCoding[];
  places: readonly AuditPlace[];
}

export async function readBlindAudit(db: Queryable): Promise<BlindAudit> {
  return { codings: await currentCodings(db, 'audit'), places: await auditPlaces(db) };
}

/** What people decided in the audit, in the themes of this coder's codebook; of what is open its themes so far. */
export const auditDecisions = (
  { codings }: Pick<BlindAudit, 'codings'>,
  coder: Pick<Coder, 'codebook' | 'carry'>,
): Themes.AuditDecision[] =>
  decisionsOf(codings, coder).map(({ submission, themes, open }) => ({
    responseId: submission,
    themes,
    open,
  }));

/** The random part of these, which stands for all comments alike; without what is open. */
export function atRandom(
  decided: readonly Themes.AuditDecision[],
  { places }: Pick<BlindAudit, 'places'>,
): Themes.AuditDecision[] {
  const random = new Set(places.flatMap((one) => (one.atRandom ? [one.submission] : [])));
  return decided.filter(({ responseId, open = [] }) => random.has(responseId) && open.length === 0);
}
