import type { AgencyKind } from '#domain';
import type { Random } from '../random.js';
import type { EngagementPlan } from './engagement-plan.js';

/** What decides which themes a comment speaks of. */
export interface Situation {
  ward: string | null;
  agency: AgencyKind;
  engagement: EngagementPlan;
  /** Years since 1 June 2022, 0 to 3. */
  years: number;
  /** 1-12 */
  month: number;
  /** Harmonised age band. */
  age: string;
  sex: 'female' | 'male';
}

/** How common each theme is before anything else is known. Relative. */
export const BASE: Readonly<Record<string, number>> = {
  'anti-social-behaviour': 3, 'noise-and-neighbours': 3, 'groups-and-intimidation': 3.4, 'street-drinking': 2.4, 'off-road-bikes': 1.8,
  'vandalism-and-graffiti': 2.6, fireworks: 0.5, drugs: 2, 'drug-dealing': 3.2, 'drug-use-in-public': 2.4,
  'county-lines-and-cuckooing': 0.8, 'needles-and-drug-litter': 1.2, 'substance-misuse-and-treatment': 1.2, violence: 1.2, assault: 1.1,
  'knife-crime': 1.5, robbery: 0.9, 'night-time-violence': 1.5, 'domestic-abuse': 1.2, 'sexual-violence': 0.7,
  'safety-of-women-and-girls': 2.4, 'hate-crime': 0.4, 'hate-crime-race': 0.6, 'hate-crime-religion': 0.2,
  'hate-crime-sexual-orientation': 0.3, 'hate-crime-transgender': 0.2, 'hate-crime-disability': 0.35,
  'exploitation-and-modern-slavery': 0.5, 'burglary-and-theft': 3, 'business-and-retail-crime': 1.6, 'fraud-scams-and-cyber': 1.5,
  'road-safety': 2.2, speeding: 3.6, parking: 2.4, 'e-scooters': 1.4, 'drink-and-drug-driving': 0.5,
  'street-lighting-and-environment': 1.3, 'street-lighting': 2.6, litter: 2.8, 'fly-tipping': 2, 'derelict-places': 1.1, cctv: 1.6,
  policing: 1.1, 'police-visibility': 4, 'police-response': 2.4, 'trust-in-police': 1.6, 'barriers-to-reporting-and-feedback': 2.2,
  'young-people': 0.9, 'activities-for-young-people': 3, 'safety-of-young-people': 1.5, 'behaviour-of-young-people': 2.4,
  'homelessness-and-begging': 1.9, 'safety-at-night-and-on-transport': 1.4, 'safety-at-night': 2.8, 'safety-on-transport': 1.7,
  'mental-health-and-vulnerability': 1.6, 'prevent-and-community-tension': 0.4, 'council-and-partner-services': 2.8,
  'positive-feels-safe': 5, other: 1.2,
}; // prettier-ignore

type Factors = Readonly<Record<string, number>>;

const BIKES_AND_BORED: Factors = {
  'off-road-bikes': 3,
  'activities-for-young-people': 1.6,
  'behaviour-of-young-people': 1.5,
};
const COMFORTABLE: Factors = {
  'positive-feels-safe': 1.9,
  speeding: 1.8,
  parking: 1.5,
  'burglary-and-theft': 1.3,
  'drug-dealing': 0.4,
};
const CENTRE_TROUBLES: Factors = {
  'street-drinking': 2.6, 'homelessness-and-begging': 3, 'night-time-violence': 2.6, 'drug-use-in-public': 2, 'needles-and-drug-litter': 2.4,
  'safety-at-night': 1.5, 'business-and-retail-crime': 1.8, 'positive-feels-safe': 0.6,
}; // prettier-ignore

/** What each ward speaks of more, or less, than the city. */
const BY_WARD: Readonly<Record<string, Factors>> = {
  E05002078: BIKES_AND_BORED,
  E05002079: COMFORTABLE,
  E05002080: {
    'drug-dealing': 2.4,
    'fly-tipping': 2.2,
    'domestic-abuse': 1.6,
    'county-lines-and-cuckooing': 2,
  },
  E05002081: {
    'noise-and-neighbours': 3,
    'safety-at-night': 1.8,
    'sexual-violence': 2,
    litter: 1.6,
    'burglary-and-theft': 1.4,
  },
  E05002082: { 'groups-and-intimidation': 1.6, 'vandalism-and-graffiti': 1.7, 'drug-dealing': 1.4 },
  E05002083: { ...COMFORTABLE, 'drug-dealing': 0.6 },
  E05002084: { ...BIKES_AND_BORED, 'fly-tipping': 1.8 },
  E05002085: { ...BIKES_AND_BORED, 'groups-and-intimidation': 1.7 },
  E05002086: { 'safety-on-transport': 1.6, parking: 1.8, 'off-road-bikes': 1.5 },
  E05002087: COMFORTABLE,
  E05002088: { ...COMFORTABLE, 'activities-for-young-people': 1.8 },
  E05002089: COMFORTABLE,
  E05002090: COMFORTABLE,
  E05002091: COMFORTABLE,
  E05002092: { ...COMFORTABLE, 'behaviour-of-young-people': 1.6 },
  E05002093: { 'fly-tipping': 2, 'drug-dealing': 1.8, 'domestic-abuse': 1.6, 'off-road-bikes': 1.8 },
  E05002094: CENTRE_TROUBLES,
  E05002095: { ...BIKES_AND_BORED, 'safety-on-transport': 1.5 },
  E05002096: { 'derelict-places': 2, 'burglary-and-theft': 1.4, 'e-scooters': 1.5 },
  E05002097: { ...CENTRE_TROUBLES, 'drug-dealing': 1.8, 'night-time-violence': 1.2 },
};

