import { count, signed } from '../../figures/format';
import { HiddenTag, WithheldTag } from '../../figures/HiddenTag';
import type { DifferenceQuery } from '../../gql/graphql';
import type { Column } from '../../tables/columns';

export type MovedRow = DifferenceQuery['editionDifference']['moved'][number];

/** What a change is called where no number can be told. */
export const changeWords = (row: Pick<MovedRow, 'kind' | 'change'>): string => {
  if (row.change !== null && row.change !== undefined)
    return `${row.change > 0 ? '▲' : '▼'} ${signed(row.change, 0)}`;
  const words: Record<string, string> = {
    shown: 'shown now',
    hidden: 'hidden now',
    withheld: 'not told now',
    new: 'new in this edition',
    gone: 'no longer there',
  };
  return words[row.kind] ?? '';
};

/** The side of a row on which there can be no such figure. */
const ABSENT = { before: 'new', after: 'gone' } as const;
type Side = keyof typeof ABSENT;

const withheldOf = (row: MovedRow, side: Side) =>
  side === 'before' ? row.withheldBefore : row.withheldAfter;
const isHidden = (row: MovedRow, side: Side): boolean =>
  row[side] == null && row.kind !== ABSENT[side] && !withheldOf(row, side);

/** Is a figure of it hidden as too few, in either edition? */
export const isHiddenAnywhere = (row: MovedRow): boolean => isHidden(row, 'before') || isHidden(row, 'after');

/** Why figures are not told though they are large enough, each reason once. */
export const withheldReasons = (rows: readonly MovedRow[]): string[] => [
  ...new Set(
    rows.flatMap((row) => [row.withheldBefore, row.withheldAfter].flatMap((one) => one?.reason ?? [])),
  ),
];

const nameOf = (row: MovedRow): string =>
  row.keys.length > 0 ? row.keys.map((key) => key.name).join(', ') : 'Everybody';

/** Columns of the table of what moved between two editions. */
export function differenceColumns(from: number, to: number): Column<MovedRow>[] {
  const people = (key: Side, edition: number): Column<MovedRow> => ({
    key,
    head: `Edition ${edition}`,
    numeric: true,
    order: (row) => row[key] ?? null,
    cell: (row) => {
      const withheld = withheldOf(row, key);
      if (withheld) return <WithheldTag code={withheld.why} why={withheld.reason} />;
      return isHidden(row, key) ? <HiddenTag /> : row[key] == null ? '' : count(row[key]);
    },
    csv: {
      values: (row) => [withheldOf(row, key)?.reason ?? (isHidden(row, key) ? '[c]' : (row[key] ?? null))],
    },
  });
  return [
    {
      key: 'name',
      head: 'Figure',
      rowHead: true,
      order: nameOf,
      cell: nameOf,
      csv: { heads: ['Figure', 'Id'], values: (row) => [nameOf(row), row.id] },
    },
    people('before', from),
    people('after', to),
    {
      key: 'change',
      head: 'Change',
      numeric: true,
      order: (row) => (row.change === null || row.change === undefined ? null : Math.abs(row.change)),
      cell: changeWords,
      csv: { values: (row) => [row.change ?? changeWords(row)] },
    },
  ];
}
