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
import { themeColumns } from '../themes/theme-columns';
import { nobodyIn, type ThemeRow } from '../themes/theme-rows';
import { useThemeRows } from '../themes/useThemeRows';
import type { Area } from './useAreas';

const NO_FILTER = {};

interface Compared {
  share: number;
  base: number | null;
  word: 'more here' | 'less here' | 'unclear' | null;
}

function comparedTo(city: Figure | undefined, here: Figure): Compared | null {
  if (!isPublished(city) || !city.share) return null;
  const mine = isPublished(here) ? here.share : null;
  const word = !mine
    ? null
    : mine.low > city.share.high
      ? 'more here'
      : mine.high < city.share.low
        ? 'less here'
        : 'unclear';
  return { share: city.share.value, base: city.base, word };
}

function cityColumns(city: Map<string, Figure>): Column<ThemeRow>[] {
  const of = (row: ThemeRow) => comparedTo(city.get(row.code), row.figure);
  return [
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
      head: 'Against the city',
      className: 'only-wide',
      cell: (row) => {
        const word = of(row)?.word;
        if (!word) return '';
        return word === 'unclear' ? (
          <span className="unclear">{word}</span>
        ) : (
          <span className="change">
            {word === 'more here' ? '▲' : '▼'} {word}
          </span>
        );
      },
      csv: { values: (row) => [of(row)?.word ?? null] },
    },
  ];
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
          ...cityColumns(city),
          ...own.filter(({ key }) => key === 'receipt'),
        ];
        const more = rows
          .filter((row) => comparedTo(city.get(row.code), row.figure)?.word === 'more here')
          .slice(0, 3);
        const [first, ...others] = more.map((row) => row.name);
        const title = first
          ? `${capital(listed([first, ...others.map(inSentence)]))} ${more.length > 1 ? 'are' : 'is'} raised more here than in the city`
          : 'No theme is clearly raised more here than in the city';
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
            measure="Share of the people of the ward who were heard. More or less: the two 95% intervals do not overlap."
            tools={<CsvButton title={`What people in ${area.name} say`} columns={columns} rows={rows} />}
          >
            <DataTable
              caption={`Themes in ${area.name} by number of people`}
              columns={columns}
              rows={rows.filter((row) => !row.rest)}
              rest={rows.filter((row) => row.rest)}
              rowKey={(row) => row.code}
              sort={{ key: 'people', down: true }}
            />
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
