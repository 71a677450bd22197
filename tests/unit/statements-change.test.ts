import { describe, expect, it } from '@jest/globals';
import { asToldNow } from '../../libs/facts/src/ask/edition-says.js';
import { keptChange, type KeptStatement } from '../../libs/facts/src/statements/kept.js';
import {
  benjaminiHochberg,
  changeHeading,
  changeOf,
  changeWords,
  themesHeading,
  type Cell,
  type Change,
  type HeadingChange,
  type Series,
  type TwoPeriods,
} from '#statements';
import { ALL, only, onlyMeasured, periods, series } from '../support/compared-periods.js';

describe('change, like for like', () => {
  it('is the Mantel-Haenszel difference, worked by hand', () => {
    const change = only(
      periods([series('a', [400, 400], { litter: [40, 80] }), series('b', [200, 200], { litter: [20, 40] })]),
    );
    if (!('headline' in change)) throw new Error(change.verdict);
    // Weights 200 and 100; both differences .1; ratio (80·400/800 + 40·200/400) / (40·400/800 + 20·200/400) = 2.
    expect(change.difference).toBeCloseTo(0.1, 10);
    expect(change.before).toBeCloseTo(0.1, 10);
    expect(change.ratio).toBeCloseTo(2, 10);
    // Chance .15·.85·(200+100) + noise 2·4.0833·(1+.0225)·w²(1/n1²+1/n0²) + drift .01·(25.5²+12.75²), over 300².
    const chance = 0.15 * 0.85 * 300;
    const noise = (2 + 25 / 12) * 1.0225 * (200 ** 2 * (2 / 400 ** 2) + 100 ** 2 * (2 / 200 ** 2));
    const drift = 0.01 * (25.5 ** 2 + 12.75 ** 2);
    expect(change.standardError).toBeCloseTo(Math.sqrt(chance + noise + drift) / 300, 8);
    expect(change).toMatchObject({
      verdict: 'rose',
      headline: true,
      series: ['Survey a', 'Survey b'],
      heard: 0.3,
    });
  });

  it('does not move when consultations open and close, or one of another subject grows', () => {
    const steady = [
      series('a', [500, 500], { litter: [50, 55] }),
      series('b', [300, 310], { litter: [60, 60] }),
    ];
    const once = { ...series('c', [600, 40], { litter: [500, 5] }, []), open: { before: ALL, now: [] } };
    const [with_, without] = [changeOf(periods([...steady, once])), changeOf(periods(steady))];
    expect(with_).toEqual(without);
    expect(with_[0]).toMatchObject({ verdict: 'no-clear-change' });
  });

  it('takes the cell of the whole where the seasons agree, and quarters where they do not', () => {
    const moved: Series = {
      ...series('m', [null, null], { litter: [null, null] }),
      open: { before: [0, 1], now: [1, 2] },
      base: {
        whole: { before: 900, now: 900 },
        quarters: { before: [450, 450, null, null], now: [null, 450, 450, null] },
      },
      themes: {
        litter: {
          whole: { before: 300, now: 30 },
          quarters: { before: [255, 45, null, null], now: [null, 45, 5, null] },
        },
      },
    };
    const change = only(periods([moved, series('a', [500, 500], { litter: [50, 50] })]));
    expect(change).toMatchObject({ verdict: 'no-clear-change', difference: 0 });
  });

  it('chooses strata by what is expected, then leaves out those with a hidden cell', () => {
    const two = [
      series('a', [400, 400], { litter: [80, 80] }),
      series('b', [400, 400], { litter: [80, 85] }),
    ];
    const hidden = series('h', [400, 400], { litter: [null, 90] });
    const small = series('s', [400, 400], { litter: [5, 10] });
    expect(only(periods([...two, hidden, small])).series).toEqual(['Survey a', 'Survey b']);
    expect(only(periods([...two, series('t', [25, 25], { litter: [25, 25] })])).series).toHaveLength(2);
  });

  it.each([
    [
      'another coder',
      'another-coder',
      { codedBy: { before: { coder: '1', codebook: '2' }, now: { coder: '2', codebook: '2' } } },
    ],
    [
      'another codebook',
      'another-codebook',
      { codedBy: { before: { coder: '2', codebook: '1' }, now: { coder: '2', codebook: '2' } } },
    ],
    ['strata under a tenth of the heard', 'too-small-a-part', { heard: { before: 9000, now: 9000 } }],
    ['nobody knows how many were heard', 'too-small-a-part', { heard: { before: null, now: 2000 } }],
    ['nothing asked twice', 'nothing-asked-twice', { series: [] }],
  ] as const)('can’t be compared: %s', (_, why, other) => {
    const two = periods([
      series('a', [400, 400], { litter: [80, 120] }),
      series('b', [400, 400], { litter: [80, 120] }),
    ]);
    expect(only({ ...two, ...other } as TwoPeriods)).toMatchObject({ verdict: 'cannot-compare', why });
  });

  it('can’t be compared where one series outweighs, or too few people are expected', () => {
    const small = series('b', [60, 60], { litter: [15, 15] });
    const outweighed = only(periods([series('a', [900, 900], { litter: [300, 300] }), small]));
    expect(outweighed).toMatchObject({ verdict: 'cannot-compare', why: 'one-series-outweighs' });
    const few = only(periods([small, series('c', [60, 60], { litter: [10, 10] })], 300));
    expect(few).toMatchObject({ verdict: 'cannot-compare', why: 'too-few-people' });
  });

  it('tells one series alone of that series, with the wider drift, and never in a heading', () => {
    const change = onlyMeasured(periods([series('a', [600, 600], { litter: [90, 180] })]));
    expect(change).toMatchObject({ verdict: 'only-in-one', inIt: 'rose', series: ['Survey a'] });
    expect(changeWords(change)).toMatch(/^Only in Survey a: rose \(between\s\+\d+%\sand\s\+\d+%\)$/);
    expect(changeHeading(change)).toBe('One consultation alone can be compared with the year before');
    // .1 of log-odds would call this; .15, which one series needs, does not.
    const slight = onlyMeasured(periods([series('a', [4000, 4000], { litter: [1000, 1240] })], 9000));
    expect(slight).toMatchObject({ inIt: 'no-clear-change' });
    // Where no theme of the edition has two series, nothing says how much such answers move by themselves.
    const alone = only(periods([series('a', [600, 600], { litter: [90, 180] })]));
    expect(alone).toMatchObject({ verdict: 'cannot-compare', why: 'drift-unmeasured' });
    expect(changeWords(alone)).toMatch(/^Can’t be compared, because one consultation alone/);
  });

  it('takes series that wander for wandering, pooled over all themes', () => {
    const themes = ['a', 'b', 'c', 'd', 'e', 'f'];
    const wild = (up: boolean) =>
      Object.fromEntries(
        themes.map((theme, at) => [theme, (at % 2 === 0) === up ? [100, 220] : [220, 100]]),
      ) as Record<string, [Cell, Cell]>;
    const tame = Object.fromEntries(themes.map((theme) => [theme, [150, 150]])) as Record<
      string,
      [Cell, Cell]
    >;
    const extra: Record<string, [Cell, Cell]> = { litter: [100, 140] };
    const change = (of: Record<string, [Cell, Cell]>[]) =>
      changeOf(
        periods(
          of.map((each, at) => series(String(at), [1000, 1000], { ...each, ...extra })),
          3000,
          [...themes, 'litter'],
        ),
      ).at(-1);
    expect(change([tame, tame])).toMatchObject({ verdict: 'rose' });
    expect(change([wild(true), wild(false)])).toMatchObject({ verdict: 'no-clear-change' });
  });

  it('tells people of 100 where nobody raised it in one of the years: of nobody no percentage can be told', () => {
    const two = (before: Cell, now: Cell): Change =>
      only(
        periods([
          series('a', [600, 600], { litter: [before, now] }),
          series('b', [400, 400], { litter: [before, now] }),
        ]),
      );
    const came = two(0, 90);
    expect(came).toMatchObject({ verdict: 'rose', before: 0, relative: null });
    expect(changeWords(came)).toMatch(/^Rose \(between\s\d+\.\d\sand\s\d+\.\d more of 100\)$/);
    const went = two(90, 0);
    expect(went).toMatchObject({ verdict: 'fell', relative: { value: -1 } });
    expect(changeWords(went)).toMatch(/^Fell \(between\s−100%\sand\s−\d+%\)$/);
    // Kept with an edition for ever, and read from JSON.
    for (const change of [came, went])
      expect(JSON.stringify(keptChange('city', change))).not.toContain('NaN');
    expect(JSON.parse(JSON.stringify(keptChange('city', came)))).toEqual(keptChange('city', came));
    expect(keptChange('city', came).numbers!.relative).toBeNull();
  });

  it('reads what editions kept of it as percentages of nobody as people of 100', () => {
    const kept = keptChange('city', {
      ...(onlyMeasured(periods([series('a', [600, 600], { litter: [90, 180] })])) as Change & {
        verdict: 'only-in-one';
      }),
      series: ['Survey (a)'],
    });
    const none = { value: null, low: null, high: null } as unknown as {
      value: number;
      low: number;
      high: number;
    };
    const faulty: KeptStatement = {
      ...kept,
      words: 'Only in Survey (a): rose (between\u00a0−NaN%\u00a0and\u00a0−NaN%)',
      perHundred: '4.5 of 100 heard in the same consultations, 0.0 the year before',
      numbers: { ...kept.numbers!, relative: none },
    };
    expect(asToldNow(faulty)).toMatchObject({
      words: 'Only in Survey (a): rose (4.5 of 100 heard in the same consultations, 0.0 the year before)',
      numbers: { relative: null },
    });
    expect(asToldNow(kept)).toEqual(kept);
    const ward = { ...kept, ward: 'w', numbers: { ...kept.numbers!, standardError: 0.0123456 } };
    expect(asToldNow(ward).numbers!.standardError).toBe(0.012);
  });

  it('of a part of the series takes the drift that all series of the edition measure', () => {
    const one = periods([series('a', [1000, 1000], { litter: [200, 280] })], 3000);
    const near = onlyMeasured(one) as Change & { low: number };
    expect(near).toMatchObject({ verdict: 'only-in-one', difference: expect.closeTo(0.08, 10) });
    const wide = changeOf(one, { variance: 0.25, freedom: 40 })[0] as typeof near;
    expect(near.low).toBeGreaterThan(0);
    expect(wide.low).toBeLessThan(0);
  });

  it('needs Benjamini and Hochberg before a heading', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03, 0.9])).toEqual([true, false, false, false]);
    expect(benjaminiHochberg([0.01, 0.02, 0.03, 0.04])).toEqual([true, true, true, true]);
    expect(benjaminiHochberg([])).toEqual([]);
    const rows: Record<string, [Cell, Cell]> = { litter: [100, 132] };
    for (let at = 0; at < 30; at++) rows[`still ${at}`] = [100, 100];
    const changes = changeOf(
      periods([series('a', [1000, 1000], rows), series('b', [1000, 1000], rows)], 3000),
    );
    expect(changes[0]).toMatchObject({ verdict: 'rose', headline: false });
    expect(changeHeading(changes[0]!)).toBe('No change stands out when all themes are compared at once');
    expect(changeHeading({ ...changes[0]!, headline: true } as Change)).toBe(
      'It is rising in what people say',
    );
    expect(changeWords(changes[1]!)).toMatch(/^No clear change \(between\s−\d+%\sand\s\+\d+%\)$/);
  });
});

describe('the heading over themes', () => {
  const row = (name: string, rank: number | null, change: HeadingChange | null = null) => ({
    name,
    says: true,
    rank,
    silent: false,
    change,
  });
  const rose = only(
    periods([series('a', [400, 400], { x: [40, 90] }), series('b', [400, 400], { x: [40, 90] })]),
  ) as Change & HeadingChange;

  it('tells what rose most only where it stands, otherwise what is raised most, in order of rank', () => {
    expect(themesHeading([row('Litter', 2, rose), row('Noise', 1)])).toBe('Litter rose most');
    expect(
      themesHeading([row('Litter', 2, { ...rose, headline: false }), row('Noise', 1), row('CCTV', 3)]),
    ).toBe('Noise, litter and CCTV are raised most');
    expect(themesHeading([{ ...row('Other', 1), says: false }, row('Noise', 2)])).toBe(
      'Noise is raised most',
    );
    expect(themesHeading([row('Noise', null)])).toBe('Too few people to say what is raised most');
    expect(themesHeading([{ ...row('Noise', null), silent: true }])).toBe('No theme has been raised yet');
  });
});
