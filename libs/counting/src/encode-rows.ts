import type { SetColumn, SingleColumn, SubmissionColumns } from './columns.js';

/** A row of an edition's fact table: a submission and one of its themes (the empty text where it has none). */
export interface FactRow {
  submission: string;
  person: string;
  /** Null where the submission has no text. */
  argument: string | null;
  /** 8-bit keys. */
  personKey: number;
  submissionKey: number;
  argumentKey: number;
  health: boolean;
  /** Dimension -> value. */
  single: Readonly<Record<string, string>>;
  communities: readonly string[];
  /**
   * Places, in the list of its own engagement, of what the submission's closed answers chose; absent in facts that hold
   * none. A place and not a code, so that a submission's options take as many bits as one engagement has, not all of them.
   */
  options?: readonly string[];
  theme: string;
  /** The broader theme, or the theme itself where it is at the top. */
  themeGroup: string;
}

/** Numbers for codes, in order of first sight. */
class Dictionary {
  private readonly places = new Map<string, number>();
  get values(): string[] {
    return [...this.places.keys()];
  }
  place(code: string): number {
    const found = this.places.get(code) ?? this.places.size;
    this.places.set(code, found);
    return found;
  }
}

/**
 * Makes columns of rows. Rows of one submission may come in any order and apart from each other.
 * @throws RangeError where a dimension has more than 65,536 values
 */
export function encodeRows(rows: Iterable<FactRow>, dimensions: readonly string[]): SubmissionColumns {
  const [submissions, people, args, themes, communities] = Array.from({ length: 5 }, () => new Dictionary());
  const first: FactRow[] = [];
  const themesOf: Set<number>[] = [];
  const above = new Map<number, number>();
  for (const row of rows) {
    const at = submissions!.place(row.submission);
    first[at] ??= row;
    const theme = themes!.place(row.theme);
    (themesOf[at] ??= new Set()).add(theme);
    above.set(theme, row.theme === row.themeGroup ? -1 : themes!.place(row.themeGroup));
  }
  const single: Record<string, SingleColumn> = {};
  for (const name of dimensions) {
    const dictionary = new Dictionary();
    const places = first.map((row) => dictionary.place(row.single[name] ?? ''));
    single[name] = { values: dictionary.values, column: narrow(places, dictionary.values.length) };
  }
  const named = first.map((row) =>
    (row.communities.length ? row.communities : ['']).map((code) => communities!.place(code)),
  );
  return {
    count: first.length,
    single,
    sets: {
      theme: {
        ...asSets(
          themesOf.map((set) => [...set]),
          themes!.values,
        ),
        above: Int32Array.from(themes!.values, (_, place) => above.get(place) ?? -1),
        filterNarrows: true,
      },
      community: {
        ...asSets(named, communities!.values),
        above: new Int32Array(communities!.values.length).fill(-1),
        filterNarrows: false,
      },
      ...(first.some(({ options }) => options) ? { option: optionsOf(first) } : {}),
    },
    person: Int32Array.from(first, (row) => people!.place(row.person)),
    argument: Int32Array.from(first, (row) => (row.argument === null ? -1 : args!.place(row.argument))),
    personKey: Uint8Array.from(first, (row) => row.personKey),
    submissionKey: Uint8Array.from(first, (row) => row.submissionKey),
    argumentKey: Uint8Array.from(first, (row) => row.argumentKey),
    health: Uint8Array.from(first, (row) => (row.health ? 1 : 0)),
  };
}

/** Values are the places themselves, as text and in order, so that a place is its own bit. */
function optionsOf(first: readonly FactRow[]): SetColumn {
  const lists = first.map(({ options }) => (options ?? []).map(Number));
  const most = lists.reduce((max, list) => list.reduce((a, b) => Math.max(a, b), max), -1);
  const values = Array.from({ length: most + 1 }, (_, place) => String(place));
  return {
    ...asSets(lists, values),
    above: new Int32Array(values.length).fill(-1),
    filterNarrows: false,
    within: 'engagement',
  };
}

function narrow(places: readonly number[], values: number): Uint8Array | Uint16Array {
  if (values > 65_536) throw new RangeError('a dimension has too many values');
  return values <= 256 ? Uint8Array.from(places) : Uint16Array.from(places);
}

function asSets(
  lists: readonly (readonly number[])[],
  values: readonly string[],
): Pick<SetColumn, 'values' | 'start' | 'items'> {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => (start[at + 1] = start[at]! + list.length));
  return { values, start, items: Uint16Array.from(lists.flat()) };
}
