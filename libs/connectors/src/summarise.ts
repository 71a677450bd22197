import { countEquality, type DemographicField } from '#domain';
import { DateTally } from './date-tally.js';
import { OTHER } from './mapping/answers.js';
import { labelFinder, optionRef } from './mapping/labels.js';
import type { ColumnRef, ColumnRule, SheetMapping } from './mapping/schema.js';
import { leaveBy } from './mapping/permitted.js';
import { blankTest, valueLookup } from './mapping/values.js';

export interface QuestionSummary {
  key: string;
  text: string;
  kind: string;
  items: string[];
  options: string[];
  /** People with any cell of the question that is not blank. */
  answered: number;
}

export interface SheetSummary {
  people: number;
  questions: QuestionSummary[];
  /** Fields that identify, as mapped. */
  identifying: string[];
  demographics: {
    characteristic: string;
    answered: number;
    coded: number;
    declined: number;
    uncoded: number;
    unmatched: { answer: string; rows: number }[];
  }[];
  dates: { first: string | null; last: string | null };
}

interface Unit {
  columns: number[];
  answered: number;
  summary: Omit<QuestionSummary, 'answered'>;
  /** Options met, for questions without a list of their own. */
  met: Map<string, number> | null;
  mapped: (cell: string) => string | null | undefined;
  /** May the answer of this row be used? Null where nobody was asked. */
  permitted: ((cells: readonly (string | null)[]) => boolean) | null;
}

/** Different cells of one column whose reading is remembered. */
const REMEMBERED = 5_000;

/** Counts what rows say under a mapping, row by row in bounded memory; cells are in the order of the labels. */
export class Summariser {
  private people = 0;
  private readonly units: Unit[] = [];
  private readonly demographics: {
    characteristic: DemographicField;
    column: number;
    rule: ColumnRule;
    cells: Map<string, number>;
  }[] = [];
  private readonly dates: { column: number; tally: DateTally }[] = [];
  private readonly content: number[];
  private readonly identifying: string[];
  private readonly isBlank: (column: number, cell: string | null | undefined) => boolean;

  constructor(
    private readonly mapping: SheetMapping,
    labels: readonly string[],
  ) {
    const find = labelFinder(labels);
    const place = (ref: ColumnRef): number => {
      const label = find(ref);
      return label === null ? -1 : labels.indexOf(label);
    };
    this.isBlank = rememberingBlanks(mapping.blanks, labels.length);
    const content = new Set<number>();
    const identifying = new Set<string>();
    for (const rule of mapping.columns) {
      for (const unit of unitsOf(rule, place)) {
        this.units.push(unit);
        unit.columns.forEach((column) => content.add(column));
      }
      if (rule.as === 'demographic' && place(rule.column) >= 0) {
        this.demographics.push({
          characteristic: rule.characteristic,
          column: place(rule.column),
          rule,
          cells: new Map(),
        });
        content.add(place(rule.column));
      }
      if (rule.as === 'respondent' && place(rule.column) >= 0) {
        identifying.add(rule.field);
        content.add(place(rule.column));
      }
      if ((rule.as === 'place' || rule.as === 'community') && place(rule.column) >= 0)
        content.add(place(rule.column));
      if (rule.as === 'date' && place(rule.column) >= 0)
        this.dates.push({
          column: place(rule.column),
          tally: new DateTally(rule.order === 'auto' ? 'day-first' : rule.order),
        });
    }
    this.content = [...content];
    this.identifying = [...identifying];
  }

  /** Takes one person's cells; a row that says nothing beyond its id and date is nobody. */
  add(cells: readonly (string | null)[]): boolean {
    if (!this.content.some((column) => !this.isBlank(column, cells[column]))) return false;
    this.people++;
    for (const unit of this.units) this.count(unit, cells);
    for (const { column, cells: counted } of this.demographics) {
      const cell = cells[column];
      if (this.isBlank(column, cell)) continue;
      counted.set(cell!, (counted.get(cell!) ?? 0) + 1);
    }
    this.date(cells);
    return true;
  }

  private count(unit: Unit, cells: readonly (string | null)[]): void {
    if (unit.permitted?.(cells) === false) return;
    let any = false;
    for (const column of unit.columns) {
      const cell = cells[column];
      if (this.isBlank(column, cell)) continue;
      if (unit.mapped(cell!) === null) continue;
      any = true;
      if (unit.met && unit.met.size < REMEMBERED) unit.met.set(cell!, (unit.met.get(cell!) ?? 0) + 1);
    }
    if (any) unit.answered++;
  }

  private date(cells: readonly (string | null)[]): void {
    for (const { column, tally } of this.dates)
      if (!this.isBlank(column, cells[column])) tally.add(cells[column]!);
  }

  /** What a person should look at in the dates of the answers, as whole sentences. */
  dateDoubts(today: string): string[] {
    return this.dates.flatMap(({ tally }) => tally.doubts(today));
  }

