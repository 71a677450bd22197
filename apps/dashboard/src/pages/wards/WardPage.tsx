import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useTitle } from '../../app/title';
import { useFrame } from '../../app/view';
import { REPORTS, type Dimension } from '../../figures/figure';
import { count } from '../../figures/format';
import { useFigures } from '../../figures/useFigures';
import { PeriodSelect } from '../../filters/PeriodSelect';
import { usePeriodAlone } from '../../filters/usePeriodAlone';
import { Crumbs } from '../../layout/Crumbs';
import { Shown } from '../../states/Shown';
import { DecisionsHere } from '../decisions/DecisionsHere';
import { EngagementsHere } from '../engagements/EngagementsHere';
import { NotFoundPage } from '../NotFoundPage';
import { ReleasedQuotes } from '../quotes/ReleasedQuotes';
import { ReportsOn } from '../reports/ReportsOn';
import { RecordedCrime } from '../recorded/RecordedCrime';
import { useCodebook } from '../themes/useThemeRows';
import { GroupsHeard } from '../unheard/GroupsHeard';
import { useNames } from '../workbench/useWorkbench';
import { NoChangeHere } from '../overview/NoChangeHere';
import { ThreeCounts } from '../overview/ThreeCounts';
import { FindWard } from './FindWard';
import { ThemesHere } from './ThemesHere';
import { WhomToAsk } from './WhomToAsk';
import { useAreas, type Area } from './useAreas';

const BY: Dimension[] = ['WARD'];

/** A councillor's view of one ward: how many were heard, what they said against the city, who is missing, what is asked and what was done. */
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
  const filters = usePeriodAlone();
  const filter = useMemo(() => ({ ward: [area.code], ...filters.filter }), [area.code, filters.filter]);
  const where = `in ${area.name}`;
  const { city } = useFrame().hub;
  // By ward, of which all are told together: by theme the figures of a ward may be refused.
  const answer = useFigures({ report: REPORTS.themes, by: BY, filter });
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
      <PeriodSelect filters={filters} />
      <Shown answer={answer} rows={6}>
        {(figures) => <ThreeCounts figures={figures} name={area.name} />}
      </Shown>
      <NoChangeHere of="ward" />
      <ReportsOn kind="ward" subject={area.code} />
      <ThemesHere where={where} filter={filter} all={['/wards', 'See all wards']} />
      <ReleasedQuotes ward={area.code} names={names} />
      <GroupsHeard filter={filter} where={where} />
      <EngagementsHere where={`in ${city}`} />
      <RecordedCrime area={area} />
      <DecisionsHere
        where={where}
        filter={{ ward: [area.code] }}
        none={`No decision is recorded for ${area.name}`}
      />
      <WhomToAsk />
    </>
  );
}
