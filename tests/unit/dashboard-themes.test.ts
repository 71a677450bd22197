import { orderOf, withShares } from '../../apps/dashboard/src/pages/themes/honest.js';
import type { HonestShare } from '../../apps/dashboard/src/pages/themes/useThemeShares.js';
import { describe, expect, it, test } from '@jest/globals';
import {
  peopleForFile,
  withheldAll,
  withheldReason,
  type Figure,
} from '../../apps/dashboard/src/figures/figure.js';
import type { Statement } from '../../apps/dashboard/src/figures/useFigures.js';
import { HIDDEN, peopleWords, seriesWords } from '../../apps/dashboard/src/figures/hidden.js';
import { agencyMessage, agencySeries } from '../../apps/dashboard/src/pages/themes/agency-series.js';
import { changeAndRange } from '../../apps/dashboard/src/pages/themes/change-words.js';
import {
  OVER_TIME_MEASURE,
  quarterBars,
  wholeList,
} from '../../apps/dashboard/src/pages/themes/quarter-bars.js';
import {
  nobodyIn,
  placesForFile,
  themeRows,
  themesMessage,
  topThemes,
} from '../../apps/dashboard/src/pages/themes/theme-rows.js';
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

describe('themes in order', () => {
  const themes = ['litter', 'drugs', 'noise'].map((code) => ({ code, name: code, parent: null }));
  const rowsOf = (...people: (number | null)[]) => {
    const all = people.map((value, at) => figure({ THEME: themes[at]!.code }, value));
    return themeRows({ all }, themes, [], null);
  };

  it('cut short are headed by what all of them say: what rose most may be small', () => {
    const statements = [
      { theme: 'noise', ward: null, verdict: 'rose', headline: true, numbers: { difference: 0.02 } },
    ] as unknown as Statement[];
    const all = [900, 400, 60].map((value, at) => figure({ THEME: themes[at]!.code }, value));
    const { message, top } = topThemes(themeRows({ all, statements }, themes, [], null), 2);
    expect(top.map(({ code }) => code)).toEqual(['litter', 'drugs']);
    expect(message).toBe('noise rose most');
  });

  it('have a rank only where somebody raised them', () => {
    const rows = rowsOf(0, 40, null);
    expect(rows.map(({ code, rank }) => [code, rank])).toEqual([
      ['drugs', 1],
      ['litter', null],
      ['noise', null],
    ]);
    expect(themesMessage(rows)).toBe('drugs is raised most');
  });

  it('stand by name, and none before another, in an edition that does not know how well they were coded', () => {
    const all = [900, 400, 60].map((value, at) => figure({ THEME: themes[at]!.code }, value));
    const rows = themeRows({ all, published: true }, themes, [], null);
    expect(rows.map(({ code, rank }) => [code, rank])).toEqual([
      ['drugs', null],
      ['litter', null],
      ['noise', null],
    ]);
    expect(themesMessage(rows)).toMatch(/^No theme is put before another: this edition was made before/);
    expect(orderOf(rows)).toEqual({ key: 'theme', down: false });
    // Shares that an audit corrected have ranges, and may be ranked by them.
    const shares = new Map(
      [30, 10, 2].map((value, at) => [
        themes[at]!.code,
        { value, low: value - 1, high: value + 1 } as unknown as HonestShare,
      ]),
    );
    expect(themesMessage(withShares(rows, shares))).toBe('litter is raised most');
  });

  it('are not raised most where nobody raised any, and hidden ones are not called silent', () => {
    expect(themesMessage(rowsOf(0, 0, 0))).toBe('No theme has been raised yet');
    expect(themesMessage(rowsOf(0, null, 0))).toBe('Too few people to say what is raised most');
    expect([nobodyIn(rowsOf(0, 0, 0)), nobodyIn(rowsOf(0, null, 0)), nobodyIn(rowsOf(0, 5, 0))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('themes that are told by grade', () => {
  const themes = ['litter', 'drugs', 'noise', 'parks'].map((code) => ({ code, name: code, parent: null }));
  const graded = (code: string, grade: string, people: [number, number, number] | null): Figure =>
    ({
      __typename: people ? 'PublishedFigure' : 'SuppressedFigure',
      id: code,
      keys: [{ dimension: 'THEME', code, name: code }],
      grade,
      ...(people
        ? { people: { value: people[0], low: people[1], high: people[2] }, asCounted: 1, share: null }
        : { reason: 'Still learning: no figure.', withheld: 'still-learning' }),
    }) as unknown as Figure;
  const rows = themeRows(
    {
      all: [
        graded('litter', 'INDICATIVE', [900, 700, 1100]),
        graded('drugs', 'READY', [500, 450, 550]),
        graded('noise', 'READY', [480, 430, 530]),
        graded('parks', 'LEARNING', null),
      ],
    },
    themes,
    [],
    null,
  );
  const rowOf = (code: string) => rows.find((row) => row.code === code)!;

  it('are ranked where they are ready alone, by the places that their ranges leave open', () => {
    expect(rows.filter(({ ranked }) => ranked).map(({ code, places }) => [code, places])).toEqual([
      ['drugs', { first: 1, last: 2 }],
      ['noise', { first: 1, last: 2 }],
    ]);
    expect([rowOf('litter').rank, rowOf('parks').rank]).toEqual([null, null]);
    expect(themesMessage(rows)).toBe('drugs and noise are raised most');
  });

  it('say why there is no number, on the page and in a file', () => {
    expect(withheldReason(rowOf('parks').figure)).toBe('Still learning: no figure.');
    expect([peopleForFile(rowOf('parks').figure), peopleForFile(rowOf('drugs').figure)]).toEqual([
      'Still learning: no figure.',
      500,
    ]);
    expect(withheldAll([rowOf('parks').figure])).toBe('Still learning: no figure.');
    expect(withheldAll([rowOf('parks').figure, rowOf('drugs').figure])).toBeNull();
  });
});

describe('themes with corrected shares', () => {
  const themes = ['litter', 'drugs', 'noise'].map((code) => ({ code, name: code, parent: null }));
  const shares = (ranges: Record<string, [value: number, low: number, high: number]>) =>
    new Map(
      Object.entries(ranges).map(([theme, [value, low, high]]) => [
        theme,
        { theme, value, low, high, audited: 300, method: 'made', tiedWith: [] },
      ]),
    );
  const rowsOf = (ranges: Parameters<typeof shares>[0]) =>
    withShares(
      themeRows(
        {
          all: [
            ['litter', 900],
            ['drugs', 500],
            ['noise', 400],
          ].map(([code, people]) => figure({ THEME: code as string }, people as number)),
        },
        themes,
        [],
        null,
      ),
      shares(ranges) as unknown as Parameters<typeof withShares>[1],
    );

  it('stand in the order of their rank, which is that of the shares and not of what the coder counted', () => {
    const rows = rowsOf({ litter: [5, 3, 8], drugs: [30, 25, 35], noise: [12, 10, 15] });
    expect(rows.map(({ code, rank }) => [code, rank])).toEqual([
      ['drugs', 1],
      ['noise', 2],
      ['litter', 3],
    ]);
    expect(themesMessage(rows)).toBe('drugs is raised most');
  });

  it('are called first only where no other may be', () => {
    const overlapping = rowsOf({ litter: [20, 15, 26], drugs: [22, 17, 28], noise: [6, 4, 9] });
    expect(themesMessage(overlapping)).toBe('drugs and litter are raised most');
    const chained = rowsOf({ litter: [20, 15, 26], drugs: [22, 17, 28], noise: [18, 13, 24] });
    expect(themesMessage(chained)).toBe('drugs, litter and noise are raised most');
  });
});

describe('who hears it', () => {
  const messageOf = (...people: (number | null)[]) =>
    agencyMessage(people.map((value, at) => figure({ AGENCY: `agency ${at + 1}` }, value)));

  it('counts published people only, and says for how many it is hidden', () => {
    expect(messageOf(40, 5, 0, null, null)).toBe('Two agencies hear it; hidden for 2 more');
    expect(messageOf(40, 5)).toBe('Two agencies hear it');
    expect(messageOf(0, 40)).toBe('Only agency 2 hears it');
    expect(messageOf(null, 40)).toBe('agency 2 hears it; hidden for 1 more');
    expect(messageOf(null, 0)).toBe('No agency is known to hear it; hidden for 1');
    expect(messageOf(0, 0)).toBe('No agency hears it');
  });
});

describe('a number of people in words', () => {
  it('is told, or why it is not; [c] in a series is explained once', () => {
    expect(peopleWords(figure({}, 1240))).toBe('1,240 people');
    expect(peopleWords(figure({}, null))).toBe(`[c]. ${HIDDEN}`);
    expect(peopleWords(undefined)).toBe('');
    expect(seriesWords([5, null, null])).toBe(`5, [c], [c]. [c]: ${HIDDEN}`);
    expect(seriesWords([5, 0])).toBe('5, 0');
  });
});

describe('people by quarter', () => {
  it('are drawn and not compared', () => {
    expect(OVER_TIME_MEASURE).toMatch(
      /^Bars: .* Bars are not compared: each quarter hears other consultations\.$/,
    );
  });

  it('a heading tells a rise that the edition lets stand, of the city and of nothing less', () => {
    const message = (said: object): string =>
      themesMessage(
        themeRows(
          {
            all: [figure({ THEME: 'litter' }, 40)],
            statements: [{ theme: 'litter', ward: null, ...said } as never],
          },
          [{ code: 'litter', name: 'Litter', parent: null }],
          [],
          null,
        ),
      );
    const numbers = { difference: 0.1 };
    expect(message({ verdict: 'rose', headline: true, numbers })).toBe('litter rose most');
    expect(message({ verdict: 'rose', headline: false, numbers })).toBe('litter is raised most');
    expect(message({ verdict: 'fell', headline: true, numbers })).toBe('litter is raised most');
    expect(message({ verdict: 'cannot-compare', headline: false, numbers: null })).toBe(
      'litter is raised most',
    );
    expect(message({ verdict: 'above', headline: true, numbers, ward: 'E05002078' })).toBe(
      'litter is raised most',
    );
  });
});

test('the range of a change stands apart, whatever brackets the name of a series has', () => {
  const range = 'between\u00a0−5%\u00a0and\u00a0+30%';
  expect(changeAndRange(`Rose (${range})`)).toEqual({ said: 'Rose', range });
  expect(changeAndRange(`Only “Parks (2024)” asked it: can’t be compared (${range})`)).toEqual({
    said: 'Only “Parks (2024)” asked it: can’t be compared',
    range,
  });
  expect(changeAndRange('No clear change')).toEqual({ said: 'No clear change', range: null });
});

test('a file has the first and the last place that a theme may have, as the page does', () => {
  expect(placesForFile({ rank: 1, places: { first: 1, last: 4 } })).toEqual([1, 4]);
  expect(placesForFile({ rank: 1 })).toEqual([1, 1]);
  expect(placesForFile({ rank: null })).toEqual([null, null]);
});