  private range(): SheetSummary['dates'] {
    const ranges = this.dates.map(({ tally }) => tally.range);
    const days = ranges.flatMap(({ first, last }) => (first && last ? [first, last] : [])).sort();
    return { first: days[0] ?? null, last: days.at(-1) ?? null };
  }

  summary(): SheetSummary {
    const dates = this.range();
    return {
      people: this.people,
      questions: this.units.map(({ summary, answered, met }) => ({
        ...summary,
        options:
          summary.options.length || !met
            ? summary.options
            : [...met]
                .sort((a, b) => b[1] - a[1])
                .slice(0, 50)
                .map(([value]) => value),
        answered,
      })),
      identifying: this.identifying,
      demographics: this.demographics.map(({ characteristic, rule, cells }) => {
        const known = 'values' in rule ? valueLookup(rule.values) : () => undefined;
        return { characteristic, ...tally(characteristic, cells, known, dates.last) };
      }),
      dates,
    };
  }

  /** The mapping under which is counted. */
  get under(): SheetMapping {
    return this.mapping;
  }
}

function tally(
  characteristic: DemographicField,
  cells: Map<string, number>,
  known: (answer: string) => string | null | undefined,
  on: string | null,
): Omit<SheetSummary['demographics'][number], 'characteristic'> {
  const total = {
    answered: 0,
    coded: 0,
    declined: 0,
    uncoded: 0,
    unmatched: [] as { answer: string; rows: number }[],
  };
  for (const [cell, times] of cells) {
    const one = countEquality(characteristic, [cell], known, on);
    total.answered += one.answered * times;
    total.coded += one.coded * times;
    total.declined += one.declined * times;
    total.uncoded += one.uncoded * times;
    if (one.uncoded) total.unmatched.push({ answer: cell.trim(), rows: times });
  }
  total.unmatched.sort((a, b) => b.rows - a.rows || (a.answer < b.answer ? -1 : 1));
  return total;
}

function rememberingBlanks(
  blanks: readonly string[],
  width: number,
): (column: number, cell: string | null | undefined) => boolean {
  const test = blankTest(blanks);
  const seen = Array.from({ length: width }, () => new Map<string, boolean>());
  return (column, cell) => {
    if (cell === null || cell === undefined || cell === '') return true;
    // No word for "not answered" is as long.
    if (cell.length > 60 && cell.trimStart() !== '') return false;
    const known = seen[column]?.get(cell);
    if (known !== undefined) return known;
    const blank = test(cell);
    if (seen[column] && seen[column].size < REMEMBERED) seen[column].set(cell, blank);
    return blank;
  };
}

const nothing = (): undefined => undefined;
const textFor = (rule: { text?: string | undefined; column?: ColumnRef }): string =>
  rule.text ?? String(rule.column ?? '');

function unitsOf(rule: ColumnRule, place: (ref: ColumnRef) => number): Unit[] {
  if (rule.as === 'question') {
    const columns = [rule.column, ...(rule.otherLanguages ?? [])].map(place).filter((column) => column >= 0);
    if (columns.length === 0) return [];
    const listed = rule.kind === 'free-text' || rule.kind === 'number' || rule.kind === 'vote';
    const base = { kind: rule.kind, items: rule.items ?? [], options: listed ? [] : (rule.options ?? []) };
    const mapped = Object.keys(rule.values).length ? valueLookup(rule.values) : nothing;
    const met = listed || rule.options ? null : new Map<string, number>();
    const leave = leaveBy(rule);
    return [
      {
        columns,
        answered: 0,
        summary: { key: rule.key, text: textFor(rule), ...base },
        met,
        mapped,
        permitted: leave && ((cells) => leave((column) => cells[place(column)])),
      },
    ];
  }
  if (rule.as !== 'options' && rule.as !== 'matrix' && rule.as !== 'ranking') return [];
  const other = rule.as === 'options' ? (rule.other ?? []) : [];
  const columns = [...Object.keys(rule.columns).map(optionRef), ...other]
    .map(place)
    .filter((column) => column >= 0);
  if (columns.length === 0) return [];
  const own = Object.values(rule.columns);
  const summary = {
    key: rule.key,
    text: rule.text,
    kind: rule.as === 'options' ? 'multi-choice' : rule.as,
    items: rule.as === 'matrix' ? own : [],
    options:
      rule.as === 'matrix'
        ? (rule.options ?? [])
        : rule.as === 'ranking' && rule.cells === 'item'
          ? []
          : [...own, ...(other.length ? [OTHER] : [])],
  };
  return [
    {
      columns,
      answered: 0,
      summary,
      met: rule.as === 'ranking' && rule.cells === 'item' ? new Map() : null,
      mapped: rule.as === 'matrix' && Object.keys(rule.values).length ? valueLookup(rule.values) : nothing,
      permitted: null,
    },
  ];
}
