import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useFrame } from '../../app/view';
import { REPORTS, type Dimension } from '../../figures/figure';
import { listed } from '../../figures/format';
import { peopleWords } from '../../figures/hidden';
import { useFigures } from '../../figures/useFigures';
import { FilterChips } from '../../filters/FilterChips';
import { useFilters } from '../../filters/useFilters';
import { useOptions } from '../../filters/useOptions';
import { Shown } from '../../states/Shown';
import { FindWard } from './FindWard';
import { useAreas } from './useAreas';
import { WardMap } from './WardMap';

const OMIT: Dimension[] = ['WARD'];

/** Where people were heard: every ward, whatever they spoke of unless a theme is chosen. */
export function WardsPage() {
  const { hub } = useFrame();
  const filters = useFilters(OMIT);
  const themes = useThemeNames(filters.filter.theme);
  useTitle(themes ? `Wards: ${themes}` : 'Wards');
  const areas = useAreas();
  const answer = useFigures({ report: REPORTS.themes, by: ['WARD'], filter: filters.filter });
  const said = peopleWords(answer.data?.total);
  return (
    <>
      <div className="head">
        <div>
          <h1>{themes ? `${themes}: wards of ${hub.city}` : `Wards of ${hub.city}`}</h1>
          <p className="lede">
            Where the people who {themes ? `spoke of “${themes}”` : 'were heard'} live, against the number of
            residents (Census 2021). <Go to="/voice-and-record">Beside what police recorded</Go>.{' '}
            <Go to="/communities">Communities</Go> of place, interest and identity.
          </p>
        </div>
        <FindWard />
      </div>
      <FilterChips filters={filters} result={answer.waiting ? '' : said} />
      <Shown answer={answer} rows={16} onClear={filters.removeLast}>
        {(figures) => (
          <Shown answer={areas} rows={16}>
            {({ areas: { nodes } }) => (
              <WardMap
                figures={figures}
                areas={nodes}
                title={themes ? `Where people spoke of “${themes}”` : 'Where people were heard'}
                subject={
                  themes || (filters.chosen.length ? 'Everybody under these filters' : 'Everybody heard')
                }
              />
            )}
          </Shown>
        )}
      </Shown>
    </>
  );
}

/** The names of the themes that are chosen, listed; empty where none is. */
function useThemeNames(codes: readonly string[] | null | undefined = []): string {
  const options = useOptions(codes?.length ? 'THEME' : null);
  return listed((codes ?? []).map((code) => options.find((option) => option.code === code)?.name ?? code));
}
