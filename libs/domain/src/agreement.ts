import type { FieldKind } from './field.js';

export const PURPOSES = ['engagement-analysis', 'service-improvement', 'record-linkage'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A data-sharing agreement (the rule of what it allows is the database's: `intake.agreement_problem`): who may send which kinds of field, for what, on what lawful basis, and when. */
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
