import { bytesOf, sharedData } from '../support/shared-data.js';
import { deliver, fileOf, rejectedRows } from '../support/deliver-file.js';
import { SMALL_AREAS, streetCrime, times } from '../support/street-crime.js';

const CODE = 'police-street-crime';
const leftOutOf = ({ outcome }: Awaited<ReturnType<typeof deliver>>): [number, string][] =>
  outcome.status === 'read' ? (outcome.leftOut ?? []).map(({ row, why }) => [row, why]) : [];

test('of each line ward, month and kind are read, and nothing of its point, street or outcome', async () => {
  const found = await deliver(CODE, {}, [
    fileOf(
      'a.csv',
      streetCrime([{ id: 'x', kind: 'Violence and sexual offences', area: SMALL_AREAS.devonport }]),
    ),
  ]);
  expect(found.recorded).toEqual([
    {
      kind: 'recorded',
      file: 'a.csv',
      row: 2,
      externalId: 'x',
      month: '2024-05',
      crime: 'violent-crime',
      ward: 'E05002080',
    },
  ]);
  if (found.outcome.status !== 'read') throw new Error(found.outcome.reason);
  expect(Object.keys(found.outcome.rows[0]!.cells)).toEqual(['Crime ID', 'Month', 'LSOA code', 'Crime type']);
});

test('rows elsewhere and rows without a place are left out; broken ones are rejected where they stand', async () => {
  const text = streetCrime([{ area: SMALL_AREAS.elsewhere }, { area: '' }, { area: 'Budshead' }, {}]);
  const found = await deliver(CODE, {}, [fileOf('b.csv', `${text}\n,2024-05,"unclosed\n`)]);
  expect(leftOutOf(found)).toEqual([
    [2, 'outside-city'],
    [3, 'no-place'],
  ]);
  expect(found.rejections.map(({ row, code }) => [row, code])).toEqual(
    expect.arrayContaining([
      [4, 'small-area-unknown'],
      [6, 'quotes-broken'],
    ]),
  );
  expect([found.rows, found.recorded.length, rejectedRows(found)]).toEqual([3, 1, 2]);
});

test('a spreadsheet program’s semicolons and marks change nothing', async () => {
  const text = streetCrime(times(3, { kind: 'Burglary' }));
  const plain = await deliver(CODE, {}, [fileOf('c.csv', text)]);
  const saved = await deliver(CODE, {}, [
    fileOf('c.csv', `\ufeff${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}\r\n`),
  ]);
  expect(saved.recorded).toEqual(plain.recorded);
  expect(plain.recorded).toHaveLength(3);
});

test('another table, and a list of the interface without wards, are refused with what they lack', async () => {
  const table = await deliver(CODE, {}, [fileOf('d.csv', 'Month,Crime type\n2024-05,Drugs\n')]);
  expect(table.outcome).toMatchObject({ status: 'refused', code: 'layout-unknown' });
  expect((table.outcome as { reason: string }).reason).toContain('"LSOA code"');
  const list = await deliver(CODE, {}, [fileOf('d.json', '[{"category":"drugs","id":1,"month":"2024-05"}]')]);
  expect((list.outcome as { reason: string }).reason).toContain('polygon for each ward');
});

test('a page of the interface names a ward of the city, or its crimes are rejected', async () => {
  const crimes = [{ category: 'drugs', id: 1, month: '2024-05' }, 'nonsense'];
  const page = {
    month: '2024-05',
    areas: [
      { ward: 'E05002078', crimes },
      { ward: 'E05009999', crimes: crimes.slice(0, 1) },
    ],
  };
  const found = await deliver(CODE, {}, [fileOf('e.json', JSON.stringify(page))]);
  expect(found.recorded).toMatchObject([{ row: 1, externalId: '1', crime: 'drugs', ward: 'E05002078' }]);
  expect(found.rejections.map(({ row, code }) => [row, code])).toEqual([
    [2, 'month-missing'],
    [2, 'kind-missing'],
    [3, 'ward-unknown'],
  ]);
});

test.each([
  [{ breaks: [{ month: '2022-13', reason: 'another system altogether' }] }],
  [{ areas: [{ ward: 'E05009999', polygon: '50.1,-4.1:50.2,-4.2:50.3,-4.3' }] }],
  [{ areas: [{ ward: 'E05002078', polygon: 'http://example.org' }] }],
  [{ months: 0 }],
])('a mapping that can’t be meant is refused: %j', async (mapping) => {
  await expect(deliver(CODE, mapping, [])).rejects.toThrow();
});

test('the published sample of January 2018 is counted whole', async () => {
  const path = sharedData('plymouth', 'crime', 'street-crime-format-sample.csv');
  if (!path) return;
  const found = await deliver(CODE, {}, [fileOf('sample.csv', bytesOf(path))]);
  expect([found.recorded.length, found.rejections, leftOutOf(found)]).toEqual([13, [], []]);
  expect(new Set(found.recorded.map(({ month }) => month))).toEqual(new Set(['2018-01']));
});
