import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { writeAnswerCode } from '#decisions';
import { putAnswerCodes, type Database } from '#store';

/** Codes made for each agency of the made-up city: enough to try. */
const OF_EACH = 25;
/** Where they are told, in the data folder: they can't be told again. */
export const CODES_FILE = 'demonstration-codes.csv';

/**
 * Makes codes for some answers of every agency, as partners do for the people whose contact they have, and tells them in a file. Safe to
 * call again: answers that have a code keep it, and a file without new codes is not written.
 */
export async function bringAnswerCodes(worker: Database, dataDir: string): Promise<void> {
  const deliveries = await worker.query<{ agency: string; delivery: number }>(
    'SELECT s.agency, min(s.delivery)::int AS delivery FROM engagement.submission s GROUP BY s.agency ORDER BY s.agency',
  );
  const lines: string[] = [];
  for (const { agency, delivery } of deliveries) {
    const offered = Array.from({ length: OF_EACH }, () => writeAnswerCode(randomBytes(12)));
    for (const { row, code } of await putAnswerCodes(worker, delivery, offered, [agency]))
      lines.push([agency, delivery, row, code].join(','));
  }
  if (lines.length === 0) return;
  const text = ['agency,delivery,row,code', ...lines, ''].join('\n');
  await writeFile(join(dataDir, CODES_FILE), text, { mode: 0o600 });
}
