import type { Queryable } from '../../database.js';

/** What the hub is; `city` and `synthetic` are public, the rest is the hub's own business. */
export type HubSetting = 'city' | 'synthetic' | 'demonstration';

export async function hubSetting(db: Queryable, name: HubSetting): Promise<string | null> {
  const [row] = await db.query<{ value: string }>('SELECT value FROM facts.setting WHERE name = $1', [name]);
  return row?.value ?? null;
}

export async function setHubSetting(db: Queryable, name: HubSetting, value: string): Promise<void> {
  await db.query(
    'INSERT INTO facts.setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value',
    [name, value],
  );
}

/** Has anything ever been received? A hub holds either real or synthetic people, never both. */
export async function hasDeliveries(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM intake.delivery) AS any');
  return row?.any ?? false;
}
