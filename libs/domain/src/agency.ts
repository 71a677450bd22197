/** The kinds of partner agency. `health` is the CCG of 2014 and, since 2022, the ICB. */
export const AGENCY_KINDS = ['council', 'police', 'health', 'vcs'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export interface Agency {
  /** Short stable code, kebab-case; the first part of every row-level security key. */
  code: string;
  name: string;
  kind: AgencyKind;
}
