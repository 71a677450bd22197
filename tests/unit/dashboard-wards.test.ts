import type { Statement } from '../../apps/dashboard/src/figures/useFigures.js';
import { describe, expect, it } from '@jest/globals';
import type { Figure, FigureFilter } from '../../apps/dashboard/src/figures/figure.js';
import { HIDDEN } from '../../apps/dashboard/src/figures/hidden.js';
import {
  censusFilters,
  rateMissing,
  residentsWords,
} from '../../apps/dashboard/src/pages/wards/rate-group.js';
import {
  cityRow,
  wardMessage,
  wardRows,
  wardsUnder,
  wardTiles,
} from '../../apps/dashboard/src/pages/wards/ward-rows.js';

const area = (code: string, at: number) => ({
  code,
  name: `Ward ${code}`,
  shortName: code,
  column: at,
  row: 0,
  residents: 10_000,
  adults: 8000,
});
const AREAS = [area('a', 0), area('b', 1), area('c', 2), area('d', 3)];

const figure = (code: string, people: number | null, residents?: number): Figure =>
  ({
    __typename: people === null ? 'SuppressedFigure' : 'PublishedFigure',
    id: code,
    keys: code ? [{ dimension: 'WARD', code, name: code }] : [],
    people: { value: people, low: people, high: people },
    rate: residents
      ? {
          value: (1000 * people!) / residents,
          low: (800 * people!) / residents,
          high: (1250 * people!) / residents,
          residents,
        }
      : null,
  }) as unknown as Figure;

describe('wards beside each other', () => {
  const nodes = [
    figure('a', 100, 1000),
    figure('b', 300, 1000),
    figure('c', 5),
    figure('d', null),
    figure('not-known', 600),
  ];
  const rows = wardRows(AREAS, nodes);

  it('stand beside the rate of all wards that have one, as the hub works it out', () => {
    const wardsRate = { value: 200, low: 180, high: 220, residents: 2000 };
    const city = cityRow({ total: figure('', 1005), wardsRate });
    expect(city.rate).toBe(wardsRate);
    expect([city.people, city.rateOf]).toEqual([1005, 'all wards with a rate']);
  });

  it('are called different where the edition says so, and never because their rates lie apart', () => {
    expect(rows.map((row) => row.said)).toEqual([null, null, null, null, null]);
    expect(wardMessage(rows, null)).toBe('Where the people heard live');
    const said = (ward: string, verdict: string) => ({ ward, verdict }) as unknown as Statement;
    const compared = wardRows(AREAS, nodes, [
      said('a', 'below'),
      said('b', 'above'),
      said('c', 'cannot-compare'),
      said('d', 'no-clear-difference'),
    ]);
    expect(compared.map((row) => row.said?.verdict)).toEqual([
      'below',
      'above',
      'cannot-compare',
      'no-clear-difference',
      undefined,
    ]);
    expect(wardMessage(compared, null)).toBe(
      'Ward b is above the rest of the city; Ward a is below the rest of the city',
    );
    expect(wardMessage(wardRows(AREAS, nodes, [said('a', 'below')]), null)).toBe(
      'Ward a is below the rest of the city',
    );
  });

  it('are not said to stand out by one of several themes that are ticked together', () => {
    const said = (theme: string) => ({ ward: 'a', theme, verdict: 'above' }) as unknown as Statement;
    expect(wardRows(AREAS, nodes, [said('litter')])[0]!.said?.verdict).toBe('above');
    expect(wardRows(AREAS, nodes, [said('litter'), said('noise')])[0]!.said).toBeNull();
  });

  it('have nothing to be compared with where none has a rate', () => {
    const none = wardRows(AREAS, [figure('a', 40), figure('b', null)]);
    expect(cityRow({ total: figure('', 40), wardsRate: null }).rate).toBeNull();
    expect(none.every((row) => row.said === null)).toBe(true);
  });

  it('are not said to be silent where they were not asked about', () => {
    expect(wardsUnder(AREAS, { ward: ['b'] }).map(({ code }) => code)).toEqual(['b']);
    expect(wardsUnder(AREAS, {})).toHaveLength(4);
    expect(wardRows(AREAS, [figure('a', 0)]).map((row) => row.people)).toEqual([0, null, null, null]);
  });

  it('say [c] and of whom the rate is in the words that everybody reads', () => {
    const words = wardTiles(AREAS, rows, residentsWords('Age: 15 to 24')).map((tile) => tile.words);
    expect(words[0]).toContain('100.0 per 1,000 residents in the group “Age: 15 to 24”');
    expect(words[3]).toBe(`Ward d: [c]. ${HIDDEN}`);
  });
});

describe('why there is no rate', () => {
  const two: FigureFilter = { sex: ['male'], ageBand: ['15-24'], agency: ['x'] };
  const row = (people: number | null, rate: object | null = null, rest = false) => ({ people, rate, rest });

  it('is said of two groups of the census and of a group without residents, not of few people', () => {
    const [both, one] = [censusFilters(two), censusFilters({ disability: ['unknown'] })];
    expect(both.map(({ dimension }) => dimension)).toEqual(['AGE_BAND', 'SEX']);
    expect(rateMissing([row(50), row(5)], both)).toMatch(/both groups/);
    expect(rateMissing([row(50)], one)).toMatch(/this group is not known/);
    expect(rateMissing([row(5), row(null), row(90, null, true)], both)).toBeNull();
    expect(rateMissing([row(50, {}), row(60)], [])).toBeNull();
  });

  it('takes a filter of several values for no group, as the hub does', () => {
    expect(censusFilters({ sex: ['male', 'female'] })).toEqual([]);
  });

  it('reaches the heading', () => {
    const none = wardRows(AREAS, [figure('a', 40)]);
    expect(wardMessage(none, 'unknown')).toBe('People by ward, without a rate');
    expect(wardMessage(none, null)).toBe('Too few people in each ward for a rate');
  });
});
