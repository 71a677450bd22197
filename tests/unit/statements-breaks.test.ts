import { describe, expect, it } from '@jest/globals';
import { basisWords, changeWords, type Series } from '#statements';
import { strataOf } from '../../libs/statements/src/change/strata.js';
import { ALL, only, onlyMeasured, periods, series } from '../support/compared-periods.js';

describe('what is compared of two years', () => {
  it('compares nothing across a break: quarters on its one side are, and the break is told', () => {
    const other = series('b', [600, 600], { litter: [120, 125] });
    const fed = (part: Partial<Series>): Series => ({
      ...series('a', [400, 400], { litter: [80, 200] }),
      base: {
        whole: { before: 400, now: 400 },
        quarters: { before: [100, 100, 100, 100], now: [100, 100, 100, 100] },
      },
      themes: {
        litter: {
          whole: { before: 80, now: 200 },
          quarters: { before: [20, 20, 20, 20], now: [20, 20, 80, 80] },
        },
      },
      ...part,
    });
    const breaks = [{ since: '2025-07-01', reason: 'A new form asks for one thing alone.' }];
    // A form that began with the third quarter of the year: only the first two are alike in both.
    const split = onlyMeasured(
      periods([fed({ breaks, unbroken: { before: ALL, now: [0, 1] } }), other], 2000),
    );
    expect(split).toMatchObject({ verdict: 'no-clear-change', series: ['Survey a', 'Survey b'] });
    expect(Math.abs((split as { difference: number }).difference)).toBeLessThan(0.01);
    expect(basisWords(split)).toMatch(
      / Nothing is compared across 1 July 2025, when the recording of Survey a changed: A new form asks for one thing alone\.$/,
    );
    // Between the two years: nothing of it.
    const turned = { breaks, unbroken: { before: [], now: [] } };
    expect(onlyMeasured(periods([fed(turned), other])).series).toEqual(['Survey b']);
    const alone = onlyMeasured(periods([fed(turned)]));
    expect(alone).toMatchObject({ verdict: 'cannot-compare', why: 'recording-changed' });
    expect(changeWords(alone)).toBe(
      'Can’t be compared, because the way of asking or recording changed, and on one side of that too few people were asked the same in both years',
    );
    // What was open in one year alone could be compared with nothing: its break parts nothing.
    const late = fed({ open: { before: [], now: ALL }, breaks, unbroken: { before: ALL, now: [0, 1] } });
    const beside = onlyMeasured(periods([{ ...late, code: 'c', name: 'Survey c' }, other, fed({})], 2000));
    expect(beside.breaks).toEqual([]);
    // The year's own cell holds quarters of both sides: it is never taken for what is left of it.
    const one = fed({
      open: { before: [0, 1], now: [1] },
      breaks,
      unbroken: { before: [1, 2, 3], now: ALL },
    });
    expect(strataOf('litter', [one])).toEqual([{ series: 'a', n0: 100, n1: 100, x0: 20, x1: 20 }]);
  });

  it('takes nobody for two people where it asks whether strata hold a tenth of the heard', () => {
    // All who answer the one answer the other too: 180 of 2,000, and never 360.
    const both = ['a', 'b'].map((code) => series(code, [180, 180], { litter: [40, 40] }));
    const same = only(periods(both, 2000));
    expect(same).toMatchObject({ verdict: 'cannot-compare', why: 'too-small-a-part', heard: 0.18 });
    expect(changeWords(same)).toBe(
      'Can’t be compared, because it is not sure that the consultations that asked the same in both years heard a tenth of the people',
    );
    // The same in quarters of one series, and in one of the years alone.
    const quarterly = (code: string): Series => ({
      ...series(code, [null, null], { litter: [null, null] }, [0, 1]),
      open: { before: [0, 1, 2], now: [0, 1] },
      base: { whole: { before: null, now: null }, quarters: { before: [190, 190], now: [190, 190] } },
      themes: {
        litter: { whole: { before: null, now: null }, quarters: { before: [40, 40], now: [40, 40] } },
      },
    });
    expect(only(periods([quarterly('a'), quarterly('b')], 2000))).toMatchObject({ why: 'too-small-a-part' });
    const grew = ['a', 'b'].map((code) => series(code, [180, 600], { litter: [40, 130] }));
    expect(only(periods(grew, 2000))).toMatchObject({ why: 'too-small-a-part' });
    expect(only(periods([...both, series('c', [200, 200], { litter: [40, 40] })], 2000))).toMatchObject({
      verdict: 'no-clear-change',
    });
  });
});
