import { measureHeading } from '#statements';
import type { MeasureAsking } from '../../libs/facts/src/ask/measures/measure-shapes.js';
import { latestPairs, pairsOf } from '../../libs/facts/src/ask/measures/pairs-of.js';

const asking = (asked: string, more: Partial<MeasureAsking> = {}): MeasureAsking =>
  ({
    ...{
      agency: 'city',
      agencyName: 'City',
      engagement: `city/${asked}`,
      engagementTitle: '',
      question: 'q',
    },
    ...{ text: '', wording: 'A', selection: 'sample', method: 'door', population: 'everybody', asked },
    ...{
      series: null,
      base: 500,
      share: 50,
      low: 45,
      high: 55,
      women: null,
      men: null,
      gap: null,
      reason: '',
    },
    ...more,
  }) as MeasureAsking;
const OPEN = { selection: 'open', method: 'online' } as const;
const places = (askings: readonly MeasureAsking[]) =>
  pairsOf(askings).map(({ before, now, may }) => [before, now, may]);

test('a time is laid beside the latest one that it may be compared with, whatever was asked in between', () => {
  const askings = [asking('2022-05-01'), asking('2023-05-01', OPEN), asking('2024-05-01', { share: 30 })];
  expect(places(askings)).toEqual([
    [0, 1, 'no'],
    [0, 2, 'yes'],
  ]);
  const latest = latestPairs(askings, pairsOf(askings));
  expect(measureHeading('who feel safe', latest)).toContain('fell in the one series');
});

test('where it may be compared with none, beside its neighbour; and the latest of each two agencies', () => {
  const other = { agency: 'force', agencyName: 'Force' };
  const askings = [
    asking('2022-05-01'),
    asking('2023-05-01', { ...other, ...OPEN }),
    asking('2024-05-01', { wording: 'B' }),
    asking('2025-05-01', { ...other, wording: 'B' }),
  ];
  expect(places(askings)).toEqual([
    [0, 2, 'care'],
    [1, 3, 'no'],
    [2, 3, 'yes'],
  ]);
  // Of two agencies none rose: a heading speaks of what one agency asked again.
  expect(latestPairs(askings, pairsOf(askings))).toEqual([]);
});
