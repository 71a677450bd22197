import { type ReleasedCell, sumOfParts } from '#disclosure';
import {
  isNotKnown,
  LIST_RULE,
  listStatement,
  type ListStatement,
  listWords,
  RELEASE_REACH,
} from '#statements';
import type { Counter } from './counter.js';
import { DEMOGRAPHIC_DIMENSIONS, type FactDimension } from '../dimensions.js';
import type { FigureList } from './figure-shapes.js';
import { ruleVersion } from './rule-version.js';
import type { ShownCell } from './possible-keys.js';
import { releasedTable } from './released-table.js';
import type { Vocabulary } from './vocabulary.js';
import type { ReleasedTable } from '../standing/stored.js';

/** Nearly everybody has one known value of each of these; of every other (agency, quarter, theme ...) a person may be in several. */
const OF_A_PERSON: readonly FactDimension[] = [...DEMOGRAPHIC_DIMENSIONS, 'ward'];
/** What the whole holds beyond more values than these is next to nothing: each may be out by 5. */
const MOST_OTHERS = 50;

type People = number | null;

/** From this version of the rule on no bound lies above what is shown of the whole. */
const NEVER_ABOVE_THE_WHOLE = 2;
/**
 * From this version on a sum of known values says that a few may be in two, with its bounds, and what is not known is in no sum: facts
 * hold ward, age and sex by submission, so whoever moved, or was not asked once, is in two rows.
 */
const A_FEW_IN_TWO = 3;

/** A released table by some of the places of another, and those places. */
interface Part {
  places: readonly number[];
  table: ReleasedTable;
}

/** What may be said of a list of several values, from the released figures around it (rule C, 5). */
export class Lists {
  private constructor(
    private readonly fixed: readonly FactDimension[],
    /** Places in `fixed` of which several values are ticked. */
    private readonly listed: readonly number[],
    private readonly table: ReleasedTable,
    /** The table without each place: its cells hold the cells of this one. */
    private readonly larger: readonly ReleasedTable[],
    /** By the places that are not listed, all of them first (what the parts are parts of), then fewer, none last: everybody. */
    private readonly holders: readonly Part[],
    /** How far a released figure may be from the count. */
    private readonly reach: number,
    private readonly version: number,
    private readonly vocabulary: Vocabulary,
  ) {}

  /**
   * @param fixed dimensions of the table that the parts are cells of
   * @param several those of which several values are ticked
   */
  static async of(
    counter: Counter,
    fixed: readonly FactDimension[],
    several: readonly FactDimension[],
    table: ReleasedTable,
  ): Promise<Lists> {
    const by = async (places: readonly number[]): Promise<Part> => {
      const found = await releasedTable(
        counter,
        places.map((at) => fixed[at]!),
      );
      if (!found) throw new Error('a table is kept, but not the smaller one that holds its cells');
      return { places, table: found };
    };
    const all = fixed.map((_, at) => at);
    const listed = all.filter((at) => several.includes(fixed[at]!));
    const single = all.filter((at) => !listed.includes(at));
    const [larger, holders] = await Promise.all([
      Promise.all(all.map((at) => by(all.filter((other) => other !== at)))),
      Promise.all(someOf(single).map(by)),
    ]);
    const version = ruleVersion(counter, LIST_RULE);
    const reach = version >= NEVER_ABOVE_THE_WHOLE ? reachOf(counter) : RELEASE_REACH;
    const tables = larger.map((part) => part.table);
    return new Lists(fixed, listed, table, tables, holders, reach, version, counter.vocabulary);
  }

  /** The parts as one: a sum where few people are in two parts, otherwise no number of people but what is known of it. */
  joined(parts: readonly ReleasedCell[]): ShownCell {
    const [first] = parts;
    if (!first) throw new Error('a list without parts');
    const sum = sumOfParts(parts);
    if (sum.hidden) return { keys: first.keys, hidden: true, parts: parts.length };
    const whole = this.shownOf(this.holders[0]!, first.keys);
    if (this.overlap(parts))
      return { keys: first.keys, hidden: true, list: this.statement(parts, whole), reach: this.reach };
    if (this.version >= A_FEW_IN_TWO) {
      const list = this.sumOfShown(parts, whole);
      return { keys: first.keys, ...sum, people: list.kind === 'sum' ? list.people : sum.people, list };
    }
    const most = this.neverAbove ? this.mostShown(first.keys) : (whole ?? this.everybody ?? sum.people);
    const people = Math.min(sum.people, most);
    const list = { kind: 'sum', people, low: people, high: people, once: true } as const;
    return { keys: first.keys, ...sum, people, list };
  }