const BY_AGENCY: Readonly<Record<AgencyKind, Factors>> = {
  council: { litter: 1.4, 'fly-tipping': 1.5, parking: 1.4, 'council-and-partner-services': 1.4 },
  police: {
    'police-visibility': 1.4,
    'drug-dealing': 1.3,
    'burglary-and-theft': 1.3,
    'council-and-partner-services': 0.5,
  },
  health: {
    'police-visibility': 0.3,
    'burglary-and-theft': 0.4,
    'positive-feels-safe': 1.6,
    litter: 0.4,
    'fly-tipping': 0.3,
  },
  vcs: { 'trust-in-police': 1.5, 'homelessness-and-begging': 1.5, 'barriers-to-reporting-and-feedback': 1.4 },
};

const BY_AGE: Readonly<Record<string, Factors>> = {
  '0-14': { 'safety-of-young-people': 3, 'activities-for-young-people': 3, 'fraud-scams-and-cyber': 0.1 },
  '15-24': {
    'safety-at-night': 1.7,
    'knife-crime': 1.7,
    'safety-on-transport': 1.5,
    parking: 0.4,
    'trust-in-police': 1.6,
  },
  '75+': {
    'fraud-scams-and-cyber': 2.2,
    'e-scooters': 1.6,
    'groups-and-intimidation': 1.4,
    'sexual-violence': 0.3,
  },
};

const BY_SEX: Readonly<Record<string, Factors>> = {
  female: { 'safety-of-women-and-girls': 1.4, 'safety-at-night': 1.3, 'sexual-violence': 1.3 },
  male: { 'safety-of-women-and-girls': 0.25, 'safety-at-night': 0.7, 'domestic-abuse': 0.5, speeding: 1.2 },
};

/**
 * The story over time. Safety at night rises threefold in three years, shop crime doubles, police visibility falls by a
 * third as patrols return; the unrest of August 2024 shows, and so do fireworks each autumn and bikes each summer.
 */
function byTime(theme: string, years: number, month: number): number {
  switch (theme) {
    case 'safety-at-night':
      return 1 + 0.7 * years;
    case 'business-and-retail-crime':
    case 'e-scooters':
      return 1 + 0.33 * years;
    case 'police-visibility':
      return 1 - 0.12 * years;
    case 'prevent-and-community-tension':
      return years > 2.17 && years < 2.6 ? 5 : 1;
    case 'fireworks':
      return month === 10 || month === 11 ? 9 : month === 12 || month === 1 ? 3 : 0.3;
    case 'off-road-bikes':
      return month >= 4 && month <= 9 ? 1.5 : 0.6;
    case 'street-lighting':
      return month >= 10 || month <= 2 ? 1.6 : 0.7;
    default:
      return 1;
  }
}

/** Themes in the order of the weights. */
export const THEMES: readonly string[] = Object.keys(BASE);

/** Relative weight of every theme in one situation, in the order of `THEMES`. */
export function themeWeights(situation: Situation): Float64Array {
  const { engagement, ward, agency, age, sex, years, month } = situation;
  const out = vectorOf(BASE).slice();
  const factors = [
    engagement.tilt,
    ward === null ? undefined : BY_WARD[ward],
    BY_AGENCY[agency],
    BY_AGE[age],
    BY_SEX[sex],
  ];
  for (const factor of factors) {
    if (!factor) continue;
    const vector = vectorOf(factor);
    for (let at = 0; at < out.length; at++) out[at]! *= vector[at]!;
  }
  for (let at = 0; at < out.length; at++) out[at]! *= byTime(THEMES[at]!, years, month);
  return out;
}

const vectors = new WeakMap<Factors, Float64Array>();

function vectorOf(factors: Factors): Float64Array {
  let vector = vectors.get(factors);
  if (!vector) vectors.set(factors, (vector = Float64Array.from(THEMES, (theme) => factors[theme] ?? 1)));
  return vector;
}

/** Draws a theme and takes it out of the weights. */
export function drawTheme(random: Random, weights: Float64Array): string {
  let total = 0;
  for (const weight of weights) total += weight;
  let target = random.next() * total;
  let at = 0;
  while (at < weights.length - 1 && (target -= weights[at]!) >= 0) at++;
  weights[at] = 0;
  return THEMES[at]!;
}
