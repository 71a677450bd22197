import { describe, expect, it, jest } from '@jest/globals';
import {
  asideReport,
  benchPolicy,
  changeReport,
  coderReport,
  judgeChange,
  judgeCoders,
  madeUpCoders,
  madeUpYears,
  type HeardCity,
} from '../../bench/statements/library.js';
import { LONG } from '../support/long.js';

/** Of cities, in a run by hand. */
const few = (many: number): number => (LONG ? many : Math.ceil(0.4 * many));

/**
 * Statements against a known truth. Few cities, so the bounds are those of a short run; `npm run bench:statements` is the
 * long one, and docs/methods has its figures.
 */
jest.setTimeout(120_000);
const policy = benchPolicy();

const judged = (cities: number, options: { people: number; drift: number; change: number }) =>
  Array.from({ length: cities }, (_, seed) =>
    judgeChange(madeUpYears({ ...options, seed: 40 + seed }), policy),
  );

describe('change', () => {
  it('is not called where only consultations opened and closed, whatever series wander', () => {
    const cities = judged(few(60), { people: 8000, drift: 0.2, change: 0 });
    const [rule, before] = [
      changeReport(cities.map((each) => each.rule)),
      changeReport(cities.map((each) => each.before)),
    ];
    expect(rule.falseAlarms!.value).toBeLessThanOrEqual(0.06);
    expect(rule.wrongHeadlines!.value).toBeLessThanOrEqual(0.15);
    expect(rule.cannotCompare!.value).toBeLessThanOrEqual(0.12);
    const inOne = asideReport(cities.map(({ aside }) => aside.agenciesOnlyInOne));
    expect(inOne.falseAlarms!.value).toBeLessThanOrEqual(0.06);
    // The city is one in which the rule of before goes wrong, or the figures above prove nothing.
    expect(before.falseAlarms!.value).toBeGreaterThan(0.3);
    expect(before.wrongHeadlines!.value).toBeGreaterThan(0.9);
  });

  it('is found where there is one, and never the wrong way', () => {
    const cities = judged(few(50), { people: 8000, drift: 0.1, change: 0.3 });
    const rule = changeReport(cities.map((each) => each.rule));
    expect(rule.found.base20!.value).toBeGreaterThanOrEqual(0.7);
    expect(rule.wrongDirection.value).toBe(0);
  });

  it('takes any city: one in which nobody asked twice can’t be compared', () => {
    const years = madeUpYears({ people: 2000, drift: 0, change: 0, seed: 3 });
    const once: HeardCity = { ...years, series: years.series.map(() => -1) };
    const { rule } = judgeChange(once, policy);
    expect(rule.cannotCompare).toBe(rule.themes);
    expect(rule.wrongHeadline).toBe(false);
  });
});

describe('grades', () => {
  const cities = Array.from({ length: few(12) }, (_, seed) =>
    judgeCoders(madeUpCoders({ people: 8000, seed }), policy, seed),
  );
  const report = coderReport(cities);
  it('hold what their intervals say, of the city, of wards and over versions', () => {
    expect(report.rule.cityCoverage!.value).toBeGreaterThanOrEqual(0.9);
    expect(report.rule.wardCoverage!.value).toBeGreaterThanOrEqual(0.93);
    expect(report.rule.versionsMeet!.value).toBeGreaterThanOrEqual(0.95);
    expect(report.rule.wardWrongWay!.value).toBeLessThanOrEqual(0.08);
    expect(report.rule.rankCoverage!.value).toBeGreaterThanOrEqual(0.95);
    expect(report.rule.rankWrongWay!.value).toBeLessThanOrEqual(0.01);
    expect(report.grades.ready).toBeGreaterThan(5);
    expect(report.before.cityCoverage!.value).toBeLessThan(0.5);
    expect(report.before.wardCoverage!.value).toBeLessThan(0.8);
    expect(report.before.versionsMeet!.value).toBeLessThan(0.5);
  });
});
