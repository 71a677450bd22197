import { daysLate, stateOfAction, stateOfDecision, type StateCounts as Counts } from '#decisions';
import type { HeldDecisionRecord } from '#domain';
import type { Decision, StateCounts } from './decision.type.js';

/** @param day ISO date by which late is told */
export function shapeOfDecision(held: HeldDecisionRecord, edition: number | null, day: string): Decision {
  const { agency, engagements, themes, wards, communities, priorities, evidence, quotes, ...same } = held;
  return {
    ...same,
    state: stateOfDecision(held, day),
    daysLate: daysLate(held, day),
    actions: held.actions.map((action) => ({
      ...action,
      said: action.state,
      state: stateOfAction(action, day),
    })),
    agencyCode: agency,
    engagementIds: engagements,
    themeCodes: themes,
    wardCodes: wards,
    communityCodes: communities,
    priorityCodes: priorities,
    figures: evidence,
    quoted: quotes,
    edition,
  };
}

export const countsOf = (counts: Counts): StateCounts => ({
  all: counts.all,
  planned: counts.planned,
  underWay: counts['under-way'],
  done: counts.done,
  late: counts.late,
  willNotDo: counts['will-not-do'],
});
