import { fail, ok, type Outcome } from './outcome.js';
import type { FieldKind } from './field.js';

export const PURPOSES = ['engagement-analysis', 'service-improvement', 'record-linkage'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A data-sharing agreement: who may send which kinds of field, for what, on what lawful basis, and when. */
export interface Agreement {
  id: string;
  agency: string;
  /** `record-linkage` must be among the purposes for its sources' people to be matched across agencies. */
  purposes: Purpose[];
  /** UK GDPR Article 6 basis in the agency's words, e.g. `public task`. */
  lawfulBasis: string;
  fields: FieldKind[];
  /** ISO dates, both days included. `until` null means open-ended. */
  from: string;
  until: string | null;
}

/**
 * May this agreement's source send these kinds of field today?
 * @param today ISO date; passed in because pure code has no clock.
 */
export function checkAgreement(
  agreement: Agreement | null,
  sent: readonly FieldKind[],
  today: string,
): Outcome<Agreement> {
  if (!agreement)
    return fail({
      next: 'refuse',
      code: 'agreement-absent',
      reason: 'There is no data-sharing agreement for this source.',
    });
  if (today < agreement.from)
    return fail({
      next: 'refuse',
      code: 'agreement-not-begun',
      reason: `The data-sharing agreement begins on ${agreement.from}.`,
    });
  if (agreement.until && today > agreement.until)
    return fail({
      next: 'refuse',
      code: 'agreement-ended',
      reason: `The data-sharing agreement ended on ${agreement.until}.`,
    });
  const outside = sent.filter((field) => !agreement.fields.includes(field));
  if (outside.length > 0)
    return fail({
      next: 'refuse',
      code: 'fields-not-agreed',
      reason: `The data-sharing agreement does not cover: ${[...new Set(outside)].join(', ')}.`,
    });
  return ok(agreement);
}
