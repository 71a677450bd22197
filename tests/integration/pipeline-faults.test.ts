import { deliverAgain, deliveryReaders, standardise } from '#pipeline';
import { Turns } from '#platform';
import { receiptOf } from '#store';

import { pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';

let hub: PipelineHub;
beforeEach(async () => void (hub = await pipelineHub()));
afterEach(() => hub.end());

const LIGHTS = 'The street lights are broken and it is dark';

it('takes rows with a key, name or comment of any length apart from the others, and says which', async () => {
  const receipt = await hub.deliver([
    { ref: 1, words: LIGHTS },
    { ref: `id-${'9'.repeat(3_000)}`, words: LIGHTS },
    { ref: 3, words: LIGHTS, name: `Synthetic ${'x'.repeat(5_000)}` },
    { ref: 4, words: 'a'.repeat(1_000_000) },
  ]);
  expect(receipt).toMatchObject({ status: 'accepted', rows: 4, accepted: 1, rejected: 3 });
  expect(receipt.rejections.map(({ row, code }) => ({ row, code }))).toEqual([
    { row: 3, code: 'text-too-long' },
    { row: 4, code: 'text-too-long' },
    { row: 5, code: 'text-too-long' },
  ]);
  expect(JSON.stringify(receipt)).not.toMatch(/xxxx|9999|aaaa/);
});

it('holds a delivery over a fault that lasts, whether it has a code or not, and goes on with the others', async () => {
  await hub.rows(`CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fallen' USING ERRCODE = '54000'; END $$;
    CREATE TRIGGER falls BEFORE INSERT ON engagement.answer FOR EACH ROW WHEN (NEW.text LIKE '%bad%') EXECUTE FUNCTION fall()`);
  const bad = await hub.receive([{ ref: 1, words: 'a bad one' }]);
  const faults: unknown[] = [];
  await standardise(hub.worker, bad, (fault) => faults.push(fault));
  expect(faults).toMatchObject([{ code: '54000' }]);
  expect(await receiptOf(hub.worker, bad)).toMatchObject({ status: 'held' });
  expect(await hub.deliver([{ ref: 2, words: LIGHTS }])).toMatchObject({ status: 'accepted' });
});

it('tries a passing fault again without blaming the delivery for it, and gives up what never comes to an end', async () => {
  await hub.rows(`CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fallen' USING ERRCODE = '57P01'; END $$;
    CREATE TRIGGER falls BEFORE INSERT ON engagement.answer FOR EACH ROW EXECUTE FUNCTION fall()`);
  const delivery = await hub.receive([{ ref: 1, words: LIGHTS }]);
  for (let time = 0; time < 7; time++)
    await expect(standardise(hub.worker, delivery)).rejects.toMatchObject({ code: '57P01' });
  await hub.rows('DROP TRIGGER falls ON engagement.answer');
  await hub.rows('UPDATE intake.delivery SET attempts = 5'); // as five processes leave it that died of it
  await standardise(hub.worker, delivery);
  expect(await receiptOf(hub.worker, delivery)).toMatchObject({
    status: 'held',
    note: expect.stringMatching(/5 times/),
  });
});

describe('a fault that is said to pass and never does', () => {
  const always = (code: string): Promise<unknown> =>
    hub.rows(`CREATE OR REPLACE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fallen' USING ERRCODE = '${code}'; END $$;
      CREATE OR REPLACE TRIGGER falls BEFORE INSERT ON engagement.answer FOR EACH ROW EXECUTE FUNCTION fall()`);
  const fallen = async (delivery: number, times: number): Promise<void> => {
    for (let time = 0; time < times; time++)
      await expect(standardise(hub.worker, delivery)).rejects.toHaveProperty('code');
  };

  it('is forgiven so often within an hour; then the delivery is held with its name, waits for a person, and can be read again', async () => {
    await always('53200');
    const delivery = await hub.receive([{ ref: 1, words: LIGHTS }]);
    await fallen(delivery, 19);
    const told: unknown[] = [];
    await standardise(hub.worker, delivery, (fault) => told.push(fault));
    expect(told).toMatchObject([{ code: '53200' }]);
    expect(await receiptOf(hub.worker, delivery)).toMatchObject({
      status: 'held',
      note: expect.stringMatching(/20 times within an hour.*ran out of memory \(53200\)/),
    });
    expect(await hub.rows('SELECT kind, role, subject FROM access.waiting')).toEqual([
      { kind: 'delivery-held', role: 'partner', subject: String(delivery) },
    ]);
    await hub.rows('DROP TRIGGER falls ON engagement.answer');
    expect(await deliverAgain(hub.worker, delivery, null)).toMatchObject({ value: { status: 'accepted' } });
    expect(await hub.count('intake.delivery WHERE forgiven <> 0 OR forgiven_since IS NOT NULL')).toBe(0);
  });

  it('is forgiven again where the hour is over', async () => {
    await always('57P01');
    const delivery = await hub.receive([{ ref: 1, words: LIGHTS }]);
    await fallen(delivery, 19);
    await hub.rows(`UPDATE intake.delivery SET forgiven_since = now() - interval '61 minutes'`);
    await fallen(delivery, 19);
    expect(await receiptOf(hub.worker, delivery)).toMatchObject({ status: 'received' });
  });
});

it('asks the agreement again when a delivery is read', async () => {
  const delivery = await hub.receive([{ ref: 1, words: LIGHTS }]);
  await hub.rows(`UPDATE intake.agreement SET until = current_date - 1`);
  await standardise(hub.worker, delivery);
  expect(await receiptOf(hub.worker, delivery)).toMatchObject({
    status: 'refused',
    note: expect.stringMatching(/agreement ended/),
  });
  expect(await hub.count('engagement.submission')).toBe(0);
});

it('leaves a delivery as it was where its replay is cut short', async () => {
  const { delivery } = await hub.deliver([{ ref: 1, words: LIGHTS }]);
  await hub.rows(`CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fallen' USING ERRCODE = '57P01'; END $$;
    CREATE TRIGGER falls BEFORE INSERT ON intake.row_outcome FOR EACH ROW EXECUTE FUNCTION fall()`);
  await expect(deliverAgain(hub.worker, delivery!, null)).rejects.toMatchObject({ code: '57P01' });
  expect(await receiptOf(hub.worker, delivery!)).toMatchObject({ status: 'accepted', accepted: 1 });
});

it('takes what was cancelled when it is sent again', async () => {
  await hub.deliver([{ ref: 1, words: LIGHTS }]);
  const other = [{ ref: 1, words: `${LIGHTS} at night` }];
  const held = await hub.deliver(other);
  await hub.rows(`UPDATE intake.delivery SET decision = 'cancel', status = 'received' WHERE id = $1`, [
    held.delivery,
  ]);
  await standardise(hub.worker, held.delivery!);
  expect(await receiptOf(hub.worker, held.delivery!)).toMatchObject({ status: 'refused' });
  expect(await hub.deliver(other)).toMatchObject({
    delivery: held.delivery,
    status: 'held',
    note: expect.stringMatching(/replace, add or cancel/),
  });
});

it('holds a delivery that needs more memory than reading has, and takes others meanwhile', async () => {
  const memoryMb = 200;
  const readers = deliveryReaders({ processorSeconds: 60, memoryMb, turns: new Turns(1, 1) });
  const rows = (many: number): string => `Ref,Name,Postcode,What should change?\n${'1,a,b,c\n'.repeat(many)}`;
  const read = (delivery: number): Promise<void> =>
    standardise(hub.worker, delivery, () => undefined, readers);
  const huge = await hub.receive(rows(600_000));
  const before = process.memoryUsage.rss();
  const reading = read(huge);
  expect(await hub.deliver([{ ref: 1, words: LIGHTS }])).toMatchObject({ status: 'accepted', accepted: 1 });
  await reading;
  expect(await receiptOf(hub.worker, huge)).toMatchObject({
    status: 'held',
    note: expect.stringMatching(/more than 200 MB of memory/),
  });
  expect(process.memoryUsage.rss() - before).toBeLessThan(memoryMb * 1_048_576);
  // What is no larger than others is read by the same ones.
  const small = await hub.receive(rows(100).replaceAll('\n1,', '\n2,'));
  await read(small);
  expect(await receiptOf(hub.worker, small)).toMatchObject({ status: 'accepted' });
});
