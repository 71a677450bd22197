import { release, type CountCell, type DisclosurePolicy, type LargerSet } from '#disclosure';
import type { Cell, PeriodCells, TwoPeriods } from '#statements';
import type { HeardCity } from './heard-city.js';

/** The last eight quarters, counted as an edition counts them: distinct people of whole cells and of declared groups. */
export interface ReleasedYears {
  periods: TwoPeriods;
  /** The same of each agency that has series: its own series, and everybody whom it heard. */
  agencies: TwoPeriods[];
  /** Released people of each quarter, by theme and of everybody: what the rule of before summed. */
  byQuarter: { themes: Cell[][]; heard: Cell[] };
}

const WINDOW = 8;
/** Every run of consecutive quarters of the window, as a mask of its quarters: singles first. */
const RUNS: number[] = Array.from({ length: WINDOW }, (_, length) =>
  Array.from({ length: WINDOW - length }, (_, from) => ((1 << (length + 1)) - 1) << from),
).flat();
const EVER = RUNS.length;
const TIMES = EVER + 1;
const BEFORE = RUNS.indexOf(0x0f);
const NOW = RUNS.indexOf(0xf0);
/** Themes are grouped under parents by threes; a parent is a declared group and so a larger set of its themes. */
const BY_PARENT = 3;

/** Places of the runs that a mask of quarters touches, by mask. */
const TOUCHED: number[][] = Array.from({ length: 1 << WINDOW }, (_, mask) =>
  RUNS.flatMap((run, at) => (run & mask ? [at] : [])),
);
/** For each run, the runs that hold it and more. */
const HOLDING: number[][] = RUNS.map((own) =>
  RUNS.flatMap((run, at) => (run !== own && (run & own) === own ? [at] : [])),
);

/** Counts of every series (and all, and each agency's everybody) x theme (and parent, and all) x run (and ever). */
class Counts {
  readonly themes: number;
  readonly rows: number;
  readonly everybody: number;
  /** Agencies in all; 0 where nobody told them. */
  readonly agencies: number;
  private readonly people: Int32Array;
  private readonly keys: Int32Array;

  constructor(city: HeardCity) {
    this.themes = city.truth.length;
    this.everybody = this.themes + Math.ceil(this.themes / BY_PARENT);
    this.rows = this.everybody + 1;
    this.agencies = city.askedBy ? city.askedBy.rows.reduce((most, each) => Math.max(most, each), 0) + 1 : 0;
    const size = (city.seriesNames.length + 1 + this.agencies) * this.rows * TIMES;
    this.people = new Int32Array(size);
    this.keys = new Int32Array(size);
    this.count(city);
  }

  at(series: number, theme: number, time: number): LargerSet {
    const place = (series * this.rows + theme) * TIMES + time;
    return { people: this.people[place]!, noiseKey: this.keys[place]! };
  }

  private count(city: HeardCity): void {
    const { person, quarter, series, themes, personKey, quarters, seriesNames, askedBy } = city;
    const all = seriesNames.length;
    // Quarters in which the person in hand said each thing; bit 8 stands for any quarter before the window.
    const said = new Int32Array((all + 1 + this.agencies) * this.rows);
    const touched: number[] = [];
    const note = (place: number, mask: number): void => {
      if (said[place] === 0) touched.push(place);
      said[place]! |= mask;
    };
    for (let row = 0; row < person.length; row++) {
      const when = quarter[row]! - (quarters - WINDOW);
      const mask = when < 0 ? 1 << WINDOW : 1 << when;
      if (askedBy) note((all + 1 + askedBy.rows[row]!) * this.rows + this.everybody, mask);
      for (const own of series[row]! < 0 ? [all] : [series[row]!, all]) {
        note(own * this.rows + this.everybody, mask);
        for (let theme = 0, bits = themes[row]!; bits; theme++, bits >>>= 1) {
          if (!(bits & 1)) continue;
          note(own * this.rows + theme, mask);
          note(own * this.rows + this.parentOf(theme), mask);
        }
      }
      if (person[row + 1] === person[row]) continue;
      for (const place of touched) {
        this.add(place, said[place]!, personKey[person[row]!]!);
        said[place] = 0;
      }
      touched.length = 0;
    }
  }

