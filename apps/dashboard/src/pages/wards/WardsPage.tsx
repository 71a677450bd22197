import { useTitle } from '../../app/title';
import { useFrame } from '../../app/view';
import { REPORTS, type Dimension } from '../../figures/figure';
import { peopleWords } from '../../figures/hidden';
import { useFigures } from '../../figures/useFigures';
import { FilterChips } from '../../filters/FilterChips';
import { useFilters } from '../../filters/useFilters';
import { Shown } from '../../states/Shown';
import { FindWard } from './FindWard';
import { useAreas } from './useAreas';
import { WardMap } from './WardMap';

const OMIT: Dimension[] = ['WARD'];

/** Where people were heard: every ward, whatever they spoke of. */
export function WardsPage() {
  const { hub } = useFrame();
  useTitle('Wards');
  const filters = useFilters(OMIT);
  const areas = useAreas();
  const answer = useFigures({ report: REPORTS.themes, by: ['WARD'], filter: filters.filter });
  const said = peopleWords(answer.data?.total);
  return (
    <>
      <div className="head">
        <div>
          <h1>Wards of {hub.city}</h1>
          <p className="lede">
            Where the people who were heard live, against the number of residents (Census 2021).
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
                title="Where people were heard"
                subject="Everybody heard"
              />
            )}
          </Shown>
        )}
      </Shown>
    </>
  );
}
