import { count, signed } from '../../figures/format';
import { HiddenTag } from '../../figures/HiddenTag';
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
    new: 'new in this edition',
    gone: 'no longer there',
  };
  return words[row.kind] ?? '';
};

const nameOf = (row: MovedRow): string =>
  row.keys.length > 0 ? row.keys.map((key) => key.name).join(', ') : 'Everybody';

/** Columns of the table of what moved between two editions. */
export function differenceColumns(from: number, to: number): Column<MovedRow>[] {
  const people = (key: 'before' | 'after', edition: number, absent: string): Column<MovedRow> => ({
    key,
    head: `Edition ${edition}`,
    numeric: true,
    order: (row) => row[key] ?? null,
    cell: (row) =>
      row[key] !== null && row[key] !== undefined ? (
        count(row[key])
      ) : row.kind === absent ? (
        ''
      ) : (
        <HiddenTag />
      ),
    csv: { values: (row) => [row[key] ?? (row.kind === absent ? null : '[c]')] },
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
    people('before', from, 'new'),
    people('after', to, 'gone'),
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
