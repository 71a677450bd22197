import type { SetColumn, SingleColumn, SubmissionColumns } from '#counting';
import type { EditionGroup } from './declare.js';

/**
 * The columns of an edition with its groups as further values: a dimension that has groups becomes a set, in which a submission
 * has its value and every group that holds it. So one pass counts the distinct people of values and groups alike. Themes are left as
 * they are: their broader ones are in the set already.
 */
export function withGroups(columns: SubmissionColumns, groups: readonly EditionGroup[]): SubmissionColumns {
  const single: Record<string, SingleColumn> = {};
  const sets: Record<string, SetColumn> = { ...columns.sets };
  for (const [name, column] of Object.entries(columns.single)) {
    const own = groups.filter(({ dimension }) => dimension === name);
    if (own.length === 0) single[name] = column;
    else sets[name] = asSet(column, own);
  }
  return { ...columns, single, sets };
}

function asSet({ values, column }: SingleColumn, groups: readonly EditionGroup[]): SetColumn {
  const all = [...values, ...groups.map(({ code }) => code)];
  const held = groups.map((group) => new Set(group.values));
  const places = values.map((value, at) => [
    at,
    ...held.flatMap((members, place) => (members.has(value) ? [values.length + place] : [])),
  ]);
  const start = new Int32Array(column.length + 1);
  for (let at = 0; at < column.length; at++) start[at + 1] = start[at]! + places[column[at]!]!.length;
  const items = new Uint16Array(start[column.length]!);
  for (let at = 0; at < column.length; at++) items.set(places[column[at]!]!, start[at]);
  return { values: all, above: new Int32Array(all.length).fill(-1), start, items, filterNarrows: false };
}
