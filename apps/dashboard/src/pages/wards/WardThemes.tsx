import { HiddenNote } from '../../figures/HiddenTag';
import { useMemo } from 'react';
import { Go } from '../../app/Go';
import { CsvButton } from '../../downloads/CsvButton';
import { byCode, isPublished, type Figure } from '../../figures/figure';
import { capital, inSentence, listed, percent } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { NotRanked } from '../themes/NotRanked';
import { themeColumns } from '../themes/theme-columns';
import { nobodyIn, type ThemeRow } from '../themes/theme-rows';
import { useThemeRows } from '../themes/useThemeRows';
import type { Area } from './useAreas';

const NO_FILTER = {};

const COMPARED =
  'More or less: compared with the rest of the city within the same consultations, all wards at once.';
const NOT_COMPARED =
  'The city’s share stands beside it and is not compared with it: that needs themes whose coding people have checked enough.';

const AGAINST: Readonly<Record<string, { sign: string; word: string }>> = {
  above: { sign: '▲', word: 'more here' },
  below: { sign: '▼', word: 'less here' },
  'no-clear-difference': { sign: '', word: 'no clear difference' },
};

function cityColumns(city: Map<string, Figure>, rows: readonly ThemeRow[]): Column<ThemeRow>[] {
  const of = (row: ThemeRow) => {
    const figure = city.get(row.code);
    return isPublished(figure) && figure.share ? { share: figure.share.value, base: figure.base } : null;
  };
  const compared = rows.some((row) => row.said);
  const columns: Column<ThemeRow>[] = [
    {
      key: 'city',
      head: 'City',
      numeric: true,
      order: (row) => of(row)?.share ?? null,
      cell: (row) => {
        const found = of(row);
        return found ? percent(found.share, found.base) : '';
      },
      csv: { heads: ['City %'], values: (row) => [Number(of(row)?.share.toFixed(1) ?? NaN) || null] },
    },
    {
      key: 'against',
      head: 'Against the rest of the city',
      className: 'only-wide',
      cell: (row) => {
        const found = AGAINST[row.said?.verdict ?? ''];
        if (!found) return row.said ? <span className="unclear">can’t be compared</span> : '';
        return found.sign ? (
          <span className="change">
            {found.sign} {found.word}
          </span>
        ) : (
          <span className="unclear">{found.word}</span>
        );
      },
      csv: { values: (row) => [row.said?.words ?? null] },
    },
  ];
  return compared ? columns : columns.slice(0, 1);
}

/** What was said in one ward, with the share in the whole city beside it. */
export function WardThemes({ area }: { area: Area }) {
  const filter = useMemo(() => ({ ward: [area.code] }), [area.code]);
  const here = useThemeRows(filter);
  const whole = useThemeRows(NO_FILTER);
  const city = useMemo(() => byCode(whole.data?.figures.nodes ?? [], 'THEME'), [whole.data]);
  return (
    <Shown answer={here} rows={12} title={`What people in ${area.name} say`}>
      {({ rows, figures }) => {
        const own = themeColumns({ question: figures.question, rows });
        const columns = [
          ...own.slice(0, 4),
          ...cityColumns(city, rows),
          ...own.filter(({ key }) => key === 'receipt'),
        ];
        const more = rows.filter((row) => row.said?.verdict === 'above').slice(0, 3);
        const [first, ...others] = more.map((row) => row.name);
        const title = first
          ? `${capital(listed([first, ...others.map(inSentence)]))} ${more.length > 1 ? 'are' : 'is'} raised more here than in the rest of the city`
          : rows.some((row) => AGAINST[row.said?.verdict ?? ''])
            ? 'No theme is clearly raised more here than in the rest of the city'
            : `What people in ${area.name} say`;
        if (nobodyIn(rows)) {
          return (
            <Empty title={`Nobody in ${area.name} has been heard in these figures`}>
              <p>That is not the same as nobody minding.</p>
              <p>
                <Go to="/wards">See all wards</Go>
              </p>
            </Empty>
          );
        }
        return (
          <Section
            title={title}
            measure={`Share of the people of the ward who were heard. ${rows.some((row) => row.said) ? COMPARED : NOT_COMPARED}`}
            tools={<CsvButton title={`What people in ${area.name} say`} columns={columns} rows={rows} />}
          >
            <DataTable
              caption={`Themes in ${area.name} by number of people`}
              columns={columns}
              rows={rows.filter((row) => row.ranked)}
              rest={rows.filter((row) => row.rest)}
              rowKey={(row) => row.code}
              sort={{ key: 'people', down: true }}
            />
            <NotRanked rows={rows} question={figures.question} />
            {figures.note && (
              <p className="note">
                <HiddenNote note={figures.note} />
              </p>
            )}
          </Section>
        );
      }}
    </Shown>
  );
}