  /** May many be in two of the parts? */
  private overlap(parts: readonly ReleasedCell[]): boolean {
    return this.listed.some((place) => {
      const values = [...new Set(parts.map(({ keys }) => keys[place]!))];
      if (values.length < 2) return false;
      if (!OF_A_PERSON.includes(this.fixed[place]!)) return true;
      return this.version >= A_FEW_IN_TWO && values.some(isNotKnown);
    });
  }

  /** The sum of what is shown, between what it holds at least and at most; the hidden parts are not in it. */
  private sumOfShown(parts: readonly ReleasedCell[], whole: People): ListStatement {
    const others = this.others(parts);
    const [shown, hidden] = [parts.filter((part) => !part.hidden), parts.filter((part) => part.hidden)];
    return this.statement(shown, whole, true, others && [...others, ...hidden]);
  }

  private statement(
    parts: readonly ReleasedCell[],
    whole: People,
    ofPerson = false,
    others: ReleasedCell[] | null = this.others(parts),
  ): ListStatement {
    const hidden = [...parts, ...(others ?? [])].filter((cell) => cell.hidden);
    return listStatement({
      ticked: parts.map(peopleOf),
      // Where the rest is not looked at it may be everybody: then nothing follows from it.
      others: others?.map(peopleOf) ?? [whole],
      whole,
      most: this.neverAbove ? this.mostShown(parts[0]!.keys) : (whole ?? Infinity) + RELEASE_REACH,
      reach: this.reach,
      ofPerson,
      mostHidden: Math.max(0, ...hidden.map(({ keys }) => this.mostIn(keys))),
    });
  }

  /** The parts of the same dimension that are not ticked; null where they are not all of the rest, or too many. */
  private others(parts: readonly ReleasedCell[]): ReleasedCell[] | null {
    const [place, second] = this.listed;
    if (place === undefined || second !== undefined) return null;
    const ticked = parts.map(({ keys }) => keys[place]!);
    const dimension = this.fixed[place]!;
    const rest = this.table
      .values(place)
      .filter(
        (value) =>
          !this.vocabulary.group(dimension, value) &&
          !ticked.some((each) => this.vocabulary.holds(dimension, each, value)),
      );
    if (rest.length > MOST_OTHERS) return null;
    return rest.flatMap((value) => this.table.find(parts[0]!.keys.with(place, value)) ?? []);
  }

  /** Upper bound of a hidden cell: of the smallest released set that holds it. */
  private mostIn(keys: readonly string[]): number {
    const sets = this.larger.map((table, place) => table.people(without(keys, place)));
    return Math.min(...[...sets, this.everybody].map((people) => (people ?? Infinity) + this.reach));
  }

  /** The least that is shown of any set that holds all parts: of the whole, of what holds it, of everybody. */
  private mostShown(keys: readonly string[]): number {
    return Math.min(...this.holders.map((holder) => this.shownOf(holder, keys) ?? Infinity));
  }

  private shownOf({ places, table }: Part, keys: readonly string[]): People {
    return table.people(places.map((at) => keys[at]!)) ?? null;
  }

  private get neverAbove(): boolean {
    return this.version >= NEVER_ABOVE_THE_WHOLE;
  }

  private get everybody(): People {
    return this.shownOf(this.holders.at(-1)!, []);
  }
}

/**
 * How far a figure may be from its count: noise and rounding, and in an edition with one before it those who came or went while the
 * figure stood.
 */
const reachOf = ({ edition, policy }: Counter): number =>
  RELEASE_REACH + (edition && edition.number > 1 ? (policy.sticky ?? 1) - 1 : 0);

/** All of these, then every choice of fewer, none last. */
const someOf = (places: readonly number[]): number[][] =>
  places
    .reduce<number[][]>((all, at) => [...all.map((some) => [...some, at]), ...all], [[]])
    .sort((a, b) => b.length - a.length);

const peopleOf = (cell: ReleasedCell): People => (cell.hidden ? null : cell.people);

const without = (keys: readonly string[], place: number): string[] => keys.filter((_, at) => at !== place);

/** What a figure says of its list; null where it is no list. */
export function listOf({ list, parts = 1, hiddenParts = 0 }: ShownCell): FigureList | null {
  if (!list) return null;
  const left = hiddenParts > 0 ? `; ${hiddenParts} of the ${parts} parts are hidden and not in it` : '';
  // Of a sum the figure's own range holds what the list holds at least and at most.
  const bounds = list.kind === 'between' ? { low: list.low, high: list.high } : { low: null, high: null };
  return { kind: list.kind, words: `${listWords(list)}${left}`, ...bounds };
}
