import { createHash } from 'node:crypto';

import { erasePeople } from '#facts';
import { deliverAgain, deliverAndWait, eraseEnded, resolveHeld, standardise } from '#pipeline';
import { receiptOf } from '#store';

import { asCsv, pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';

let hub: PipelineHub;
beforeEach(async () => void (hub = await pipelineHub()));
afterEach(() => hub.end());

const LIGHTS = 'The street lights are broken and it is dark';
const FIRST = [{ ref: 1, words: LIGHTS }];
const CHANGED = [
  { ref: 1, words: `${LIGHTS} at night` },
  { ref: 2, words: 'There are needles in the park again' },
];
const sql = (text: string): Promise<unknown> => hub.rows(text);
const agreementUntil = (day: string): Promise<unknown> => sql(`UPDATE intake.agreement SET until = ${day}`);
const filled = (delivery: number): Promise<number> =>
  hub.count(`intake.raw_file WHERE delivery = ${delivery} AND content IS NOT NULL`);

/** A delivery held over a changed row, whose agreement ends and is prolonged a week later. */
async function heldAndEmptied(): Promise<number> {
  await hub.deliver(FIRST);
  const { delivery } = await hub.deliver(CHANGED);
  await agreementUntil('current_date - 1');
  await eraseEnded(hub.worker);
  expect(await filled(delivery!)).toBe(0);
  await agreementUntil('NULL');
  return delivery!;
}

it('gives what was held its content back when it comes again after its agreement ended and was prolonged', async () => {
  const delivery = await heldAndEmptied();
  expect(await hub.deliver(CHANGED)).toMatchObject({
    delivery,
    status: 'held',
    note: expect.stringMatching(/replace, add or cancel/),
  });
  expect(await filled(delivery)).toBe(1);
  expect(await hub.count(`audit.event WHERE action = 'content-put-back' AND subject = '${delivery}'`)).toBe(
    1,
  );
  expect(await resolveHeld(hub.worker, delivery, 'replace', null)).toMatchObject({
    value: { status: 'accepted', accepted: 2 },
  });
});

it('says that an ended agreement emptied what a person answers about, and reads it once it comes again', async () => {
  const delivery = await heldAndEmptied();
  expect(await resolveHeld(hub.worker, delivery, 'replace', null)).toMatchObject({
    value: {
      status: 'refused',
      note: expect.stringMatching(/agreement had ended\. Send the same file again/),
    },
  });
  expect(await hub.deliver(CHANGED)).toMatchObject({ delivery, status: 'held' });
});

it('reads what comes again under the key that it came under before', async () => {
  const delivery = await heldAndEmptied();
  const key = createHash('sha256').update('synthetic').digest('hex');
  await hub.rows(`UPDATE intake.source SET key_hash = $1`, [key]);
  const push = async (): Promise<unknown> =>
    (
      await hub.rows<{ answer: unknown }>(
        `SELECT intake.receive('survey', $1, 'k1', '{rows.csv}', '{text/csv}', ARRAY[$2::bytea]) AS answer`,
        [key, Buffer.from(asCsv(CHANGED))],
      )
    )[0]!.answer;
  expect(await push()).toMatchObject({ outcome: 'kept', delivery });
  await sql('UPDATE intake.raw_file SET content = NULL');
  await sql(`UPDATE intake.delivery SET status = 'held' WHERE id = ${delivery}`);
  const again = await push();
  expect(again).toMatchObject({ outcome: 'kept', delivery });
  expect(again).not.toHaveProperty('replayed');
  expect(await filled(delivery)).toBe(1);
  expect(await push()).toMatchObject({ outcome: 'kept', delivery, replayed: true });
  await standardise(hub.worker, delivery);
  expect(await receiptOf(hub.worker, delivery)).toMatchObject({ status: 'held' });
});

/** Everybody is left out, since a column was taken for one of consent; 31 days later the file goes. */
async function withoutConsent(rows: typeof CHANGED): Promise<number> {
  await sql(
    `UPDATE intake.source SET mapping = mapping || '{"leaveOut":[{"column":"Postcode","values":["PL4 8AA"],"why":"no-consent"}]}'`,
  );
  const { delivery } = await hub.deliver(rows);
  await sql(`UPDATE intake.delivery SET finished_at = now() - interval '31 days'`);
  await eraseEnded(hub.worker);
  expect(await filled(delivery!)).toBe(0);
  return delivery!;
}

it('reads what was refused for want of consent, emptied after its time, and comes again under a mended mapping', async () => {
  const delivery = await withoutConsent(CHANGED);
  expect(await receiptOf(hub.worker, delivery)).toMatchObject({ status: 'refused' });
  expect(await deliverAgain(hub.worker, delivery, null)).toMatchObject({
    error: { code: 'delivery-emptied', reason: expect.stringMatching(/gave no consent.*same file was sent/) },
  });
  await sql(`UPDATE intake.source SET mapping = mapping - 'leaveOut'`);
  expect(await hub.deliver(CHANGED)).toMatchObject({ delivery, status: 'accepted', accepted: 2 });
});

it('can read anew what was counted in part, once the same file has come again, and keeps it for its time', async () => {
  const delivery = await withoutConsent([CHANGED[0]!, { ...CHANGED[1]!, postcode: 'PL1 1AA' } as never]);
  expect(await receiptOf(hub.worker, delivery)).toMatchObject({
    status: 'accepted',
    accepted: 1,
    leftOut: 1,
  });
  await sql(`UPDATE intake.source SET mapping = mapping - 'leaveOut'`);
  await hub.deliver([CHANGED[0]!, { ...CHANGED[1]!, postcode: 'PL1 1AA' } as never]);
  await eraseEnded(hub.worker);
  expect(await deliverAgain(hub.worker, delivery, null)).toMatchObject({
    value: { status: 'accepted', accepted: 2 },
  });
});

it('keeps whoever was erased out of what comes again, and counts the others', async () => {
  await hub.deliver(FIRST);
  const { delivery } = await hub.deliver(CHANGED);
  // As where a row of theirs was rejected in it before it was mended.
  await sql(
    `INSERT INTO intake.quarantine (agency, source, delivery, file, "row", code, reason, record)
     SELECT 'council', 'survey', ${delivery}, 'rows.csv', 2, 'synthetic', 'Synthetic.', id FROM engagement.submission`,
  );
  const [one] = await hub.rows<{ id: string }>('SELECT id FROM engagement.submission');
  await erasePeople(hub.worker, [one!.id]);
  expect(await filled(delivery!)).toBe(0);
  expect(await deliverAgain(hub.worker, delivery!, null)).toMatchObject({
    error: { code: 'delivery-erased', reason: expect.stringMatching(/somebody who was erased/) },
  });
  expect(await hub.deliver(CHANGED)).toMatchObject({
    delivery,
    status: 'accepted',
    accepted: 1,
    repeated: 1,
  });
  expect(await hub.rows('SELECT external_id FROM engagement.submission')).toEqual([{ external_id: '2' }]);
});

it('does not take back what an erasure took out of a file that was counted', async () => {
  const { delivery } = await hub.deliver(CHANGED);
  const [one] = await hub.rows<{ id: string }>(
    `SELECT id FROM engagement.submission WHERE external_id = '1'`,
  );
  await erasePeople(hub.worker, [one!.id]);
  const again = await deliverAndWait(hub.worker, {
    source: 'survey',
    mapping: null,
    files: [{ name: 'rows.csv', mediaType: null, bytes: Buffer.from(asCsv(CHANGED)) }],
  });
  expect(again).toMatchObject({ value: { delivery } });
  expect(await filled(delivery!)).toBe(0);
});

it('takes no other bytes than those that went', async () => {
  const delivery = await heldAndEmptied();
  await expect(
    sql(`UPDATE intake.raw_file SET content = 'other' WHERE delivery = ${delivery}`),
  ).rejects.toThrow(/never edited/);
});
