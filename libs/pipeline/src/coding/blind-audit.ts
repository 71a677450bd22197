import type * as Themes from '#themes';
import {
  auditPlaces,
  currentCodings,
  type AuditPlace,
  type HumanCoding,
  type MachineChances,
  type Queryable,
} from '#store';

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

/** How many comments each of the random part stands for. */
export function weightsAtRandom(
  random: readonly Themes.AuditDecision[],
  machine: readonly MachineChances[],
  { places }: Pick<BlindAudit, 'places'>,
  { weightsByFirstDraw }: Pick<typeof Themes, 'weightsByFirstDraw'>,
): Map<string, number> {
  const audited = new Set(random.map(({ responseId }) => responseId));
  const draws = new Map(
    places.map(({ submission, chances }) => [submission, Object.keys(chances).map(Number)]),
  );
  return weightsByFirstDraw(
    machine.map(({ submission, person }) => ({
      responseId: submission,
      person,
      draws: draws.get(submission) ?? [],
      audited: audited.has(submission),
    })),
  );
}

/** What the coder alone speaks for, each with its part of the chance with which its person would be among those decided on in the audit. */
export function spokenFor(
  machine: readonly MachineChances[],
  { places }: Pick<BlindAudit, 'places'>,
  { decidedChances }: Pick<typeof Themes, 'decidedChances'>,
): (MachineChances & { chance: number; drawn: boolean })[] {
  const known = new Map(places.map((place) => [place.submission, place]));
  const placed = machine.flatMap((one) => {
    const place = known.get(one.submission);
    return place && !place.training ? [{ one, place }] : [];
  });
  const chances = decidedChances(
    placed.map(({ one: { submission, person, agency }, place: { chances, drawnIn, decided } }) => ({
      responseId: submission,
      person,
      agency,
      chances,
      drawnIn,
      decided,
    })),
  );
  return placed.map(({ one, place }) => ({
    ...one,
    chance: chances.get(one.submission) ?? 0,
    drawn: place.drawnIn !== null,
  }));
}
