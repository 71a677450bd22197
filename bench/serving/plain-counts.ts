import type { Database } from '#store';
import { CONSULTATION } from './consultation.js';

/** Columns that the weights to residents hang on. */
const MARGINS = ['age_band', 'sex', 'deprivation'];

/** What the page of each cut is made of: the options alone, by what weights hang on, and by the cut. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  uncut: ['', ...MARGINS],
  AGE_BAND: ['', ...MARGINS],
  WARD: ['', ...MARGINS, 'ward'],
};

/**
 * The yardstick: distinct people of every answer as PostgreSQL counts them, for the page of each cut, without any rule of disclosure. Milliseconds,
 * the middle of three times.
 * @param db opened as the worker role
 */
export async function plainCounts(db: Database): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [cut, columns] of Object.entries(COUNTS)) {
    const times: number[] = [];
    for (let n = 0; n < 3; n++) {
      const start = performance.now();
      for (const column of columns) await count(db, column);
      times.push(performance.now() - start);
    }
    found[cut] = Math.round(times.sort((a, b) => a - b)[1]!);
  }
  return found;
}

async function count(db: Database, column: string): Promise<void> {
  const by = column ? `, ${column}` : '';
  const rows = await db.query(
    `SELECT place${by}, count(DISTINCT person_key) AS people FROM facts.fact, unnest(options) AS place
     WHERE edition = 1 AND engagement = $1 GROUP BY place${by}`,
    [CONSULTATION],
  );
  if (rows.length === 0) throw new Error('no answer was planted');
}
