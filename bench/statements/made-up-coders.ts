import { chanceOf, drawFrom, expit, logit, type Chance } from './chance.js';

/** What a coder says of a response for one theme. */
export const SAID = { rest: 0, near: 1, yes: 2 } as const;

/**
 * A city of people and themes whose truth is known, and what three versions of a coder say of it. Any city in this form
 * can be judged (`judgeCoders`).
 */
export interface CodedCity {
  people: number;
  wards: number;
  engagements: number;
  ward: Uint8Array;
  engagement: Uint8Array;
  personKey: Uint8Array;
  themes: CodedTheme[];
}

export interface CodedTheme {
  /** Does the person raise it? And how likely that was, by who and where they are: what a ward "is like". */
  actual: Uint8Array;
  propensity: Float32Array;
  /** Of each version, by person: rest, near or yes. */
  said: Uint8Array[];
}

export interface CodersOptions {
  people: number;
  themes?: number;
  versions?: number;
  seed: number;
}

const WARDS = 20;
const AGENCIES = 4;
/** Two standing feeds, four yearly surveys and others, by their share of what is heard. */
const SIZES = [12.5, 12.5, 4, 4, 4, 4, ...Array.from({ length: 34 }, () => 59 / 34)];
const SPREAD = { ward: 0.4, agency: 0.4, engagement: 0.5 };
/** Log-odds by which a coder reads agencies and wards unlike each other. */
const READS = { sensitivityByAgency: 0.3, sensitivityByWard: 0.2, falseAlarmsByWard: 0.5 };

/** Themes of .4% to 25%, and coders who are better at frequent ones: micro F1 about .71, macro .63. */
export function madeUpCoders({ people, themes = 40, versions = 3, seed }: CodersOptions): CodedCity {
  const chance = chanceOf(seed);
  const sums = new Float64Array(SIZES.length);
  SIZES.forEach((size, at) => (sums[at] = (sums[at - 1] ?? 0) + size));
  const ward = Uint8Array.from({ length: people }, () => Math.floor(WARDS * chance.uniform() ** 1.3));
  // Local consultations: a third of the small ones hear three wards alone.
  const engagement = Uint8Array.from(ward, (own) => {
    for (;;) {
      const found = drawFrom(sums, chance.uniform());
      const local = found >= 6 && found % 3 === 0;
      if (!local || Math.abs(own - ((found * 7) % WARDS)) <= 1) return found;
    }
  });
  return {
    people,
    wards: WARDS,
    engagements: SIZES.length,
    ward,
    engagement,
    personKey: Uint8Array.from({ length: people }, () => Math.floor(256 * chance.uniform())),
    themes: Array.from({ length: themes }, (_, at) =>
      codedTheme(ward, engagement, baseOf(at, themes), versions, chance),
    ),
  };
}

/** Evenly spread in logarithms. */
const baseOf = (at: number, themes: number): number =>
  0.004 * (0.25 / 0.004) ** (at / Math.max(1, themes - 1));

function codedTheme(
  ward: Uint8Array,
  engagement: Uint8Array,
  base: number,
  versions: number,
  chance: Chance,
): CodedTheme {
  const spread = (length: number, deviation: number): number[] =>
    Array.from({ length }, () => chance.normal(deviation));
  const byWard = spread(WARDS, SPREAD.ward);
  const byAgency = spread(AGENCIES, SPREAD.agency);
  const byEngagement = spread(SIZES.length, SPREAD.engagement);
  const usual = byWard.map((own) =>
    byEngagement.map((odds, at) => expit(logit(base) + own + byAgency[at % AGENCIES]! + odds)),
  );
  const propensity = Float32Array.from(ward, (own, person) => usual[own]![engagement[person]!]!);
  const actual = Uint8Array.from(propensity, (p) => (chance.uniform() < p ? 1 : 0));
  const said = Array.from({ length: versions }, () => sayings(ward, engagement, actual, base, chance));
  return { actual, propensity, said };
}

function sayings(
  ward: Uint8Array,
  engagement: Uint8Array,
  actual: Uint8Array,
  base: number,
  chance: Chance,
): Uint8Array {
  const better = 0.35 * Math.log(base / 0.03);
  const precision = expit(0.75 + better + chance.normal(0.6));
  const recall = expit(0.45 + better + chance.normal(0.5));
  const falseAlarms = Math.min(0.2, (base * recall * (1 - precision)) / precision);
  const spread = (length: number, deviation: number): number[] =>
    Array.from({ length }, () => chance.normal(deviation));
  const sensitiveAgency = spread(AGENCIES, READS.sensitivityByAgency);
  const sensitiveWard = spread(WARDS, READS.sensitivityByWard);
  const alarmWard = spread(WARDS, READS.falseAlarmsByWard);
  const found = sensitiveWard.map((own) => sensitiveAgency.map((odds) => expit(logit(recall) + own + odds)));
  const alarms = alarmWard.map((own) => expit(logit(falseAlarms) + own));
  return Uint8Array.from(actual, (is, person) => {
    const own = ward[person]!;
    const yes = is ? found[own]![engagement[person]! % AGENCIES]! : alarms[own]!;
    if (chance.uniform() < yes) return SAID.yes;
    // Half of what is missed lies just under the threshold, beside about as much that is rightly left out.
    return chance.uniform() < (is ? 0.5 : 1.5 * falseAlarms + 0.005) ? SAID.near : SAID.rest;
  });
}
