import { useMemo } from 'react';
import { useTitle } from '../../app/title';
import { useFrame, useView } from '../../app/view';
import { REPORTS } from '../../figures/figure';
import { useFigures } from '../../figures/useFigures';
import { PeriodSelect } from '../../filters/PeriodSelect';
import { usePeriodAlone } from '../../filters/usePeriodAlone';
import { Shown } from '../../states/Shown';
import { Unpublished } from '../../states/Unpublished';
import { DecisionsHere } from '../decisions/DecisionsHere';
import { EngagementsHere } from '../engagements/EngagementsHere';
import { FindWard } from '../wards/FindWard';
import { Changed } from './Changed';
import { Freshness } from './Freshness';
import { LatestEngagements } from './LatestEngagements';
import { LeadStory } from './LeadStory';
import { Reach } from './Reach';
import { ThreeCounts } from './ThreeCounts';
import { TopThemes } from './TopThemes';
import { UnderHeard } from './UnderHeard';

/** How many people, what do they say most, what is rising, who is missing, what is done, where can I take part, can I trust it today? */
export function OverviewPage() {
  const { hub, edition } = useFrame();
  const { working } = useView();
  const figures = edition !== null || working;
  useTitle(`What ${hub.city} has told us`);
  return (
    <>
      <div className="head">
        <div>
          <h1>What {hub.city} has told us</h1>
          {figures ? (
            <Reach />
          ) : (
            <p className="lede">What the council, police, health and the voluntary sector heard.</p>
          )}
        </div>
        <FindWard />
      </div>
      {figures ? <Figures /> : <Nothing />}
    </>
  );
}

/** Before the first edition there is nothing to show but how fresh each source is. */
function Nothing() {
  return (
    <>
      <Unpublished />
      <div style={{ marginTop: 34 }}>
        <Freshness />
      </div>
    </>
  );
}

function Figures() {
  const { city } = useFrame().hub;
  const filters = usePeriodAlone();
  const { filter } = filters;
  const whole = useFigures(useMemo(() => ({ report: REPORTS.themes, by: [], filter }), [filter]));
  return (
    <>
      <PeriodSelect filters={filters} />
      <Shown answer={whole} rows={6}>
        {(figures) => <ThreeCounts figures={figures} />}
      </Shown>
      <LeadStory />
      <div className="columns">
        <div className="span-8">
          <TopThemes filter={filter} />
        </div>
        <div className="span-4">
          <Freshness />
        </div>
        <div className="span-7">
          <UnderHeard />
        </div>
        <div className="span-5">
          <Changed />
        </div>
      </div>
      <DecisionsHere where={`in ${city}`} filter={{}} none="No decision is recorded yet" />
      <EngagementsHere where={`in ${city}`} held={false} />
      <LatestEngagements />
    </>
  );
}
