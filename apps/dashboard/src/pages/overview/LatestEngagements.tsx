import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { peopleOf } from '../../figures/figure';
import { EngagementTable, type EngagementLine } from '../engagements/EngagementTable';
import { ENGAGEMENTS } from '../engagements/queries';

const SEARCHED = 100;
const SHOWN = 5;

/** The newest that people answered: meetings that an agency only announced would push them off the page. */
function latest(lines: EngagementLine[]): EngagementLine[] {
  const answered = lines.filter((line) => line.figure && peopleOf(line.figure) !== 0);
  return (answered.length ? answered : lines).slice(0, SHOWN);
}

export function LatestEngagements() {
  const { edition } = useView();
  const answer = useAnswer({
    query: ENGAGEMENTS,
    variables: { edition, filter: {}, first: SEARCHED, after: null },
  });
  return (
    <Shown answer={answer} rows={6} title="Latest engagements">
      {({ engagements: { nodes, totalCount } }) => (
        <Section
          title="Latest engagements"
          measure="The newest that people have answered."
          tools={
            <Go to="/engagements" className="link same">
              All {totalCount} engagements
            </Go>
          }
        >
          {nodes.length ? (
            <EngagementTable lines={latest(nodes)} />
          ) : (
            <p className="quiet">None has been described yet.</p>
          )}
        </Section>
      )}
    </Shown>
  );
}