  parentOf(theme: number): number {
    return this.themes + Math.floor(theme / BY_PARENT);
  }

  private add(place: number, mask: number, key: number): void {
    const from = place * TIMES;
    this.people[from + EVER]! += 1;
    this.keys[from + EVER]! += key;
    for (const run of TOUCHED[mask & ((1 << WINDOW) - 1)]!) {
      this.people[from + run]! += 1;
      this.keys[from + run]! += key;
    }
  }
}

/** Puts a city through the real release, with every larger set that its declared groups give the guard. */
export function releaseYears(city: HeardCity, policy: DisclosurePolicy): ReleasedYears {
  const counts = new Counts(city);
  const all = city.seriesNames.length;
  const released = (series: number, theme: number, times: readonly number[]): Cell[] => {
    const cells = times.map((time) => cellOf(counts, all, series, theme, time));
    const outcome = release(
      { dimensions: ['quarter'], filters: {}, cells },
      { ...policy, refuseHiddenOver: 1 },
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.table.cells.map((cell) => (cell.hidden ? null : cell.people));
  };
  const quarters = Array.from({ length: WINDOW }, (_, at) => at);
  const periodCells = (series: number, theme: number): PeriodCells => {
    const [before, now, ...each] = released(series, theme, [BEFORE, NOW, ...quarters]);
    return {
      whole: { before: before!, now: now! },
      quarters: { before: each.slice(0, 4), now: each.slice(4) },
    };
  };
  const codes = city.truth.map(({ name }) => name);
  const coded = { coder: '1', codebook: '1' };
  const heardOf = (whom: number): TwoPeriods['heard'] => {
    const [before, now] = released(whom, counts.everybody, [BEFORE, NOW]);
    return { before: before!, now: now! };
  };
  const periods: TwoPeriods = {
    themes: codes,
    series: city.seriesNames.map((name, series) => ({
      code: name,
      name,
      open: openOf(city, series),
      base: periodCells(series, counts.everybody),
      themes: Object.fromEntries(codes.map((code, theme) => [code, periodCells(series, theme)])),
    })),
    heard: heardOf(all),
    codedBy: { before: coded, now: coded },
  };
  return {
    periods,
    agencies: Array.from({ length: counts.agencies }, (_, agency) => ({
      ...periods,
      series: periods.series.filter((_series, at) => city.askedBy?.series[at] === agency),
      heard: heardOf(all + 1 + agency),
    })).filter(({ series }) => series.length > 0),
    byQuarter: {
      themes: codes.map((_, theme) => released(all, theme, quarters)),
      heard: released(all, counts.everybody, quarters),
    },
  };
}

function openOf({ quarters, seriesOpen }: HeardCity, series: number): { before: number[]; now: number[] } {
  const places = (from: number): number[] =>
    seriesOpen[series]!.map((quarter) => quarter - from).filter((place) => place >= 0 && place < 4);
  return { before: places(quarters - 8), now: places(quarters - 4) };
}

/** A cell with each value dropped, and each replaced by every declared group that holds it. */
function cellOf(counts: Counts, all: number, series: number, theme: number, time: number): CountCell {
  const { people, noiseKey } = counts.at(series, theme, time);
  const larger: LargerSet[] = [counts.at(series, theme, EVER)];
  // Of a series no run is told but the two periods, so no other run is a larger set of it.
  for (const longer of HOLDING[time] ?? [])
    if (series === all || longer === BEFORE || longer === NOW) larger.push(counts.at(series, theme, longer));
  if (series !== all) larger.push(counts.at(all, theme, time));
  if (theme !== counts.everybody) {
    larger.push(counts.at(series, counts.everybody, time));
    larger.push(counts.at(series, counts.parentOf(theme), time));
  }
  return {
    keys: [String(time)],
    people,
    submissions: people,
    arguments: people,
    noiseKeys: { people: noiseKey, submissions: noiseKey, arguments: noiseKey },
    larger,
  };
}
