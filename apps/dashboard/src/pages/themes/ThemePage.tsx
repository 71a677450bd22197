import { useMemo } from 'react';
import { useParams } from 'react-router';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { mayWriteDecisions, useFrame } from '../../app/view';
import { isPublished, REPORTS, withheldAll, type Dimension, type FigureFilter } from '../../figures/figure';
import { WhyWithheld } from '../../figures/WhyWithheld';
import { peopleWords } from '../../figures/hidden';
import { useFigures, type Figures } from '../../figures/useFigures';
import { FilterChips } from '../../filters/FilterChips';
import { useFilters } from '../../filters/useFilters';
import type { ThemesQuery } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { DecisionsHere } from '../decisions/DecisionsHere';
import { PrioritiesOf } from '../decisions/PlanPriorities';
import { NotFoundPage } from '../NotFoundPage';
import { ReleasedQuotes } from '../quotes/ReleasedQuotes';
import { ReportsOn } from '../reports/ReportsOn';
import { useAreas } from '../wards/useAreas';
import { WardMap } from '../wards/WardMap';
import { ByAgency } from './ByAgency';
import { Meaning } from './Meaning';
import { OverTime } from './OverTime';
import { Summary } from './Summary';
import { SubThemes } from './SubThemes';
import { useCodebook } from './useThemeRows';

type Theme = NonNullable<ThemesQuery['codebook']>['themes'][number];
const OMIT: Dimension[] = ['THEME'];

export function ThemePage() {
  const { code = '' } = useParams();
  const codebook = useCodebook();
  return (
    <Shown answer={codebook} rows={12}>
      {(data) => {
        const themes = data.codebook?.themes ?? [];
        const theme = themes.find((one) => one.code === code);
        if (!theme)
          return (
            <NotFoundPage title="There is no such theme">
              <p>
                It may belong to another version of the codebook. See <Go to="/themes">all themes</Go>.
              </p>
            </NotFoundPage>
          );
        return <OneTheme key={code} theme={theme} themes={themes} />;
      }}
    </Shown>
  );
}

interface OneThemeProps {
  theme: Theme;
  /** All of the codebook. */
  themes: Theme[];
}

/** Where is it said most, is that a real difference, is it rising, may I compare with police records? */
function OneTheme({ theme, themes }: OneThemeProps) {
  const parent = themes.find((one) => one.code === theme.parent);
  const kinds = themes.filter((one) => one.parent === theme.code);
  useTitle(`${theme.name}, by ward`);
  const mayWrite = mayWriteDecisions(useFrame());
  const filters = useFilters(OMIT);
  const filter = useMemo(
    (): FigureFilter => ({ ...filters.filter, theme: [theme.code] }),
    [filters.filter, theme.code],
  );
  const answer = useFigures({ report: REPORTS.themes, by: ['WARD'], filter });
  const said = peopleWords(answer.data?.total);
  const trail: [string, string][] = [
    ['/themes', 'Themes'],
    ...(parent ? [[`/themes/${parent.code}`, parent.name] as [string, string]] : []),
  ];
  return (
    <>
      <Crumbs trail={trail} here={theme.name} />
      <div className="head" style={{ marginBottom: 12 }}>
        <div>
          <h1>{theme.name}</h1>
          <p className="lede">{theme.definition}</p>
        </div>
        {mayWrite && (
          <p>
            <Go to="/report-room/new" query={{ theme: theme.code }} className="button second">
              Write a report on this
            </Go>
          </p>
        )}
      </div>
      <Meaning theme={theme} themes={themes} />
      <PrioritiesOf theme={theme.code} />
      <ReportsOn kind="theme" subject={theme.code} />
      <FilterChips filters={filters} result={answer.waiting ? '' : said} />
      <Shown answer={answer} rows={18} onClear={filters.removeLast}>
        {(figures) => <ByWard figures={figures} name={theme.name} onClear={filters.removeLast} />}
      </Shown>
      <div className="columns">
        <div className={filter.agency ? 'span-12' : 'span-8'}>
          <OverTime filter={filter} name={theme.name} onClear={filters.removeLast} />
        </div>
        {/* Under a filter by agency there is nothing to compare between agencies. */}
        {!filter.agency && (
          <div className="span-4">
            <ByAgency filter={filter} name={theme.name} />
          </div>
        )}
      </div>
      <ReleasedQuotes theme={theme.code} />
      <DecisionsHere
        where={`who raised “${theme.name}”`}
        filter={{ theme: [theme.code] }}
        none={`No decision names “${theme.name}” yet`}
      />
      {kinds.length > 0 && <SubThemes parent={theme} filter={filters.filter} />}
    </>
  );
}

interface ByWardProps {
  figures: Figures;
  name: string;
  onClear: (() => void) | undefined;
}

/** Where is it said most? */
function ByWard({ figures, name, onClear }: ByWardProps) {
  const { hub } = useFrame();
  const areas = useAreas();
  const why = withheldAll(figures.nodes);
  const nobody = isPublished(figures.total) && figures.total.people.value === 0;
  return (
    <>
      <Summary figures={figures} name={name} />
      {nobody ? (
        <Empty title="No one has raised this here">
          <p>
            Nobody in {hub.city} who fits these filters told us about it. That is not the same as nobody
            minding.
          </p>
          {onClear && (
            <button className="button second" onClick={onClear}>
              Take away the last filter
            </button>
          )}
        </Empty>
      ) : (
        <Shown answer={areas} rows={16}>
          {(city) =>
            why ? (
              <WhyWithheld title="Wards are not compared" why={why} />
            ) : (
              <WardMap figures={figures} areas={city.areas.nodes} subject={name} />
            )
          }
        </Shown>
      )}
    </>
  );
}
