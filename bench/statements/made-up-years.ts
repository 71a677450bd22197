import { chanceOf, drawFrom, expit, logit, type Chance } from './chance.js';
import type { HeardCity, ThemeTruth } from './heard-city.js';

export interface YearsOptions {
  /** People heard in three years. */
  people: number;
  /** How much a series wanders from year to year for no reason: standard deviation of log-odds. */
  drift: number;
  /** What happens to a third of the themes in the last year: .3 is 30% more. */
  change: number;
  seed: number;
}

const QUARTERS = 12;
const AGENCIES = 4;
/** Usual shares of twelve themes, 2% to 25%. */
const BASES = [0.02, 0.03, 0.04, 0.05, 0.05, 0.07, 0.1, 0.1, 0.14, 0.2, 0.2, 0.25];
/** Those of them that may change by one each, so that all sizes are tried. */
const BY_SIZE = [
  [3, 4],
  [6, 7],
  [9, 10],
  [0, 1, 2, 5, 8, 11],
];
/** How many people answer once, twice, up to five times. */
const ANSWERS = [30, 25, 20, 15, 10];
const FEEDS = 2;
const FEEDS_SHARE = 0.25;
const REPEATED = 4;
const ONCE_A_YEAR = 24;
/** Spread of log-odds by agency, by engagement, by person. */
const SPREAD = { agency: 0.4, engagement: 0.5, person: 0.4, season: 0.15 };
/** One theme in eight is what an engagement is about: its odds are 3 to 10 times as high. */
const TILTED = 1 / 8;

/** A consultation of one year: where it stands in rows, and log-odds of each theme in it. */
interface Engagement {
  agency: number;
  series: number;
  quarters: number[];
  weight: number;
  odds: number[];
}

/**
 * Three years of a made-up city: two standing feeds, four consultations that are repeated each year, and two dozen a year
 * that are held once, of very unequal size and subject. What opened and closed changes all the time; what people think
 * only where `change` says so.
 */
export function madeUpYears({ people, drift, change, seed }: YearsOptions): HeardCity {
  const chance = chanceOf(seed);
  const truth = truthOf(change, chance);
  const { engagements, seriesOpen } = yearsOf(drift, chance);
  const { agency, ...rows } = answersOf(people, engagements, truth, chance);
  return {
    ...rows,
    askedBy: {
      rows: agency,
      series: seriesOpen.map((_, at) => engagements.find(({ series }) => series === at)!.agency),
    },
    personKey: Uint8Array.from({ length: people }, () => Math.floor(256 * chance.uniform())),
    quarters: QUARTERS,
    seriesNames: seriesOpen.map((_, at) =>
      at < FEEDS ? `standing feed ${at + 1}` : `yearly survey ${at - FEEDS + 1}`,
    ),
    seriesOpen,
    truth,
  };
}

function truthOf(change: number, chance: Chance): ThemeTruth[] {
  const changed =
    change === 0 ? [] : BY_SIZE.map((some) => some[Math.floor(chance.uniform() * some.length)]!);
  return BASES.map((base, at) => ({
    name: `theme ${at + 1}`,
    base,
    change: changed.includes(at) ? change : 0,
  }));
}

