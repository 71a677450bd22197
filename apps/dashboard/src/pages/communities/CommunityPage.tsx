import { useMemo } from 'react';
import { useParams } from 'react-router';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { REPORTS, type Dimension } from '../../figures/figure';
import { useFigures } from '../../figures/useFigures';
import { PeriodSelect } from '../../filters/PeriodSelect';
import { usePeriodAlone } from '../../filters/usePeriodAlone';
import { Crumbs } from '../../layout/Crumbs';
import { Shown } from '../../states/Shown';
import { DecisionsHere } from '../decisions/DecisionsHere';
import { EngagementsHere } from '../engagements/EngagementsHere';
import { NotFoundPage } from '../NotFoundPage';
import { ReleasedQuotes } from '../quotes/ReleasedQuotes';
import { useCodebook } from '../themes/useThemeRows';
import { useNames } from '../workbench/useWorkbench';
import { NoChangeHere } from '../overview/NoChangeHere';
import { ThreeCounts } from '../overview/ThreeCounts';
import { GroupsHeard } from '../unheard/GroupsHeard';
import { ThemesHere } from '../wards/ThemesHere';
import { WhomToAsk } from '../wards/WhomToAsk';
import { AlsoOf } from './AlsoOf';
import { useCommunities, type Community } from './useCommunities';

const BY: Dimension[] = ['COMMUNITY'];

/** One community: how many were heard, what they said beside the city, who of it is missing, and what was done. */
export function CommunityPage() {
  const { code = '' } = useParams();
  const communities = useCommunities();
  return (
    <Shown answer={communities} rows={12}>
      {({ communities: { nodes } }) => {
        const community = nodes.find((one) => one.code === code);
        return community ? (
          <Profile key={code} community={community} />
        ) : (
          <NotFoundPage title="There is no such community" />
        );
      }}
    </Shown>
  );
}

function Profile({ community: { code, name } }: { community: Community }) {
  useTitle(name);
  const names = useNames(useCodebook().data?.codebook?.themes);
  const filters = usePeriodAlone();
  const filter = useMemo(() => ({ community: [code], ...filters.filter }), [code, filters.filter]);
  // By community, of which all are told together: by theme the figures of so small a group may be refused.
  const answer = useFigures({ report: REPORTS.themes, by: BY, filter });
  const where = `of “${name}”`;
  return (
    <>
      <Crumbs trail={[['/communities', 'Communities']]} here={name} />
      <div className="head">
        <div>
          <h1>{name}</h1>
          <p className="lede">
            People of this community who were heard.{' '}
            <Go to="/engagements" query={{ community: code }}>
              Where they were asked
            </Go>
          </p>
        </div>
      </div>
      <PeriodSelect filters={filters} />
      <Shown answer={answer} rows={6}>
        {(figures) => <ThreeCounts figures={figures} name={name} />}
      </Shown>
      <NoChangeHere of="community" />
      <ThemesHere where={where} filter={filter} all={['/communities', 'See all communities']} />
      <ReleasedQuotes community={code} names={names} />
      <AlsoOf code={code} name={name} filter={filter} />
      <GroupsHeard filter={filter} where={where} />
      <EngagementsHere where={where} community={code} />
      <DecisionsHere
        where={where}
        filter={{ community: [code] }}
        none={`No decision names people ${where}`}
      />
      <WhomToAsk />
    </>
  );
}
