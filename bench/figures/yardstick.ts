import type { CountQuestion, SubmissionColumns } from '#counting';
import type { CountRow } from '#store';

/** Another engine with the same facts. */
export interface Yardstick {
  /** Lines as `asLines` writes them. */
  count(question: CountQuestion): Promise<string[]>;
  close(): Promise<void>;
}

/** How an engine writes what differs between them. */
export interface Dialect {
  /** Type of a list of codes, and what a list looks like in a file of rows. */
  listType: string;
  list(codes: readonly number[]): string;
  /** Has the list any of the codes? */
  hasAny(list: string, codes: string): string;
}

/** The facts' table. Themes are closed upwards: a submission is in its themes and in the broader ones, each once. */
export function createSql({ single }: SubmissionColumns, { listType }: Dialect, byte: string): string {
  const singles = Object.keys(single).map((name) => `"${name}" ${byte}`);
  return `CREATE TABLE fact (s INTEGER, p INTEGER, a INTEGER, k ${byte}, ${singles.join(', ')}, theme ${listType}, community ${listType}, option ${listType})`;
}

/** Lines of the table, many at a time; fields are parted by `|`, and what is empty is NULL. */
export function* rowLines(columns: SubmissionColumns, { list }: Dialect): Generator<string> {
  const { theme, community, option } = columns.sets as Record<string, SubmissionColumns['sets'][string]>;
  const singles = Object.values(columns.single).map((single) => single.column);
  const codesOf = ({ start, items, above }: SubmissionColumns['sets'][string], s: number): number[] => {
    const own = [...items.subarray(start[s], start[s + 1])];
    return [...new Set([...own, ...own.map((code) => above[code]!).filter((code) => code >= 0)])];
  };
  let lines: string[] = [];
  for (let s = 0; s < columns.count; s++) {
    const argument = columns.argument[s]! < 0 ? '' : columns.argument[s];
    const own = singles.map((column) => column[s]).join('|');
    lines.push(
      `${s}|${columns.person[s]}|${argument}|${columns.personKey[s]}|${own}|${list(codesOf(theme!, s))}|${list(codesOf(community!, s))}|${list(codesOf(option!, s))}\n`,
    );
    if (lines.length < 20_000) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/**
 * Two levels: first the distinct people and the distinct arguments of each cell, in one pass, then their number. A
 * submission is one row, and in a cell once, so that submissions are counted as they are.
 */
export function countSql({ dimensions, filters }: CountQuestion, { hasAny }: Dialect): string {
  const isSet = (name: string): boolean => ['theme', 'community', 'option'].includes(name);
  const froms = dimensions.flatMap((name, at) => (isSet(name) ? [`, unnest(${name}) AS u${at}(v)`] : []));
  const value = (name: string, at: number): string => (isSet(name) ? `u${at}.v` : `"${name}"`);
  const codes = (name: string): string =>
    filters[name]!.map((code) => code.slice(name.length + 1)).join(', ');
  const wheres = Object.keys(filters).map((name) =>
    isSet(name) ? hasAny(name, codes(name)) : `"${name}" IN (${codes(name)})`,
  );
  const keys = ['z', ...dimensions.map((_, at) => `k${at}`)].join(', ');
  const hit = `SELECT 0 AS z${dimensions.map((name, at) => `, ${value(name, at)} AS k${at}`).join('')}, p, a, k
    FROM fact${froms.join('')} ${wheres.length ? `WHERE ${wheres.join(' AND ')}` : ''}`;
  return `WITH one AS (SELECT ${keys}, p, GROUPING(p) AS of_argument, a, min(k) AS k, count(*) AS many
      FROM (${hit}) hit GROUP BY GROUPING SETS ((${keys}, p), (${keys}, a)))
    SELECT ${keys}, sum(CASE WHEN of_argument = 0 THEN many END) AS submissions, count(p) AS people, count(a) AS arguments,
      sum(CASE WHEN of_argument = 0 THEN k END) % 256 AS keys
    FROM one GROUP BY ${keys}`;
}

/** Cells as sorted lines: keys by their number, submissions, people, arguments, key sum. */
export const asLines = (rows: readonly CountRow[]): string[] =>
  rows
    .map(({ keys, submissions, people, arguments: args, keySum }) =>
      [...keys.map((key) => key.slice(key.lastIndexOf('-') + 1)), submissions, people, args, keySum].join(
        '|',
      ),
    )
    .sort();