function yearsOf(drift: number, chance: Chance): { engagements: Engagement[]; seriesOpen: number[][] } {
  const agencies = Array.from({ length: AGENCIES }, () => BASES.map(() => chance.normal(SPREAD.agency)));
  const subject = (): Pick<Engagement, 'agency' | 'odds'> => {
    const agency = Math.floor(chance.uniform() * AGENCIES);
    const odds = BASES.map((base, at) => {
      const tilt = chance.uniform() < TILTED ? Math.log(3 + 7 * chance.uniform()) : 0;
      return logit(base) + agencies[agency]![at]! + chance.normal(SPREAD.engagement) + tilt;
    });
    return { agency, odds };
  };
  const size = (): number => Math.exp(chance.normal(0.8));
  const engagements: Engagement[] = [];
  const seriesOpen: number[][] = [];
  for (let series = 0; series < FEEDS + REPEATED; series++) {
    const isFeed = series < FEEDS;
    const place = Math.floor(chance.uniform() * 3);
    const length = chance.uniform() < 0.5 ? 1 : 2;
    const usual = isFeed ? 1 : size();
    const { agency, ...about } = subject();
    let { odds } = about;
    seriesOpen.push([]);
    for (let year = 0; year < QUARTERS / 4; year++) {
      if (year > 0) odds = odds.map((each) => each + chance.normal(drift));
      // A repeat begins a quarter late in one year of seven.
      const late = !isFeed && chance.uniform() < 1 / 7 ? 1 : 0;
      const quarters = isFeed
        ? [0, 1, 2, 3].map((quarter) => 4 * year + quarter)
        : Array.from({ length }, (_, at) => 4 * year + Math.min(3, place + late + at)).filter(
            (quarter, at, all) => all.indexOf(quarter) === at,
          );
      seriesOpen[series]!.push(...quarters);
      engagements.push({
        agency,
        series,
        quarters,
        weight: usual * Math.exp(chance.normal(isFeed ? 0.1 : 0.3)),
        odds,
      });
    }
  }
  for (let year = 0; year < QUARTERS / 4; year++)
    for (let once = 0; once < ONCE_A_YEAR; once++) {
      const first = 4 * year + Math.floor(4 * chance.uniform());
      const quarters = first % 4 < 3 && chance.uniform() < 0.5 ? [first, first + 1] : [first];
      engagements.push({ series: -1, quarters, weight: size(), ...subject() });
    }
  weigh(engagements);
  return { engagements, seriesOpen };
}

/** Standing feeds hold a quarter of what is sent in, whatever the others' sizes come to. */
function weigh(engagements: Engagement[]): void {
  const isFeed = ({ series }: Engagement): boolean => series >= 0 && series < FEEDS;
  const sum = (some: Engagement[]): number => some.reduce((all, { weight }) => all + weight, 0);
  const feeds = engagements.filter(isFeed);
  const others = engagements.filter((each) => !isFeed(each));
  const factor = (FEEDS_SHARE / (1 - FEEDS_SHARE)) * (sum(others) / sum(feeds));
  for (const feed of feeds) feed.weight *= factor;
}

function answersOf(
  people: number,
  engagements: readonly Engagement[],
  truth: readonly ThemeTruth[],
  chance: Chance,
): Pick<HeardCity, 'person' | 'quarter' | 'series' | 'themes'> & { agency: Uint8Array } {
  const sums = new Float64Array(engagements.length);
  engagements.forEach(({ weight }, at) => (sums[at] = (sums[at - 1] ?? 0) + weight));
  const seasons = [0, 1, 2, 3].map(() => BASES.map(() => chance.normal(SPREAD.season)));
  const [person, quarter, series, themes, agency] = [[], [], [], [], []] as number[][] as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  for (let id = 0; id < people; id++) {
    const temper = chance.normal(SPREAD.person);
    for (let n = chance.weighted(ANSWERS) + 1; n > 0; n--) {
      const engagement = engagements[drawFrom(sums, chance.uniform())]!;
      const when = engagement.quarters[Math.floor(chance.uniform() * engagement.quarters.length)]!;
      let raised = 0;
      for (let theme = 0; theme < truth.length; theme++) {
        const p = expit(engagement.odds[theme]! + seasons[when % 4]![theme]! + temper);
        const now = when >= QUARTERS - 4 ? Math.min(0.95, p * (1 + truth[theme]!.change)) : p;
        if (chance.uniform() < now) raised |= 1 << theme;
      }
      person.push(id);
      quarter.push(when);
      series.push(engagement.series);
      agency.push(engagement.agency);
      themes.push(raised);
    }
  }
  return {
    person: Int32Array.from(person),
    quarter: Uint8Array.from(quarter),
    series: Int16Array.from(series),
    themes: Int32Array.from(themes),
    agency: Uint8Array.from(agency),
  };
}
