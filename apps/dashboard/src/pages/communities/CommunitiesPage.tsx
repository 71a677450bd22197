import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { byCode, isPublished, REPORTS, type Figure } from '../../figures/figure';
import { count } from '../../figures/format';
import { HiddenNote, NoNumber } from '../../figures/HiddenTag';
import { useFigures, type Figures } from '../../figures/useFigures';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { isRefused } from '../../states/Failed';
import { Shown } from '../../states/Shown';
import { useCommunities, type Community } from './useCommunities';

const NO_FILTER = {};

/** Communities but for wards, which have pages of their own, with how many people of each were heard. */
export function CommunitiesPage() {
  useTitle('Communities');
  const lead = hasRole(useFrame(), 'LEAD');
  const communities = useCommunities();
  const answer = useFigures({ report: REPORTS.themes, by: ['COMMUNITY'], filter: NO_FILTER });
  return (
    <>
      <div className="head">
        <div>
          <h1>Communities</h1>
          <p className="lede">
            Communities of interest and identity, and organisations, as people named themselves or were asked.
            A person may be of several; places are <Go to="/wards">wards</Go>.
            {lead && (
              <>
                {' '}
                <Go to="/communities/names">Join two names of one community</Go>.
              </>
            )}
          </p>
        </div>
      </div>
      <Shown answer={communities} rows={10}>
        {(named) => {
          const communities = named.communities.nodes.filter(({ kind }) => kind !== 'GEOGRAPHY');
          // Where most of their numbers are hidden none is told: the communities are there all the same.
          if (isRefused(answer.error)) return <Listed communities={communities} figures={null} />;
          return (
            <Shown answer={answer} rows={10}>
              {(figures) => <Listed communities={communities} figures={figures} />}
            </Shown>
          );
        }}
      </Shown>
    </>
  );
}

/** @param figures null where too few of them may be told */
function Listed({ communities, figures }: { communities: Community[]; figures: Figures | null }) {
  if (communities.length === 0)
    return (
      <Empty title="Nobody has named a community">
        <p>No source of this edition tells communities.</p>
      </Empty>
    );
  const people = byCode(figures?.nodes ?? [], 'COMMUNITY');
  return (
    <Section
      title={`${count(communities.length)} communities were heard`}
      measure={
        figures
          ? 'People of each community, after matching across agencies.'
          : 'How many of each is not told: of most of them too few were heard.'
      }
    >
      <table className="table">
        <caption className="govuk-visually-hidden">Communities by name</caption>
        <thead>
          <tr>
            <th scope="col">Community</th>
            {figures && (
              <th scope="col" className="number">
                People
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {communities.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">
                <Go to={`/communities/${code}`}>{name}</Go>
              </th>
              {figures && (
                <td className="number">
                  <Heard figure={people.get(code)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {figures?.note && (
        <p className="note">
          <HiddenNote note={figures.note} />
        </p>
      )}
    </Section>
  );
}

function Heard({ figure }: { figure: Figure | undefined }) {
  if (!figure) return null;
  return isPublished(figure) ? <>{count(figure.people.value)}</> : <NoNumber figure={figure} />;
}
