import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { EngagementTable } from '../engagements/EngagementTable';
import { ENGAGEMENTS } from '../engagements/queries';

export function LatestEngagements() {
  const { edition } = useView();
  const answer = useAnswer({ query: ENGAGEMENTS, variables: { edition, filter: {}, first: 5, after: null } });
  return (
    <Shown answer={answer} rows={6} title="Latest engagements">
      {({ engagements: { nodes, totalCount } }) => (
        <Section
          title="Latest engagements"
          tools={
            <Go to="/engagements" className="link same">
              All {totalCount} engagements
            </Go>
          }
        >
          {nodes.length ? (
            <EngagementTable lines={nodes} />
          ) : (
            <p className="quiet">None has been described yet.</p>
          )}
        </Section>
      )}
    </Shown>
  );
}
