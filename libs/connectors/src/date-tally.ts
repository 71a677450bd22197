import { parseDate, type DateOrder } from './mapping/dates.js';

/** Different cells of one column whose reading is remembered. */
const REMEMBERED = 5_000;
/** No consultation whose answers arrive today was answered before; such days come of a clock or a cell without a value. */
const EARLIEST = '1990-01-01';
/** Longer than any engagement runs. */
const MOST_YEARS = 15;
/** Dates needed before one of them can be told from the others. */
const FEWEST = 8;
/** A date is far from the others beyond so many days, or three times the spread of their middle half, of that half. */
const FAR_DAYS = 400;
const FAR_SPREADS = 3;
/** More dates than this share are no slip but another wave. */
const MOST_FAR = 0.1;

const dayOf = (date: string): number => Math.round(Date.parse(date) / 86_400_000);

/** Counts what the cells of a column of dates say, in memory bounded by the days met. */
export class DateTally {
  private readonly read = new Map<string, string | null>();
  private readonly days = new Map<string, number>();
  private dated = 0;
  private unread = 0;

  constructor(private readonly order: DateOrder) {}

  /** Takes one cell that is not blank. */
  add(cell: string): void {
    let date = this.read.get(cell);
    if (date === undefined) {
      date = parseDate(cell, this.order);
      if (this.read.size < REMEMBERED) this.read.set(cell, date);
    }
    if (date === null) this.unread++;
    else {
      this.dated++;
      this.days.set(date, (this.days.get(date) ?? 0) + 1);
    }
  }

  /** First and last day, as ISO text; null where no cell was a date. */
  get range(): { first: string | null; last: string | null } {
    const days = [...this.days.keys()].sort();
    return { first: days[0] ?? null, last: days.at(-1) ?? null };
  }

  /**
   * What a person should look at: cells that are no date, days that have not come, days before 1990 and days far from the
   * others. Whole sentences with counts; never quotes a cell that was not read.
   * @param today ISO date
   */
  doubts(today: string): string[] {
    const { first, last } = this.range;
    if (first === null || last === null) return [];
    const found: string[] = [];
    const all = this.dated + this.unread;
    if (this.unread) found.push(`${this.unread} of ${all} cells are no dates: these rows would have none.`);
    const future = this.count((day) => day > today);
    if (future) found.push(`${future} of ${this.dated} dates lie in the future, up to ${last}.`);
    const early = this.count((day) => day < EARLIEST);
    if (early) found.push(`${early} of ${this.dated} dates lie before 1990, from ${first} on.`);
    const far = this.far((day) => day >= EARLIEST && day <= today);
    if (far)
      found.push(`${far} of ${this.dated} dates lie far from the others: they run from ${first} to ${last}.`);
    const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
    if (found.length === 0 && years >= MOST_YEARS)
      found.push(`The dates run from ${first} to ${last}: some lie far from the others.`);
    return found;
  }

  private count(test: (day: string) => boolean): number {
    let count = 0;
    for (const [day, rows] of this.days) if (test(day)) count += rows;
    return count;
  }

  /** Dates beyond the fences about the middle half of those that pass (after Tukey, 1977, with a least width). */
  private far(test: (day: string) => boolean): number {
    const counted = [...this.days].filter(([day]) => test(day)).sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = counted.reduce((sum, [, count]) => sum + count, 0);
    if (rows < FEWEST) return 0;
    const at = (share: number): number => {
      let passed = 0;
      for (const [day, count] of counted) if ((passed += count) >= share * rows) return dayOf(day);
      return 0;
    };
    const [low, high] = [at(0.25), at(0.75)];
    const width = Math.max(FAR_DAYS, FAR_SPREADS * (high - low));
    const beyond = this.count((day) => test(day) && (dayOf(day) < low - width || dayOf(day) > high + width));
    // One or two of a few rows are a slip as well.
    return beyond <= Math.max(2, MOST_FAR * rows) ? beyond : 0;
  }
}
