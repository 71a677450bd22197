import { useMemo } from 'react';
import { themesOfAreaHeading } from '#statements';
import { Go } from '../../app/Go';
import { CsvButton } from '../../downloads/CsvButton';
import { byCode, isPublished, type Figure, type FigureFilter } from '../../figures/figure';
import { capital, percent } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { isRefused } from '../../states/Failed';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { themeColumns } from '../themes/theme-columns';
import { nobodyIn, type ThemeRow } from '../themes/theme-rows';
import { ThemesByPeople } from '../themes/ThemesByPeople';
import { useThemeRows } from '../themes/useThemeRows';
import { AreaMark } from './ward-columns';

const NO_FILTER = {};

const COMPARED =
  'More or less: compared with the rest of the city within the same consultations, all wards and themes at once.';
const NOT_COMPARED =
  'The city’s share stands beside it and is not compared with it: that needs themes whose coding people have checked enough.';

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
      cell: (row) => (row.said ? <AreaMark verdict={row.said.verdict} /> : ''),
      csv: { values: (row) => [row.said?.words ?? null] },
    },
  ];
  return compared ? columns : columns.slice(0, 1);
}

/** Themes of the whole city by code, of the same period: a year here says nothing beside all years there. */
function useCity({ quarter }: FigureFilter): Map<string, Figure> {
  const whole = useThemeRows(useMemo(() => (quarter ? { quarter } : NO_FILTER), [quarter]));
  return useMemo(() => byCode(whole.data?.figures.nodes ?? [], 'THEME'), [whole.data]);
}

interface Props {
  /** "in Ham", "of “Carers”". */
  where: string;
  /** The same object as long as it says the same. */
  filter: FigureFilter;
  /** Where to go from where nobody was heard. */
  all: readonly [to: string, words: string];
}

/** What was said in one ward or community, with the share in the whole city beside it. */
export function ThemesHere({ where, filter, all }: Props) {
  const here = useThemeRows(filter);
  const city = useCity(filter);
  if (isRefused(here.error))
    return (
      <Empty title={`Too few people ${where} were heard to tell what they say`}>
        <p>
          Of most themes so few spoke that somebody could be recognised. What they said counts in the city’s
          figures.
        </p>
        <p>
          <Go to={all[0]}>{all[1]}</Go>
        </p>
      </Empty>
    );
  return (
    <Shown answer={here} rows={12} title={`What people ${where} say`}>
      {({ rows, figures }) => {
        const own = themeColumns({ question: figures.question, rows });
        const columns = [
          ...own.slice(0, 4),
          ...cityColumns(city, rows),
          ...own.filter(({ key }) => key === 'receipt'),
        ];
        const compared = rows.flatMap(({ name, said }) => (said ? [{ name, verdict: said.verdict }] : []));
        const title = capital(themesOfAreaHeading(compared) ?? `What people ${where} say`);
        if (nobodyIn(rows)) {
          return (
            <Empty title={`Nobody ${where} has been heard in these figures`}>
              <p>That is not the same as nobody minding.</p>
              <p>
                <Go to={all[0]}>{all[1]}</Go>
              </p>
            </Empty>
          );
        }
        return (
          <Section
            title={title}
            measure={`Share of the people ${where} who were heard. ${compared.length > 0 ? COMPARED : NOT_COMPARED}`}
            tools={<CsvButton title={`What people ${where} say`} columns={columns} rows={rows} />}
          >
            <ThemesByPeople
              caption={`Themes of people ${where} by number of people`}
              columns={columns}
              rows={rows}
              figures={figures}
            />
          </Section>
        );
      }}
    </Shown>
  );
}
