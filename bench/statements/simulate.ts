import { policyPWithGroups, type DisclosurePolicy } from '#disclosure';
import { ASIDES, judgeChange, type Aside } from './judge-change.js';
import { judgeCoders } from './judge-coders.js';
import { madeUpCoders } from './made-up-coders.js';
import { madeUpYears } from './made-up-years.js';
import { asideReport, changeReport, coderReport, type Measured } from './tallies.js';

export interface Simulation {
  people: number;
  drift: number;
  change: number;
  /** Cities of which changes are judged; every fifth of them, and eight at least, has its coders judged. */
  cities: number;
  seed: number;
}

/** Policy P as a hub has it in force, with a secret of the bench. */
export const benchPolicy = (): DisclosurePolicy => policyPWithGroups('a secret of the bench');

/** Many made-up cities through the real release and the real rules; the rule of before beside them under `today`. */
export function simulate({ people, drift, change, cities, seed }: Simulation) {
  const policy = benchPolicy();
  const seeds = Array.from({ length: cities }, (_, at) => seed * 100_003 + at);
  const judged = seeds.map((own) => judgeChange(madeUpYears({ people, drift, change, seed: own }), policy));
  const coded = seeds
    .slice(0, Math.max(Math.min(8, cities), Math.floor(cities / 5)))
    .map((own) => judgeCoders(madeUpCoders({ people, seed: own }), policy, own));
  const coders = coderReport(coded);
  const { rule, before } = {
    rule: { ...changeReport(judged.map((city) => city.rule)), ...coders.rule },
    before: { ...changeReport(judged.map((city) => city.before)), ...coders.before },
  };
  const aside = Object.fromEntries(
    ASIDES.map((name) => [name, asideReport(judged.map((city) => city.aside[name]))]),
  ) as Record<Aside, ReturnType<typeof asideReport>>;
  return {
    people,
    drift,
    change,
    cities,
    seed,
    ...valuesOf(rule),
    today: valuesOf(before),
    aside: valuesOf(aside),
    intervals: { ...rule, aside },
    cityCoverageByGrade: valuesOf(coders.cityCoverageByGrade),
    grades: coders.grades,
  };
}

type Report = { [name: string]: Measured | null | Report };
type Values<R> = { [Name in keyof R]: R[Name] extends Measured | null ? number | null : Values<R[Name]> };

/** The same names with the values alone. */
function valuesOf<R extends object>(report: R): Values<R> {
  const isMeasured = (each: unknown): each is Measured =>
    typeof each === 'object' && each !== null && 'value' in each;
  return Object.fromEntries(
    Object.entries(report as Report).map(([name, each]) => [
      name,
      each === null ? null : isMeasured(each) ? each.value : valuesOf(each),
    ]),
  ) as Values<R>;
}
