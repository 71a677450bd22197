import { rangeWords, STANDS, STANDS_WORDS, voiceAndRecordHeading } from '#statements';
import type { ReactNode } from 'react';
import { Go } from '../../app/Go';
import { decimal, signed } from '../../figures/format';
import type { Stands, VoiceAndRecordQuery } from '../../gql/graphql';
import type { Column } from '../../tables/columns';

export type Beside = VoiceAndRecordQuery['voiceAndRecord'];
export type BesideRow = Beside['nodes'][number];

/** The code of a value of the API's list, as the statements know it. */
const codeOf = (stands: Stands) => STANDS.find((one) => one === stands.toLowerCase().replaceAll('_', '-'))!;

interface Named {
  code: string;
  name: string;
}

/** The themes, or the wards, that rows are of, each once, in order. */
export const named = (rows: readonly BesideRow[], of: (row: BesideRow) => Named): Named[] => [
  ...new Map(rows.map((row) => [of(row).code, of(row)])).values(),
];

/** Which wards stand out in a theme, or which themes in a ward. */
export function headingOf(rows: readonly BesideRow[], of: 'theme' | 'ward'): string {
  const told = rows.map((row) => ({
    area: of === 'theme' ? row.wardName : row.themeName,
    stands: codeOf(row.stands),
  }));
  return voiceAndRecordHeading(told, of === 'theme' ? 'ward' : 'theme');
}

/** Voice and record side by side; a table of a theme lists wards, one of a ward lists themes. */
export function besideColumns(of: 'theme' | 'ward'): Column<BesideRow>[] {
  const name = (row: BesideRow) => (of === 'theme' ? row.wardName : row.themeName);
  return [
    {
      key: 'name',
      head: of === 'theme' ? 'Ward' : 'Theme',
      rowHead: true,
      order: name,
      cell: (row) => (
        <>
          <Go to={of === 'theme' ? `/wards/${row.ward}` : `/themes/${row.theme}`}>{name(row)}</Go>
          <span className="sub only-narrow">{STANDS_WORDS[codeOf(row.stands)]}</span>
        </>
      ),
      csv: { values: (row) => [name(row)] },
    },
    {
      key: 'stands',
      head: 'Stands out',
      className: 'only-wide',
      order: (row) => STANDS.indexOf(codeOf(row.stands)),
      cell: (row) => STANDS_WORDS[codeOf(row.stands)],
      csv: { values: (row) => [STANDS_WORDS[codeOf(row.stands)]] },
    },
    {
      key: 'voice',
      head: 'Raised, of 100',
      numeric: true,
      order: (row) => row.voice?.difference?.value ?? null,
      cell: (row) => (
        <Measure interval={row.voice?.difference} write={ofHundred} why={whyNot(row, 'voice')} />
      ),
      csv: { heads: ['What people raise'], values: (row) => [row.voice?.words ?? null] },
    },
    {
      key: 'record',
      head: 'Recorded, times',
      numeric: true,
      order: (row) => row.record?.ratio?.value ?? null,
      cell: (row) => <Measure interval={row.record?.ratio} write={decimal} why={whyNot(row, 'record')} />,
      csv: {
        heads: ['What police recorded', 'Recorded'],
        values: (row) => [row.record?.words ?? null, row.record?.count ?? null],
      },
    },
  ];
}

const ofHundred = (share: number): string => signed(100 * share, 0);

interface MeasureProps {
  interval: { value: number; low: number; high: number } | null | undefined;
  write: (value: number) => string;
  why: ReactNode;
}

/** A best estimate with its range under it, or why there is none. */
function Measure({ interval, write, why }: MeasureProps) {
  if (!interval) return why;
  return (
    <>
      {write(interval.value)}{' '}
      <span className="sub nowrap">{rangeWords(write(interval.low), write(interval.high))}</span>
    </>
  );
}

/** A side that can't be compared says so in its own cell. */
const whyNot = (row: BesideRow, side: 'voice' | 'record'): ReactNode => (
  <span className="unclear">{row[side] === null ? 'not comparable' : 'too few'}</span>
);
