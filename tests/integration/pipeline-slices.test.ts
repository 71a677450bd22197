import { addSource, slicesOf, type Database } from '#store';

import { knownRows } from '../../libs/pipeline/src/intake/known-rows.js';
import { readAndSort } from '../../libs/pipeline/src/intake/read-and-sort.js';
import type { IdentifiedRecord } from '../../libs/pipeline/src/intake/sort-rows.js';
import { deliverAndWait } from '#pipeline';
import { asCsv, pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';

/** Without ids: rows are told by what arrived and by what they say. */
const BARE = {
  engagement: { key: 'bare', title: 'Without ids', kind: 'survey' },
  eachFile: 'cumulative',
  columns: [
    { as: 'question', column: 'What should change?', key: 'change' },
    { as: 'ignore', column: 'Seen' },
  ],
};
const bare = (rows: readonly [words: string, seen: string][]): string =>
  `What should change?,Seen\n${rows.map((row) => row.join()).join('\n')}`;

let hub: PipelineHub;
beforeAll(async () => {
  hub = await pipelineHub();
  await addSource(hub.worker, {
    ...{ code: 'bare', agency: 'council', name: 'Without ids', connector: 'spreadsheet', mapping: BARE },
    ...{ fieldKinds: ['free-text'], agreement: 'a1', pullAddress: null, schedule: null },
  });
});
afterAll(() => hub.end());

async function recordsOf(source: string, mapping: unknown, content: string): Promise<IdentifiedRecord[]> {
  const records: IdentifiedRecord[] = [];
  const files = [{ name: 'later.csv', mediaType: null, bytes: Buffer.from(content) }];
  const request = { agency: 'council', source, connector: 'spreadsheet', mapping, addedBy: null, files };
  const read = await readAndSort(request, async (part) => void records.push(...part.records));
  expect(read.status).toBe('read');
  return records;
}

/** What each row is held as, and whether it is the very row, as they are told so many at a time. */
const heldAs = (db: Database, source: string, records: readonly IdentifiedRecord[], slice?: number) =>
  db.transaction(async (tx) => {
    const known = await knownRows(tx, { id: 99, source, decision: null }, records, slice);
    return records.map((one) => [known.get(one)?.held.id, known.get(one)?.sameRow]);
  });

test('rows of a delivery are held as the same submissions however many are looked up at once', async () => {
  const row = (ref: number, words = `Light ${ref} is out`) => ({ ref, words });
  await hub.deliver([1, 2, 3, 4, 5, 6].map((ref) => row(ref)));
  const [source] = await hub.rows<{ mapping: object }>(
    `SELECT mapping FROM intake.source WHERE code = 'survey'`,
  );
  const later = [row(6), row(3, 'Mended by now'), row(7), row(1), row(4, 'Mended too'), row(8), row(2)];
  const records = await recordsOf('survey', source!.mapping, asCsv(later));
  const whole = await heldAs(hub.worker, 'survey', records);
  expect(whole.filter(([id]) => id !== undefined)).toHaveLength(5);
  expect(whole.map(([, same]) => same)).toEqual([true, false, undefined, true, false, undefined, true]);
  for (const slice of [1, 2, 3]) expect(await heldAs(hub.worker, 'survey', records, slice)).toEqual(whole);
});

test('equal rows without an id are each held once, in whichever slice they stand', async () => {
  const files = [{ name: 'first.csv', mediaType: null, bytes: Buffer.from(bare([['Lamps', 'a'], ['Lamps', 'a'], ['Bins', 'a'], ['Lamps', 'a']])) }]; // prettier-ignore
  const first = await deliverAndWait(hub.worker, { source: 'bare', mapping: null, files });
  expect(first).toMatchObject({ ok: true, value: { accepted: 4 } });
  // Two of them as they arrived, and three that say the same in other cells: one more than are held.
  const later = bare([['Lamps', 'b'], ['Bins', 'b'], ['Lamps', 'a'], ['Trees', 'b'], ['Lamps', 'a'], ['Lamps', 'b']]); // prettier-ignore
  const records = await recordsOf('bare', BARE, later);
  const whole = await heldAs(hub.worker, 'bare', records);
  const ids = whole.flatMap(([id]) => id ?? []);
  expect([ids.length, new Set(ids).size]).toEqual([4, 4]);
  expect(whole.map(([, same]) => same)).toEqual([false, false, true, undefined, true, undefined]);
  for (const slice of [1, 2, 4]) expect(await heldAs(hub.worker, 'bare', records, slice)).toEqual(whole);
});

test('slices hold every row once, in order, and let others have a turn between', async () => {
  const rows = Array.from({ length: 10 }, (_, n) => n);
  const slices: (readonly number[])[] = [];
  let turns = 0;
  const count = setInterval(() => (turns += 1), 0);
  for await (const some of slicesOf(rows, 4)) {
    slices.push(some);
    const until = performance.now() + 5;
    while (performance.now() < until);
  }
  clearInterval(count);
  expect(slices).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]); // prettier-ignore
  expect(turns).toBeGreaterThan(0);
  const whole: (readonly number[])[] = [];
  for await (const some of slicesOf(rows)) whole.push(some);
  expect(whole[0]).toBe(rows);
});
