import { demoSources } from '#demo';
import { RECORDED_CRIME } from '#domain';
import { streetCrimeFiles } from '../../libs/demo/src/crime/street-files.js';
import { deliver } from '../support/deliver-file.js';

const filesFor = (size: number) => streetCrimeFiles(3, size).map(({ file }) => file);

test('the files of a whole city come to what police published, month by month, and every record says that it is synthetic', async () => {
  const files = filesFor(20_000);
  const { connector, mapping } = demoSources('http://127.0.0.1:1').sources.find(
    ({ code }) => code === 'police-street-crime',
  )!;
  const found = await deliver(connector, mapping, files);
  const counts = new Map<string, number>();
  for (const { month } of found.recorded) counts.set(month, (counts.get(month) ?? 0) + 1);
  expect([...counts].sort()).toEqual(RECORDED_CRIME.map(({ month, count }) => [month, count]));
  expect(found.rejections).toEqual([]);
  for (const { bytes } of files) {
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n').slice(1);
    expect(lines.every((line) => line.endsWith(',Synthetic'))).toBe(true);
  }
  if (found.outcome.status !== 'read') throw new Error(found.outcome.reason);
  const why = new Set(found.outcome.leftOut?.map((one) => one.why));
  expect(why).toEqual(new Set(['outside-city', 'no-place']));
});

test('a smaller city has fewer in proportion, and the same seed makes the same bytes', () => {
  const rows = (size: number): number => streetCrimeFiles(3, size).reduce((sum, file) => sum + file.rows, 0);
  expect(rows(2_000) / rows(20_000)).toBeCloseTo(0.1, 2);
  expect(filesFor(300)).toEqual(filesFor(300));
});
