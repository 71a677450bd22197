import type { Agency } from '#domain';
import { council, councilOpen } from './engagements-council.js';
import { health } from './engagements-health.js';
import { police } from './engagements-police.js';
import { vcs } from './engagements-vcs.js';
import type { EngagementPlan } from './engagement-plan.js';

/** The four agencies, plainly named as a demonstration. */
export const AGENCIES: readonly Agency[] = [
  { code: 'plymouth-city-council', name: 'Plymouth City Council (demonstration)', kind: 'council' },
  { code: 'devon-and-cornwall-police', name: 'Devon and Cornwall Police (demonstration)', kind: 'police' },
  { code: 'nhs-devon', name: 'NHS Devon (demonstration)', kind: 'health' },
  { code: 'plymouth-vcs', name: 'Plymouth voluntary and community sector (demonstration)', kind: 'vcs' },
];

export interface AgencyEngagement extends EngagementPlan {
  agency: Agency;
}

const of = (code: string, plans: readonly EngagementPlan[]): AgencyEngagement[] => {
  const agency = AGENCIES.find((candidate) => candidate.code === code) as Agency;
  return plans.map((plan) => ({ ...plan, agency }));
};

/** Everything that people can answer; beside these stand the police's neighbourhood priorities and events. */
export const ENGAGEMENTS: readonly AgencyEngagement[] = [
  ...of('plymouth-city-council', council),
  ...of('devon-and-cornwall-police', police),
  ...of('nhs-devon', health),
  ...of('plymouth-vcs', vcs),
];

/** What is open now and nobody has answered yet. */
export const OPEN_NOW: readonly AgencyEngagement[] = of('plymouth-city-council', councilOpen);

/** Codes of the agencies that are the demonstration's own. */
export const demoAgencies = (): string[] => AGENCIES.map(({ code }) => code);
