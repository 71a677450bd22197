import { useParams } from 'react-router';
import { useTitle } from '../../app/title';
import { REPORTS } from '../../figures/figure';
import { count } from '../../figures/format';
import { useFigures } from '../../figures/useFigures';
import { Crumbs } from '../../layout/Crumbs';
import { Shown } from '../../states/Shown';
import { NotFoundPage } from '../NotFoundPage';
import { ReleasedQuotes } from '../quotes/ReleasedQuotes';
import { RecordedCrime } from '../recorded/RecordedCrime';
import { useCodebook } from '../themes/useThemeRows';
import { useNames } from '../workbench/useWorkbench';
import { ThreeCounts } from '../overview/ThreeCounts';
import { FindWard } from './FindWard';
import { WardDecisions } from './WardDecisions';
import { WardThemes } from './WardThemes';
import { useAreas, type Area } from './useAreas';

/** A councillor's view of one ward: how many were heard, and what they said against the city. */
export function WardPage() {
  const { code = '' } = useParams();
  const areas = useAreas();
  return (
    <Shown answer={areas} rows={12}>
      {({ areas: { nodes } }) => {
        const area = nodes.find((one) => one.code === code);
        return area ? <Profile area={area} /> : <NotFoundPage title="There is no such ward" />;
      }}
    </Shown>
  );
}

function Profile({ area }: { area: Area }) {
  useTitle(area.name);
  const names = useNames(useCodebook().data?.codebook?.themes);
  const answer = useFigures({ report: REPORTS.themes, by: [], filter: { ward: [area.code] } });
  return (
    <>
      <Crumbs trail={[['/wards', 'Wards']]} here={area.name} />
      <div className="head">
        <div>
          <h1>{area.name}</h1>
          <p className="lede">
            {count(area.residents)} residents, {count(area.adults)} of them adults (Census 2021).
          </p>
        </div>
        <FindWard />
      </div>
      <Shown answer={answer} rows={6}>
        {(figures) => <ThreeCounts figures={figures} name={area.name} />}
      </Shown>
      <WardThemes area={area} />
      <ReleasedQuotes ward={area.code} names={names} />
      <RecordedCrime area={area} />
      <WardDecisions area={area} />
    </>
  );
}
