import type { EngagementKind, ParticipationLevel } from '#domain';

/** One occasion on which a demonstration agency asks, and who answers how much. */
export interface EngagementPlan {
  key: string;
  source: string;
  title: string;
  kind: EngagementKind;
  participation: ParticipationLevel;
  /** ISO dates, both included. */
  opens: string;
  closes: string;
  channel: string;
  decisionOwner: string;
  canStillChange: string;
  communities: readonly string[];
  /** Relative number of submissions. */
  weight: number;
  /** Only people of these wards; everybody where absent. */
  wards?: readonly string[];
  /** How much likelier a band is to answer this one. */
  ages?: Readonly<Record<string, number>>;
  sexes?: Readonly<Record<string, number>>;
  /** How much commoner a theme is in the answers, by theme code. */
  tilt?: Readonly<Record<string, number>>;
  /** Campaign whose letter arrives here (texts/campaigns.ts). */
  campaign?: string;
}
