import type { Figure } from '#facts';
import { wardsPage } from '../../apps/api/src/public/read/read-pages.js';

const figure = (code: string, name: string, value: number): Figure =>
  ({
    id: `x/ward=${code}`, keys: [{ dimension: 'ward', code, name }], hidden: false, grade: null, edition: { number: 1 },
    people: { value, low: value, high: value },
  }) as unknown as Figure; // prettier-ignore

test('people from elsewhere, and those of whom no ward is known, have rows of their own: all rows come to the whole', () => {
  const figures = [
    figure('E05002081', 'St Peter', 300),
    figure('outside', 'Outside Plymouth', 120),
    figure('not-known', 'Not known', 80),
  ];
  const wards = [
    { code: 'E05002081', name: 'St Peter' },
    { code: 'E05002082', name: 'Southway' },
  ];
  const { text } = wardsPage({ figures } as never, wards as never, null);
  const rows = [...text.matchAll(/<th scope="row">(.*?)<\/th>\s*<td class="number">(.*?)<\/td>/gs)].map(
    (found) => found.slice(1).map((cell) => cell.replace(/<[^>]*>/g, '').trim()),
  );
  expect(rows).toEqual([
    ['St Peter', '300'],
    ['Southway', 'no figure'],
    ['Outside Plymouth', '120'],
    ['Not known', '80'],
  ]);
});
