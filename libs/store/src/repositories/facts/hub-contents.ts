import type { Queryable } from '../../database.js';
import { hubSetting, setHubSetting } from './settings.js';

/** How many of each there are: what makes a hub somebody's own. */
export interface HubContents {
  agencies: number;
  sources: number;
  accounts: number;
  deliveries: number;
}

/** @param owner as role `owner`: no other may see accounts */
export async function hubContents(owner: Queryable): Promise<HubContents> {
  const [row] = await owner.query<HubContents>(
    `SELECT (SELECT count(*)::int FROM engagement.agency) AS agencies,
            (SELECT count(*)::int FROM intake.source) AS sources,
            (SELECT count(*)::int FROM access.account) AS accounts,
            (SELECT count(*)::int FROM intake.delivery) AS deliveries`,
  );
  return row!;
}

/** A made-up city by the numbers that make it. */
export interface DemonstrationSize {
  seed: number;
  /** Number of submissions, about. */
  size: number;
}

export type DemonstrationState = { is: 'absent' | 'loaded' } | ({ is: 'loading' } & DemonstrationSize);

/**
 * Whether the demonstration is in this hub. A load that was cut short says which city it was, so that the next one goes on
 * with the same and never mixes two.
 * @param before numbers of a load begun by a version that did not write them down
 */
export async function demonstrationState(
  db: Queryable,
  before: DemonstrationSize,
): Promise<DemonstrationState> {
  const value = await hubSetting(db, 'demonstration');
  if (value === null) return { is: 'absent' };
  if (value === 'loaded') return { is: 'loaded' };
  const [, seed, size] = value.split(' ').map(Number);
  return { is: 'loading', seed: seed ?? before.seed, size: size ?? before.size };
}

export const demonstrationIsLoaded = async (db: Queryable): Promise<boolean> =>
  (await hubSetting(db, 'demonstration')) === 'loaded';

/** Writes down that this city is being loaded; the hub counts as synthetic from now on. */
export async function beginDemonstration(db: Queryable, { seed, size }: DemonstrationSize): Promise<void> {
  await setHubSetting(db, 'synthetic', 'true');
  await setHubSetting(db, 'demonstration', `loading ${seed} ${size}`);
}

export const endDemonstration = (db: Queryable): Promise<void> =>
  setHubSetting(db, 'demonstration', 'loaded');
