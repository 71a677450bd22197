import type { Support } from '#domain';
import type { Transaction } from '../../database.js';
import { slicesOf } from '../../slices.js';
import type { Origin } from './records.js';

/** What one submission's platform counted of others. */
export interface CountedSupport {
  submission: string;
  support: readonly Support[];
}

/**
 * Keeps what a delivery says that others did for or against its submissions; a later delivery's word stands, also when an older one is read again.
 * What this delivery said before and does not say any more goes. Of submissions that are not held nothing is kept.
 * @param rows one a submission; the caller has locked those that are held (`lockSubmissions`)
 */
export async function saveSupport(
  tx: Transaction,
  { delivery }: Pick<Origin, 'delivery'>,
  rows: readonly CountedSupport[],
): Promise<void> {
  await tx.query('DELETE FROM engagement.support WHERE delivery = $1', [delivery]);
  const all = rows.flatMap(({ submission, support }) =>
    support.map(({ act, times }) => ({ submission, act, times })),
  );
  for await (const some of slicesOf(all))
    await tx.query(
      `INSERT INTO engagement.support AS held (submission, agency, act, times, delivery)
       SELECT s.id, s.agency, n.act, n.times, $2 FROM jsonb_to_recordset($1) AS n(submission uuid, act text, times integer)
       JOIN engagement.submission s ON s.id = n.submission ORDER BY s.id, n.act
       ON CONFLICT (submission, act) DO UPDATE SET times = EXCLUDED.times, delivery = EXCLUDED.delivery WHERE held.delivery <= EXCLUDED.delivery`,
      [JSON.stringify(some), delivery],
    );
}
