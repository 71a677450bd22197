import { describe, expect, it } from '@jest/globals';
import type { Figure } from '../../apps/dashboard/src/figures/figure.js';
import { agencySeries } from '../../apps/dashboard/src/pages/themes/agency-series.js';
import { quarterBars, wholeList } from '../../apps/dashboard/src/pages/themes/quarter-bars.js';
import { trendOf, trendsOf } from '../../apps/dashboard/src/pages/themes/trends.js';

type Keys = Partial<Record<'THEME' | 'AGENCY' | 'QUARTER', string>>;

const figure = (keys: Keys, people: number | null): Figure =>
  ({
    __typename: people === null ? 'SuppressedFigure' : 'PublishedFigure',
    id: JSON.stringify(keys),
    keys: Object.entries(keys).map(([dimension, code]) => ({ dimension, code, name: code })),
    people: { value: people, low: people, high: people },
    share: null,
  }) as unknown as Figure;

describe('what is not in an answer', () => {
  it('is not drawn as nobody in a trend: neither what is hidden nor what is missing', () => {
    const trends = trendsOf({
      values: [
        { dimension: 'QUARTER', codes: ['2024-Q1', '2024-Q2', '2024-Q3'] },
        { dimension: 'THEME', codes: ['litter', 'drugs'] },
      ],
      places: [
        [0, 1, 2, 0, 1],
        [0, 0, 0, 1, 1],
      ],
      people: [10, 0, 25, null, 40],
    });
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3'];
    expect(trendOf(trends, 'litter', quarters)).toEqual([10, 0, 25]);
    expect(trendOf(trends, 'drugs', quarters)).toEqual([null, 40, null]);
    expect(trendOf(trends, 'noise', quarters)).toEqual([null, null, null]);
  });

  it('is not drawn as nobody by quarter or by agency', () => {
    const quarters = ['2024-Q1', '2024-Q2'];
    const bars = quarterBars([figure({ QUARTER: '2024-Q2' }, 0)], quarters, null, []);
    expect(bars.map((bar) => bar.people)).toEqual([null, 0]);
    const { series } = agencySeries([figure({ AGENCY: 'a', QUARTER: '2024-Q1' }, 15)], quarters);
    expect(series[0]?.bars.map((bar) => bar.people)).toEqual([15, null]);
  });

  it('leaves a list that was cut off uncounted', () => {
    const nodes = [{ opens: '2024-01-01', closes: null }];
    expect(wholeList({ nodes, pageInfo: { hasNextPage: false } })).toBe(nodes);
    expect(wholeList({ nodes, pageInfo: { hasNextPage: true } })).toBeUndefined();
    expect(quarterBars([], ['2024-Q1'], null, undefined)[0]?.open).toBeNull();
  });
});
